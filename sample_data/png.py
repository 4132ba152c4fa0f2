"""The bytes of a PNG file, the same whatever compression library is installed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

STORED_BLOCK = 65_535
"""Most bytes in one stored block of a deflate stream: RFC 1951, 3.2.4."""


def png_file(chunks: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A file of chunks, each a kind and its data. Source: PNG 1.2."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in chunks)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def stored(data: bytes) -> bytes:
    """A zlib stream without compression, the same whatever library is installed."""
    starts = range(0, len(data), STORED_BLOCK)
    blocks = b"".join(_block(data[at : at + STORED_BLOCK], last=at == starts[-1]) for at in starts)
    return b"\x78\x01" + blocks + struct.pack(">I", zlib.adler32(data))


def _block(data: bytes, *, last: bool) -> bytes:
    return struct.pack("<BHH", last, len(data), 0xFFFF ^ len(data)) + data
