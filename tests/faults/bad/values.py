"""Values that a field does not take: numbers, choices, dates, colours."""

from __future__ import annotations

from collections.abc import Iterator

from .sound import LANES, MAP, WEB, Bad, put


def numbers() -> Iterator[Bad]:
    value = WEB + "/emotions/0/value"
    for wrong in (2.5, -2.5, 0.25, 1e308, -1e308, 10**30, True, "1", [], 0.1 + 0.2, 1e-5):
        yield Bad(f"an emotion of {wrong!r}", put(value, wrong), "refused")
    for fine in (2, -2, 0, -0.0, None, 1.5, 5e-324):
        yield Bad(f"an emotion of {fine!r}, which is no fault", put(value, fine), "opened")
    position = LANES + "/6/points/0/position"
    for wrong in (-0.001, 1.001, None, False, 10**20):
        yield Bad(f"a point at {wrong!r}", put(position, wrong), "refused")
    for name, place, numbers in (
        ("a mark's weight", LANES + "/7/marks/0/importance", (0, 4, -1, 1.5, 1e0 + 1e-9, None, True, 2**70)),
        ("a column's width", MAP + "/phases/0/steps/0/width", (-1, 14401, 1e308, None, True, "10")),
        ("a lane's height", LANES + "/0/height", (-0.5, 14400.5, 10**40, False)),
        ("an image's width", "/images/0/width", (0, -1, 1.5, 40_001, 2**64, True, None)),
        ("a paper's width", MAP + "/page", ({"width": 0}, {"width": -1}, {"width": 5081}, {"width": None})),
        ("a page's margin", MAP + "/page", ({"margin": -1}, {"margin": 101}, {"bleed": 21}, {"pages_wide": 0})),
        ("a theme's column", MAP + "/theme", ({"column": -1}, {"head": 20_000}, {"name": "neon"})),
    ):
        for number in numbers:
            yield Bad(f"{name} is {number!r}", put(place, number), "refused")
    figure = WEB + "/metrics/0/value"
    for number in (1e308, -1e308, 5e-324, 10**15, -0.0, 0.1, 123456789.123456789):
        yield Bad(f"a figure of {number!r}, which is no fault", put(figure, number), "opened")
    yield Bad("a figure that no number of the program can hold", put(figure, 10**400), "refused")
    yield Bad("a figure of more digits than a number holds", put(figure, 2**53 + 1), "reported")
    measure = LANES + "/4/cells/0/cards/0/metric/target"
    yield Bad("a measure of more digits than a number holds", put(measure, -(10**25)), "reported")
    yield Bad("a whole figure that a number just holds", put(figure, 2**53), "opened")
    yield Bad("a large whole figure that a number holds", put(figure, 2**60), "opened")


def choices() -> Iterator[Bad]:
    for name, place in (
        ("the kind of a lane", LANES + "/0/kind"),
        ("the mode of a channel", "/channels/0/mode"),
        ("the tone of a note", LANES + "/2/cells/0/cards/0/tone"),
        ("the status of a touchpoint", WEB + "/status"),
        ("the evidence of a touchpoint", WEB + "/evidence"),
        ("the role of a touchpoint", WEB + "/flow_role"),
        ("the kind of a map", MAP + "/kind"),
        ("the kind of a path", MAP + "/paths/0/kind"),
        ("the line of a separator", LANES + "/8/line"),
        ("where a curve comes from", LANES + "/6/points_from"),
        ("what is better", WEB + "/metrics/0/better"),
    ):
        for value in ("something", "ONLINE", 1, None):
            yield Bad(f"{name} is {value!r}", put(place, value), "refused")


def dates() -> Iterator[Bad]:
    for day in ("2026-13-01", "2026-00-10", "2026-01-32", "1.3.2026", "2026-3-1", "yesterday", "2026-01-01T00:00:00Z",
                "２０２６-01-01", "-2026-01-01", "2026-01-01\n", 20260101):  # fmt: skip
        yield Bad(f"the day {day!r}", put(WEB + "/metrics/0/date", day), "refused")
    for moment in ("2026-01-01", "2026-01-01T00:00:00", "2026-01-01T00:00:00+01:00", "2026-01-01 00:00:00Z",
                   "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "now",
                   1767225600):  # fmt: skip
        yield Bad(f"the moment {moment!r}", put("/created", moment), "refused")


def colours() -> Iterator[Bad]:
    for color in ("red", "#f00", "#ff000", "#ff00000", "ff0000", "#gg0000", "#ff0000 ", "rgb(1,2,3)", "#ff0000;x:y",
                  "url(file:///etc/passwd)", "#\uff10\uff100000", 0xFF0000, None):  # fmt: skip
        yield Bad(f"the colour {color!r}", put(WEB + "/color", color), "refused")
