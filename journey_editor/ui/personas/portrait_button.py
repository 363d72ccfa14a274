"""The portrait on a persona's card: pressed to choose an image, which can be dropped and pasted there as well."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QMenu

from journey_editor.edit.anything import set_any
from journey_editor.edit.change import EditError
from journey_editor.edit.images import add_image
from journey_editor.model.project import Project
from journey_editor.session.image_files import decoded
from journey_editor.session.session import Session
from journey_editor.session.shrinking import Taken
from journey_editor.ui import theme
from journey_editor.ui.clipboard import images_in, on_clipboard
from journey_editor.ui.dialogs.large_images import fitted
from journey_editor.ui.icons import icon
from journey_editor.ui.inspector.images import choose_image, use_image
from journey_editor.ui.inspector.scope import Scope
from journey_editor.wording import tr


class PortraitButton(QAbstractButton):
    """A round picture of the persona in scope. `refused` is told why an image was not taken, or ""."""

    def __init__(self, scope: Scope, side: int, refused: Callable[[str], None]) -> None:
        super().__init__()
        self._scope, self._refused = scope, refused
        self.setFixedSize(side, side)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Portrait"))
        self.setToolTip(tr("Choose a portrait, or drop or paste one here"))
        self._seen: tuple[str, float] | None = None
        self._picture = QPixmap()
        self.color = ""
        self.clicked.connect(self._pressed)

    @property
    def sha256(self) -> str:
        persona = self._scope.node
        return persona.portrait if persona is not None else ""

    def refresh(self) -> None:
        seen = (self.sha256, self.devicePixelRatioF())
        if seen != self._seen:
            self._seen = seen
            self._picture = round_picture(self._scope.session, self.sha256, self.width(), self.devicePixelRatioF())
        self.setAccessibleDescription("" if self.sha256 else tr("none yet"))
        self.update()

    # Choosing, dropping, pasting

    def _pressed(self) -> None:
        if not self.sha256:
            self._choose()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("image"), tr("Choose another image ...")).triggered.connect(lambda: self._choose())
        menu.addAction(icon("trash-2"), tr("Remove the portrait")).triggered.connect(lambda: self.remove())
        menu.popup(self.mapToGlobal(QPoint(self.width() // 3, self.height() - 12)))

    def _choose(self) -> None:
        path = choose_image(self)
        if path is not None:
            self._refused(use_image(self._scope, path, tr("Chose a portrait"), self._with_portrait, self.window()))

    def remove(self) -> None:
        if self.sha256:
            self._refused(
                self._scope.change(tr("Removed the portrait"), lambda project: self._with_portrait(project, ""))
            )

    def paste(self) -> None:
        self._take(lambda: images_in(on_clipboard()))

    def _take(self, images: Callable[[], list[Taken]]) -> None:
        """Show the first of some images, which are looked at only now."""
        try:
            taken = fitted(self.window(), images()[:1])
        except EditError as refusal:
            self._refused(str(refusal))
            return
        if not taken:
            return
        (image,) = taken
        self._scope.session.keep_image(*image)

        def edit(project: Project) -> Project:
            return self._with_portrait(add_image(project, image.asset), image.asset.sha256)

        self._refused(self._scope.change(tr("Chose a portrait"), edit))

    def _with_portrait(self, project: Project, sha256: str) -> Project:
        return set_any(project, self._scope.ids[0], portrait=sha256)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasImage() or any(url.isLocalFile() for url in mime.urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._take(lambda: images_in(mime))

    # Painting

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = theme.colour(self.color or "text_2")
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            if self._picture.isNull():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("panel"))
                painter.drawEllipse(inside)
                side = round(self.width() * 0.5)
                at = (self.width() - side) // 2
                icon("user", self.color or "text_2").paint(painter, at, at, side, side)
            else:
                painter.drawPixmap(0, 0, self._picture)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent") if self.underMouse() else color, 1.5))
            painter.drawEllipse(inside)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()


def round_picture(session: Session, sha256: str, side: int, ratio: float) -> QPixmap:
    """An image of the project as it is printed for a portrait: a circle out of its middle, of a tall one higher up."""
    whole = round(side * ratio)
    asset = next((image for image in session.project.images if image.sha256 == sha256), None)
    if asset is None:
        return QPixmap()
    longest = whole * max(asset.width, asset.height) // max(1, min(asset.width, asset.height)) + 1
    image = decoded(session.images.get(sha256, b""), QSize(longest, longest).boundedTo(QSize(4096, 4096)))
    if image.isNull():
        return QPixmap()
    return _cropped(image, whole, ratio)


def _cropped(image: QImage, whole: int, ratio: float) -> QPixmap:
    edge = min(image.width(), image.height())
    seen = image.copy((image.width() - edge) // 2, (image.height() - edge) // 3, edge, edge)
    made = QPixmap(whole, whole)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        circle = QPainterPath()
        circle.addEllipse(QRectF(1, 1, whole - 2, whole - 2))
        painter.setClipPath(circle)
        painter.drawImage(QRectF(0, 0, whole, whole), seen)
    made.setDevicePixelRatio(ratio)
    return made
