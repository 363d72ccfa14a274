"""The dialogs of the window. Whatever they show is plain text."""
