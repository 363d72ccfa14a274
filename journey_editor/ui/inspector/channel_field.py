"""The channel of touchpoints: one of the project, or one of the library, which the project gets with that."""

from __future__ import annotations

from PySide6.QtGui import QStandardItemModel

from journey_editor.edit.change import EditError
from journey_editor.model.channel_library import missing
from journey_editor.session.channel_acts import give_known
from journey_editor.storage.channel_library import channel_library, known_channel
from journey_editor.wording import tr

from .attributes import Own
from .choice_fields import ChoiceField, Option
from .scope import Scope
from .words import channels, mode_word

_LIBRARY = "library/"  # what the value of a channel of the library begins with; ids have no slash
_HEAD = _LIBRARY


def channel_options(scope: Scope) -> list[Option]:
    """None, the project's channels, and under a head those of the library that the project does not have."""
    found = channels(scope)
    lacking = missing(scope.project, channel_library())
    if lacking:
        found.append(Option(_HEAD, tr("From the library:")))
    for known in lacking:
        text = f"{known.name(scope.language)} · {mode_word(known.mode)}"
        found.append(Option(_LIBRARY + known.key, text, known.icon, known.color))
    return found


class ChannelField(ChoiceField):
    """The list that opens."""

    def __init__(self, scope: Scope, label: str) -> None:
        super().__init__(scope, Own("channel"), label, lambda: channel_options(scope))

    def refresh(self, anew: bool = False) -> None:
        super().refresh(anew)
        model = self.combo.model()
        head = self.combo.findData(_HEAD)
        if head >= 0 and isinstance(model, QStandardItemModel):
            model.item(head).setEnabled(False)

    def _chosen(self, index: int) -> None:
        value = str(self.combo.itemData(index))
        known = known_channel(value.removeprefix(_LIBRARY)) if value.startswith(_LIBRARY) else None
        if known is None:
            super()._chosen(index)
            return
        try:
            give_known(self.scope.session, self.scope.ids, known)
        except EditError as refusal:
            self.complain(str(refusal))
