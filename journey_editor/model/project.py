"""A project: one file with its personas, channels, maps and images."""

from __future__ import annotations

from typing import Literal

from .assets import AssetRef
from .base import Color, Id, Identified, Language, Moment, OptionalSha256, Text
from .cards import Mode
from .columns import Phase
from .lanes import BandPosition, Lane
from .paths import Counterpart, Path
from .style import PageSetup, Preset, Theme


class Persona(Identified):
    """Whose journey it is."""

    name: Text = ""
    role: Text = ""
    age: Text = ""
    portrait: OptionalSha256 = ""
    quote: Text = ""
    biography: Text = ""
    goals: tuple[Text, ...] = ()
    needs: tuple[Text, ...] = ()
    frustrations: tuple[Text, ...] = ()
    color: Color = ""


class Channel(Identified):
    """A way to reach the customer: website, e-mail, shop ... `icon` is a name out of the program's own icons."""

    name: Text = ""
    icon: Text = ""
    mode: Mode = ""
    color: Color = ""


class JourneyMap(Identified):
    """One journey: phases x lanes, as it is or as it should be.

    The phase band stands at the top (`band_below` is "") or right below the lane that is named.

    `origins` traces a map that was duplicated: id of a thing of this map, or of the map itself -> id of what it was
    first copied from, however often it was copied since. Either may be gone by now; see `pairing`.
    """

    title: Text = ""
    kind: Literal["as-is", "to-be"] = "as-is"
    goal: Text = ""
    description: Text = ""
    personas: tuple[Id, ...] = ()
    theme: Theme = Theme()
    page: PageSetup = PageSetup()
    band_below: BandPosition = ""
    phases: tuple[Phase, ...] = ()
    lanes: tuple[Lane, ...] = ()
    paths: tuple[Path, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    origins: dict[Id, Id] = {}  # noqa: RUF012  # pydantic copies it for each map


class Project(Identified):
    """Everything one file holds.

    `translations[language]["ID.field"]` holds a text in another language than the project's own; a list's items are
    "ID.field.0", "ID.field.1" ... and a metric's name is "ID.metrics.0.name".
    """

    title: Text = ""
    description: Text = ""
    language: Language = "de"
    author: Text = ""
    organisation: Text = ""
    version: Text = ""
    logo: OptionalSha256 = ""
    created: Moment = ""
    modified: Moment = ""
    personas: tuple[Persona, ...] = ()
    channels: tuple[Channel, ...] = ()
    maps: tuple[JourneyMap, ...] = ()
    presets: tuple[Preset, ...] = ()
    images: tuple[AssetRef, ...] = ()
    translations: dict[Language, dict[str, Text]] = {}  # noqa: RUF012  # pydantic copies it for each project
