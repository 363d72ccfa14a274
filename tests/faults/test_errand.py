"""Nothing is read and nobody is called but what the user named: a whole errand with a file full of hostile words, under
the eyes of the system; and one where there is no network at all."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journey_editor.places import resource
from journey_editor.session.image_files import ImageRefused, take_bytes, take_in
from journey_editor.storage.codec import Loaded, decode, encode
from journey_editor.ui.icons import icon
from tests.builders import PIXEL

from .filling import all_text_fields, fields_with_text, filled
from .payloads import payloads

EVERYTHING = Path(__file__).parents[1] / "data" / "everything.journey"
STRACE = shutil.which("strace")
LOOKED = "trace=open,openat,openat2,connect,sendto,sendmsg,execve"
_EACH = 6  # hostile words in each text


@pytest.fixture
def port() -> Iterator[int]:
    """A port of this machine at which somebody listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.01)
        yield listening.getsockname()[1]
        with pytest.raises(TimeoutError):
            listening.accept()  # nobody has called


def errand(file: Path, folder: Path, *before: str, ask: str = "") -> tuple[dict[str, Any], str]:
    """What the errand has done, and what it has said."""
    folder.mkdir()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "JOURNEY_EDITOR_LANGUAGE": "en"}
    done = subprocess.run(
        [*before, sys.executable, "-m", "tests.faults.errand", str(file), str(folder), ask],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=Path(__file__).parents[2],
        timeout=280,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found, done.stderr


def check(found: dict[str, Any]) -> None:
    assert found["told"] == []
    assert found["markup"] == []
    assert found["cells"] == []
    done = found["done"]
    assert done["saved"] == done["validated"] == 1
    for what, least in {
        "thing": 100, "card": 15, "command": 40, "dialog": 3, "widget": 1000, "tip": 500, "copied": 5, "table": 2,
        "pdf": 2, "drawing": 4,
    }.items():  # fmt: skip
        assert done[what] >= least, what


def hostile(words: list[str]) -> Loaded:
    """Everything that a project can hold, with some of these in each text, another one first in each."""
    numbers = count()
    whole = decode(EVERYTHING.read_bytes(), "everything")

    def some(_: str) -> str:
        first = next(numbers)
        chosen = [words[(first + n) % len(words)] for n in range(_EACH)]
        return chosen[0] + "\n" + " ".join(chosen[1:])

    return filled(whole, some)


def test_every_text_field_is_filled() -> None:
    made = hostile(["<b>"])
    assert fields_with_text(made.project) == all_text_fields()
    assert len(all_text_fields()) >= 60


@pytest.mark.skipif(STRACE is None, reason="strace is not there")
def test_hostile_words_read_no_file_and_call_nobody(tmp_path: Path, port: int) -> None:
    canary = tmp_path / "canary-7f3a.png"
    canary.write_bytes(PIXEL)
    made = hostile(payloads(canary, port))
    file = tmp_path / "hostile.journey"
    file.write_bytes(encode(made.project, made.images))
    log = tmp_path / "log"
    assert STRACE is not None
    try:
        found, _ = errand(
            file,
            tmp_path / "out",
            STRACE,
            "-f",
            "--seccomp-bpf",
            "-qq",
            "-s",
            "300",
            "-e",
            LOOKED,
            "-o",
            str(log),
            ask="connect",
        )
    except AssertionError as failed:
        if "ptrace" in str(failed):
            pytest.skip("strace may not look at other processes here")
        raise
    check(found)
    lines = log.read_text(errors="replace").splitlines()
    assert len(lines) > 1000
    assert any(str(file) in line and "open" in line for line in lines)  # so what is opened is seen
    assert [line for line in lines if "canary-7f3a" in line] == []
    called = [line for line in lines if re.search(r"connect\(|sendto\(|sendmsg\(", line) and "AF_INET" in line]
    assert len(called) == 1, called  # the one that shows that it would be seen
    assert "htons(1)" in called[0]
    assert len([line for line in lines if "execve(" in line and " = 0" in line]) == 1
    assert canary.read_bytes() == PIXEL
    outside = {path.name for path in tmp_path.iterdir()}
    assert outside == {"canary-7f3a.png", "hostile.journey", "log", "out"}


def _without_network() -> list[str]:
    """What starts a program in a place without any network, or nothing where that is not allowed."""
    found = shutil.which("unshare")
    if found is None:
        return []
    for options in (["-n"], ["-rn"]):
        if subprocess.run([found, *options, "true"], capture_output=True, check=False).returncode == 0:
            return [found, *options]
    return []


def test_a_whole_errand_needs_no_network(tmp_path: Path) -> None:
    """Opened, looked at, edited, saved and exported where there is no interface; and connecting is forbidden."""
    alone = _without_network()
    if not alone:
        pytest.skip("this machine allows no place without network")
    interfaces = subprocess.run([*alone, "cat", "/proc/net/dev"], capture_output=True, text=True, check=True).stdout
    routes = subprocess.run([*alone, "cat", "/proc/net/route"], capture_output=True, text=True, check=True).stdout
    assert len(routes.splitlines()) <= 1
    assert [line.split(":")[0].strip() for line in interfaces.splitlines()[2:]] in ([], ["lo"])  # and that is down
    found, _ = errand(EVERYTHING, tmp_path / "out", *alone)
    check(found)


def test_connecting_is_noticed_by_who_forbids_it() -> None:
    program = (
        "import json, socket\nfrom tests.faults.errand import forbid\ntold = []\nforbid(told)\n"
        "for call in (lambda: socket.create_connection(('127.0.0.1', 1)), lambda: socket.getaddrinfo('a.test', 1)):\n"
        "    try: call()\n    except PermissionError: pass\nprint(json.dumps(told))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert len(json.loads(done.stdout)) == 2


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>'


@pytest.mark.parametrize("data", [SVG, b"\xef\xbb\xbf" + SVG, b'<?xml version="1.0"?>' + SVG, b"\x1f\x8b" + SVG])
def test_an_svg_is_no_image_for_us_whatever_it_is_called(data: bytes, tmp_path: Path) -> None:
    for name in ("a.svg", "a.png", "a.svgz"):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ImageRefused):
            take_in(tmp_path / name)
        with pytest.raises(ImageRefused):
            take_bytes(data, name)


def test_an_icon_is_one_of_ours_whatever_a_file_calls_it(tmp_path: Path, qapp: QApplication) -> None:
    colour = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0H24V24H0Z" fill="#f00"/></svg>'
    (tmp_path / "mine.svg").write_bytes(colour)
    far = os.path.relpath(tmp_path / "mine", resource("icons"))
    ours = icon("circle").pixmap(24, 24).toImage()
    for name in (far, str(tmp_path / "mine"), "a" * 5000, "a\0b", "\ud800", "", ".", "..", "../icons/mail", "MAIL"):
        assert icon(name).pixmap(24, 24).toImage() == ours, name
    assert icon("mail").pixmap(24, 24).toImage() != ours
