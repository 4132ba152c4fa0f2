"""Pictures that people upload: looked at by their first bytes and their size, never by their name."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST_BYTES = 5_000_000
LARGEST_PIXELS = 16_000_000
FORMATS = ("PNG", "JPEG")
LIGHT, SIDES = 200_000, (900, 600, 300)
"""Bytes up to which a picture travels with a page as it is, and sides in pixels that are tried for others."""


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


@lru_cache(maxsize=64)
def shrunk(data: bytes) -> bytes:
    """A picture light enough to travel with a page: as it is, else a JPEG of fewer pixels a side."""
    if len(data) <= LIGHT:
        return data
    with Image.open(BytesIO(data), formats=FORMATS) as picture:
        small = picture.convert("RGB")
    for side in SIDES:
        small.thumbnail((side, side))
        out = BytesIO()
        small.save(out, "JPEG", quality=85)
        if out.tell() <= LIGHT:
            break
    return out.getvalue()


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
