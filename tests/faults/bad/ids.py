"""Ids, and what points at them: wrong letters, nothing there, the same twice, and the rules between things."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.builders import PIXEL_SHA

from .sound import LANES, MAP, PLACES, SOUND, WEB, Bad, at, changed, put


def ids() -> Iterator[Bad]:
    wrong = {
        "empty": "",
        "blank": " ",
        "with a blank": "tp web",
        "with a blank behind": "tp-web ",
        "with a line end behind": "tp-web\n",
        "with an umlaut": "tp-wüb",
        "with a Cyrillic letter": "tp-w\u0435b",
        "with a point, as in a translation": "tp.web",
        "that leads out of a folder": "../tp",
        "with a slash": "tp/web",
        "with a tilde": "tp~web",
        "of 65 letters": "a" * 65,
        "of 100,000 letters": "a" * 100_000,
        "an emoji": "\U0001f600",
        "invisible": "\u200b",
        "with half a character": "tp\ud800",
        "digits of another script": "\u0661\u0662",
    }
    for reason, key in wrong.items():
        yield Bad(f"an id that is {reason}", put(MAP + "/counterparts/0/id", key), "refused")
    for reason, key in {"of 64 letters": "a" * 64, "one digit": "0", "a minus": "-", "null in letters": "null"}.items():
        yield Bad(f"an id that is {reason}", put(MAP + "/counterparts/0/id", key), "opened")
    yield Bad(
        "an id with a NUL, which would be another one without", put(MAP + "/counterparts/0/id", "cp\0"), "reported"
    )


#: What points at something: where, and at what.
REFERENCES = {
    "the persona of a map": MAP + "/personas/0",
    "the persona of an emotion": WEB + "/emotions/0/persona",
    "the persona of a note": LANES + "/2/cells/0/cards/0/persona",
    "the persona of a curve": LANES + "/6/personas/0",
    "the persona of a point": LANES + "/6/points/0/persona",
    "the persona of a path": MAP + "/paths/0/persona",
    "the channel of a touchpoint": WEB + "/channel",
    "the channel of a matrix": LANES + "/7/channels/0",
    "the channel of a mark": LANES + "/7/marks/0/channel",
    "the step of a mark": LANES + "/7/marks/0/step",
    "the step of a point": LANES + "/6/points/0/step",
    "the step of a cell": LANES + "/0/cells/0/step",
    "the source of a path": MAP + "/paths/0/source",
    "the target of a path": MAP + "/paths/0/target",
    "the source of a counterpart": MAP + "/counterparts/0/source",
    "the target of a counterpart": MAP + "/counterparts/0/target",
    "the lane above the band": MAP + "/band_below",
}
_IMAGES = {
    "the portrait of a persona": "/personas/0/portrait",
    "the logo of a project": "/logo",
    "the image of a touchpoint": WEB + "/images/0/sha256",
    "the image of a picture": LANES + "/5/cells/0/cards/0/image/sha256",
}


def dangling() -> Iterator[Bad]:
    for name, place in REFERENCES.items():
        yield Bad(f"{name} does not exist", put(place, "gone"), "refused")
        yield Bad(f"{name} is the project", put(place, "pr-all"), "refused")
        yield Bad(f"{name} is written in capitals", put(place, at(json.loads(SOUND), place).upper()), "refused")
    for name, place in REFERENCES.items():
        if "path" in name or "counterpart" in name or "step" in name or "lane" in name:
            other = {"path": "tp-x", "counterpart": "tp-x", "step": "st-x", "lane": "ln-x"}
            key = next(key for kind, key in other.items() if kind in name)
            if "persona" not in name:
                yield Bad(f"{name} is in another map", put(place, key), "refused")
    for name, place in _IMAGES.items():
        yield Bad(f"{name} does not exist", put(place, "0" * 64), "refused")
        yield Bad(f"{name} is written in capitals", put(place, PIXEL_SHA.upper()), "refused")
    yield Bad("the path of a note", put(MAP + "/paths/0/source", "nt-quote"), "refused")
    yield Bad("no personas at all", changed(lambda d: d["project"].pop("personas")), "refused")
    yield Bad("no channels at all", changed(lambda d: d["project"].pop("channels")), "refused")
    yield Bad("no images at all", changed(lambda d: d["project"].pop("images")), "refused")
    yield Bad("no phases at all", changed(lambda d: at(d, MAP).pop("phases")), "refused")
    yield Bad("an origin that is gone, which is no fault", put(MAP + "/origins", {"tp-web": "gone"}), "opened")
    for key in ("gone.title", "tp-web", "tp-web.", "tp-web.nothing", "tp-web.tags.2", "tp-web.tags.-1",
                "tp-web.tags.x", "tp-web.tags.00", "tp-web.id", "tp-web.__class__", ".title", "", "tp-web.metrics.0",
                "tp-web.metrics.0.value", "tp-web.tags.99999999999999999999", "../x.title"):  # fmt: skip
        yield Bad(
            f"a translation of {key!r}",
            changed(lambda d, k=key: d["project"]["translations"]["en"].update({k: "x"})),
            "refused",
        )


def same_id() -> Iterator[Bad]:
    sound = json.loads(SOUND)
    named = [(name, place) for name, place in PLACES.items() if "id" in at(sound, place)]
    for (name, place), (other, elsewhere) in zip(named, named[1:] + named[:1], strict=True):
        data = put(f"{place}/id", at(sound, elsewhere)["id"])
        yield Bad(f"{name} has the id of {other}", data, "refused")
    yield Bad("a map twice", changed(lambda d: d["project"]["maps"].append(d["project"]["maps"][0])), "refused")
    yield Bad(
        "a card twice in a cell", changed(lambda d: at(d, LANES + "/0/cells/0/cards").append(at(d, WEB))), "refused"
    )


_CIRCLE = (("tp-web", "tp-shop"), ("tp-shop", "tp-mail"), ("tp-mail", "tp-web"))


def rules() -> Iterator[Bad]:
    yield Bad("a path that leads to where it begins", put(MAP + "/paths/0/target", "tp-web"), "refused")
    yield Bad("a counterpart of itself", put(MAP + "/counterparts/0/target", "tp-shop"), "refused")
    circle = [{"id": f"c{n}", "source": a, "target": b} for n, (a, b) in enumerate(_CIRCLE)]
    ways = [{**way, "id": way["id"] if n else "pa-one", "condition": "x"} for n, way in enumerate(circle)]
    yield Bad("paths in a circle, which is no fault", put(MAP + "/paths", ways), "opened")
    yield Bad("counterparts in a circle, which is no fault", put(MAP + "/counterparts", circle), "opened")
    yield Bad(
        "a counterpart twice",
        changed(lambda d: at(d, MAP + "/counterparts").append({**at(d, MAP + "/counterparts/0"), "id": "cp-two"})),
        "refused",
    )
    yield Bad(
        "origins in a circle, which is no fault",
        put(MAP + "/origins", {"tp-web": "tp-shop", "tp-shop": "tp-web"}),
        "opened",
    )
    yield Bad("an origin that is itself", put(MAP + "/origins", {"tp-web": "tp-web"}), "opened")
    yield Bad("a persona twice in a map", put(MAP + "/personas", ["pe-eva", "pe-eva"]), "refused")
    yield Bad("a persona twice in a curve", put(LANES + "/6/personas", ["pe-eva", "pe-eva"]), "refused")
    yield Bad("a channel twice in a matrix", put(LANES + "/7/channels", ["ch-web", "ch-web"]), "refused")
    yield Bad("a persona that feels twice", put(WEB + "/emotions", [{"persona": "pe-eva"}] * 2), "refused")
    mark = {"channel": "ch-web", "step": "st-see"}
    yield Bad("a mark twice", put(LANES + "/7/marks", [mark, mark]), "refused")
    cells = LANES + "/0/cells"
    yield Bad("cells in another order than the steps", changed(lambda d: at(d, cells).reverse()), "refused")
    yield Bad("a cell twice", changed(lambda d: at(d, cells)[1].update(step="st-see")), "refused")
    yield Bad("a cell without cards", put(cells + "/0/cards", []), "refused")
    yield Bad("a phase without steps", put(MAP + "/phases/0/steps", []), "refused")
    yield Bad("notes in a lane of touchpoints", put(LANES + "/0/kind", "notes"), "refused")
    yield Bad("touchpoints in a lane of notes", put(LANES + "/2/kind", "touchpoints"), "refused")
    yield Bad("cards in a separator", put(LANES + "/0/kind", "separator"), "refused")
    yield Bad("notes in a lane of texts, which is no fault", put(LANES + "/2/kind", "text"), "opened")
    yield Bad("a preset without a name", put("/presets", [{"name": ""}]), "refused")
    yield Bad("translations into its own language", put("/translations/de", {}), "refused")
    yield Bad("a language without translations, which is no fault", put("/translations/fr", {}), "opened")
