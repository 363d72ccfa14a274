"""The print studio: what is chosen at the left is what is seen in the middle is what is saved and printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from journey_editor.canvas.images import Images
from journey_editor.edit.maps import set_map
from journey_editor.export.maps import SAFE_MARGIN, ExportProblem, untranslated
from journey_editor.export.small_type import TOO_SMALL
from journey_editor.layout.excerpt import said_together
from journey_editor.layout.paper import margin_of
from journey_editor.model.style import PageSetup
from journey_editor.session.session import Session
from journey_editor.storage.files import FileProblem
from journey_editor.ui.dialogs.messages import say
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.print_studio.background import Background
from journey_editor.ui.print_studio.choices import Choices
from journey_editor.ui.print_studio.composing import Advice, Composer, Wanted
from journey_editor.ui.print_studio.foot import Foot
from journey_editor.ui.print_studio.pictures import PictureJob
from journey_editor.ui.print_studio.preview import Preview
from journey_editor.ui.print_studio.printing import ask_printer, print_pages, printer_for
from journey_editor.ui.print_studio.resolution import USUAL, ask_resolution
from journey_editor.ui.print_studio.saving import Saved, formats, offers, save, suggested
from journey_editor.ui.print_studio.side import Side
from journey_editor.ui.print_studio.summary import paper_of, summary
from journey_editor.ui.print_studio.warnings import Warnings
from journey_editor.ui.turns import Turns
from journey_editor.wording import tr, trn

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from journey_editor.layout.pages import Pages

_SIZE = (1600, 980)
_WAIT_MS = 60  # after a choice: who goes through a list does not want each of it
_PATIENCE_MS = 400  # before the studio says that it is composing


class PrintStudio(QDialog):
    """Prints the session's map. `written` is the file, None until then, and `sentence` says what was done.

    `setup` is what to begin with; without it that is the map's own page, which then remembers what was printed, unless
    that was only a part of the map. With `only_selected` it begins with what is selected, if that can be printed.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None,
        setup: PageSetup | None = None,
        *,
        only_selected: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Print studio – {title}", title=session.title))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        fit_on_screen(self, *_SIZE)
        self.written: Path | None = None
        self.sentence = ""
        self.lacking_wanted = ""  # the language whose missing texts are to be shown instead
        self._session = session
        self._remembers = setup is None
        self._saving = False
        self.choices = Choices(setup or session.journey.page, self)
        self.background = Background(self)
        self._turns = Turns(self)
        self.composer = Composer(self.background, self)
        self.side = Side(session, self.choices, self, only_selected=only_selected)
        self.images = Images(lambda: session.images)
        self.preview = Preview(self.images, self)
        self.warnings = Warnings(self)
        self.preview.notices.addWidget(self.warnings)
        self.foot = Foot(self)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.preview, 1)
        right.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._connect()
        FocusRing(self)
        self.foot.enable(False)
        self.side.presets.list.setFocus()
        self._later.start(0)

    def _connect(self) -> None:
        self.choices.changed.connect(self._later.start)
        self.side.words.changed.connect(self._later.start)
        self.side.filter.changed.connect(self._later.start)
        self.side.extent.changed.connect(self._later.start)
        self.side.words.lacking_wanted.connect(self._show_lacking)
        self._later.timeout.connect(self._begin)
        self._patience.timeout.connect(lambda: self.preview.wait(tr("Composing ...")))
        self.composer.composed.connect(self._show)
        self.composer.advised.connect(self._advise)
        self.background.progress.connect(self._show_progress)
        self.background.called_off.connect(self._stopped)
        self.warnings.anyway.toggled.connect(self._enable)
        self.warnings.chosen.connect(self._follow_advice)
        self.foot.left.connect(self.reject)
        self.foot.save_wanted.connect(self.choose_file)
        self.foot.print_wanted.connect(self.print)

    # The pages

    def language(self) -> str:
        """The language to print in."""
        return self.side.words.chosen()

    def wanted(self) -> Wanted:
        """All that is chosen now."""
        whole, language = self._session.project, self.language()
        printed = self.side.extent.printed(whole)
        project, shown, filtered = self.side.filter.filtered(printed, language)
        said = said_together(self.side.extent.said(whole, language), filtered)
        return Wanted(project, self._session.map_id, self.choices.setup, language, shown, said)

    def _begin(self) -> None:
        self._later.stop()
        self.preview.wait("")
        self._patience.start()
        self.composer.begin(self.wanted())

    def compose(self) -> None:
        """Lay the pages out by the choices and wait for them."""
        self._begin()
        self.background.finish()

    def _show(self) -> None:
        self._patience.stop()
        self.preview.wait("")
        session, made, wanted = self._session, self.composer.pages, self.composer.wanted
        assert wanted is not None
        setup, language = wanted.setup, wanted.language
        printed = self.side.extent.printed(session.project)
        texts = session.texts if printed is session.project else None  # what it has read is of the whole map
        self.side.words.say_lacking(untranslated(printed, session.map_id, language, texts))
        if made is None:
            self.preview.show_pages((), "", 0.0)
            self.warnings.say_problem(self.composer.problem)
            self.foot.say("", "")
        else:
            self.preview.show_pages(made.pages, paper_of(made, setup), SAFE_MARGIN if setup.tile else margin_of(setup))
            self.warnings.say(made, setup)
            self.warnings.advise((), None)
            name = self._suggested().name
            said = summary(made, setup, language, only_selected=self.side.extent.only_selected)
            self.foot.say(said, tr("Vector PDF with searchable text · {file}", file=name))
        self._enable()

    def _advise(self) -> None:
        if self.composer.pages is not None:
            self.warnings.advise(self.composer.advice, self.choices.setup)

    def _follow_advice(self, found: Advice) -> None:
        """Choose what helps; cards without descriptions are an edit of the map, as in its properties."""
        self.choices.put(found.setup)
        if found.plain:
            map_id, look = self._session.map_id, self._session.journey.theme.evolve(descriptions=False)
            self._session.apply(tr("Hid the descriptions"), lambda project: set_map(project, map_id, theme=look))
            self._begin()

    def _show_lacking(self) -> None:
        """Leave the studio for the texts that have no words in its language."""
        self.lacking_wanted = self.language()
        self.reject()

    def _enable(self) -> None:
        made = self.composer.pages
        readable = made is not None and (made.smallest >= TOO_SMALL or self.warnings.anyway.isChecked())
        self.foot.enable(readable and not self._saving)

    # The file

    def offers(self) -> dict[str, Callable[[], object]]:
        """What can be done with what was written."""
        return offers(self.written) if self.written is not None else {}

    def _suggested(self) -> Path:
        return suggested(self._session, self.language(), only_selected=self.side.extent.only_selected)

    def choose_file(self) -> None:
        """Ask where to, and write there; the suffix says as what."""
        name = self._suggested()
        kinds = {f"{words} (*{suffix})": suffix for suffix, words in formats().items()}
        chosen, kind = QFileDialog.getSaveFileName(self, tr("Save"), str(name), ";;".join(kinds))
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in kinds.values():
            path = path.with_name(f"{path.name}{kinds.get(kind, '.pdf')}")
        elif kind in kinds and path == name and kinds[kind] != path.suffix:
            path = path.with_suffix(kinds[kind])  # only the kind was chosen
        made = self.composer.pages
        resolution = ask_resolution(made, self) if path.suffix.lower() == ".png" and made is not None else USUAL
        if resolution:
            self.write(path, resolution)

    def write(self, path: Path, resolution: int = USUAL) -> None:
        """Write the file beside the window; an older one of that name stays as it was until then, and if it fails."""
        wanted, images, anyway = self.wanted(), dict(self._session.images), self.warnings.anyway.isChecked()
        self._work(tr("{file} is being written ...", file=path.name))
        if path.suffix.lower() == ".png":
            progress, done, failed = self.foot.show_progress, self._saved, self._not_saved
            job = PictureJob(self._turns, self.background, self.images, path, resolution, done, failed, progress)
            job.begin(wanted, anyway)
        else:
            self.background.begin(lambda: save(wanted, images, path, anyway), self._saved, self._not_saved)

    def _work(self, words: str) -> None:
        """Say what is being done; "" when it has ended. Meanwhile nothing can be chosen."""
        self._saving = bool(words)
        self._later.stop()  # it would compose in the place of what is done now
        self.foot.show_work(words)
        self.side.setEnabled(not words)
        self._enable()
        if words:
            self.foot.cancel_button.setFocus()
        elif self.composer.pages is None or self.composer.wanted != self.wanted():
            self._begin()
        else:
            self._show()

    def _show_progress(self, done: int, whole: int) -> None:
        if self._saving:
            self.foot.show_progress(done, whole)

    def _saved(self, made: Saved) -> None:
        self._saving = False
        self.written = made.files[0]
        pages = trn("{n} page", "{n} pages", made.pages)
        last = f" \N{EN DASH} {made.files[-1].name}" if len(made.files) > 1 else ""
        self.sentence = tr("Saved: {file}, {pages}", file=f"{made.files[0].name}{last}", pages=pages)
        self._keep_setup()
        self.accept()

    def _stopped(self) -> None:
        if self._saving:
            self._work("")

    def _not_saved(self, problem: Exception) -> None:
        self._work("")
        if isinstance(problem, ExportProblem | FileProblem):
            sentence = problem.message if isinstance(problem, FileProblem) else str(problem)
            say(self, tr("The pages cannot be saved"), sentence)
        else:
            raise problem

    def _keep_setup(self) -> None:
        """The map remembers its page; that is an edit like any other."""
        map_id, setup = self._session.map_id, self.choices.setup
        remembers = self._remembers and not self.side.extent.only_selected
        if remembers and setup != self._session.journey.page:
            self._session.apply(tr("Changed the page setup"), lambda project: set_map(project, map_id, page=setup))

    # The printer

    def print(self) -> None:
        """Ask the system which printer, and print there, a page at each turn of the event loop."""
        made = self.composer.pages
        if made is None or self.composer.wanted != self.wanted():
            self.compose()  # a choice was made a moment ago
            made = self.composer.pages
        if made is None:
            return
        printer = printer_for(made, self.choices.setup, self._session.own_title or tr("Journey map"))
        if not ask_printer(printer, self):
            return
        self.begin_printing(printer, made)

    def begin_printing(self, printer: QPrinter, made: Pages) -> None:
        """Print on a printer that was chosen."""
        self._work(tr("{printer} is being given the pages ...", printer=printer.printerName() or printer.docName()))
        self._turns.begin(self._print(printer, made))

    def _print(self, printer: QPrinter, made: Pages) -> Iterator[None]:
        count = 0
        try:
            for count, whole in print_pages(printer, made, self.images):
                self.foot.show_progress(count - 1, whole)
                yield
        except OSError as problem:
            self._work("")
            say(self, tr("The pages cannot be printed"), tr("The printer {printer} takes nothing.", printer=problem))
            return
        self._saving = False
        self.sentence = tr("Printed: {pages}", pages=trn("{n} page", "{n} pages", count))
        self._keep_setup()
        self.accept()

    # Leaving

    def reject(self) -> None:
        """Stop what is being written; otherwise leave."""
        if self._saving:
            self.background.stop()
            if self._turns.busy:
                self._turns.stop()
                self._work("")
            else:
                self.foot.show_work(tr("Stopping ..."))
        else:
            super().reject()

    def _end(self) -> None:
        """After this nothing of the studio runs; what was being written is called off."""
        self._saving = False
        for timer in (self._later, self._patience):
            timer.stop()
        self._turns.stop()
        self.background.close()

    def done(self, result: int) -> None:
        self._end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)
