"""The file: where it would go, and writing it beside the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from journey_editor.export.maps import Export, export_map
from journey_editor.export.names import file_names
from journey_editor.layout.compose import Layouter
from journey_editor.layout.written import Writer
from journey_editor.model.queries import text_in
from journey_editor.session.session import Session
from journey_editor.storage.together import write_together
from journey_editor.ui.print_studio.composing import Wanted
from journey_editor.wording import tr

_LONGEST = 120


class Saved(NamedTuple):
    """The files that were written, one for all pages or one for each, and how many pages they have."""

    files: tuple[Path, ...]
    pages: int


def formats() -> dict[str, str]:
    """What the pages can be saved as: suffix -> name, for the dialog of the system."""
    return {
        ".pdf": tr("PDF files"),
        ".svg": tr("SVG files, one for each page"),
        ".png": tr("PNG files, one for each page"),
    }


def writer_for(path: Path) -> Writer | None:
    """Who writes a file of this suffix; None for PDF."""
    if path.suffix.lower() == ".svg":
        from journey_editor.export.svg import write_svg

        return write_svg
    return None


def suggested(session: Session, language: str, suffix: str = ".pdf", *, only_selected: bool = False) -> Path:
    """Where the file would go: beside the project, under a name that says so if it is but a part of the map, or not in
    the first language."""
    ending = suffix if language == session.project.language else f"-{language}{suffix}"
    if only_selected:
        ending = f"-{tr('selection', to=language)}{ending}"
    if session.path is not None:
        return session.path.with_name(f"{session.path.stem}{ending}")
    return Path.home() / f"{_plain(session, language)}{ending}"


def offers(path: Path) -> dict[str, Callable[[], object]]:
    """What can be done with a file that was just written, for the status bar."""

    def show(what: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(what)))

    return {tr("Open the file"): lambda: show(path), tr("Open the folder"): lambda: show(path.parent)}


def _plain(session: Session, language: str) -> str:
    """The title as a file may be called."""
    journey, project = session.journey, session.project
    title = text_in(project, language, journey.id, "title", journey.title)
    title = title or text_in(project, language, project.id, "title", project.title) or tr("Journey map", to=language)
    return " ".join("".join(c if c.isalnum() or c in " -_." else " " for c in title).split())[:_LONGEST]


def save(wanted: Wanted, images: Mapping[str, bytes], path: Path, anyway: bool) -> Saved:
    """Write the pages as a file, or as one for each page. Raises ExportProblem and FileProblem, and CalledOff; files of
    these names then stay as they were."""
    made = exported(wanted, images, anyway, writer_for(path))
    names = file_names(path, len(made.files))
    write_together(list(zip(names, made.files, strict=True)))
    return Saved(names, made.pages)


def exported(wanted: Wanted, images: Mapping[str, bytes], anyway: bool, writer: Writer | None) -> Export:
    """The pages as a writer writes them, with a layouter of their own. Raises ExportProblem."""
    layouter = Layouter()
    project, map_id, setup, language, lit, filtered = wanted
    return export_map(project, map_id, images, setup, language, anyway, layouter, lit, filtered, writer)
