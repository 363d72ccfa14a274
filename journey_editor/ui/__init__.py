"""The window: start page, panels, menus and dialogs around the map. All goes through a session.

Modules of this room import light at the top and heavy (the model, layout, exports) inside the functions that need
them: the window is painted before pydantic is read.
"""

from journey_editor.ui.plain_imports import plain_imports

plain_imports()
