"""Light and dark: every token is there, and what must be read can be read."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from journey_editor.places import resource
from journey_editor.ui import theme
from journey_editor.ui.icons import icon
from journey_editor.ui.theme import DARK, LIGHT, Tokens

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@BOTH
def test_words_can_be_read_on_every_ground(tokens: Tokens) -> None:
    for words, ground in (
        (tokens.text, tokens.window),
        (tokens.text, tokens.panel),
        (tokens.text, tokens.field),
        (tokens.text_2, tokens.panel),
        (tokens.on_accent, tokens.accent),
        (tokens.soft_text, tokens.soft),
        (tokens.warning, tokens.warning_ground),
        (tokens.error, tokens.error_ground),
        (tokens.success, tokens.success_ground),
    ):
        assert contrast(words, ground) >= 4.5


@BOTH
def test_the_edge_of_a_control_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.field_border, tokens.field) >= 3
    assert contrast(tokens.accent, tokens.panel) >= 3


@BOTH
def test_the_style_sheet_has_no_hole(tokens: Tokens) -> None:
    made = theme.style_sheet(tokens)
    assert "$" not in made
    for file in re.findall(r'url\("([^"]+)"\)', made):
        assert file.startswith(resource("themes", tokens.name).as_posix())
        assert resource("themes", tokens.name, file.rsplit("/", 1)[1]).is_file()


def test_channel_colours_are_lighter_on_the_dark_ground(app: QApplication) -> None:
    theme.use(app, "dark")
    assert contrast(theme.colour("#0F6F80").name(), DARK.panel) >= 5
    theme.use(app, "light")
    assert theme.colour("#0F6F80").name().upper() == "#0F6F80"


def test_an_icon_takes_the_colour_of_the_theme_that_is_in_use_when_it_is_painted(app: QApplication) -> None:
    mail = icon("mail")
    theme.use(app, "light")
    assert darkest(mail) < 120
    theme.use(app, "dark")
    assert darkest(mail) > 150
    theme.use(app, "light")


def darkest(of: QIcon) -> int:
    image = of.pixmap(32, 32).toImage()
    solid = [
        pixel.lightness()
        for x in range(image.width())
        for y in range(image.height())
        if (pixel := image.pixelColor(x, y)).alpha() > 200
    ]
    assert solid
    return min(solid)


def test_an_icon_is_as_sharp_as_the_screen(app: QApplication) -> None:
    assert icon("mail").pixmap(QSize(16, 16), 2.0).width() == 32


def test_an_icon_without_room_is_nothing_and_no_complaint(app: QApplication) -> None:
    assert all(icon("map").pixmap(QSize(*size)).isNull() for size in ((0, 16), (16, 0), (0, 0)))


def test_an_icon_of_a_newer_version_is_a_circle_and_no_error(app: QApplication) -> None:
    assert not icon("no-such-icon-yet").pixmap(16, 16).isNull()
