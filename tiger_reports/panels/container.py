"""What kind of file the bytes are; the name and its extension are never asked."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum

PROLOGUE = 2048
BLANKS = b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"


class Kind(StrEnum):
    TEXT = "text"
    WORKBOOK = "workbook"  # xlsx, ods
    OLD_WORKBOOK = "old_workbook"  # xls (BIFF)
    PROTECTED = "protected"
    SPREADSHEETML = "spreadsheetml"
    HTML = "html"
    PDF = "pdf"
    ARCHIVE = "archive"
    DAMAGED = "damaged"
    OTHER = "other"  # some binary file
    EMPTY = "empty"


def kind_of(data: bytes) -> Kind:
    """The kind by the first bytes, and for a zip by its table of contents."""
    if len(data) < PROLOGUE and not data.strip(BLANKS):
        return Kind.EMPTY
    if data.startswith(b"PK"):
        return _kind_of_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Kind.PROTECTED if "EncryptedPackage".encode("utf-16-le") in data else Kind.OLD_WORKBOOK
    return _kind_of_text(data[:PROLOGUE])


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return Kind.DAMAGED
    inside = {name.split("/")[0] for name in names}
    return Kind.WORKBOOK if "xl" in inside or "content.xml" in inside else Kind.ARCHIVE


def _kind_of_text(start: bytes) -> Kind:
    opening = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(b"%pdf"):
        return Kind.PDF
    if opening.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")):
        return Kind.HTML
    if opening.startswith(b"<?xml") or b"urn:schemas-microsoft-com:office:spreadsheet" in opening:
        return Kind.SPREADSHEETML if b"spreadsheet" in opening else Kind.OTHER
    if opening.startswith(
        (b"\x89png", b"\xff\xd8\xff", b"gif8", b"\x1f\x8b", b"rar!", b"7z\xbc\xaf", b"par1")
    ):
        return Kind.OTHER
    return Kind.TEXT
