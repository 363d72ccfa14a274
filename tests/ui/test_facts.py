"""The words of the status bar name what is selected by its own name."""

from __future__ import annotations

import pytest

from journey_editor.ui.facts import selected_words
from tests.builders import everything


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        ((), ""),
        (("tp-web",), "1 touchpoint selected"),
        (("tp-web", "tp-shop"), "2 touchpoints selected"),
        (("pe-eva",), "1 persona selected"),
        (("ch-web", "ch-shop"), "2 channels selected"),
        (("st-see",), "1 step selected"),
        (("ms-nps",), "1 metric selected"),
        (("pc-one",), "1 image selected"),
        (("mp-one",), "Map selected"),
        (("tp-web", "ph-before"), "2 things selected"),
    ],
)
def test_what_is_selected_is_called_by_its_name(selection: tuple[str, ...], words: str) -> None:
    assert selected_words(everything(), selection) == words
