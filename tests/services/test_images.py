"""Pictures of people go into decks as pixels alone."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from tiger_reports.services.images import LONGEST_SIDE, re_encoded

ORIENTATION, ARTIST, SIDEWAYS = 0x0112, 0x013B, 6


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    made = BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_whatever_the_upload_carried_beside_its_pixels_is_gone_and_it_stands_upright():
    exif = Image.Exif()
    exif[ORIENTATION], exif[ARTIST] = SIDEWAYS, "Somebody Private"
    photo = saved(Image.new("RGB", (60, 30), "red"), "JPEG", exif=exif) + b"<script>alert(1)</script>"
    made = re_encoded(photo)
    assert b"Somebody Private" in photo
    assert b"Somebody Private" not in made
    assert b"script" not in made
    assert opened(made).size == (30, 60)
    assert not opened(made).getexif()


def test_a_cameras_file_is_scaled_down_and_transparency_is_kept():
    assert max(opened(re_encoded(saved(Image.new("RGB", (3200, 1800)), "JPEG"))).size) == LONGEST_SIDE
    clear = opened(re_encoded(saved(Image.new("RGBA", (20, 20), (255, 0, 0, 0)), "PNG")))
    assert (clear.format, clear.getpixel((3, 3))[3]) == ("PNG", 0)


@pytest.mark.parametrize("data", [b"", b"<svg onload=alert(1)>", b"\x89PNG\r\n\x1a\nno picture"])
def test_what_is_no_picture_becomes_nothing(data):
    assert re_encoded(data) == b""
