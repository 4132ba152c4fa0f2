"""How the file that figures come from is called in front of a client."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from zoneinfo import ZoneInfo

from babel.dates import format_time

from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.data_notes import Source
from tiger_reports.text.dates import short_date


def file_name(path: str) -> str:
    """The bare name of a file: no folder of ours or of the specialist's leaves the house."""
    return PureWindowsPath(PurePosixPath(path).name).name


def imported_at(telling: Telling, source: Source) -> str:
    """Import time in the client's zone."""
    local = source.imported_at.astimezone(ZoneInfo(telling.report.client.timezone))
    clock = format_time(local.time(), "HH:mm", locale=telling.language)
    return f"{short_date(local.date(), telling.language)}, {clock}"
