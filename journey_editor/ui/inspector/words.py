"""The values of the model in words, with their icons: what the lists of the inspector offer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from journey_editor.layout.look import NO_CHANNEL, PHASE_COLORS
from journey_editor.model.languages import known_languages, language_name
from journey_editor.model.project import Channel, Persona, Project
from journey_editor.model.queries import text_in
from journey_editor.model.style import PAPER_MM, TilePaper
from journey_editor.ui.actions import lane_kinds, tones
from journey_editor.wording import tr

from .choice_fields import Option
from .scope import Scope


def modes(nothing: str) -> list[Option]:
    """Online, offline, both; `nothing` says what it means to leave it open."""
    return [
        Option("", nothing),
        Option("online", tr("online"), "globe"),
        Option("offline", tr("offline"), "users"),
        Option("both", tr("online and offline"), "blend"),
    ]


def mode_word(mode: str) -> str:
    return {"online": tr("online"), "offline": tr("offline"), "both": tr("online and offline")}.get(mode, "")


def statuses() -> list[Option]:
    return [Option("existing", tr("existing")), Option("possible", tr("possible"))]


def evidences() -> list[Option]:
    return [
        Option("observed", tr("observed"), "circle-check", "success"),
        Option("assumed", tr("assumed"), "equal-approximately", "text_2"),
        Option("proposed", tr("proposed"), "pencil-line", "text_2"),
    ]


def flow_roles() -> list[Option]:
    return [
        Option("", tr("none")),
        Option("start", tr("start"), "play"),
        Option("decision", tr("decision"), "git-branch"),
        Option("action", tr("action"), "zap"),
        Option("wait", tr("wait"), "hourglass"),
        Option("end", tr("end"), "flag"),
    ]


def note_tones() -> list[Option]:
    return [Option(tone, name, mark, colour) for tone, (mark, name, colour) in tones().items()]


def path_kinds() -> list[Option]:
    return [
        Option("sequence", tr("sequence"), "arrow-right"),
        Option("choice", tr("choice"), "git-branch"),
        Option("loop", tr("loop back"), "rotate-ccw"),
        Option("handover", tr("handover"), "handshake"),
    ]


def trends() -> list[Option]:
    return [
        Option("", tr("not known")),
        Option("rising", tr("rising"), "trending-up"),
        Option("steady", tr("steady"), "move-horizontal"),
        Option("falling", tr("falling"), "trending-down"),
    ]


def papers() -> list[Option]:
    return [*(Option(name, name) for name in PAPER_MM), Option("custom", tr("own size"))]


def orientations() -> list[Option]:
    return [
        Option("auto", tr("as it fits")),
        Option("landscape", tr("landscape")),
        Option("portrait", tr("portrait")),
    ]


def fits() -> list[Option]:
    return [
        Option("page", tr("on one page")),
        Option("pages", tr("on several pages, side by side")),
        Option("natural", tr("as large as on screen")),
        Option("phases", tr("by phases")),
        Option("lanes", tr("by lanes")),
        Option("readable", tr("in readable type")),
    ]


def tiles() -> list[Option]:
    """Paper of which each page is put together."""
    return [Option("", tr("one a page")), *(Option(name, name) for name in get_args(TilePaper) if name)]


def worksheets() -> list[Option]:
    return [
        Option("", tr("none")),
        Option("map", tr("of the whole map")),
        Option("phases", tr("a sheet for each phase")),
    ]


def separator_lines() -> list[Option]:
    return [
        Option("", tr("plain line")),
        Option("interaction", tr("line of interaction")),
        Option("visibility", tr("line of visibility")),
        Option("internal-interaction", tr("line of internal interaction")),
    ]


def point_sources() -> list[Option]:
    return [
        Option("touchpoints", tr("touchpoints")),
        Option("hand", tr("by hand")),
        Option("both", tr("both, as one curve")),
        Option("compare", tr("both, with the difference")),
    ]


def languages() -> list[Option]:
    """Languages for content: those that have a name; a file may name any other, which then is listed as it is."""
    return [Option(code, language_name(code)) for code in known_languages()]


def lane_kind_word(kind: str) -> str:
    return lane_kinds()[kind][1]


def phase_slots() -> list[tuple[str, str]]:
    names = {
        "indigo": tr("indigo"),
        "wine": tr("wine"),
        "petrol": tr("petrol"),
        "moss": tr("moss"),
        "clay": tr("clay"),
        "sky": tr("sky"),
        "sage": tr("sage"),
        "sand": tr("sand"),
    }
    return [(names[slot.name], slot.fill) for slot in PHASE_COLORS]


def mark_slots() -> list[tuple[str, str]]:
    """Colours for channels, cards and personas: at least 5.2:1 on white, so that bars and icons are seen."""
    return [
        (tr("teal"), "#0F6F80"),
        (tr("violet"), "#6B4C9A"),
        (tr("magenta"), "#A83E72"),
        (tr("green"), "#2F6B4F"),
        (tr("orange"), "#A35A14"),
        (tr("brown"), "#8A4B2A"),
        (tr("ochre"), "#7A5C00"),
        (tr("olive"), "#3E5C1E"),
        (tr("red"), "#9A3B36"),
        (tr("grey"), "#56606F"),
        (tr("blue"), "#5566A8"),
    ]


def untitled(text: str) -> str:
    return text or tr("(no title)")


def channel_name(scope_language: str, project: Project, channel: Channel) -> str:
    return text_in(project, scope_language, channel.id, "name", channel.name) or tr("(no name)")


def channels(scope: Scope) -> list[Option]:
    """The project's channels with their mode, and none."""
    found = [Option("", tr("no channel"))]
    for channel in scope.project.channels:
        name = channel_name(scope.language, scope.project, channel)
        text = f"{name} · {mode_word(channel.mode)}" if channel.mode else name
        found.append(Option(channel.id, text, channel.icon or "radio", channel.color or NO_CHANNEL))
    return found


def persona_name(scope: Scope, persona: Persona) -> str:
    """The name with the age, as one tells two apart in a row."""
    name = text_in(scope.project, scope.language, persona.id, "name", persona.name) or tr("(no name)")
    age = text_in(scope.project, scope.language, persona.id, "age", persona.age)
    return f"{name}, {age}" if age and len(age) <= 4 else name


def persona_options(scope: Scope, nobody: str) -> list[Option]:
    """The personas of the project; `nobody` says what it means to name none."""
    found = [Option("", nobody)]
    return found + [Option(persona.id, persona_name(scope, persona), "user") for persona in scope.project.personas]


def said_in(scope: Scope, field: str, own: str) -> str:
    """A text of the one thing that is shown, in the language of the panel."""
    return text_in(scope.project, scope.language, scope.ids[0], field, own)


def joined(parts: Iterable[str]) -> str:
    """Parts of a caption with dots between them."""
    return " · ".join(part for part in parts if part)
