"""The content in several languages: which one is shown, which there are, and the table of all texts side by side."""
