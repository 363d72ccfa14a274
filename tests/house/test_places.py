"""Resources are found in a checkout, in an installed package and in a frozen folder."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from journey_editor import places


@pytest.mark.parametrize("parts", [("icons", "mail.svg"), ("fonts", "NotoSans-Regular.ttf"), ("translations", "de")])
def test_what_comes_with_the_program_is_found(parts: tuple[str, ...]) -> None:
    assert places.resource(*parts).exists()


@pytest.mark.parametrize("folder", ["journey_editor/resources", "resources"])
def test_resources_may_lie_inside_the_package_or_beside_it(folder: str, tmp_path: Path) -> None:
    package = tmp_path / "journey_editor"
    package.mkdir()
    (tmp_path / folder / "icons").mkdir(parents=True)
    copied = shutil.copy(str(places.__file__), package / "places.py")
    spec = importlib.util.spec_from_file_location("elsewhere", copied)
    assert spec is not None
    assert spec.loader is not None
    elsewhere = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(elsewhere)
    assert elsewhere.resource("icons") == (tmp_path / folder / "icons").resolve()
