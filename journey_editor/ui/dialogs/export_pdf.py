"""The export dialog: choices at the left, the very page in the middle, the result in a sentence at the foot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.canvas.images import Images
from journey_editor.export.maps import (
    SMALL,
    TOO_SMALL,
    ExportProblem,
    export_map,
    larger_paper,
    missing_words,
    page_warnings,
    type_size,
    untranslated,
)
from journey_editor.layout.compose import Layouter
from journey_editor.layout.filter_words import filter_words, filtered_line
from journey_editor.layout.pages import Pages, pages
from journey_editor.layout.paper import PageProblem
from journey_editor.model.filtering import Lit, without_others
from journey_editor.model.languages import language_name
from journey_editor.model.project import Project
from journey_editor.model.queries import text_in
from journey_editor.model.style import PAPER_MM, PageSetup
from journey_editor.session.session import Session
from journey_editor.storage.files import FileProblem, write_atomically
from journey_editor.ui.dialogs.messages import say
from journey_editor.ui.dialogs.notice import Notice
from journey_editor.ui.dialogs.page_preview import PagePreview
from journey_editor.ui.dialogs.sizes import fit_on_screen
from journey_editor.ui.focus_ring import FocusRing
from journey_editor.ui.icons import dress
from journey_editor.ui.words import label
from journey_editor.wording import tr, trn

_SIDE = 352
_LABELS = 112
_WAIT_MS = 60


class ExportDialog(QDialog):
    """Writes the session's map as PDF. `written` is the file, None until then."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export PDF"))
        fit_on_screen(self, 1180, 740)
        self.written: Path | None = None
        self.sentence = ""
        self.lacking_wanted = ""  # the language whose missing texts are to be shown instead
        self._session = session
        self._setup: PageSetup = session.journey.page
        self._layouter = Layouter()
        self._pages: Pages | None = None
        self._advised = ""  # the paper that the notice offers
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._choices())
        row.addWidget(self._result(), 1)
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self.compose)
        FocusRing(self)
        self.compose()

    # The choices

    def _choices(self) -> QWidget:
        side = QFrame(self)
        side.setObjectName("start_side")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        setup = self._setup
        column.addWidget(label(tr("Page"), "section"))
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(8)
        form.setColumnMinimumWidth(0, _LABELS)
        form.setColumnStretch(1, 1)
        self._paper = QComboBox(side)
        for name, (short, long) in PAPER_MM.items():
            self._paper.addItem(f"{name}, {short:g} × {long:g} mm", name)
        if setup.paper == "custom":
            self._paper.addItem(tr("Own size, {w} × {h} mm", w=f"{setup.width:g}", h=f"{setup.height:g}"), "custom")
        self._paper.setCurrentIndex(self._paper.findData(setup.paper))
        self._paper.currentIndexChanged.connect(self._changed)
        self._row(form, 0, tr("Paper"), self._paper)
        self._orientation = QComboBox(side)
        for key, text in {
            "auto": tr("automatic"),
            "portrait": tr("portrait"),
            "landscape": tr("landscape"),
        }.items():
            self._orientation.addItem(text, key)
        self._orientation.setCurrentIndex(self._orientation.findData(setup.orientation))
        self._orientation.currentIndexChanged.connect(self._changed)
        self._row(form, 1, tr("Orientation"), self._orientation)
        self._columns = self._segments({"fill": tr("fill page"), "screen": tr("as on screen")}, setup.columns)
        self._row(form, 2, tr("Column width"), self._columns)
        column.addLayout(form)
        column.addSpacing(16)
        column.addWidget(label(tr("Contents"), "section"))
        self._checks: dict[str, QCheckBox] = {}
        for field, text in (
            ("title_block", tr("Title block")),
            ("persona_block", tr("Persona block")),
            ("legend", tr("Legend")),
            ("page_number", tr("Page number")),
            ("persona_pages", tr("A page about each persona")),
            ("appendix", tr("All texts as an appendix")),
        ):
            check = QCheckBox(text, side)
            check.setChecked(getattr(setup, field))
            check.toggled.connect(self._changed)
            self._checks[field] = check
            column.addWidget(check)
        column.addSpacing(16)
        column.addWidget(label(tr("Text"), "section"))
        words = QGridLayout()
        words.setColumnMinimumWidth(0, _LABELS)
        words.setColumnStretch(1, 1)
        self._language = QComboBox(side)
        for code in self._session.languages:
            self._language.addItem(language_name(code), code)
        self._language.setCurrentIndex(self._language.findData(self._session.language))
        self._language.currentIndexChanged.connect(self._changed)
        self._row(words, 0, tr("Language"), self._language)
        column.addLayout(words)
        column.addSpacing(16)
        column.addWidget(self._filter_choices(side))
        column.addStretch(1)
        return side

    def _filter_choices(self, side: QWidget) -> QWidget:
        """What becomes of the cards that the window's filter does not let stand out; nothing without a filter."""
        session, holder = self._session, QWidget(side)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(tr("Filter"), "section"))
        asked = label(filter_words(session.project, session.language, session.filtering.wanted))
        asked.setWordWrap(True)
        column.addWidget(asked)
        self._rest = QComboBox(holder)
        for key, text in {
            "pale": tr("pale"),
            "leave-out": tr("left out"),
            "full": tr("like all others"),
        }.items():
            self._rest.addItem(text, key)
        self._rest.currentIndexChanged.connect(self._changed)
        form = QGridLayout()
        form.setColumnMinimumWidth(0, _LABELS)
        form.setColumnStretch(1, 1)
        self._row(form, 0, tr("Other cards"), self._rest)
        column.addLayout(form)
        holder.setVisible(session.filtering.wanted.asks)
        return holder

    def _filtered(self) -> tuple[Project, Lit | None, str]:
        """The project to be printed, what stands out of it, as the choice about the other cards says, and in words."""
        session, rest = self._session, self._rest.currentData()
        shown = session.filtering.lit(session.project, session.map_id)
        if shown is None or rest == "full":
            return session.project, None, ""
        wanted, left_out = session.filtering.wanted, rest == "leave-out"
        said = filtered_line(session.project, session.journey, self.language(), wanted, left_out=left_out)
        if left_out:
            return without_others(session.project, session.map_id, shown), None, said
        return session.project, shown, said

    def _row(self, form: QGridLayout, n: int, name: str, field: QWidget) -> None:
        head = label(name)
        head.setBuddy(field)
        field.setAccessibleName(name)
        form.addWidget(head, n, 0)
        form.addWidget(field, n, 1)

    def _segments(self, options: dict[str, str], present: str) -> QWidget:
        """Buttons side by side of which one is on; which, is the property "value" of the one checked."""
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(holder)
        for n, (key, text) in enumerate(options.items()):
            button = QToolButton(holder)
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(key == present)
            button.setProperty("kind", "segment")
            button.setProperty("place", "first" if n == 0 else "last" if n == len(options) - 1 else "middle")
            button.setProperty("value", key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
            group.addButton(button)
            row.addWidget(button)
        group.buttonClicked.connect(self._changed)
        return holder

    @staticmethod
    def _value(segments: QWidget) -> str:
        return next(str(b.property("value")) for b in segments.findChildren(QToolButton) if b.isChecked())

    def _changed(self) -> None:
        self._later.start()

    # The page

    def _result(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._notice = Notice(holder)
        self._larger = QPushButton(self._notice)
        self._larger.clicked.connect(self._use_larger)
        self._notice.add(self._larger)
        self._lacking = QPushButton(tr("Show in the table"), self._notice)
        self._lacking.clicked.connect(self._show_lacking)
        self._notice.add(self._lacking)
        around = QVBoxLayout()
        around.setContentsMargins(16, 16, 16, 0)
        around.addWidget(self._notice)
        self.preview = PagePreview(Images(lambda: self._session.images), holder)
        foot = QFrame(holder)
        foot.setObjectName("dialog_foot")
        bottom = QHBoxLayout(foot)
        bottom.setContentsMargins(16, 12, 16, 12)
        bottom.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._summary = label("")
        self._summary.setWordWrap(True)
        self._anyway = QCheckBox(tr("Export anyway, too small to read"), foot)
        self._anyway.toggled.connect(self._enable)
        words.addWidget(self._summary)
        words.addWidget(self._anyway)
        bottom.addLayout(words, 1)
        cancel = QPushButton(tr("Cancel"), foot)
        cancel.clicked.connect(self.reject)
        self.save_button = QPushButton(foot)
        dress(self.save_button, tr("Save PDF ..."), "file-down", "on_accent")
        self.save_button.setProperty("kind", "filled")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._choose_file)
        for button in (cancel, self.save_button):
            button.setMinimumHeight(32)
            bottom.addWidget(button)
        column.addLayout(around)
        column.addWidget(self.preview, 1)
        column.addWidget(foot)
        return holder

    def setup(self) -> PageSetup:
        """The page as it is chosen now."""
        return self._session.journey.page.evolve(
            paper=self._paper.currentData(),
            orientation=self._orientation.currentData(),
            columns=self._value(self._columns),
            **{field: check.isChecked() for field, check in self._checks.items()},
        )

    def language(self) -> str:
        return str(self._language.currentData())

    def compose(self) -> None:
        """Lay the pages out by the choices and show them."""
        self._later.stop()
        self._setup = self.setup()
        session = self._session
        try:
            project, shown, said = self._filtered()
            self._pages = pages(project, session.map_id, self._setup, self.language(), self._layouter, shown, said)
        except PageProblem as problem:
            self._pages = None
            self.preview.show_pages(())
            self._warn((str(problem),))
            self._summary.setText("")
            self._enable()
            return
        self.preview.show_pages(self._pages.pages)
        self._warn(page_warnings(self._pages, self._setup))
        self._summary.setText(self._in_words(self._pages))
        self._anyway.setVisible(self._pages.smallest < TOO_SMALL)
        self._enable()

    def _in_words(self, composed: Pages) -> str:
        count = trn("{n} page", "{n} pages", len(composed.pages))
        page = composed.pages[0]
        lies = tr("landscape") if page.width > page.height else tr("portrait")
        return tr(
            "{count}, {paper} {lies}: the whole map, nothing cut off. Smallest type {size} pt. {language}.",
            count=count,
            paper=self._setup.paper if self._setup.paper != "custom" else tr("own size"),
            lies=lies,
            size=type_size(composed.smallest),
            language=language_name(self.language()),
        )

    def _warn(self, sentences: tuple[str, ...]) -> None:
        session = self._session
        lacking = untranslated(session.project, session.map_id, self.language(), session.texts)
        self._lacking.setVisible(lacking > 0)
        if lacking:
            sentences = (*sentences, missing_words(self.language(), lacking))
        self._notice.say("\n".join(sentences))
        project, shown, said = self._filtered()
        found = None
        if self._pages is not None and self._pages.smallest < SMALL:
            found = larger_paper(
                self._pages,
                lambda setup: pages(project, session.map_id, setup, self.language(), self._layouter, shown, said),
                self._setup,
                SMALL,
            )
        self._advised = found[0] if found else ""
        self._larger.setVisible(found is not None)
        if found:
            self._larger.setText(tr("Use {paper}: {size} pt", paper=found[0], size=type_size(found[1])))

    def _show_lacking(self) -> None:
        """Leave the export for the texts that have no words in its language."""
        self.lacking_wanted = self.language()
        self.reject()

    def _use_larger(self) -> None:
        self._paper.setCurrentIndex(self._paper.findData(self._advised))

    def _enable(self) -> None:
        composed = self._pages
        self.save_button.setEnabled(
            composed is not None and (composed.smallest >= TOO_SMALL or self._anyway.isChecked())
        )

    # The file

    def suggested(self) -> Path:
        """Where the file would go: beside the project, with its language in the name if that is not the first."""
        session, language = self._session, self.language()
        ending = ".pdf" if language == session.project.language else f"-{language}.pdf"
        if session.path is not None:
            return session.path.with_name(f"{session.path.stem}{ending}")
        return Path.home() / f"{_plain(session, language)}.pdf"

    def _choose_file(self) -> None:
        name = self.suggested()
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save PDF"), str(name), f"{tr('PDF files')} (*.pdf)")
        if chosen:
            self.write(Path(chosen if Path(chosen).suffix else f"{chosen}.pdf"))

    def write(self, path: Path) -> bool:
        """Write the file; on failure a dialog says why, and an older file of that name stays as it was."""
        self.compose()
        session = self._session
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        problem = ""
        try:
            project, shown, said = self._filtered()
            made = export_map(
                project,
                session.map_id,
                session.images,
                self._setup,
                self.language(),
                self._anyway.isChecked(),
                self._layouter,
                shown,
                said,
            )
            write_atomically(path, made.data)
        except ExportProblem as error:
            problem = str(error)
        except FileProblem as error:
            problem = error.message
        finally:
            QGuiApplication.restoreOverrideCursor()
        if problem:
            say(self, tr("The PDF cannot be saved"), problem)
            return False
        self._keep_setup()
        self.written = path
        self.sentence = tr("PDF saved: {file}, {pages}", file=path.name, pages=trn("{n} page", "{n} pages", made.pages))
        self.accept()
        return True

    def _keep_setup(self) -> None:
        """The map remembers its page; that is an edit like any other."""
        from journey_editor.edit.maps import set_map

        map_id, setup = self._session.map_id, self._setup
        self._session.apply(tr("Changed the page setup"), lambda project: set_map(project, map_id, page=setup))


def _plain(session: Session, language: str) -> str:
    journey, project = session.journey, session.project
    title = text_in(project, language, journey.id, "title", journey.title)
    title = title or text_in(project, language, project.id, "title", project.title) or tr("Journey map", to=language)
    return " ".join("".join(c if c.isalnum() or c in " -_." else " " for c in title).split())
