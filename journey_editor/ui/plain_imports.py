"""Lets PySide look at no module that is imported, beyond those of Qt.

PySide can switch names to another style ("snake_case") module by module, and for that it reads the source of every
module that is imported after it, to see whether it uses Qt: a sixth of the time that importing ours takes. Nothing here
uses that. The switch is none that PySide documents; where it is missing, importing only takes longer.
"""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401  # brings what is looked for here


def plain_imports() -> None:
    """From now on, modules are only imported."""
    feature = sys.modules.get("PySide6.support.feature") or sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_none  # type: ignore[union-attr]  # asked just now


def _uses_none(_module: object) -> bool:
    return False
