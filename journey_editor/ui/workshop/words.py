"""What is asked in a workshop, in plain words."""

from __future__ import annotations

from journey_editor.model.workshop import Position
from journey_editor.ui.interview.asked import Option
from journey_editor.wording import tr


def round_name(which: str) -> str:
    return {
        "frame": lambda: tr("The frame"),
        "offline": lambda: tr("Round 1: offline"),
        "online": lambda: tr("Round 2: online"),
    }[which]()


def question(at: Position, *, name: str, phase: str, source: str, persona: str, number: int) -> str:
    """The question itself. `name` is the touchpoint's, `number` that of the phase."""
    if at.question == "name":
        if at.card:
            return tr("What is this touchpoint called?")
        if at.source:
            return tr("What is the online counterpart of “{name}”?", name=source)
        if at.round == "offline":
            return tr("Which contact is there in “{phase}”?", phase=phase)
        return tr("What else is there online in “{phase}”?", phase=phase)
    if at.question == "where":
        if at.round == "online":
            return tr("Where online does “{name}” take place?", name=name)
        return tr("Where does “{name}” take place?", name=name)
    if at.question == "phase":
        if at.phase:
            return tr("What is phase {n} called?", n=number)
        return tr("Is there one more phase?")
    return {
        "title": lambda: tr("Which journey is this about?"),
        "persona": lambda: tr("Who goes on this journey?"),
        "lane": lambda: tr("Which lane does “{name}” belong to?", name=name),
        "medium": lambda: tr("By which media?"),
        "content": lambda: tr("With which content?"),
        "status": lambda: tr("Does “{name}” exist already?", name=name),
        "feeling": lambda: tr("Does “{name}” raise or lower {persona}’s enthusiasm?", name=name, persona=persona),
    }[at.question]()


def more(at: Position, *, next_phase: str) -> str:
    """A line of help under the question."""
    if at.question == "name" and not at.card:
        if at.source:
            return tr("Nothing comes to mind? Enter skips it; it stays on the list.")
        if next_phase:
            return tr("One after the other. Enter without a name goes on to “{phase}”.", phase=next_phase)
        return tr("One after the other. Enter without a name ends the round.")
    if at.question == "phase" and not at.phase:
        return tr("Enter without a name begins with the first round.")
    if at.question == "feeling":
        return tr("+ raises it, − lowers it, 0 leaves it as it is. Enter without a key says nothing of it.")
    if at.question == "persona":
        return tr("A name makes it easier to think of one person.")
    return ""


def example(at: Position) -> str:
    """What an answer could be like, in the empty field."""
    online = at.round == "online"
    if at.question == "name":
        return tr("Such as: video tour of the shop") if online else tr("Such as: talk in the shop")
    if at.question == "where":
        return tr("Such as: own website, Google, Instagram") if online else tr("Such as: in the shop, at the fair")
    if at.question == "medium":
        return tr("Such as: video, form, e-mail") if online else tr("Such as: conversation, leaflet, sample")
    if at.question == "content":
        return tr("Such as: prices, steps, examples")
    return {
        "title": lambda: tr("Such as: from the first thought to the recommendation"),
        "persona": lambda: tr("Such as: Sabine, looking for a kitchen"),
        "phase": lambda: tr("Such as: using"),
    }.get(at.question, lambda: "")()


def feelings() -> tuple[Option, ...]:
    """The answers to plus or minus, from the worst; the keys + and − go from one to the next."""
    faces = ((-2, "−−", "angry"), (-1, "−", "frown"), (0, "0", "meh"), (1, "+", "smile"), (2, "++", "laugh"))
    return tuple(Option(str(float(value)), name, name if name == "0" else "", icon) for value, name, icon in faces)


def nearest_feeling(value: float | None) -> str:
    """The answer that is nearest to a value of -2 to +2; "" for none."""
    return str(float(round(value)) + 0.0) if value is not None else ""


def feeling_words(value: float) -> str:
    return f"+{value:g}" if value > 0 else f"{value:g}".replace("-", "−")
