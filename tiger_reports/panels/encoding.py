"""Bytes of a text file as UTF-8, and the name of the encoding that they came in."""

from __future__ import annotations

import codecs
import re
import struct
from dataclasses import dataclass

from tiger_reports.panels.arrow import pa

PIECE = 8 << 20
SAMPLE, FIRST = 4096, 8
SAMPLE_OF_WORDS = 1 << 18
WORD, CYRILLIC, LATIN = re.compile(r"[^\W\d_]+"), re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z]")
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CENTRAL = re.compile("[ąłśźżěňřšťůýžĄŁŚŹŻĚŇŘŠŤŮÝŽ]")
"""Letters of Polish and Czech."""
WESTERN = re.compile("[âäçîôöüßÄÇÖÜăőŕű]|ń[aeiouáéíóú]")
"""Western languages read as cp1250: `ã` became `ă`; `ñ` stands before vowels, `ń` never."""
WIDE_CYRILLIC = re.compile(rb"(?:[\x10-\x4f]\x04){3}")
"""UTF-16 letters amid single bytes: zero bytes betray Latin ones, these the Cyrillic."""
REPLACED, ASCII_END = "\ufffd", "\x7f"
MOSTLY = 4


class UndecodableError(ValueError):
    """The bytes are no text of one known encoding."""


class MixedEncodingsError(UndecodableError):
    """Parts of the text are written in different encodings: pasted together, or saved by halves."""


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
    if b"\x00" in data or (b"\x04" in data and WIDE_CYRILLIC.search(data)):
        raise MixedEncodingsError("UTF-16 letters in a text that is not UTF-16")
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
    """Plain letters and digits leave every second byte zero, from the first characters on."""
    sample = data[:SAMPLE]
    even, odd = sample[0::2], sample[1::2]
    if 0 in odd[:FIRST] and odd.count(0) * 2 > len(odd) and 0 not in even:
        return "utf-16-le"
    return "utf-16-be" if 0 in even[:FIRST] and even.count(0) * 2 > len(even) and 0 not in odd else None


def _legacy(data: bytes) -> Decoded:
    name = _code_page(data[:SAMPLE_OF_WORDS])
    try:
        return Decoded(data.decode(name).encode(), name, guessed=True)
    except UnicodeDecodeError as error:
        raise UndecodableError(str(error)) from error


def _code_page(sample: bytes) -> str:
    """Read as cp1251, a Cyrillic text has Cyrillic words, a Latin one words of mixed letters."""
    words = WORD.findall(sample.decode("cp1251", "replace"))
    cyrillic = [word for word in words if CYRILLIC.search(word)]
    mixed = [word for word in cyrillic if LATIN.search(word)]
    if len(cyrillic) > 2 * len(mixed):
        return "cp1251"
    text = sample.decode("cp1250", "replace")
    return "cp1252" if len(WESTERN.findall(text)) > len(CENTRAL.findall(text)) else "cp1250"
