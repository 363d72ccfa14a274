"""Saving a comparison as PDF: asks for the file, and says why where it cannot be done."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from journey_editor.model.comparing import Comparison
from journey_editor.session.session import Session
from journey_editor.storage.files import FileProblem, write_atomically
from journey_editor.ui.dialogs.messages import Answer, Message, say
from journey_editor.wording import tr


def save_pdf(parent: QWidget, session: Session, comparison: Comparison, paper: str) -> Path | None:
    """Where it was saved; None if it was not."""
    from journey_editor.export.comparison import comparison_title

    name = comparison_title(comparison, session.language).replace("→", "-")
    plain = " ".join("".join(c if c.isalnum() or c in " -_." else " " for c in name).split())[:120]
    folder = session.path.parent if session.path is not None else Path.home()
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Save PDF"), str(folder / f"{plain}.pdf"), f"{tr('PDF files')} (*.pdf)"
    )
    if not chosen:
        return None
    path = Path(chosen if Path(chosen).suffix else f"{chosen}.pdf")
    return path if write_pdf_of(parent, session, comparison, paper, path) else None


def write_pdf_of(
    parent: QWidget, session: Session, comparison: Comparison, paper: Any, path: Path, *, small: bool = False
) -> bool:
    """Write the file; on failure a dialog says why, and an older file of that name stays as it was."""
    from journey_editor.export.comparison import export_comparison
    from journey_editor.export.maps import ExportProblem

    setup = comparison.after.page.evolve(paper=paper)
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    problem, way_out = "", False
    try:
        made = export_comparison(comparison, session.images, setup, session.language, allow_small=small)
        write_atomically(path, made.data)
    except ExportProblem as error:
        problem, way_out = str(error), True
    except FileProblem as error:
        problem = error.message
    finally:
        QGuiApplication.restoreOverrideCursor()
    if not problem:
        return True
    if not way_out:
        say(parent, tr("The PDF cannot be saved"), problem)
        return False
    answers = [Answer("cancel", tr("Cancel"), default=True), Answer("anyway", tr("Print anyway"))]
    message = Message(parent, tr("The PDF cannot be saved"), problem, answers)
    message.exec()
    return message.answer == "anyway" and write_pdf_of(parent, session, comparison, paper, path, small=True)
