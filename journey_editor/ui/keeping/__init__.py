"""Nothing is lost: unsaved work of a crash, files that somebody else has changed or holds open, and backups."""
