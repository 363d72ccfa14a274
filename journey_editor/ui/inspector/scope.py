"""What a panel is about: the selected nodes as they are now, and the way an entry becomes an edit."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from journey_editor.edit.change import EditError
from journey_editor.model.project import JourneyMap, Project
from journey_editor.model.things import find_thing
from journey_editor.session import step_words
from journey_editor.session.session import Edit, Session


class Scope:
    """The nodes that a form's fields read and change; `ids` may be given anew while the form stays."""

    def __init__(self, session: Session, ids: tuple[str, ...] | Callable[[], tuple[str, ...]] = ()) -> None:
        self.session = session
        self._ids = ids
        self._seen: tuple[Project, tuple[str, ...]] | None = None
        self._nodes: tuple[Any, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return self._ids() if callable(self._ids) else self._ids

    @ids.setter
    def ids(self, ids: tuple[str, ...]) -> None:
        self._ids = ids

    @property
    def nodes(self) -> tuple[Any, ...]:
        """The nodes as they are now, in the order of `ids`; what is gone is left out."""
        project, ids = self.session.project, self.ids
        seen = self._seen
        if seen is None or seen[0] is not project or seen[1] != ids:
            found = (find_thing(project, node_id) for node_id in ids)
            self._nodes = tuple(thing.node for thing in found if thing is not None)
            self._seen = (project, ids)
        return self._nodes

    @property
    def node(self) -> Any:
        """The one node, or None where there is none."""
        return self.nodes[0] if self.nodes else None

    @property
    def project(self) -> Project:
        return self.session.project

    @property
    def journey(self) -> JourneyMap:
        return self.session.journey

    @property
    def language(self) -> str:
        """The language in which texts are shown and entered."""
        return self.session.language

    @property
    def first_language(self) -> bool:
        return self.session.language == self.session.project.language

    def about(self, ids: Callable[[], tuple[str, ...]]) -> Scope:
        """A scope of other nodes in the same session, such as the project while a map is shown."""
        return Scope(self.session, ids)

    def close_typing(self) -> None:
        """What is typed from now on is an undo step of its own."""
        self.session.close_merge()

    def change(
        self,
        label: str,
        edit: Edit,
        merge: Hashable | None = None,
        select: tuple[str, ...] | None = None,
        *,
        about: bool = True,
    ) -> str:
        """Make one step of the edit; with `merge`, typing goes on in it until the field is left.

        Returns why it was refused, "" if it was not. `label` says what is done, in the past tense; what it is done to
        is added, if it is `about` that. What is selected stays so, unless `select` says otherwise.
        """
        if about:
            label = step_words.about(self.session, label, self.ids)
        try:
            kept = self.session.selection if select is None else select
            self.session.apply(label, edit, select=kept, merge=merge, pausing=False)
        except EditError as refusal:
            return str(refusal)
        return ""
