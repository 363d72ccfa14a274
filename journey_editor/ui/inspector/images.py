"""Pictures in the panel: the images of a touchpoint, the one of a picture card, the portrait of a persona."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journey_editor.edit.anything import set_any
from journey_editor.edit.images import add_image
from journey_editor.model.cards import ImageUse
from journey_editor.model.project import Project
from journey_editor.session.image_files import ImageRefused, decoded, take_in
from journey_editor.session.shrinking import Taken
from journey_editor.ui.dialogs.large_images import fitted
from journey_editor.ui.settings import Settings
from journey_editor.wording import tr, trn

from .attributes import Words
from .buttons import link_button
from .field import Complaint
from .form import Form, Section
from .item_rows import Cell, Item
from .own_list import OwnList
from .scope import Scope
from .words import joined, said_in

_THUMBNAIL = QSize(272, 160)


def choose_image(parent: QWidget) -> Path | None:
    """Ask for an image file; None if nothing was chosen."""
    settings = Settings()
    name, _ = QFileDialog.getOpenFileName(parent, tr("Choose an image"), settings.last_folder, _kinds())
    if not name:
        return None
    settings.last_folder = str(Path(name).parent)
    return Path(name)


def choose_images(parent: QWidget) -> list[Path]:
    """Ask for image files; none if nothing was chosen."""
    settings = Settings()
    names, _ = QFileDialog.getOpenFileNames(parent, tr("Choose images"), settings.last_folder, _kinds())
    if names:
        settings.last_folder = str(Path(names[0]).parent)
    return [Path(name) for name in names]


def _kinds() -> str:
    return tr("Images (*.png *.jpg *.jpeg *.webp *.gif)")


def use_image(scope: Scope, path: Path, label: str, use: Callable[[Project, str], Project], window: QWidget) -> str:
    """Take the file into the project and use it, as one step; returns why not, or ""."""
    return use_images(scope, [path], label, lambda project, hashes: use(project, hashes[0]), window)


def use_images(
    scope: Scope,
    paths: Sequence[Path],
    label: str,
    use: Callable[[Project, Sequence[str]], Project],
    window: QWidget,
) -> str:
    """Take files into the project, asking whether large ones are scaled down, and use them, as one step.

    Returns why not, or "", also when the user thought better of it.
    """
    try:
        taken = fitted(window, [Taken(*take_in(path)) for path in paths])
    except ImageRefused as refusal:
        return str(refusal)
    if not taken:
        return ""
    for image in taken:
        scope.session.keep_image(*image)

    def edit(project: Project) -> Project:
        for image in taken:
            project = add_image(project, image.asset)
        return use(project, [image.asset.sha256 for image in taken])

    return scope.change(label, edit)


def caption_example() -> str:
    """What stands in an empty field for a caption."""
    return tr("What is to be seen, for those who cannot see it")


class Thumbnail(QLabel):
    """An image of the project, scaled down; words where its bytes are missing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("thumbnail")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown: str | None = None

    def show_image(self, scope: Scope, sha256: str) -> None:
        if sha256 == self._shown:
            return
        self._shown = sha256
        ratio = self.devicePixelRatioF()
        image = decoded(scope.session.images.get(sha256, b""), _THUMBNAIL * ratio)
        self.setAccessibleName(next((asset.name for asset in scope.project.images if asset.sha256 == sha256), ""))
        if image.isNull():
            self.setText(tr("The image cannot be shown."))
            return
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)


class OneImage(Section):
    """A place for one image: choose, replace, remove. `read` gives its hash, `write` sets it ("" for none)."""

    def __init__(
        self,
        scope: Scope,
        read: Callable[[], str],
        write: Callable[[Project, str], Project],
        label: str,
    ) -> None:
        super().__init__()
        self._scope, self._read, self._write = scope, read, write
        self._thumbnail = Thumbnail()
        self._complaint = Complaint()
        self._choose = link_button(tr("Choose image ..."), "image")
        self._choose.setAccessibleName(f"{label}: " + tr("Choose image ..."))
        self._remove = link_button(tr("Remove"), "x")
        self._remove.setAccessibleName(f"{label}: " + tr("Remove"))
        self._choose.clicked.connect(self._chosen)
        self._remove.clicked.connect(
            lambda: self._say(scope.change(tr("Removed an image"), lambda now: write(now, "")))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._thumbnail)
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._complaint)

    def _chosen(self) -> None:
        path = choose_image(self)
        if path is not None:
            self._say(use_image(self._scope, path, tr("Chose an image"), self._write, self.window()))

    def _say(self, sentence: str) -> None:
        self._complaint.say(sentence)

    def refresh(self, anew: bool = False) -> None:
        sha256 = self._read()
        self._thumbnail.setVisible(bool(sha256))
        self._remove.setVisible(bool(sha256))
        if sha256:
            self._thumbnail.show_image(self._scope, sha256)
        if anew:
            self._say("")


class _Shown(Section):
    """The picture itself, in the fields of an opened row."""

    def __init__(self, scope: Scope, place: int) -> None:
        super().__init__()
        self._scope, self._place = scope, place
        self._thumbnail = Thumbnail()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._thumbnail)

    def refresh(self, anew: bool = False) -> None:
        images = self._scope.node.images
        if self._place < len(images):
            self._thumbnail.show_image(self._scope, images[self._place].sha256)


class Images(OwnList):
    """The images of a touchpoint, each with the words that stand for it where it cannot be seen; the first is shown on
    the card."""

    field = "images"

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope, add=tr("Add image ..."), none=tr("None yet. The first one is shown on the card."))
        self.part = tr("Image")
        self._complaint = Complaint()
        self.column.addWidget(self._complaint)

    def items(self) -> list[Item]:
        names = {asset.sha256: asset.name for asset in self.scope.project.images}
        found = []
        for n, use in enumerate(self.scope.node.images):
            caption = said_in(self.scope, f"images.{n}.caption", use.caption)
            words = caption or names.get(use.sha256) or tr("(no name)")
            under = "" if caption else tr("without words for those who cannot see it")
            found.append(Item(str(n), (Cell(words),), joined((words, under)), mark="image", under=under))
        return found

    def fill(self, form: Form, key: str) -> None:
        place = int(key)
        form.section(_Shown(self.scope, place))
        form.line(tr("Caption"), Words("images", place, "caption"), example=caption_example())
        self.end(form, key)

    def added(self) -> str:
        paths = choose_images(self)
        card = self.scope.node

        def use(project: Project, hashes: Sequence[str]) -> Project:
            added = tuple(ImageUse(sha256=sha256) for sha256 in hashes)
            return set_any(project, card.id, images=(*card.images, *added))

        label = trn("Added an image", "Added {n} images", len(paths))
        trouble = use_images(self.scope, paths, label, use, self.window())
        self._complaint.say(trouble)
        return str(len(card.images)) if len(self.scope.node.images) > len(card.images) else ""

    def refresh(self, anew: bool = False) -> None:
        super().refresh(anew)
        if anew:
            self._complaint.say("")
