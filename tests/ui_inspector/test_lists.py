"""The lists of a panel: metrics, links, images, counterparts, paths, steps, personas, channels."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from journey_editor.model.cards import Picture, Touchpoint
from journey_editor.model.queries import find_card
from journey_editor.session.image_files import ImageRefused, decoded, take_in
from journey_editor.session.session import Session
from journey_editor.ui.inspector import images
from journey_editor.ui.inspector.arrange import connect_in_order, duplicate, link_both, remove
from journey_editor.ui.inspector.card_picker import CardPicker
from journey_editor.ui.inspector.column_panels import Steps
from journey_editor.ui.inspector.connections import Counterparts, Paths
from journey_editor.ui.inspector.field import Field
from journey_editor.ui.inspector.images import Images
from journey_editor.ui.inspector.inspector import Inspector
from journey_editor.ui.inspector.items import ItemList
from journey_editor.ui.inspector.lane_panels import Marks, Points
from journey_editor.ui.inspector.links import Links
from journey_editor.ui.inspector.metrics import Metrics
from journey_editor.ui.inspector.people_panels import Channels, PersonaBoxes
from journey_editor.ui.inspector.scope import Scope
from tests.ui_inspector.everything import part

Show = Callable[..., Inspector]
Find = Callable[[Inspector, str], Field]


def add(found: ItemList) -> None:
    assert found.add_button is not None
    found.add_button.click()


def advice(session: Session) -> Touchpoint:
    found = find_card(session.journey, "advice")
    assert isinstance(found, Touchpoint)
    return found


def test_a_metric_without_a_source_says_so_in_words(show: Show) -> None:
    table = part(show("advice"), Metrics)
    assert table.rows[0].accessibleName() == "Termine, actual 6, target 8, source Kalender"
    assert table.rows[1].accessibleName() == "Folgetermin, actual 41%, target 50%, source missing"


def test_a_metric_is_added_filled_in_and_deleted(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    table = part(inspector, Metrics)
    add(table)
    assert len(advice(session).metrics) == 3
    name = field(inspector, "metrics.2.name").control
    assert name.hasFocus()
    QTest.keyClicks(name, "Weiterempfehlung")
    assert advice(session).metrics[2].name == "Weiterempfehlung"
    assert table.rows[2].accessibleName().startswith("Weiterempfehlung")
    session.undo()
    session.undo()
    assert len(table.rows) == 2


def test_deleting_a_metric_closes_its_fields_and_keeps_the_others(session: Session, show: Show) -> None:
    table = part(show("advice"), Metrics)
    assert isinstance(table, Metrics)
    table.rows[0].click()
    table.take_away("0")
    assert [metric.name for metric in advice(session).metrics] == ["Folgetermin"]
    assert table.open_form is None


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "//host/share", "smb://host", "example.org", "https://", ""],
)
def test_addresses_that_could_do_harm_are_refused_in_words(session: Session, show: Show, address: str) -> None:
    links = part(show("advice"), Links)
    assert isinstance(links, Links)
    QTest.keyClicks(links.line, address)
    QTest.keyClick(links.line, Qt.Key.Key_Return)
    assert links.complaint
    assert len(advice(session).links) == 1


def test_a_link_is_added_and_shows_its_host(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    links = part(inspector, Links)
    assert isinstance(links, Links)
    QTest.keyClicks(links.line, "https://example.com/a?b=c")
    QTest.keyClick(links.line, Qt.Key.Key_Return)
    assert advice(session).links[1].address == "https://example.com/a?b=c"
    assert links.line.text() == ""
    assert links.rows[0].accessibleName() == "Grundrisse, example.org"
    links.rows[0].click()
    typed = field(inspector, "links.0.address").control
    typed.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(typed, "javascript:x")
    assert field(inspector, "links.0.address").complaint
    assert advice(session).links[0].address == "https://example.org/plan"


def test_the_counterpart_is_shown_and_leads_there(session: Session, show: Show) -> None:
    found = part(show("advice"), Counterparts)
    assert found.rows[0].accessibleName() == "Rundgang · Website · existing"
    found.rows[0].click()
    assert session.selection == ("tour",)


def test_counterparts_are_parted_and_linked_again(session: Session, show: Show) -> None:
    inspector = show("advice")
    found = part(inspector, Counterparts)
    found.removed("trace")
    assert session.journey.counterparts == ()
    assert found.rows == []
    add(found)
    picker = found.findChild(CardPicker)
    assert isinstance(picker, CardPicker)
    assert picker.list.count() == 1  # online only, for an offline touchpoint
    QTest.keyClicks(picker.line, "rund")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    (trace,) = session.journey.counterparts
    assert (trace.source, trace.target) == ("advice", "tour")
    assert session.selection == ("advice",)


def test_paths_at_a_card_are_shown_changed_added_and_deleted(session: Session, show: Show, field: Find) -> None:
    inspector = show("advice")
    paths = part(inspector, Paths)
    assert isinstance(paths, Paths)
    assert paths.rows[0].accessibleName() == "to Vertrag · wenn es passt"
    paths.rows[0].click()
    typed = field(inspector, "condition").control
    typed.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(typed, "immer")
    assert session.journey.paths[0].condition == "immer"
    assert field(inspector, "condition").control is typed
    assert typed.isVisible()
    paths.take_away("path")
    assert session.journey.paths == ()
    add(paths)
    picker = paths.findChild(CardPicker)
    assert isinstance(picker, CardPicker)
    QTest.keyClicks(picker.line, "vertrag")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert session.journey.paths[0].target == "contract"
    session.select(["contract"])
    assert part(inspector, Paths).rows[0].accessibleName() == "from Beratung · sequence"


def test_the_last_step_of_a_phase_stays_and_says_why(session: Session, show: Show) -> None:
    steps = part(show("decide"), Steps)
    steps.removed("decide-1")
    assert len(session.journey.phases[1].steps) == 1
    assert isinstance(steps, Steps)
    assert steps._complaint.text()
    add(steps)
    assert len(session.journey.phases[1].steps) == 2
    assert session.selection == ("decide",)


def test_personas_of_the_map_are_chosen_by_boxes(session: Session, show: Show) -> None:
    inspector = show()
    boxes = part(inspector, PersonaBoxes)
    add(boxes)
    assert inspector.head.under.text() == "Persona"
    session.select([])
    second = session.project.personas[1].id
    boxes.checked(second, False)
    assert session.journey.personas == ("brandt",)
    boxes.checked("brandt", False)
    assert session.journey.personas == ("brandt",)
    boxes.checked(second, True)
    assert session.journey.personas == ()


def test_a_new_channel_is_named_and_can_be_replaced(session: Session, show: Show, field: Find) -> None:
    inspector = show()
    add(part(inspector, Channels))
    (new,) = session.selection
    typed = field(inspector, "name").control
    typed.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(typed, "Messe & Markt")
    assert session.project.channels[-1].name == "Messe & Markt"
    from journey_editor.ui.inspector.people_panels import _replace

    _replace(Scope(session, ("house",)), new)
    assert advice(session).channel == new


def test_points_and_marks_are_set_by_hand(session: Session, show: Show) -> None:
    inspector = show("curve")
    add(part(inspector, Points))
    lane = next(lane for lane in session.journey.lanes if lane.id == "curve")
    assert len(lane.points) == 2  # type: ignore[union-attr]
    session.select(["matrix"])
    add(part(inspector, Marks))
    lane = next(lane for lane in session.journey.lanes if lane.id == "matrix")
    assert len(lane.marks) == 2  # type: ignore[union-attr]


def test_cards_are_connected_linked_copied_and_deleted_together(session: Session, show: Show) -> None:
    show("contract", "advice", "tour")
    scope = Scope(session, ("contract", "advice", "tour"))
    assert connect_in_order(scope) == ""
    ends = {(path.source, path.target) for path in session.journey.paths}
    assert ends == {("advice", "contract"), ("advice", "tour"), ("tour", "contract")}
    pair = Scope(session, ("tour", "contract"))
    assert link_both(pair) == ""
    assert session.journey.counterparts[-1].source == "contract"  # the offline one
    assert duplicate(Scope(session, ("tour",))) == ""
    assert len(session.selection) == 1
    assert session.selection != ("tour",)
    assert remove(pair) == ""
    assert session.selection == ()


def png(width: int, height: int) -> bytes:
    """A PNG whose header claims a size, with no pixels behind it."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("huge.png", png(8000, 8000)),
        ("damaged.png", png(10, 10)),
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'),
        ("disguised.png", b"%PDF-1.7"),
        ("empty.png", b""),
    ],
)
def test_files_that_are_no_fit_images_are_refused_by_name(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImageRefused, match=name):
        take_in(path)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ImageRefused, match=r"nowhere\.png"):
        take_in(tmp_path / "nowhere.png")


