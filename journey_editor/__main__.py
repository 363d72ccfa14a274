"""`python -m journey_editor` and the installed command `journey-editor` begin here."""

from __future__ import annotations

import sys

from journey_editor.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
