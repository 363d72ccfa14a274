"""The map on the screen: a view that shows a `Layout`, lets the mouse and the keyboard edit it, and draws PNGs of it.

Everything that is drawn comes from layout's draw list by way of `paint`, the Qt twin of the PDF painter; what is only
of the moment (selection, drop marks, ghosts) is `overlay`'s. Edits go through the session, one step for each gesture.
"""
