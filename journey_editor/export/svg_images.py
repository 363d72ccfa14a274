"""The images of one SVG: each in the file once for a size, cut to what is seen of it, with its words."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Mapping

from PIL import Image as Picture

from journey_editor.export.pdf_images import UnreadableImage, as_is, decoded
from journey_editor.export.xml_text import content
from journey_editor.layout.drawlist import Image

_QUALITY = 90  # of photographs that had to be made smaller


class UsedImages:
    """Gives elements that draw images, and the definitions that these point to."""

    def __init__(self, images: Mapping[str, bytes]) -> None:
        self._images = images
        self._names: dict[tuple[str, int, int, bool], str] = {}
        self._definitions: list[str] = []
        self.failed: set[str] = set()  # sha256 of those that could not be read

    def definitions(self) -> str:
        """The element that holds the images, one unit wide and high each."""
        return "<defs>\n" + "\n".join(self._definitions) + "\n</defs>\n" if self._definitions else ""

    def drawn(self, image: Image, x: float, y: float) -> str:
        """The image where its group's origin is at (x, y); a crossed box where it cannot be read."""
        x, y, w, h = x + image.x, y + image.y, image.w, image.h
        try:
            name = self._name(image)
        except UnreadableImage:
            self.failed.add(image.sha256)
            return (
                f'<path d="M{x:.2f} {y:.2f}h{w:.2f}v{h:.2f}h{-w:.2f}zl{w:.2f} {h:.2f}m{-w:.2f} 0l{w:.2f} {-h:.2f}" '
                'fill="none" stroke="#868F9F" stroke-width="0.75"/>'
            )
        opacity = f' opacity="{image.opacity:.3f}"' if image.opacity < 1 else ""
        label = f' role="img" aria-label="{content(image.alt)}"' if image.alt else ""
        shape = f'<use xlink:href="#{name}" transform="translate({x:.2f} {y:.2f}) scale({w:.4f} {h:.4f})"/>'
        clip = self._clip(image, x, y)
        return f"<g{opacity}{clip}{label}>{shape}</g>"

    def _clip(self, image: Image, x: float, y: float) -> str:
        crop = image.crop
        if crop is None:
            return ""
        name = f"crop.{len(self._definitions)}"  # no id of a project has a dot
        radius = min(crop.radius, crop.w / 2, crop.h / 2)
        self._definitions.append(
            f'<clipPath id="{name}"><rect x="{x + crop.x:.2f}" y="{y + crop.y:.2f}" width="{crop.w:.2f}" '
            f'height="{crop.h:.2f}" rx="{radius:.2f}"/></clipPath>'
        )
        return f' clip-path="url(#{name})"'

    def _name(self, image: Image) -> str:
        key = (image.sha256, round(image.w), round(image.h), image.grey)
        name = self._names.get(key)
        if name is None:
            data = self._images.get(image.sha256)
            if data is None:
                raise UnreadableImage("missing")
            kind, coded = _encoded(data, decoded(data, image.w, image.h, image.grey))
            name = self._names[key] = f"picture.{len(self._names)}"
            self._definitions.append(
                f'<image id="{name}" width="1" height="1" preserveAspectRatio="none" '
                f'xlink:href="data:image/{kind};base64,{b64encode(coded).decode("ascii")}"/>'
            )
        return name


def _encoded(data: bytes, picture: Picture.Image) -> tuple[str, bytes]:
    """The kind of file and its bytes: photographs stay photographs, all else loses nothing."""
    unchanged = as_is(data, picture)
    if unchanged is not None:
        return "jpeg", unchanged.getvalue()
    file = io.BytesIO()
    if data[:2] == b"\xff\xd8":
        picture.save(file, "JPEG", quality=_QUALITY)
        return "jpeg", file.getvalue()
    picture.save(file, "PNG", optimize=False)
    return "png", file.getvalue()
