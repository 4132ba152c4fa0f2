"""Mock-ups of the demo's proposals: posts made of plain shapes, so that nothing in them is anybody's."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from sample_data.png import png_file, stored

WIDE, TALL = 480, 300
PHOTOS, WINNER, DOORS, OPENED, GIFTS = 10, 3, 24, 7, 6
PRAGUE = (0xFFFFFF, 0x3B2A20, 0xB5651D, 0xE8D5C0, 0xF6EFE7, 0x8A6B52, 0x2F6B4F, 0xD9C3A9)
BERLIN = (0xFFFFFF, 0x1E4D3A, 0xD9772B, 0xDCE8E0, 0xEEF3F0, 0x6F8F80, 0x2F6B4F, 0xC4D3CA)
"""Colours of the clients' brands."""
PAPER, INK, ACCENT, CREAM, GROUND, BROWN, GREEN, SAND = range(len(PRAGUE))
Grid = NDArray[np.uint8]
Scene = Callable[[Grid], None]


def pictures() -> Mapping[str, bytes]:
    """Path and bytes."""
    prague: Mapping[str, Scene] = {"morning": _morning, "contest": _contest, "advent": _advent, "film": _film}
    berlin: Mapping[str, Scene] = {"diary": _diary, "gifts": _gifts}
    return {
        f"pictures/{name}.png": _post(scene, palette)
        for scenes, palette in ((prague, PRAGUE), (berlin, BERLIN))
        for name, scene in scenes.items()
    }


def _post(scene: Scene, palette: tuple[int, ...]) -> bytes:
    """A post as it stands in a feed: who posts it, the picture, a button. Four bits a pixel."""
    grid = np.full((TALL, WIDE), PAPER, np.uint8)
    _disc(grid, 26, 24, 15, ACCENT)
    _box(grid, 50, 12, 150, 11, INK)
    _box(grid, 50, 29, 92, 8, SAND)
    _box(grid, 0, 48, WIDE, 206, GROUND)
    scene(grid)
    _box(grid, 12, 268, 220, 10, SAND)
    _box(grid, 12, 284, 150, 8, CREAM)
    _box(grid, 368, 264, 100, 28, ACCENT)
    _box(grid, 386, 275, 64, 6, PAPER)
    lines = b"".join(b"\0" + row.tobytes() for row in (grid[:, 0::2] << 4) | grid[:, 1::2])
    colours = b"".join(colour.to_bytes(3, "big") for colour in palette)
    header = struct.pack(">IIBBBBB", WIDE, TALL, 4, 3, 0, 0, 0)
    return png_file(((b"IHDR", header), (b"PLTE", colours), (b"IDAT", stored(lines)), (b"IEND", b"")))


def _morning(grid: Grid) -> None:
    """A rising sun behind a cup."""
    _disc(grid, 330, 190, 92, SAND)
    _box(grid, 0, 208, WIDE, 46, BROWN)
    _cup(grid, 180)


def _contest(grid: Grid) -> None:
    """Photos of many people on a wall, one of them framed."""
    for number in range(PHOTOS):
        left, top = 28 + 88 * (number % 5), 66 + 94 * (number // 5)
        _box(grid, left, top, 74, 80, ACCENT if number == WINNER else PAPER)
        _box(grid, left + 6, top + 6, 62, 56, CREAM)
        _disc(grid, left + 37, top + 34, 18, INK if number % 2 else BROWN)


def _advent(grid: Grid) -> None:
    """A calendar with doors, some of them open."""
    for number in range(DOORS):
        left, top = 24 + 55 * (number % 8), 60 + 64 * (number // 8)
        _box(grid, left, top, 46, 54, GREEN if number % 3 else ACCENT)
        if number < OPENED:
            _box(grid, left + 5, top + 5, 36, 44, PAPER)
            _disc(grid, left + 23, top + 27, 12, BROWN)


def _film(grid: Grid) -> None:
    """A short film: an upright frame with a sign to start it."""
    _box(grid, 170, 56, 140, 190, INK)
    _cup(grid, 206)
    for column in range(30):
        _box(grid, 226 + column, 108 - (30 - column) * 3 // 5, 1, (30 - column) * 6 // 5, PAPER)


def _diary(grid: Grid) -> None:
    """A tent in the snow under a moon, and flakes."""
    _box(grid, 0, 48, WIDE, 206, INK)
    _disc(grid, 396, 92, 26, CREAM)
    for number in range(36):
        _disc(grid, 17 + 131 * number % WIDE, 58 + 53 * number % 140, 2, PAPER)
    _box(grid, 0, 204, WIDE, 50, PAPER)
    _triangle(grid, 220, 216, 100, ACCENT)
    _triangle(grid, 220, 216, 60, INK, steep=3)


def _gifts(grid: Grid) -> None:
    """Six cards in a row, each a parcel larger than the one before."""
    for number in range(GIFTS):
        left, size = 20 + 75 * number, 24 + 6 * number
        _box(grid, left, 76, 66, 150, PAPER)
        top, edge = 176 - size, left + 33 - size // 2
        _box(grid, edge, top, size, size, ACCENT if number % 2 else GREEN)
        _box(grid, left + 31, top, 4, size, PAPER)
        _box(grid, edge, top + size // 3, size, 4, PAPER)
        _box(grid, left + 10, 192, 46, 7, SAND)
        _box(grid, left + 10, 206, 30, 7, CREAM)


def _triangle(grid: Grid, x: int, bottom: int, tall: int, colour: int, steep: float = 1.25) -> None:
    """One that stands, with its tip over `x`."""
    wide = round(tall / steep)
    for column in range(-wide, wide):
        height = round((wide - abs(column)) * steep)
        _box(grid, x + column, bottom - height, 1, height, colour)


def _cup(grid: Grid, left: int) -> None:
    _disc(grid, left + 70, 172, 24, PAPER)
    _disc(grid, left + 70, 172, 14, GROUND)
    _box(grid, left, 140, 70, 68, PAPER)
    _box(grid, left + 6, 146, 58, 10, INK)


def _disc(grid: Grid, x: int, y: int, radius: int, colour: int) -> None:
    down, across = np.mgrid[0:TALL, 0:WIDE]
    grid[np.hypot(across - x, down - y) < radius] = colour


def _box(grid: Grid, left: int, top: int, wide: int, tall: int, colour: int) -> None:
    grid[top : top + tall, left : left + wide] = colour
