"""Unsaved work on the disk: a copy of the project as it was saved, followed by what was changed since, edit by edit."""
