"""The window that compares two maps."""
