"""The library of channels: complete, readable in both languages, and told apart."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from journey_editor.edit.channels import add_channel
from journey_editor.edit.known_channels import add_known_channel
from journey_editor.layout.icons import icon_names
from journey_editor.model.channel_library import FAMILIES, KnownChannel, known_as, missing, offers
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.paths import Counterpart
from journey_editor.model.project import Channel, Project
from journey_editor.storage.channel_library import channel_library, known_channel
from tests.builders import everything, journey, lane, phase, project, tp

LIBRARY = channel_library()


def _light(color: str) -> float:
    """The relative luminance of WCAG 2."""

    def linear(n: int) -> float:
        c = int(color[n : n + 2], 16) / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5)


def test_there_is_a_channel_for_most_needs() -> None:
    assert len(LIBRARY) >= 40
    assert {known.mode for known in LIBRARY} == {"online", "offline", "both"}


def test_keys_and_names_are_given_once() -> None:
    assert len({known.key for known in LIBRARY}) == len(LIBRARY)
    for language in ("de", "en"):
        assert len({known.names[language].casefold() for known in LIBRARY}) == len(LIBRARY)


def test_families_stand_together_in_their_order() -> None:
    changes = [a.family for a, b in pairwise(LIBRARY) if a.family != b.family]
    assert [*changes, LIBRARY[-1].family] == list(FAMILIES)


@pytest.mark.parametrize("known", LIBRARY, ids=lambda known: known.key)
def test_each_has_an_icon_words_and_a_colour_that_is_seen_on_white(known: KnownChannel) -> None:
    assert known.icon in icon_names()
    assert all(known.names[language] and known.also[language] for language in ("de", "en"))
    assert 1.05 / (_light(known.color) + 0.05) >= 4.5


def test_related_channels_differ_in_colour_and_all_in_icon() -> None:
    assert len({known.icon for known in LIBRARY}) == len(LIBRARY)
    by_family: dict[str, list[str]] = defaultdict(list)
    for known in LIBRARY:
        by_family[known.family].append(known.color)
    assert all(len(set(colors)) == len(colors) for colors in by_family.values())


def test_what_is_offline_leads_to_channels_that_are_online() -> None:
    for known in LIBRARY:
        targets = [known_channel(key) for key in known.online]
        assert all(target is not None and target.mode == "online" for target in targets)
        assert bool(targets) == (known.mode != "online" and known.key not in ("training", "qr-code"))


def test_a_language_that_the_library_lacks_is_named_in_english() -> None:
    shop = known_channel("shop")
    assert shop is not None
    assert (shop.name("de-AT"), shop.name("en"), shop.name("fr")) == ("Geschäft", "Shop", "Shop")
    assert known_channel("none") is None


def test_adding_one_names_it_in_each_language_of_the_project() -> None:
    letter = known_channel("letter")
    assert letter is not None
    after, key = add_known_channel(everything(), letter, new=counting_ids())
    assert (after.channels[-1].name, after.channels[-1].mode, after.channels[-1].icon) == (
        "Brief",
        "offline",
        "mail-open",
    )
    assert after.translations["en"][f"{key}.name"] == "Letter"
    assert problems(after) == ()


def test_a_project_lacks_what_it_has_no_channel_of_that_name_for() -> None:
    lacking = {known.key for known in missing(everything(), LIBRARY)}
    assert "website" not in lacking
    assert "shop" not in lacking, "a translation names it"
    assert "letter" in lacking


def test_a_channel_is_known_by_name_and_else_by_its_sign() -> None:
    by_name = known_as(Channel(id="a", name=" NEWSLETTER ", icon="mail"), LIBRARY)
    by_sign = known_as(Channel(id="a", name="Unser Laden", icon="store", mode="offline"), LIBRARY)
    assert by_name is not None
    assert by_sign is not None
    assert (by_name.key, by_sign.key) == ("newsletter", "shop")
    assert known_as(Channel(id="a", name="Brieftauben"), LIBRARY) is None


def _with_letter(*more: str, **fields: object) -> Project:
    before = project(journey([phase("p1", "s1")], [lane("touchpoints", "low", {"s1": [tp("l1", channel="letter")]})]))
    before, _ = add_channel(before, name="Brief", mode="offline", new=lambda _: "letter")
    for key in more:
        before, _ = add_channel(before, name=key, mode="online", new=lambda _, key=key: key)  # type: ignore[misc]
    return before


def test_a_letter_is_offered_an_e_mail_first() -> None:
    before = _with_letter("Website", "E-Mail")
    found = offers(before, tp("l1", channel="letter"), "online", LIBRARY)
    assert [offer.channel.name if offer.channel else offer.known.key for offer in found[:4]] == [  # type: ignore[union-attr]
        "E-Mail",
        "newsletter",  # the library names it, the project does not have it yet
        "Website",
        "online-shop",
    ]
    assert len({str(offer) for offer in found}) == len(found)


def test_what_was_carried_over_before_is_offered_before_all() -> None:
    before = _with_letter("Website", "E-Mail")
    here = before.maps[0]
    up = lane("touchpoints", "up", {"s1": [tp("w1", channel="Website")]})
    traced = here.evolve(lanes=(up, *here.lanes), counterparts=(Counterpart(id="cp", source="l1", target="w1"),))
    found = offers(before.evolve(maps=(traced,)), tp("l1", channel="letter"), "online", LIBRARY)
    assert found[0].channel is not None
    assert found[0].channel.name == "Website"
