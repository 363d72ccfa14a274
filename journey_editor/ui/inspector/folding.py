"""Which groups are folded: kept for this user on this machine, so that a panel looks as it was left."""

from __future__ import annotations

from PySide6.QtCore import QByteArray

from journey_editor.ui.settings import Settings

_KEY = "inspector/groups"


class Folding:
    """Remembers the groups that the user folded or opened; the others are as their panel has them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._chosen: dict[str, bool] = {}
        for entry in bytes(settings.bytes_of(_KEY).data()).decode("ascii", "ignore").split():
            key, _, state = entry.partition("=")
            if state in ("folded", "open"):
                self._chosen[key] = state == "folded"

    def folded(self, key: str, otherwise: bool) -> bool:
        return self._chosen.get(key, otherwise)

    def fold(self, key: str, folded: bool) -> None:
        self._chosen[key] = folded
        kept = " ".join(f"{name}={'folded' if value else 'open'}" for name, value in sorted(self._chosen.items()))
        self._settings.keep_bytes(_KEY, QByteArray(kept.encode("ascii")))
