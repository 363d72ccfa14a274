"""The user's own templates as the user meets them: kept, renamed and removed, and their folder opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journey_editor.ui.template_cards import TemplateFace
from journey_editor.wording import tr

if TYPE_CHECKING:
    from journey_editor.session.session import Session


class OwnTemplates(QObject):
    """The template commands of one window. Each gives back whether it was done. The start page is heavy enough without
    the model, so the files are reached when they are needed."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def keep(self, session: Session) -> bool:
        """Ask for a name and keep the project as a template."""
        from journey_editor.session.template_folder import template_folder
        from journey_editor.storage import own_templates
        from journey_editor.storage.files import FileProblem
        from journey_editor.ui.dialogs.describe_template import describe
        from journey_editor.ui.dialogs.messages import confirm, say

        folder = template_folder()
        project = session.project
        words = describe(
            self._window,
            tr("Save as a template"),
            tr("Save"),
            session.own_title,
            project.description,
            tr("The whole project is kept, with its images. Folder: {folder}", folder=folder),
        )
        if words is None:
            return False
        path = own_templates.path_for(folder, words.title)
        if path.exists() and not confirm(
            self._window,
            tr("Replace the template “{title}”?", title=words.title),
            tr("There is a template of this name already. What was in it is lost then."),
            tr("Replace"),
            for_good=True,
        ):
            return False
        try:
            own_templates.keep(folder, session.project, session.images, words.title, words.description)
        except FileProblem as problem:
            say(self._window, tr("The template cannot be saved"), problem.message)
            return False
        self.changed.emit()
        session.told.emit(tr("“{title}” is a template now. It stands on the start page.", title=words.title))
        return True

    def rename(self, face: TemplateFace) -> bool:
        """Ask for another name and description."""
        from journey_editor.storage import own_templates
        from journey_editor.storage.files import FileProblem, load
        from journey_editor.ui.dialogs.describe_template import describe
        from journey_editor.ui.dialogs.messages import say

        if face.path is None:
            return False
        try:
            project = load(face.path).project
            words = describe(
                self._window,
                tr("Rename the template"),
                tr("Rename"),
                project.title or face.path.stem,
                project.description,
                tr("File: {file}", file=face.path),
            )
            if words is None:
                return False
            own_templates.rename(face.path, words.title, words.description)
        except FileProblem as problem:
            say(self._window, tr("The template cannot be renamed"), problem.message)
            return False
        self.changed.emit()
        return True

    def remove(self, face: TemplateFace) -> bool:
        """Remove one, after asking: this cannot be undone."""
        from journey_editor.storage import own_templates
        from journey_editor.storage.files import FileProblem
        from journey_editor.ui.dialogs.messages import confirm, say

        if face.path is None or not confirm(
            self._window,
            tr("Remove the template “{title}”?", title=face.title),
            tr("Its file is deleted. Maps that were made from it stay."),
            tr("Remove"),
            for_good=True,
        ):
            return False
        try:
            own_templates.remove(face.path)
        except FileProblem as problem:
            say(self._window, tr("The template cannot be removed"), problem.message)
            return False
        self.changed.emit()
        return True

    def open_folder(self) -> None:
        """Show the folder in the system's file manager."""
        from journey_editor.session.template_folder import template_folder

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(template_folder())))
