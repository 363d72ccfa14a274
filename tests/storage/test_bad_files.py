"""Files that are no projects: each is refused with one sentence that names the file, the place and the cure."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journey_editor import wording
from journey_editor.storage import files, jsontext
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.files import load
from journey_editor.storage.problem import EXIT_INPUT, FileProblem
from tests.builders import PIXEL, PIXEL_SHA, everything

SOUND = encode(everything(), {PIXEL_SHA: PIXEL})
Document = dict[str, Any]


def refused(data: bytes) -> FileProblem:
    with pytest.raises(FileProblem) as caught:
        decode(data, "x.journey")
    return caught.value


def changed(change: Callable[[Document], object]) -> bytes:
    """The sound file with something done to its document."""
    document = json.loads(SOUND)
    change(document)
    return json.dumps(document).encode()


def web(document: Document) -> Document:
    """The touchpoint tp-web."""
    found: Document = document["project"]["maps"][0]["lanes"][0]["cells"][0]["cards"][0]
    return found


WEB = "/project/maps/0/lanes/0/cells/0/cards/0"

NOT_OURS = "x.journey: This is not a file of the Journey Editor. Choose a file that ends in .journey."
TOO_EARLY = "The file ends too early: it was not written or copied to its end. Use a backup of it."
NOT_UTF8 = "x.journey: The file is in UTF-16 or UTF-32. Save it as UTF-8."
TWICE = "This key stands here twice. Remove one of both."
NO_NUMBER = "This is no number, or too large a one. Put another one there."
HALF = "The text holds half a character (\\ud800 to \\udfff). Write the text anew."
INVALID = "Here the file is not valid JSON. Mend this place, or use a backup of it."
LATIN = "x.journey, at line {schoen}: Here is a byte that is not UTF-8. Save the file as UTF-8."
EMPTY = "x.journey: The file is empty. Use a backup of it, or start a new project."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", EMPTY),
        (b" \n\t" * 100, EMPTY),
        (b"\xef\xbb\xbf", EMPTY),
        (b"hello", NOT_OURS),
        (b"<html></html>", NOT_OURS),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n", LATIN.replace("{schoen}", "2")),
        (b"[]", NOT_OURS),
        (b"{}", NOT_OURS),
        (b'"journey-editor"', NOT_OURS),
        (b'{"format": "other", "version": 1}', NOT_OURS),
        (b'{"type": "excalidraw", "version": 2, "elements": []}', NOT_OURS),
        (SOUND[: len(SOUND) // 2], TOO_EARLY),
        (SOUND[:-3], TOO_EARLY),
        (SOUND[: SOUND.index(b"Alles") + 3], TOO_EARLY),
        (SOUND + b"}", "x.journey, at line {last}, column 1: " + INVALID),
        (
            b'{\n  "format": "journey-editor"\n  "version": 1\n}',
            "x.journey, at line 3, column 3: " + INVALID,
        ),
        (SOUND.decode().encode("utf-16"), NOT_UTF8),
        (SOUND.decode().encode("utf-16-le"), NOT_UTF8),
        (SOUND.decode().encode("utf-16-be"), NOT_UTF8),
        (SOUND.decode().encode("utf-32"), NOT_UTF8),
        (
            SOUND.replace("So schön".encode(), "So schön".encode("latin-1")),
            LATIN,
        ),
        (SOUND.replace(b'"version": 1', b'"version": 1, "version": 1'), f"x.journey, at /version: {TWICE}"),
        (
            SOUND.replace(b'"id": "tp-web",', b'"id" : "tp-web", "id": "tp-web",'),
            f"x.journey, at {WEB}/id: {TWICE}",
        ),
        (
            changed(lambda d: d.update(version=2)),
            (
                "x.journey, at /version: The file is of version 2; this program reads up to version 1. "
                "Install a newer Journey Editor."
            ),
        ),
        (
            changed(lambda d: d.update(version="1")),
            "x.journey, at /version: The version of the file must be a whole number from 1 to 1.",
        ),
        (
            changed(lambda d: d.update(version=True)),
            "x.journey, at /version: The version of the file must be a whole number from 1 to 1.",
        ),
        (changed(lambda d: d.pop("project")), "x.journey, at /project: The entry “project” is missing. Add it."),
        (changed(lambda d: web(d).update(title="\ud800 half")), f"x.journey, at {WEB}/title: {HALF}"),
        (changed(lambda d: web(d).update({"\udc00": 1})), f"x.journey, at {WEB}: {HALF}"),
        (
            SOUND.replace(b'"value": 1.2,', b'"value": NaN,'),
            f"x.journey, at {WEB}/metrics/0/value: {NO_NUMBER}",
        ),
        (
            SOUND.replace(b'"value": 1.2,', b'"value": -1e999,'),
            f"x.journey, at {WEB}/metrics/0/value: {NO_NUMBER}",
        ),
        (
            SOUND.replace(b'"value": 1.2,', b'"value": 1' + b"0" * 400 + b","),
            f"x.journey, at {WEB}/metrics/0/value: Here must be a number, without quotation marks.",
        ),
        (
            SOUND.replace(b'"value": 1.2,', b'"value": 1' + b"0" * 5000 + b","),
            "x.journey: The file holds a number with thousands of digits. Put a smaller one there.",
        ),
        (
            b'{"format":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
            "x.journey: The file is nested more deeply than any project. It was not made by this program.",
        ),
        (
            changed(lambda d: web(d).update(title=5)),
            f"x.journey, at {WEB}/title: Here must be a text. Put it in quotation marks.",
        ),
        (
            changed(lambda d: web(d).update(moment_of_truth="yes")),
            f"x.journey, at {WEB}/moment_of_truth: Here must be true or false.",
        ),
        (
            changed(lambda d: web(d).update(status="planned")),
            f"x.journey, at {WEB}/status: Here must be one of: “existing”, “possible”.",
        ),
        (
            changed(lambda d: web(d).update(mood=1)),
            f"x.journey, at {WEB}/mood: There is no entry “mood” here. Remove it, or correct its name.",
        ),
        (
            changed(lambda d: web(d).update(tags="neu")),
            f"x.journey, at {WEB}/tags: Here must be a list in square brackets.",
        ),
        (
            changed(lambda d: web(d).update(links=["https://example.org"])),
            f"x.journey, at {WEB}/links/0: Here must be entries in curly brackets.",
        ),
        (
            changed(lambda d: web(d).update(links=[{"address": "javascript:alert(1)"}])),
            (
                f"x.journey, at {WEB}/links/0/address: An address must start with https://, http:// or mailto: and "
                "hold no spaces."
            ),
        ),
        (
            changed(lambda d: web(d).update(color="red")),
            f"x.journey, at {WEB}/color: A colour is written “#RRGGBB”, with six digits 0 to 9 and A to F.",
        ),
        (
            changed(lambda d: web(d)["emotions"][0].update(value=2.5)),
            f"x.journey, at {WEB}/emotions/0/value: The number must be at most 2.",
        ),
        (
            changed(lambda d: web(d)["emotions"][0].update(value=0.3)),
            f"x.journey, at {WEB}/emotions/0/value: The number must be a multiple of 0.5.",
        ),
        (
            changed(lambda d: d["project"]["maps"][0]["lanes"][7]["marks"][0].update(importance=0)),
            "x.journey, at /project/maps/0/lanes/7/marks/0/importance: The number must be at least 1.",
        ),
        (
            changed(lambda d: d["project"]["maps"][0]["lanes"][7]["marks"][0].update(importance=1.5)),
            "x.journey, at /project/maps/0/lanes/7/marks/0/importance: Here must be a whole number.",
        ),
        (
            changed(lambda d: d["project"]["maps"][0].update(page={"paper": "custom", "width": 0})),
            "x.journey, at /project/maps/0/page/width: The number must be greater than 0.",
        ),
        (
            changed(lambda d: d["project"]["maps"][0]["phases"][0].update(steps=[])),
            (
                "x.journey, at /project/maps/0/phases/0/steps: This list must not be empty. Add an entry, or remove "
                "what it belongs to."
            ),
        ),
        (
            changed(lambda d: d["project"]["maps"][0]["lanes"][0].update(kind="swim")),
            (
                "x.journey, at /project/maps/0/lanes/0: Here must be one of: “touchpoints”, “notes”, “text”, "
                "“metrics”, “images”, “emotion”, “channels”, “separator”."
            ),
        ),
        (
            changed(lambda d: d["project"]["maps"][0]["lanes"][0].pop("kind")),
            "x.journey, at /project/maps/0/lanes/0: The entry “kind” is missing. Add it.",
        ),
        (
            changed(lambda d: d["project"].update(id="no spaces, please")),
            "x.journey, at /project/id: An id is made of 1 to 64 letters A to Z, digits, “-” and “_”. Give it another.",
        ),
        (
            changed(lambda d: d["project"].update(created="yesterday")),
            "x.journey, at /project/created: A moment is written “2026-03-22T14:05:00Z”.",
        ),
        (
            changed(lambda d: web(d)["metrics"][0].update(date="1.3.2026")),
            f"x.journey, at {WEB}/metrics/0/date: A day is written “2026-03-22”.",
        ),
        (
            changed(lambda d: d["project"].update(language="Deutsch")),
            "x.journey, at /project/language: A language is written “de”, “en” or “pt-BR”.",
        ),
        (
            changed(lambda d: d["project"]["translations"].update({"Deutsch": {}})),
            "x.journey, at /project/translations/Deutsch: A language is written “de”, “en” or “pt-BR”.",
        ),
        (
            changed(lambda d: web(d)["images"][0].update(sha256="abc")),
            f"x.journey, at {WEB}/images/0/sha256: Here must be a sha256: 64 digits 0 to 9 and a to f.",
        ),
        (
            changed(lambda d: web(d).update(channel="ch-gone")),
            f"x.journey, at {WEB}/channel: There is no channel “ch-gone”. Choose another channel, or none.",
        ),
        (
            changed(lambda d: d["project"]["personas"][1].update(id="tp-web")),
            None,  # several faults: the id is there twice, and pe-tom is gone
        ),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_place_and_cure(data: bytes, sentence: str | None) -> None:
    problem = refused(data)
    assert problem.exit_code == EXIT_INPUT
    assert problem.message.startswith("x.journey")
    assert "\n" not in problem.message
    assert len(problem.message) < 300
    if sentence == TOO_EARLY:
        assert problem.message.startswith("x.journey, at line ")
        assert problem.message.endswith(TOO_EARLY)
    elif sentence is not None:
        lines = SOUND.decode().splitlines()
        schoen = next(number for number, line in enumerate(lines, start=1) if "So schön" in line)
        assert problem.message == sentence.replace("{last}", str(len(lines) + 1)).replace("{schoen}", str(schoen))


def test_all_faults_are_listed_one_line_each() -> None:
    problem = refused(changed(lambda d: (web(d).update(title=5, color="red"), d["project"].pop("id"))))
    assert problem.lines() == [
        "x.journey: /project/id: The entry “id” is missing. Add it.",
        f"x.journey: {WEB}/title: Here must be a text. Put it in quotation marks.",
        f"x.journey: {WEB}/color: A colour is written “#RRGGBB”, with six digits 0 to 9 and A to F.",
    ]
    assert problem.message == "x.journey, at /project/id: The entry “id” is missing. Add it. (2 more faults.)"


def test_at_most_twenty_faults_are_listed_and_the_rest_is_counted() -> None:
    problem = refused(changed(lambda d: web(d).update(tags=[1] * 1000)))
    assert len(problem.faults) == 20
    assert len(problem.lines()) == 21
    assert problem.lines()[-1] == "x.journey: (980 more faults.)"


def test_dangling_ids_are_listed_with_their_places() -> None:
    problem = refused(changed(lambda d: d["project"].update(personas=[])))
    assert {fault.pointer for fault in problem.faults} >= {
        "/project/maps/0/personas/0",
        f"{WEB}/emotions/0/persona",
        "/project/maps/0/lanes/2/cells/0/cards/0/persona",
    }


def test_what_the_file_says_is_never_repeated_at_length() -> None:
    for data in (
        changed(lambda d: web(d).update({"x" * 100_000: 1})),
        changed(lambda d: web(d).update(channel="c" * 100_000)),
        changed(lambda d: d["project"]["translations"].update({"y\x1b[31m" * 10_000: {}})),
        changed(lambda d: d["project"]["translations"]["en"].update({"z" * 100_000: "z"})),
        SOUND.replace(b'"id": "tp-web"', b'"' + b"k" * 10_000 + b'": 1, "' + b"k" * 10_000 + b'": 2, "id": "tp-web"'),
    ):
        problem = refused(data)
        assert max(len(line) for line in problem.lines()) < 300
        assert all(line.isprintable() for line in problem.lines())


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsontext, "MOST_BYTES", 5 * 2**20)
    file = tmp_path / "large.journey"
    with file.open("wb") as handle:
        handle.truncate(6 * 2**20)
    with pytest.raises(FileProblem) as caught:
        load(file)
    assert caught.value.message == (
        f"{file}: The file has 6 MB, more than the 5 MB a project may have. Use smaller images."
    )
    assert caught.value.exit_code == EXIT_INPUT


@pytest.mark.parametrize("filling", [b"{},", b"[],", b"0,"])
def test_a_file_of_very_many_values_is_refused_before_it_fills_the_memory(filling: bytes) -> None:
    many = filling * (jsontext.MOST_VALUES + 1)
    problem = refused(b'{"format": "journey-editor", "version": 1, "project": [' + many + b"0]}")
    assert problem.message == "x.journey: The file holds more values than a project may have. Split the project."


@pytest.mark.parametrize("opening", [b"{", b"[", b","])
def test_values_are_counted_by_what_opens_and_parts_them(opening: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsontext, "MOST_VALUES", 100)
    most = opening * 100 + b'}]:"a1 \xc3\xa4\n'
    assert jsontext.bare(most, "x.journey") == most
    with pytest.raises(FileProblem, match="more values than a project may have"):
        jsontext.bare(most + opening, "x.journey")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        load(tmp_path / "gone.journey")
    assert caught.value.message == f"{tmp_path / 'gone.journey'}: The file does not exist. Check the name."
    assert caught.value.exit_code == EXIT_INPUT


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        load(tmp_path)
    assert caught.value.message == f"{tmp_path}: This is a folder. Choose a file in it."


def test_a_file_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(FileProblem) as caught:
        load(tmp_path / "a" / "b.journey")
    assert "a file where a folder must be" in caught.value.message
    assert caught.value.exit_code == EXIT_INPUT


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "x.journey"
    file.write_bytes(SOUND)
    monkeypatch.setattr(os, "open", forbidden)  # root may read every file, so that a mode would prove nothing
    with pytest.raises(FileProblem) as caught:
        load(file)
    assert caught.value.message == f"{file}: The file may not be read. Ask its owner for permission."
    assert caught.value.exit_code == EXIT_INPUT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.journey")
    with pytest.raises(FileProblem, match="This is a device or pipe, not a file"):
        load(tmp_path / "pipe.journey")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no sockets in folders")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.journey")
        with pytest.raises(FileProblem, match=r"s\.journey"):
            load(Path("s.journey"))


def test_the_sentences_are_german_where_the_program_speaks_german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "_current", "de")
    assert refused(b"{}").message.startswith("x.journey: Das ist keine Datei des Journey Editors.")
    assert refused(changed(lambda d: web(d).update(title=5))).message == (
        f"x.journey, bei {WEB}/title: Hier muss ein Text stehen. Setzen Sie ihn in Anführungszeichen."
    )


def test_values_may_be_nested_as_deeply_as_is_said() -> None:
    def nested(depth: int) -> bytes:
        return b"[" * depth + b"]" * depth

    for depth in (1, jsontext.DEEPEST, jsontext.DEEPEST + 1):
        jsontext.parse(nested(depth), "x")  # the outermost stands at no place
    with pytest.raises(FileProblem, match="nested more deeply"):
        jsontext.parse(nested(jsontext.DEEPEST + 2), "x")


def test_as_many_bytes_and_values_as_is_said_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsontext, "MOST_BYTES", len(SOUND))
    values = sum(SOUND.count(sign) for sign in (b"{", b"[", b","))
    monkeypatch.setattr(jsontext, "MOST_VALUES", values)
    assert decode(SOUND, "x.journey").project == everything()
    monkeypatch.setattr(jsontext, "MOST_VALUES", values - 1)
    assert refused(SOUND).message == (
        "x.journey: The file holds more values than a project may have. Split the project."
    )
    monkeypatch.setattr(jsontext, "MOST_BYTES", len(SOUND) - 1)
    assert "more than the 0 MB" in refused(SOUND).message


def test_the_size_of_a_large_file_is_said_in_whole_megabytes() -> None:
    jsontext.check_size(64 * 2**20, "x")
    for more, megabytes in ((1, 65), (2**20, 65), (2**20 + 1, 66)):
        with pytest.raises(FileProblem, match=f"has {megabytes} MB, more than the 64 MB"):
            jsontext.check_size(64 * 2**20 + more, "x")


def test_no_more_is_read_of_a_growing_file_than_can_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.journey"
    file.write_bytes(b"x" * 100)
    monkeypatch.setattr(files, "MOST_BYTES", 10)  # as if all behind that had come since its size was asked
    data, mark = files.read_marked(file)
    assert data == b"x" * 11
    assert mark.size == 100


@pytest.mark.parametrize(
    ("version", "said"), [(2, "2"), (10**9 - 1, "999999999"), (10**9, "> 10^9"), (10**30, "> 10^9")]
)
def test_a_newer_version_is_said(version: int, said: str) -> None:
    found = refused(changed(lambda d: d.update(version=version)))
    assert found.faults[0].pointer == "/version"
    assert found.faults[0].message == (
        f"The file is of version {said}; this program reads up to version 1. Install a newer Journey Editor."
    )


@pytest.mark.parametrize("version", [0, -1, True, 1.0, "1", None, [1]])
def test_what_is_no_version_is_refused(version: object) -> None:
    found = refused(changed(lambda d: d.update(version=version)))
    assert [tuple(fault) for fault in found.faults] == [
        ("/version", "The version of the file must be a whole number from 1 to 1.")
    ]


def test_places_in_a_text_are_counted_from_one() -> None:
    assert refused(b'{\n "a": 1,\n "b" 2}').faults[0].pointer == "line 3, column 6"
    assert refused(b'{\n\n "a": "\xff"}').faults[0].pointer == "line 3"
    assert refused(b"\xef\xbb\xbf{,").faults[0].pointer == "line 1, column 2"


def test_places_in_a_document_are_json_pointers() -> None:
    found = [pointer for pointer, _ in jsontext.walk({"a/b": [1, {"~": 2}], "c": {}})]
    assert found == ["", "/a~1b", "/a~1b/0", "/a~1b/1", "/a~1b/1/~0", "/c"]
    assert [pointer for pointer, _ in jsontext.walk([0], "/x")] == ["/x", "/x/0"]


def test_a_list_that_is_cut_off_ends_too_early() -> None:
    assert refused(b'[{"a": 1},').message.endswith(TOO_EARLY)
    assert refused(b'"[1,').message == NOT_OURS
    assert refused(b' \n{"a": 1').message.endswith(TOO_EARLY)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no such device")
def test_a_device_is_refused_by_its_name() -> None:
    with pytest.raises(FileProblem) as caught:
        load(Path("/dev/null"))
    assert caught.value.message == "/dev/null: This is a device or pipe, not a file. Choose a file."
