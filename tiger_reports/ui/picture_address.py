"""Pictures as data addresses: they travel with the page and ask no other server."""

from __future__ import annotations

import base64

HEAVIEST = 300_000


def picture_address(picture: bytes, heaviest: int = HEAVIEST) -> str:
    """Empty for no picture, and for one too heavy to be sent with every slide."""
    if not picture or len(picture) > heaviest:
        return ""
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
