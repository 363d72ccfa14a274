"""Whatever is edited, undone and redone: what is written down of it leads back to exactly that project."""

from __future__ import annotations

import json

from hypothesis import settings
from hypothesis.stateful import invariant

from journey_editor.model.project import Project
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.recovery.patches import apply, patches
from journey_editor.storage.recovery.pieces import pieces

from .test_any_edits import IMAGES, Editing


class Recording(Editing):
    """The edits of a user, written down one after the other as the recorder does."""

    @invariant()
    def nothing_is_wrong_and_saving_keeps_everything(self) -> None:
        if not hasattr(self, "document"):
            self.document = json.loads(b"".join(pieces(self.first, IMAGES)))
            assert decode(json.dumps(self.document).encode(), "test").project == self.first
            self.written: Project = self.first
        changes = patches(self.written, self.project)
        assert bool(changes) == (self.written != self.project)
        apply(self.document["project"], json.loads(json.dumps(changes)))
        self.written = self.project
        assert decode(json.dumps(self.document).encode(), "test").project == self.project
        assert decode(b"".join(pieces(self.project, IMAGES)), "test") == decode(encode(self.project, IMAGES), "test")


TestUnsavedEdits = Recording.TestCase
TestUnsavedEdits.settings = settings(stateful_step_count=30, max_examples=20)
