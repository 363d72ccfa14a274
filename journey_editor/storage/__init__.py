"""Between bytes and projects: the file format and its checks, safe saving, and the templates. No Qt; model only."""
