"""The inspector: the right dock, where every attribute of what is selected can be read and changed.

A panel is a table of fields (`Group`s of rows, in `*_panel.py`); a field shows an attribute (`attributes`) of the
nodes in scope (`scope`) and turns what is entered into one edit of the session. Fields are updated in place and keep
the cursor; what is entered never leaves the field unchecked. All text is shown as plain text.
"""
