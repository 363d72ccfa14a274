"""The command line: what can be done without a window, and the way into the window.

Nothing here may take long to import: what only one command needs is imported by that command.
"""

from __future__ import annotations

from .entry import main

__all__ = ["main"]
