"""Pictures that people upload: looked at by their first bytes and their size, never by their name."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

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


LONGEST_SIDE = 1600
"""Pixels: sharp on a slide, and no deck grows by a camera's file."""


def re_encoded(data: bytes) -> bytes:
    """The pixels alone as a new file: upright, scaled down, without whatever else the upload carried.

    Empty for what is no picture any more; a picture with transparency becomes a PNG, others a JPEG.
    """
    if not data or picture_fault(data):
        return b""
    with Image.open(BytesIO(data), formats=FORMATS) as found:
        upright = ImageOps.exif_transpose(found)
        seen = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    fresh = Image.frombytes(seen.mode, seen.size, seen.tobytes())
    made = BytesIO()
    if fresh.mode == "RGBA":
        fresh.save(made, "PNG", optimize=True)
    else:
        fresh.save(made, "JPEG", quality=88)
    return made.getvalue()
