"""The bytes of images: taken in from a file, checked when a project is read, written as base64.

An image is kept under the sha256 of its bytes, so that the same picture is kept once and cannot be exchanged unseen.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping

from journey_editor.model.assets import AssetRef
from journey_editor.model.problem import Problem
from journey_editor.model.project import Project
from journey_editor.model.references import references
from journey_editor.model.things import things
from journey_editor.wording import tr

from .picture_headers import Header, header
from .problem import FileProblem, problem, shown

#: One image in a project. A photograph for A3 at 200 dots per inch has 2 MB.
MOST_IMAGE_BYTES = 16 * 2**20
#: What an image may have when decoded: 40 megapixels are 160 MB of memory.
MOST_PIXELS = 40_000_000
MOST_SIDE = 40_000


def asset_of(data: bytes, name: str) -> AssetRef:
    """What a project has to know of an image file to take it in; `name` is the file's. Raises FileProblem."""
    found = header(data)
    what = _unfit(data, found)
    if what or found is None:
        raise problem(name, what)
    return AssetRef(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=found.media_type,
        width=found.width,
        height=found.height,
        name=shown(name.replace("\\", "/").rsplit("/", 1)[-1], 200),
    )


def without_unused(project: Project) -> Project:
    """The project without the images that nothing in it shows; the same object if all are shown."""
    if not project.images:
        return project
    used = {
        reference.id for thing in things(project) for reference in references(thing.node) if reference.target == "image"
    }
    return project.evolve(images=tuple(image for image in project.images if image.sha256 in used))


def encoded(project: Project, images: Mapping[str, bytes]) -> dict[str, str]:
    """The bytes of the project's images in base64, sorted. Raises KeyError where bytes are missing."""
    return {key: base64.b64encode(images[key]).decode() for key in sorted(image.sha256 for image in project.images)}


def decoded(project: Project, texts: Mapping[str, str], file: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The bytes of the project's images, and what was left out since nothing refers to it. Raises FileProblem."""
    known = {image.sha256: image for image in project.images}
    faults: list[Problem] = []
    images: dict[str, bytes] = {}
    for i, image in enumerate(project.images):
        if image.sha256 not in texts:
            what = tr(
                "The file lacks the data of the image “{name}”. Remove the image, or use a backup of the file.",
                name=shown(image.name or image.sha256, 40),
            )
            faults.append(Problem(f"/project/images/{i}", what))
    for key, text in texts.items():
        if key not in known:
            continue
        try:
            data = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            faults.append(Problem(f"/images/{key}", tr("The image is not in base64. Use a backup of the file.")))
            continue
        faults += (Problem(f"/images/{key}", what) for what in _wrong(data, known[key]))
        images[key] = data
    if faults:
        raise FileProblem(file, faults)
    left_out = tuple(
        Problem(f"/images/{key}", tr("An image that the project does not list was left out."))
        for key in texts
        if key not in known
    )
    return images, left_out


def _wrong(data: bytes, image: AssetRef) -> Iterator[str]:
    if hashlib.sha256(data).hexdigest() != image.sha256:
        yield tr("The image was changed or damaged: its data and its name (sha256) differ. Use a backup of the file.")
        return
    found = header(data)
    if what := _unfit(data, found):
        yield what
    elif found != Header(image.media_type, image.width, image.height):
        yield tr("The image is of another kind or size than the project says. Insert the image again.")


def _unfit(data: bytes, found: Header | None) -> str:
    """Why an image is not taken, or ""."""
    if found is None:
        return tr("This is not a PNG, JPEG, GIF or WebP image. Convert it to one of these.")
    if len(data) > MOST_IMAGE_BYTES:
        return tr("The image has more than {most} MB. Make it smaller.", most=MOST_IMAGE_BYTES // 2**20)
    if not (0 < found.width <= MOST_SIDE and 0 < found.height <= MOST_SIDE):
        return tr("The image is empty, or a side of it has more than {most} pixels. Make it smaller.", most=MOST_SIDE)
    if found.width * found.height > MOST_PIXELS:
        return tr("The image has more than {most} megapixels. Make it smaller.", most=MOST_PIXELS // 1_000_000)
    return ""
