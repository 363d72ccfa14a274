"""The images of a project, as far as the document knows of them. Their bytes are kept elsewhere, by hash;
images that nothing shows any more are left out when the project is saved.
"""

from __future__ import annotations

from journey_editor.model.assets import AssetRef
from journey_editor.model.project import Project


def add_image(project: Project, image: AssetRef) -> Project:
    """The image can be used from now on; the same project if it could already."""
    if any(known.sha256 == image.sha256 for known in project.images):
        return project
    return project.evolve(images=(*project.images, image))
