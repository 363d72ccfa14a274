"""Saving a comparison as PDF, beside the window: asks for the file, and says why where it cannot be done."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from journey_editor.model.differences import Comparison
from journey_editor.model.style import PageSetup
from journey_editor.session.session import Session
from journey_editor.storage.files import FileProblem
from journey_editor.storage.together import write_together
from journey_editor.ui.comparison.foot import Foot
from journey_editor.ui.dialogs.messages import Answer, Message, say
from journey_editor.ui.print_studio.background import Background
from journey_editor.wording import tr


class Printing(QObject):
    """Writes one file at a time; `ended` goes out when that is over, with what to say of it ("" if it was stopped)."""

    ended = Signal(str)

    def __init__(self, session: Session, foot: Foot, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._foot, self._window = session, foot, parent
        self.background = Background(self)
        self.background.progress.connect(foot.show_progress)
        self.background.called_off.connect(lambda: self._end(""))

    @property
    def busy(self) -> bool:
        return self.background.busy

    def ask(self, comparison: Comparison) -> None:
        """Ask for a file, and write it."""
        from journey_editor.export.comparison import comparison_title

        session = self._session
        name = comparison_title(comparison, session.language).replace("→", "-")
        plain = " ".join("".join(c if c.isalnum() or c in " -_." else " " for c in name).split())[:120]
        folder = session.path.parent if session.path is not None else Path.home()
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save PDF"), str(folder / f"{plain}.pdf"), f"{tr('PDF files')} (*.pdf)"
        )
        if chosen:
            self.write(comparison, Path(chosen if Path(chosen).suffix else f"{chosen}.pdf"))

    def write(self, comparison: Comparison, path: Path, *, small: bool = False) -> None:
        """Write the file; on failure a dialog says why, and an older file of that name stays as it was."""
        images, language = dict(self._session.images), self._session.language
        setup = self._foot.setup(comparison.after.page)

        def failed(problem: Exception) -> None:
            self._end("")
            self._say_why(problem, comparison, path)

        self._foot.show_work(tr("{file} is being written ...", file=path.name))
        self.background.begin(
            lambda: _save(comparison, images, setup, language, path, small=small),
            lambda _made: self._end(tr("PDF saved: {file}", file=path.name)),
            failed,
        )

    def _end(self, said: str) -> None:
        self._foot.show_work("")
        self.ended.emit(said)

    def _say_why(self, problem: Exception, comparison: Comparison, path: Path) -> None:
        from journey_editor.export.maps import ExportProblem

        head = tr("The PDF cannot be saved")
        if isinstance(problem, FileProblem):
            say(self._window, head, problem.message)
        elif isinstance(problem, ExportProblem):
            answers = [Answer("cancel", tr("Cancel"), default=True), Answer("anyway", tr("Print anyway"))]
            message = Message(self._window, head, str(problem), answers)
            message.exec()
            if message.answer == "anyway":
                self.write(comparison, path, small=True)
        else:
            raise problem


def _save(
    comparison: Comparison, images: Mapping[str, bytes], setup: PageSetup, language: str, path: Path, *, small: bool
) -> None:
    from journey_editor.export.comparison import export_comparison

    made = export_comparison(comparison, images, setup, language, allow_small=small)
    write_together([(path, made.data)])
