"""Whatever is edited: a translation stays with the words that it translates, and goes only with them.

Every text of the project says something else ("w17"), and is translated as "en:w17". So each translation tells which
words it belongs to, also those of lists (tags, emotions, links ...), which are addressed by an index in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import hypothesis.strategies as st
from hypothesis import Phase as Stage
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from journey_editor.edit import cards, clipboard, curves, duplicate, joining, pasting, personas, remove, translations
from journey_editor.edit.anything import set_any
from journey_editor.edit.change import EditError
from journey_editor.model.cards import Emotion, ImageUse, Metric, Touchpoint, WebLink
from journey_editor.model.clipping import Clipping
from journey_editor.model.columns import Phase, Step
from journey_editor.model.ids import counting_ids
from journey_editor.model.invariants import problems
from journey_editor.model.lanes import EmotionLane
from journey_editor.model.project import Project
from journey_editor.model.queries import all_cards, steps
from journey_editor.model.things import find_thing, things
from journey_editor.model.translatable import LISTS, fields_of, text_at, texts
from tests.builders import PIXEL_SHA, everything

LANGUAGES = ("en", "fr")


def _texts(project: Project) -> Iterator[tuple[str, str, str]]:
    """Id, field and own words of all texts. Titles of columns are left out: joining makes one of several."""
    for thing in things(project):
        if not isinstance(thing.node, (Phase, Step)):
            for field, own in texts(thing.node):
                yield thing.id, field, own


class Editing(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.new = counting_ids(1000)
        self.words = (f"w{n}" for n in count())
        self.clipping: Clipping | None = None
        self.project = everything().evolve(translations={})
        for persona in self.project.personas:
            lists = dict.fromkeys(("goals", "needs", "frustrations"), ("x", "y", "z"))
            self.project = set_any(self.project, persona.id, **lists)
        self.project = set_any(
            self.project,
            "tp-web",
            metrics=tuple(Metric(name="x", unit="x", source="x") for _ in range(3)),
            links=tuple(WebLink(title="x", address=f"https://example.org/{n}") for n in range(3)),
            images=tuple(ImageUse(sha256=PIXEL_SHA, caption="x") for _ in range(3)),
        )
        for thing_id, field, own in tuple(_texts(self.project)):
            if own:
                self.say(thing_id, field)

    def say(self, thing_id: str, field: str) -> None:
        """New words for a text, in all languages."""
        words = next(self.words)
        self.project = translations.set_text(self.project, "de", thing_id, field, words)
        for language in LANGUAGES:
            self.project = translations.set_text(self.project, language, thing_id, field, f"{language}:{words}")

    def do(self, edit: Callable[..., Project | tuple[Project, object]], *args: Any, **fields: Any) -> None:
        try:
            result = edit(self.project, *args, **fields)
        except EditError:
            return
        self.project = result[0] if isinstance(result, tuple) else result

    def some(self, data: st.DataObject, kind: str = "") -> str:
        """One of the things; of a kind, if there is any."""
        found = [thing.id for thing in things(self.project) if not kind or thing.kind == kind]
        return data.draw(st.sampled_from(found or [self.project.id]))

    def touchpoint(self, data: st.DataObject) -> Touchpoint | None:
        thing = find_thing(self.project, self.some(data, "touchpoint"))
        return thing.node if thing is not None and isinstance(thing.node, Touchpoint) else None

    # Lists

    @rule(data=st.data())
    def rearrange_a_list(self, data: st.DataObject) -> None:
        """Items go, come and change places at once, as nothing but a whole list tells the edit."""
        kind = data.draw(st.sampled_from(["touchpoint", "note", "measure", "picture", "persona"]))
        thing = find_thing(self.project, self.some(data, kind))
        assert thing is not None
        names = sorted(LISTS.intersection(fields_of(thing.node)))
        if not names:
            return
        name = data.draw(st.sampled_from(names))
        before = items = list(getattr(thing.node, name))
        items = data.draw(st.permutations(items))[: data.draw(st.integers(0, len(items)))]
        made: dict[str, Callable[[], object]] = {
            "metrics": lambda: Metric(name=f"new {next(self.words)}"),
            "links": lambda: WebLink(address=f"https://example.org/{next(self.words)}"),
            "images": lambda: ImageUse(sha256=PIXEL_SHA, caption=f"new {next(self.words)}"),
        }
        # One gone and one new cannot be told from one that was reworded, whose translation stays.
        reworded = len(items) + 1 == len(before)
        if name != "emotions" and not reworded and data.draw(st.booleans()):
            at = data.draw(st.integers(0, len(items)))
            items.insert(at, made.get(name, lambda: f"new {next(self.words)}")())
        self.do(set_any, thing.id, **{name: tuple(items)})

    @rule(data=st.data(), value=st.integers(-4, 4))
    def change_one_item_and_take_another_away(self, data: st.DataObject, value: int) -> None:
        card = self.touchpoint(data)
        if card is None:
            return
        changes: dict[str, Callable[[Any], Any]] = {
            "emotions": lambda item: item.evolve(value=value / 2),
            "metrics": lambda item: item.evolve(value=float(value)),
            "links": lambda item: item.evolve(title=item.title),
        }
        name = data.draw(st.sampled_from(sorted(changes)))
        items = list(getattr(card, name))
        if items:
            at = data.draw(st.integers(0, len(items) - 1))
            items[at] = changes[name](items[at])
            away = data.draw(st.integers(0, len(items) - 1))
            self.do(set_any, card.id, **{name: tuple(item for n, item in enumerate(items) if n != away or n == at)})

    @rule(data=st.data(), value=st.none() | st.just(1.0), expected=st.none() | st.just(-1.0))
    def feel(self, data: st.DataObject, value: float | None, expected: float | None) -> None:
        card, persona = self.touchpoint(data), self.some(data, "persona")
        if card is None:
            return
        if data.draw(st.booleans()):
            lanes = [lane for journey in self.project.maps for lane in journey.lanes if isinstance(lane, EmotionLane)]
            if lanes:
                said = data.draw(st.booleans())
                self.do(curves.unfeel, data.draw(st.sampled_from(lanes)).id, card.id, persona, expected=said)
            return
        self.do(cards.set_emotion, card.id, persona, value=value, expected=expected)

    @rule(data=st.data())
    def put_words_to_a_text(self, data: st.DataObject) -> None:
        thing_id, field, _ = data.draw(st.sampled_from([*_texts(self.project)]))
        self.say(thing_id, field)

    # Whole things

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        kind = data.draw(st.sampled_from(["persona", "channel", "touchpoint", "phase", "step", "lane", "point", "map"]))
        self.do(remove.delete, [self.some(data, kind)])

    @rule(data=st.data())
    def add_a_persona(self, data: st.DataObject) -> None:
        self.do(personas.add_persona, name=f"new {next(self.words)}", new=self.new)

    @rule(data=st.data(), kind=st.sampled_from(["touchpoint", "phase", "step", "lane", "note"]))
    def duplicate_something(self, data: st.DataObject, kind: str) -> None:
        self.do(duplicate.duplicate, [self.some(data, kind)], new=self.new)

    @rule(data=st.data(), kind=st.sampled_from(["touchpoint", "phase", "step", "lane", "note"]), cut=st.booleans())
    def copy(self, data: st.DataObject, kind: str, cut: bool) -> None:
        wanted = [self.some(data, kind)]
        try:
            if cut:
                self.project, self.clipping = clipboard.cut(self.project, wanted)
            else:
                self.clipping = clipboard.copy(self.project, wanted)
        except EditError:
            return

    @precondition(lambda self: self.clipping is not None)
    @rule(data=st.data(), elsewhere=st.booleans())
    def paste(self, data: st.DataObject, elsewhere: bool) -> None:
        assert self.clipping is not None
        clipping = self.clipping
        if elsewhere:  # as from another project, where other ids have the same names
            clipping = clipping.evolve(cut=False, project=_with_all_called(clipping.project, self.project))
        journey = data.draw(st.sampled_from(self.project.maps))
        lane = data.draw(st.sampled_from(["", *(lane.id for lane in journey.lanes)]))
        step = data.draw(st.sampled_from(["", *(step.id for step in steps(journey))]))
        self.do(pasting.paste, clipping, pasting.Place(journey.id, lane, step), new=self.new)

    @rule(data=st.data())
    def move_cards(self, data: st.DataObject) -> None:
        journey = data.draw(st.sampled_from(self.project.maps))
        there = [card.id for _, _, card in all_cards(journey)]
        rows, columns = [lane.id for lane in journey.lanes], [step.id for step in steps(journey)]
        if there and rows and columns:
            moved = data.draw(st.lists(st.sampled_from(there), min_size=1, max_size=3, unique=True))
            where = data.draw(st.sampled_from(rows)), data.draw(st.sampled_from(columns))
            self.do(cards.move_cards, moved, *where)

    @rule(data=st.data())
    def join(self, data: st.DataObject) -> None:
        journey = data.draw(st.sampled_from(self.project.maps))
        columns = [step.id for step in steps(journey)]
        if len(columns) > 1:
            self.do(joining.join_steps, columns[:2])

    # What always holds

    @invariant()
    def each_translation_is_that_of_its_words(self) -> None:
        assert problems(self.project) == ()
        said = {f"{thing_id}.{field}": own for thing_id, field, own in _texts(self.project)}
        for language in LANGUAGES:
            words = self.project.translations.get(language, {})
            for key, text in words.items():
                if key in said:
                    assert text == f"{language}:{said[key]}", key
            for key, own in said.items():
                if own.startswith("w"):  # was translated
                    assert key in words, key


def _with_all_called(fragment: Project, here: Project) -> Project:
    """A fragment of another project in which all personas are called like the first of here."""
    name = here.personas[0].name if here.personas else "w"
    known = tuple(persona.evolve(name=name) for persona in fragment.personas)
    return fragment.evolve(id="another", personas=known)


TestTranslationsStay = Editing.TestCase
# Making such a story shorter takes minutes, and it is told step by step anyway.
TestTranslationsStay.settings = settings(stateful_step_count=20, max_examples=40, phases=[Stage.generate])


def test_a_persona_that_stands_for_two_keeps_the_words_of_the_feeling_that_is_kept() -> None:
    project = everything()
    felt = (
        Emotion(persona="pe-eva", value=1.0, label="froh"),
        Emotion(persona="pe-tom", value=-1.0, label="bang"),
    )
    project = set_any(project, "tp-web", emotions=felt)
    project = translations.set_text(project, "en", "tp-web", "emotions.0.label", "glad")
    project = translations.set_text(project, "en", "tp-web", "emotions.1.label", "afraid")
    clipping = clipboard.copy(project, ["tp-web"])
    assert clipping is not None
    clipping = clipping.evolve(project=_with_all_called(clipping.project, project))
    pasted, ids = pasting.paste(project, clipping, pasting.Place("mp-one", "ln-online", "st-use"), new=counting_ids())
    assert text_at(_node(pasted, ids[0]), "emotions.0.label") == "bang"
    assert pasted.translations["en"][f"{ids[0]}.emotions.0.label"] == "afraid"


def test_a_feeling_that_is_taken_off_the_curve_loses_its_words_in_all_languages() -> None:
    project = set_any(everything(), "tp-web", emotions=(Emotion(persona="pe-eva", value=1, expected=2, label="froh"),))
    project = translations.set_text(project, "en", "tp-web", "emotions.0.label", "glad")
    project = curves.unfeel(project, "ln-emotion", "tp-web", "pe-eva")
    assert "tp-web.emotions.0.label" not in project.translations["en"]


def test_another_image_in_its_place_is_not_called_as_the_one_before() -> None:
    project = set_any(everything(), "tp-web", images=(ImageUse(sha256=PIXEL_SHA, caption="Ein Pixel"),))
    project = translations.set_text(project, "en", "tp-web", "images.0.caption", "A pixel")
    other = project.images[0].evolve(sha256="0" * 64)
    project = project.evolve(images=(*project.images, other))
    project = set_any(project, "tp-web", images=(ImageUse(sha256=other.sha256),))
    assert "tp-web.images.0.caption" not in project.translations["en"]


def _node(project: Project, thing_id: str) -> Any:
    thing = find_thing(project, thing_id)
    assert thing is not None
    return thing.node
