"""What one window edits: the document with its history, what is selected, and the file it belongs to.

QtCore signals, no widgets; only model, edit and storage may be imported here.
"""
