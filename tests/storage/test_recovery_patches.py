"""What is written down of an edit: no more than what changed, and put into a file's JSON it gives the other state."""

from __future__ import annotations

import json
from typing import Any

import pytest

from journey_editor.edit.anything import set_any
from journey_editor.edit.cards import move_cards
from journey_editor.edit.remove import delete
from journey_editor.model.assets import AssetRef
from journey_editor.model.cards import Metric
from journey_editor.model.project import Project
from journey_editor.storage.codec import decode, encode
from journey_editor.storage.recovery.patches import apply, patches
from journey_editor.storage.recovery.pieces import pieces
from tests.builders import PIXEL, PIXEL_SHA, everything, journey, large, project, two_by_two

IMAGES = {PIXEL_SHA: PIXEL}

#: Where the cards of the first lane of `two_by_two()` stand in its first step, and what they are.
STACK = ("maps", 0, "lanes", 0, "cells", 0, "cards")


def led(old: Project, new: Project) -> list[dict[str, Any]]:
    """The patches between both, once they have led from one to the other."""
    found = patches(old, new)
    document = json.loads(encode(old, IMAGES))
    apply(document["project"], json.loads(json.dumps(found)))
    assert decode(json.dumps(document).encode(), "test").project == new
    return found


def test_nothing_changed_is_no_patch() -> None:
    base = everything()
    assert led(base, base) == []
    assert led(base, everything()) == []  # equal, but nothing of it is shared


def test_a_value_is_set() -> None:
    base = two_by_two()
    assert led(base, set_any(base, base.id, title="New")) == [{"at": ("title",), "set": "New"}]
    found = led(base, set_any(base, "a2", title="New", tags=("x",)))
    assert sorted(found, key=str) == [
        {"at": (*STACK, 1, "tags"), "from": 0, "gone": 0, "come": ["x"]},
        {"at": (*STACK, 1, "title"), "set": "New"},
    ]


def test_a_value_of_another_type_is_set_though_it_is_equal() -> None:
    base = set_any(two_by_two(), "a1", metrics=(Metric(name="m", value=1.0),))
    card: Any = base.maps[0].lanes[0].cells[0].cards[0]  # type: ignore[union-attr]
    metric = card.metrics[0].model_copy(update={"value": 1})
    found = patches(card, card.model_copy(update={"metrics": (metric,)}))
    assert found == [{"at": ("metrics", 0, "value"), "set": 1}]
    assert type(found[0]["set"]) is int
    assert patches(card.metrics[0], card.metrics[0].model_copy(update={"value": None})) == [
        {"at": ("value",), "set": None}
    ]


def test_a_stretch_of_a_list_is_exchanged() -> None:
    base = set_any(two_by_two(), "a1", tags=("a", "b", "c"))

    def tags(*after: str) -> list[dict[str, Any]]:
        found = led(base, set_any(base, "a1", tags=after))
        assert all(change.pop("at") == (*STACK, 0, "tags") for change in found)
        return found

    assert tags("a", "x", "c") == [{"from": 1, "gone": 1, "come": ["x"]}]
    assert tags("x", "b", "c") == [{"from": 0, "gone": 1, "come": ["x"]}]
    assert tags("a", "c") == [{"from": 1, "gone": 1, "come": []}]
    assert tags("a", "b", "x", "y", "c") == [{"from": 2, "gone": 0, "come": ["x", "y"]}]
    assert tags("a", "b", "c", "c") == [{"from": 3, "gone": 0, "come": ["c"]}]
    assert tags("b", "c") == [{"from": 0, "gone": 1, "come": []}]
    assert tags() == [{"from": 0, "gone": 3, "come": []}]
    assert tags("c", "b", "a") == [{"from": 0, "gone": 3, "come": ["c", "b", "a"]}]


def test_things_that_come_are_written_whole_and_things_that_change_are_not() -> None:
    base = two_by_two()
    (gone,) = led(base, delete(base, ["a1"]))
    assert gone == {"at": STACK, "from": 0, "gone": 1, "come": []}
    moved = led(base, move_cards(base, ["a1"], "a", "s3", None))
    assert len(moved) == 2
    assert {"at": (*STACK[:-2], 1, "cards"), "from": 1, "gone": 0, "come": [{"id": "a1", "title": "a1"}]} in moved
    renamed = led(base, set_any(set_any(base, "a1", title="x"), "a2", title="y"))
    assert [change["at"] for change in renamed] == [(*STACK, 0, "title"), (*STACK, 1, "title")]
    # another thing in the same place is no change of it
    turned = led(base, move_cards(base, ["a2"], "a", "s1", "a1"))
    assert [(change["gone"], len(change["come"])) for change in turned] == [(2, 2)]


