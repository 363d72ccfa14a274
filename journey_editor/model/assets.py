"""Images by the hash of their bytes. The bytes themselves are kept outside the document, so that undo stays small."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Node, Sha256, Text

MediaType = Literal["image/png", "image/jpeg", "image/webp", "image/gif"]
Pixels = Annotated[int, Field(ge=1, le=40_000)]


class AssetRef(Node):
    """What is known of an image without its bytes."""

    sha256: Sha256
    media_type: MediaType
    width: Pixels
    height: Pixels
    name: Text = ""
