"""`schema`, the version, help, and lines that nobody can follow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import journey_editor

from .lines import Run


def test_schema_prints_json_schema(run: Run) -> None:
    said = run("schema")
    assert said.code == 0
    assert json.loads("\n".join(said.out))["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version") == (0, [f"Journey Editor {journey_editor.__version__}"], [])


def test_help_names_every_command(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    text = "\n".join(said.out)
    assert all(f"    {command} " in text or f"    {command}\n" in text for command in ("export", "validate", "new"))


@pytest.mark.parametrize(
    ("words", "end"),
    [
        (["export", "a.journey"], "the following arguments are required: -o/--output"),
        (["validate"], "the following arguments are required: FILE"),
        (["schema", "x"], "unrecognized arguments: x"),
        (["export", "a", "-o", "b.pdf", "--paper", "A9"], "(choose from"),
        (["export", "a", "-o", "b.pdf", "--margin", "wide"], "a number of millimetres is wanted, such as 12"),
        (["one.journey", "two.journey"], "unrecognized arguments: two.journey"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
    ],
)
def test_wrong_usage_is_explained(run: Run, words: list[str], end: str) -> None:
    said = run(*words)
    assert said.code == 2
    assert said.out == []
    assert said.err[0].startswith("usage: journey-editor")
    assert end in said.err[-1]


def test_the_command_line_speaks_german(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEY_EDITOR_LANGUAGE", "de")
    assert run("validate", tmp_path / "a").err == [f"{tmp_path / 'a'}: Die Datei gibt es nicht. Prüfen Sie den Namen."]
    said = run("export")
    assert said.err[0].startswith("Aufruf: journey-editor export")
    assert said.err[-1] == "journey-editor export: Fehler: es fehlt: DATEI, -o/--output"
    monkeypatch.setenv("JOURNEY_EDITOR_LANGUAGE", "en")
    assert run("validate").err[-1].startswith("journey-editor validate: error: the following")
