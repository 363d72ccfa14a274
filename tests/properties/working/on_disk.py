"""Saving and opening, other people's changes of the file, earlier versions, and crashes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule
from shiboken6 import delete

from journey_editor.edit.merging.merge import Choices, merge
from journey_editor.session.opening import with_a_map
from journey_editor.session.recorder import Recorder
from journey_editor.storage import files
from journey_editor.storage.assets import without_unused
from journey_editor.storage.codec import decode
from journey_editor.storage.marks import FileMark
from journey_editor.storage.recovery.journal import read
from tests.random_edits import edited

from .in_session import InSession


class OnDisk(InSession):
    recorder: Recorder | None = None
    earlier: tuple[bytes, ...] = ()

    def begin_anew(self) -> None:
        """From now on undo leads back to what the session holds now."""
        self.first = self.session.history.states()[0]
        self.seen, self.checked = {}, None

    # Saving and opening

    @rule(elsewhere=st.booleans())
    def save(self, elsewhere: bool) -> None:
        path = self.session.path or self.path
        self.session.save(
            path.with_name("b.journey" if path.name == "a.journey" else "a.journey") if elsewhere else path
        )
        assert not self.session.dirty
        path = self.session.path or self.path
        # Images that nothing shows any more stay for undo, and out of the file.
        assert decode(path.read_bytes(), "a").project == without_unused(self.project)
        self.earlier = (*self.earlier, path.read_bytes())
        if self.recorder is not None:
            self.recorder.saved()

    @precondition(lambda self: self.saved_path is not None)
    @rule()
    def open(self) -> None:
        loaded = self.session.open(self.there)
        assert loaded.report == ()
        assert not self.session.dirty
        assert not self.session.can_undo
        self.begin_anew()
        if self.recorder is not None:
            self.recorder.left()

    @property
    def saved_path(self) -> Path | None:
        return self.session.path

    @property
    def there(self) -> Path:
        assert self.saved_path is not None
        return self.saved_path

    @precondition(lambda self: self.earlier)
    @rule(data=st.data())
    def bring_back_an_earlier_version(self, data: st.DataObject) -> None:
        earlier = decode(data.draw(st.sampled_from(self.earlier)), "earlier")
        self.session.bring_back(earlier)
        assert self.project == with_a_map(earlier.project)

    @precondition(lambda self: self.saved_path is not None)
    @rule()
    def move_the_file(self) -> None:
        path = self.there.with_name("c.journey")
        self.there.rename(path)
        self.session.moved(path)

    # Somebody else

    @precondition(lambda self: self.saved_path is not None)
    @rule(seed=st.integers(0, 2**16), times=st.integers(0, 6), keep=st.sampled_from(["merge", "reload"]))
    def somebody_else_changes_the_file(self, seed: int, times: int, keep: str) -> None:
        session, chance = self.session, Random(seed)
        base, ours = session.saved, self.project
        files.save(self.there, edited(base, chance, times, self.new("they")), session.images)
        theirs = files.load(self.there)
        if keep == "reload":
            session.join(theirs, theirs.project, "Reloaded from the file")
            assert self.project == theirs.project
        else:
            merged = merge(base, ours, theirs.project)
            choices: Choices = {found.key: chance.choice(["ours", "theirs"]) for found in merged.conflicts}  # type: ignore[misc]  # mypy takes the words for any text
            session.join(theirs, merge(base, ours, theirs.project, choices).project, "Merged with the file")
        assert session.saved is theirs.project
        session.save()  # nobody has changed it since
        assert decode(self.there.read_bytes(), "a").project == without_unused(self.project)

    # Crashes

    @rule()
    def half_a_second_goes_by(self) -> None:
        if self.recorder is None:
            self.recorder = Recorder(self.session, Path(self.folder.name) / "recovery")
        self.recorder.look()

    @precondition(lambda self: self.recorder is not None)
    @rule()
    def crash(self) -> None:
        """The program dies, and goes on from what is on the disk."""
        assert self.recorder is not None
        assert self.recorder.keep_now()
        file, session, last = self.recorder.file, self.session, self.project
        if file is None:
            assert not session.dirty
            return
        found = read(file)
        assert found.whole
        assert found.base.project == session.saved
        assert found.now.project == last
        path = Path(found.head.path) if found.head.path else None
        assert path == session.path
        mark = FileMark(0, 0, 0, 0, found.head.sha256) if path is not None and found.head.sha256 else None
        session.restore(found.base, found.now, path, mark)
        self.recorder.go_on_from(file)
        assert self.project == last
        self.begin_anew()

    def teardown(self) -> None:
        if self.recorder is not None:
            self.recorder.end()
            delete(self.recorder)
        super().teardown()