@pytest.fixture
def photo(tmp_path: Path, qapp: object) -> Path:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    path = tmp_path / "haus.png"
    assert image.save(str(path))
    return path


def test_an_image_is_added_with_its_bytes_and_undone(
    session: Session, show: Show, field: Find, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "choose_images", lambda parent: [photo])
    inspector = show("advice")
    add(part(inspector, Images))
    (use,) = advice(session).images
    assert session.images[use.sha256] == photo.read_bytes()
    assert session.project.images[0].name == "haus.png"
    QTest.keyClicks(field(inspector, "images.0.caption").control, "Haus 7")
    assert advice(session).images[0].caption == "Haus 7"
    session.undo()
    session.undo()
    assert advice(session).images == ()
    assert session.project.images == ()


def test_a_picture_card_takes_one_image(
    session: Session, show: Show, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "choose_image", lambda parent: photo)
    inspector = show("picture")
    place = inspector.panel.findChild(images.OneImage)
    assert isinstance(place, images.OneImage)
    place._chosen()
    card = find_card(session.journey, "picture")
    assert isinstance(card, Picture)
    assert card.image is not None
    assert card.image.sha256 in session.images


def test_a_picture_that_is_refused_changes_nothing_and_says_why(
    session: Session, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(images, "choose_image", lambda parent: path)
    inspector = show("picture")
    place = inspector.panel.findChild(images.OneImage)
    assert isinstance(place, images.OneImage)
    place._chosen()
    assert "plan.pdf" in place._complaint.text()
    assert session.history.past == ()


def test_an_image_is_shown_scaled_down(photo: Path) -> None:
    from PySide6.QtCore import QSize

    assert decoded(photo.read_bytes(), QSize(32, 32)).size() == QSize(32, 24)
    assert decoded(b"no image", QSize(32, 32)).isNull()


def test_the_picker_says_when_nothing_fits(session: Session, show: Show) -> None:
    inspector = show("advice")
    picker = CardPicker(Scope(session, ("advice",)), lambda card: True, inspector)
    QTest.keyClicks(picker.line, "gibt es nicht")
    assert picker.list.count() == 0
    assert isinstance(picker.line, QLineEdit)
    picker.close()


@pytest.mark.parametrize("kind", [Metrics, Points, Marks])
def test_undoing_an_added_row_leaves_the_focus_in_its_list(show: Show, session: Session, kind: type[ItemList]) -> None:
    inspector = show({Metrics: "advice", Points: "curve", Marks: "matrix"}[kind])
    table = part(inspector, kind)
    add(table)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert table.isAncestorOf(focus)
    session.undo()
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert table.isAncestorOf(focus) or focus is table.add_button


def test_things_that_have_nothing_in_common_say_so(show: Show, session: Session) -> None:
    inspector = show("path", session.journey.phases[0].id)
    assert inspector.several.text().startswith("These have no values in common")
