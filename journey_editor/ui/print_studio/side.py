"""The left side of the studio: presets, page, contents, words. It scrolls where the window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journey_editor.session.session import Session
from journey_editor.ui.print_studio.choices import Choices
from journey_editor.ui.print_studio.content_form import ContentForm
from journey_editor.ui.print_studio.extent_form import ExtentForm
from journey_editor.ui.print_studio.page_form import PageForm
from journey_editor.ui.print_studio.presets import Presets
from journey_editor.ui.print_studio.words_form import FilterForm, WordsForm

WIDTH = 352


class Side(QScrollArea):
    """All forms, one below the other."""

    def __init__(self, session: Session, choices: Choices, parent: QWidget, *, only_selected: bool) -> None:
        super().__init__(parent)
        self.setObjectName("print_side")
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName("print_forms")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.presets = Presets(session, choices, body)
        column.addWidget(self.presets)
        rule = QFrame(body)
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        self.extent = ExtentForm(session, body, only_selected=only_selected)
        self.page = PageForm(choices, body)
        self.contents = ContentForm(choices, body)
        self.words = WordsForm(session, choices, body)
        self.filter = FilterForm(session, body)
        forms = QVBoxLayout()
        forms.setContentsMargins(16, 12, 16, 16)
        forms.setSpacing(16)
        for form in (self.extent, self.page, self.contents, self.words, self.filter):
            forms.addWidget(form)
        forms.addStretch(1)
        column.addLayout(forms, 1)
        self.setWidget(body)
