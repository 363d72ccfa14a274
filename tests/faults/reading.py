"""What a file may end as: refused with one sentence, or opened with a report that names all that is not as it says."""

from __future__ import annotations

import json
from typing import Any, Literal

from journey_editor.storage import jsontext
from journey_editor.storage.codec import Loaded, decode, encode
from journey_editor.storage.envelope import FORMAT, VERSION, JourneyFile
from journey_editor.storage.problem import FileProblem

End = Literal["refused", "reported", "opened"]

NAME = "x.journey"
_LONGEST = 1000  # characters of a sentence


def read(data: bytes) -> tuple[End, Loaded | FileProblem]:
    """Reads a file, and looks hard at what came of it. AssertionError if that is not as promised."""
    try:
        loaded = decode(data, NAME)
    except FileProblem as problem:
        _look_at(problem)
        return "refused", problem
    reported = {place for place, _ in loaded.report}
    changed = silently_changed(data, loaded, reported)
    assert not changed, changed
    for place, what in loaded.report:
        assert place.startswith("/")
        assert what.endswith(".")
    written = encode(loaded.project, loaded.images)
    again = decode(written, NAME)
    assert (again.project, again.images, again.report) == (loaded.project, loaded.images, ())
    assert encode(again.project, again.images) == written
    return ("reported" if loaded.report else "opened"), loaded


def _look_at(problem: FileProblem) -> None:
    assert problem.message.startswith(NAME), problem.message
    assert problem.faults
    for line in (problem.message, *problem.lines()):
        assert line.isprintable(), line
        assert len(line) < _LONGEST, line


def silently_changed(data: bytes, loaded: Loaded, reported: set[str]) -> list[str]:
    """The places where a file says something else than what was read of it, but for those that were reported."""
    said = json.loads(data.decode("utf-8-sig"))
    file = JourneyFile(format=FORMAT, version=VERSION, project=loaded.project)
    heard = json.loads(JourneyFile.__pydantic_serializer__.to_json(file))
    texts = said.pop("images", {})
    lost = [f"/images/{key}" for key in texts if key not in loaded.images and f"/images/{key}" not in reported]
    heard.pop("images")
    return lost + list(_differences("", said, heard, reported))


def _differences(place: str, said: Any, heard: Any, reported: set[str]) -> list[str]:
    """What is said and not heard. What is heard and not said is what a format's entries are when left out."""
    if place in reported:
        return []
    if isinstance(said, dict) and isinstance(heard, dict):
        return [
            found
            for key, value in said.items()
            for found in _differences(f"{place}/{jsontext.escaped(key)}", value, heard.get(key, _NOTHING), reported)
        ]
    if isinstance(said, list) and isinstance(heard, list):
        return [
            found
            for n, value in enumerate(said)
            for found in _differences(f"{place}/{n}", value, heard[n] if n < len(heard) else _NOTHING, reported)
        ]
    same = said == heard and isinstance(said, bool) == isinstance(heard, bool)
    return [] if same else [place]


_NOTHING = object()
