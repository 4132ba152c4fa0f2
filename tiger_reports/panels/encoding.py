"""Bytes of a text file as UTF-8, and the name of the encoding that they came in."""

from __future__ import annotations

import codecs
import struct
from dataclasses import dataclass

from tiger_reports.panels.arrow import pa

PIECE = 8 << 20
SAMPLE = 4096
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ("cp1250", "cp1251")
REPLACED, ASCII_END = "\ufffd", "\x7f"
MOSTLY = 4
RUN = 3  # so many high bytes in a row are a Cyrillic word; Polish or Czech letters stand alone


class UndecodableError(ValueError):
    """The bytes are no text of one known encoding."""


@dataclass(frozen=True)
class Decoded:
    """`text` is UTF-8 without a byte order mark; `guessed` where the bytes did not settle the encoding.

    `damaged` characters were no UTF-8 amid text that is.
    """

    text: bytes
    encoding: str
    guessed: bool = False
    damaged: int = 0


def decode(data: bytes) -> Decoded:
    """Decide by byte order mark, else valid UTF-8, else zero bytes, else a legacy code page.

    Raises UndecodableError.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            return (
                _utf8(data[len(bom) :], name)
                if name == "utf-8-sig"
                else Decoded(_recode(data[len(bom) :], name), name)
            )
    wide = _utf16_without_bom(data)
    if wide:
        return Decoded(_recode(data, wide), wide)
    if b"\x00" in data[:SAMPLE]:
        raise UndecodableError("zero bytes in a text that is not UTF-16")
    return _utf8(data, "utf-8")


def _utf8(data: bytes, name: str) -> Decoded:
    """Valid UTF-8; or UTF-8 with a few broken characters, as where a name was cut; or a legacy code page."""
    if _is_utf8(data):
        return Decoded(data, name)
    text = data.decode("utf-8", "replace")
    broken = text.count(REPLACED)
    sound = sum(1 for character in text if character > ASCII_END) - broken
    if name == "utf-8-sig" or sound > broken * MOSTLY:
        return Decoded(text.encode(), name, damaged=broken)
    return _legacy(data)


def _recode(data: bytes, encoding: str) -> bytes:
    """`data` as UTF-8, piece by piece so that a large file is never held as a Python string."""
    decoder = codecs.getincrementaldecoder(encoding)()
    out = bytearray()
    try:
        for start in range(0, len(data), PIECE):
            out += decoder.decode(data[start : start + PIECE]).encode()
        out += decoder.decode(b"", final=True).encode()
    except UnicodeError as error:
        raise UndecodableError(str(error)) from error
    return bytes(out)


def _is_utf8(data: bytes) -> bool:
    """Arrow checks a value of text in a tenth of the time that decoding it takes."""
    offsets = pa.py_buffer(struct.pack("<qq", 0, len(data)))
    try:
        pa.LargeStringArray.from_buffers(1, offsets, pa.py_buffer(data)).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _utf16_without_bom(data: bytes) -> str | None:
    sample = data[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 4 > len(sample) and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even * 4 > len(sample) and odd == 0 else None


def _legacy(data: bytes) -> Decoded:
    """Cyrillic words are runs of high bytes; Central European letters stand alone among ASCII."""
    in_runs = alone = length = 0
    for byte in (*data[: 64 * SAMPLE], 0):
        if byte >= 0x80:  # noqa: PLR2004  (the first byte outside ASCII)
            length += 1
            continue
        in_runs, alone = (in_runs + length, alone) if length >= RUN else (in_runs, alone + length)
        length = 0
    name = LEGACY[in_runs > alone]
    try:
        return Decoded(data.decode(name).encode(), name, guessed=True)
    except UnicodeDecodeError as error:
        raise UndecodableError(str(error)) from error
