"""The map in which everything occurs: tests/data/everything.journey has every field and every choice of the model.

Who adds a field to the model writes it into that file by hand, once, with German words and their English translation.
"""

from __future__ import annotations

from pathlib import Path

from journey_editor.model.invariants import problems
from journey_editor.model.project import Project
from journey_editor.model.things import things
from journey_editor.model.translatable import texts
from journey_editor.storage.codec import decode, encode
from tests.model_walk import ModelField, choices, model_field, nodes, optional_fields

FILE = Path(__file__).parent.parent / "data" / "everything.journey"

#: Fields that stand in the file as they are by default, and why.
AS_BY_DEFAULT = {
    ModelField("Project", "language"): "the file is German, which is the default; English stands in its translations",
    ModelField("Theme", "name"): "there is one theme",
}
#: Choices that are not in the file, and why.
NOT_CHOSEN = {
    ModelField("PageSetup", "paper"): (
        {"A2", "A5", "Letter", "Legal", "Tabloid", "16:9"},
        "a map has one paper; the layout's own tests try them all",
    ),
    ModelField("PageSetup", "tile"): (
        {"A0", "A1", "A2", "A3", "Letter", "Legal", "Tabloid"},
        "likewise",
    ),
    ModelField("NoteLane", "tone"): (
        {"text", "action", "quote", "pain", "opportunity", "idea", "data-task", "challenge"},
        "it is that of new notes; there is a note of each tone",
    ),
}


def everything() -> Project:
    return decode(FILE.read_bytes(), FILE.name).project


def test_every_field_of_the_model_is_filled_in_somewhere() -> None:
    filled = {
        model_field(type(node), name)
        for node in nodes(everything())
        for name, field in type(node).model_fields.items()
        if getattr(node, name) != field.get_default(call_default_factory=True)
    }
    missing = optional_fields() - filled - AS_BY_DEFAULT.keys()
    assert not missing, f"write a value for {', '.join(sorted(map(str, missing)))} into {FILE.name}, with its English"
    assert not AS_BY_DEFAULT.keys() & filled


def test_every_choice_of_the_model_is_taken_somewhere() -> None:
    taken: dict[ModelField, set[object]] = {}
    for node in nodes(everything()):
        for name in type(node).model_fields:
            value = getattr(node, name)
            if isinstance(value, str | bool | int):
                taken.setdefault(model_field(type(node), name), set()).add(value)
    for field, values in choices().items():
        if field in AS_BY_DEFAULT:
            continue
        excused, _ = NOT_CHOSEN.get(field, (set(), ""))
        missing = values - taken.get(field, set()) - excused
        assert not missing, f"no {field} in {FILE.name} is {sorted(map(repr, missing))}: use each once"
        assert not excused & taken.get(field, set()), f"{field} is excused for what is in {FILE.name}"


def test_the_file_is_sound_and_has_one_form_of_bytes() -> None:
    data = FILE.read_bytes()
    loaded = decode(data, FILE.name)
    assert loaded.report == ()
    assert problems(loaded.project) == ()
    assert encode(loaded.project, loaded.images) == data, f"{FILE.name} is not in the form that the program saves"
    assert set(loaded.images) == {image.sha256 for image in loaded.project.images}


def test_all_its_german_words_have_english_ones() -> None:
    project = everything()
    same = {"58", "%", "Website", "Newsletter", "Petra Öztürk"}  # these are the same in both languages
    english = project.translations["en"]
    for thing in things(project):
        for field, text in texts(thing.node):
            assert not text or text in same or english.get(f"{thing.id}.{field}"), f"{thing.id}.{field} is not English"
