"""The images of a project, as far as the document knows of them. Their bytes are kept elsewhere, by hash;
images that nothing shows any more are left out when the project is saved.
"""

from __future__ import annotations

from collections.abc import Sequence

from journey_editor.edit.cards import set_card
from journey_editor.edit.change import EditError, the_map, with_map
from journey_editor.edit.keys import Keys
from journey_editor.edit.pasting import Place, choose_a_cell, stacked
from journey_editor.model.assets import AssetRef
from journey_editor.model.cards import ImageUse, Picture, Touchpoint
from journey_editor.model.ids import IdSource, random_id
from journey_editor.model.project import Project
from journey_editor.model.queries import find_card
from journey_editor.wording import tr


def add_image(project: Project, image: AssetRef) -> Project:
    """The image can be used from now on; the same project if it could already."""
    if any(known.sha256 == image.sha256 for known in project.images):
        return project
    return project.evolve(images=(*project.images, image))


def place_images(
    project: Project, images: Sequence[AssetRef], place: Place, *, new: IdSource = random_id
) -> tuple[Project, tuple[str, ...]]:
    """The images on the card of the place, or as new pictures in its cell; and the ids of the cards that show them.

    A touchpoint gets them in addition to those it has. A picture shows the first instead of its own; for each further
    one there is a new picture below it. Raises EditError where no image can be.
    """
    journey = the_map(project, place.map)
    lane = next((lane for lane in journey.lanes if lane.id == place.lane), None)
    card = find_card(journey, place.card) if place.card else None
    for image in images:
        project = add_image(project, image)
    uses = [ImageUse(sha256=image.sha256) for image in images]
    if isinstance(card, Touchpoint):
        return set_card(project, card.id, images=(*card.images, *uses)), (card.id,)
    if isinstance(card, Picture):
        project = set_card(project, card.id, image=uses.pop(0))
        journey = the_map(project, place.map)
    elif lane is None or not place.step:
        raise EditError(choose_a_cell())
    elif lane.kind != "images":
        raise EditError(no_image_here())
    keys = Keys(project, new)
    pictures = [Picture(id=keys.fresh("pc"), image=use) for use in uses]
    after = stacked(journey, {(place.lane, place.step): pictures}, place.before)
    shown = [card.id] if card is not None else []
    return with_map(project, after), (*shown, *(picture.id for picture in pictures))


def no_image_here() -> str:
    """Why an image cannot go to a place."""
    return tr("An image goes onto one touchpoint or picture, or into a lane of images.")
