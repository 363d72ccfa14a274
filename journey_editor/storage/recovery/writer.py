"""Writes unsaved work down while the window goes on: a thread that is handed states and finds out what changed.

Projects are immutable, so that nothing has to be copied or locked. To hand over a state takes no time at all; what is
handed over while the disk is busy is written together, the last state only.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from journey_editor.model.project import Project

from . import folder as folders
from .journal import Chain, Head, edit_part, head_part, sync
from .patches import patches
from .pieces import pieces

#: Seconds for the thread of the window between two pieces, as making one holds Python's lock.
_BREATH = 0.0005

#: A file that has grown so far is begun anew, with what the project is by then.
_LARGEST = 64 * 2**20


class State(NamedTuple):
    """What is to be kept: the project as saved, as it is now, and what stands in a field that is not in it yet."""

    base: Project
    now: Project
    images: Mapping[str, bytes]
    typed: str
    head: Head


class Writer:
    """One for each session. `problem` says why the last try to write failed, or ""."""

    def __init__(self, folder: Path) -> None:
        self.problem = ""
        self._folder = folder
        self._change = threading.Condition()
        self._wanted: State | None = None
        self._dropped = False
        self._busy = self._ending = False
        self._thread: threading.Thread | None = None
        self._file: Path | None = None
        self._descriptor = -1
        self._chain = Chain()
        self._written: State | None = None
        self._images: set[str] = set()
        self._size = 0

    @property
    def file(self) -> Path | None:
        """Where the work of now is, once it is there."""
        return self._file

    def keep(self, state: State) -> None:
        """Write this down as soon as may be, instead of what is still waiting."""
        with self._change:
            if self._thread is None:
                # ends with the process: who wants all to be written waits for it (`wait`, `end`)
                self._thread = threading.Thread(target=self._run, name="recovery", daemon=True)
                self._thread.start()
            self._wanted = state
            self._dropped = False  # what is there goes when this is on the disk, not before
            self._change.notify_all()

    def drop(self) -> None:
        """The work is saved, or not wanted: remove what was written."""
        with self._change:
            self._wanted = None
            self._dropped = self._thread is not None
            self._change.notify_all()

    def wait(self, seconds: float = 5.0) -> bool:
        """Wait until all that was handed over is on the disk; False if that took too long."""
        with self._change:
            return self._change.wait_for(lambda: not (self._wanted or self._dropped or self._busy), seconds)

    def end(self) -> None:
        """Write or remove what is waiting, and stop; what is written stays."""
        thread = self._thread
        if thread is None:
            return
        self.wait()
        self.stop()
        thread.join(5.0)

    def stop(self) -> None:
        """End the thread without waiting for it; what is written stays."""
        with self._change:
            self._ending = self._thread is not None
            self._thread = None
            self._change.notify_all()

    def _run(self) -> None:
        while True:
            with self._change:
                self._busy = False
                self._change.notify_all()
                self._change.wait_for(lambda: self._wanted is not None or self._dropped or self._ending)
                if self._ending:
                    self._ending = False
                    self._close()
                    return
                state, dropped = self._wanted, self._dropped
                self._wanted, self._dropped, self._busy = None, False, True
            if dropped:
                self._remove()
            if state is not None:
                self._write(state)

    def _write(self, state: State) -> None:
        try:
            if self._written is None or not _go_on(self._written, state) or self._size > _LARGEST:
                self._begin(state)
            else:
                self._append(self._edit(self._written, state))
                sync(self._descriptor)
            self._written = state
            self.problem = ""
        except Exception as error:  # whatever it is: the thread goes on, and begins a whole file next time
            self.problem = str(error) or type(error).__name__
            self._written = None

    def _begin(self, state: State) -> None:
        """A file of its own for this base; the one before goes when this one is whole."""
        before, before_descriptor = self._file, self._descriptor
        begun, descriptor = folders.begin(self._folder, state.head.path)  # if that fails, the one before is still ours
        self._chain, self._size = Chain(), 0
        self._file, self._descriptor = None, descriptor
        try:
            base = []
            for piece in pieces(state.base, state.images):
                base.append(piece)
                time.sleep(_BREATH)
            self._images = {image.sha256 for image in state.base.images}
            self._append(head_part(self._chain, state.head))
            self._append(self._chain.part("base", b"".join(base)))
            self._append(self._edit(state._replace(now=state.base), state))
            sync(self._descriptor)
            self._file, self._descriptor = folders.publish(begun, self._descriptor)
        except BaseException:
            os.close(self._descriptor)
            folders.remove(begun)
            self._file, self._descriptor = before, before_descriptor
            raise
        if before is not None:
            os.close(before_descriptor)
            folders.remove(before)

    def _edit(self, before: State, state: State) -> bytes:
        new = {image.sha256 for image in state.now.images} - self._images
        found = {key: state.images[key] for key in new if key in state.images}
        self._images |= found.keys()
        return edit_part(self._chain, patches(before.now, state.now), found, state.typed)

    def _append(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]
        self._size += len(data)

    def _close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._file, self._descriptor, self._written = None, -1, None

    def _remove(self) -> None:
        file = self._file
        self._close()
        if file is not None:
            folders.remove(file)


def _go_on(before: State, state: State) -> bool:
    """Whether a state can be written behind another one: what the head says is said once, at the beginning."""
    return before.base is state.base and before.head[:2] == state.head[:2]  # not the title, which is only shown
