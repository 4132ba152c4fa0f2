"""Logos of the demo clients: plain shapes drawn by arithmetic, written as PNG."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from sample_data.png import png_file, stored

Floats = NDArray[np.float64]
Shape = Callable[[Floats, Floats], Floats]

SIZE = 240
SHADES = 15  # steps from paper to ink: four bits a pixel


def logos() -> Mapping[str, bytes]:
    """Path and bytes; colours are those of the clients' brands in `agency.toml`."""
    return {
        "logos/warsaw.png": png(_steps, (0x7A, 0x1F, 0x3D)),
        "logos/prague.png": png(_bean, (0x3B, 0x2A, 0x20)),
        "logos/berlin.png": png(_tent, (0x1E, 0x4D, 0x3A)),
    }


def png(shape: Shape, ink: tuple[int, int, int]) -> bytes:
    """A square picture of a shape. Source: PNG 1.2, chunks IHDR, PLTE, tRNS, IDAT, IEND."""
    levels = np.round(np.clip(_coverage(shape), 0.0, 1.0) * SHADES).astype(np.uint8)
    packed = (levels[:, 0::2] << 4) | levels[:, 1::2]
    lines = b"".join(b"\0" + row.tobytes() for row in packed)
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 4, 3, 0, 0, 0)
    alpha = bytes(round(255 * step / SHADES) for step in range(SHADES + 1))
    chunks = ((b"IHDR", header), (b"PLTE", bytes(ink) * (SHADES + 1)), (b"tRNS", alpha))
    return png_file((*chunks, (b"IDAT", stored(lines)), (b"IEND", b"")))


def _coverage(shape: Shape) -> Floats:
    """How much of each pixel the shape covers; it is given as a signed distance, negative inside."""
    at = (np.arange(SIZE) + 0.5) / SIZE * 2 - 1
    x, y = np.meshgrid(at, at)
    return 0.5 - shape(x, y) * SIZE / 2


def _steps(x: Floats, y: Floats) -> Floats:
    """Three discs in a row that grow: footsteps."""
    discs = ((-0.62, 0.38, 0.22), (-0.08, 0.16, 0.32), (0.56, -0.22, 0.42))
    nearest: Floats = np.min([np.hypot(x - a, y - b) - size for a, b, size in discs], axis=0)
    return nearest


def _bean(x: Floats, y: Floats) -> Floats:
    """An oval with a bent cut: a coffee bean."""
    u, v = (x + y) / 2**0.5, (x - y) / 2**0.5
    oval = np.hypot(u, v / 0.68) * 0.9 - 0.8
    cut = 0.055 - np.abs(v - 0.16 * np.sin(u * 3.2))
    return np.maximum(oval * 0.8, cut)


def _tent(x: Floats, y: Floats) -> Floats:
    """A triangle with a smaller one cut out of it: a tent."""
    outer = np.maximum(np.abs(x) * 0.86 - (y + 0.75) * 0.5, y - 0.7)
    door = np.maximum(np.abs(x) * 0.93 - (y + 0.1) * 0.37, y - 0.71)
    return np.maximum(outer, -door)
