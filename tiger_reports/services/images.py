"""Pictures that people upload: looked at by their first bytes and their size, never by their name."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError

LARGEST_BYTES = 5_000_000
LARGEST_PIXELS = 16_000_000
FORMATS = ("PNG", "JPEG")


def picture_fault(data: bytes) -> str:
    """Code of the refusal, empty when the bytes are a PNG or JPEG of sensible size."""
    if len(data) > LARGEST_BYTES:
        return "picture_too_large"
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > LARGEST_PIXELS:
                return "picture_too_large"
            picture.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return "picture_unreadable"
    return ""