def test_cells_of_other_steps_are_other_cells() -> None:
    base = two_by_two()
    found = led(base, move_cards(base, ["b1"], "b", "s1", None))
    assert [(change["at"], change["gone"]) for change in found] == [(("maps", 0, "lanes", 1, "cells"), 1)]


def test_entries_of_a_mapping_come_change_and_go() -> None:
    base = everything()
    words = dict(base.translations["en"])
    words["tp-web.title"], words["tp-mail.title"] = "Site", "Mail"
    del words["tp-shop.title"]
    found = led(base, base.evolve(translations={"en": words, "fr": {"tp-web.title": "Le site"}}))
    assert found == [
        {"at": ("translations", "en", "tp-shop.title"), "drop": True},
        {"at": ("translations", "en", "tp-web.title"), "set": "Site"},
        {"at": ("translations", "en", "tp-mail.title"), "set": "Mail"},
        {"at": ("translations", "fr"), "set": {"tp-web.title": "Le site"}},
    ]
    assert led(base, base.evolve(translations={})) == [{"at": ("translations", "en"), "drop": True}]


def test_what_is_left_out_of_a_file_since_it_has_its_default_is_made_first() -> None:
    document: dict[str, Any] = {}
    apply(document, [{"at": ["translations", "en", "a.title"], "set": "x"}])
    apply(document, [{"at": ["tags"], "from": 0, "gone": 0, "come": ["a", "c"]}])
    apply(document, [{"at": ["tags"], "from": 1, "gone": 0, "come": ["b"]}, {"at": ["theme", "font"], "set": "y"}])
    assert document == {"translations": {"en": {"a.title": "x"}}, "tags": ["a", "b", "c"], "theme": {"font": "y"}}
    with pytest.raises(IndexError):
        apply(document, [{"at": ["maps", 0, "title"], "set": "x"}])
    assert document["maps"] == []


@pytest.mark.parametrize(("start", "gone"), [(-1, 0), (0, -1), (2, -1), (0, 4), (3, 1), (4, 0)])
def test_patches_of_another_document_are_refused(start: int, gone: int) -> None:
    document = {"tags": ["a", "b", "c"]}
    with pytest.raises(IndexError, match="3 has no items"):
        apply(document, [{"at": ["tags"], "from": start, "gone": gone, "come": ["x"]}])
    assert document == {"tags": ["a", "b", "c"]}
    with pytest.raises(KeyError):
        apply(document, [{"at": ["gone"], "drop": True}])


@pytest.mark.parametrize(
    "made",
    [everything(), two_by_two(), large(2, 130, 1), project(journey()), project(journey(key="a"), journey(key="b"))],
)
def test_a_file_made_in_pieces_is_the_file(made: Project) -> None:
    assert decode(b"".join(pieces(made, IMAGES)), "test") == decode(encode(made, IMAGES), "test")


def test_images_stand_in_it_one_by_one() -> None:
    other = AssetRef(sha256="0" * 64, media_type="image/png", width=1, height=1)
    made = everything().evolve(images=(*everything().images, other))
    images = {**IMAGES, other.sha256: b"other"}
    found = list(pieces(made, images))
    assert json.loads(b"".join(found))["images"] == json.loads(encode(made, images))["images"]
    assert sum(PIXEL_SHA.encode() in piece and b"iVBOR" in piece for piece in found) == 1
    with pytest.raises(KeyError):
        list(pieces(made, IMAGES))


def test_no_piece_holds_up_others_for_long() -> None:
    found = list(pieces(large(2, 130, 1), {}))
    counts = [piece.count(b'"step":') for piece in found]
    assert sum(counts) == 260
    assert max(counts) == 60


def test_words_that_are_equal_are_not_written_again() -> None:
    words = [letter * 50 for letter in "abc"]
    base = set_any(two_by_two(), "a1", tags=tuple(words))
    again = tuple("".join(list(word)) for word in (*words[:2], "x", words[2]))  # equal, but other objects
    assert [(change["from"], change["come"]) for change in led(base, set_any(base, "a1", tags=again))] == [(2, ["x"])]
