"""The appendix: the same figures as in the deck, as numbers in a workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime, time
from io import BytesIO
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tiger_reports.decks.workbook_cells import Line, widen, write_line
from tiger_reports.decks.workbook_posts import post_lines
from tiger_reports.decks.workbook_sheets import (
    all_month_lines,
    campaign_lines,
    channel_lines,
    comment_lines,
    explained_lines,
    key_figure_lines,
    metric_lines,
    month_lines,
    own_lines,
    source_lines,
)
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.report import MonthReport
from tiger_reports.model.tiger_report import TigerReport

Told = TypeVar("Told", bound=Telling)
Sheets = tuple[tuple[str, Callable[[Told], Iterable[Line]]], ...]
MONTH: Sheets[Telling] = (
    ("key_figures", key_figure_lines),
    ("metrics", metric_lines),
    ("months", month_lines),
    ("channels", channel_lines),
    ("campaigns", campaign_lines),
    ("own", own_lines),
    ("posts", post_lines),
    ("comments", comment_lines),
    ("sources", source_lines),
)
STRETCH: Sheets[TigerTelling] = (
    ("metrics", metric_lines),
    ("all_months", all_month_lines),
    ("channels", channel_lines),
    ("campaigns", campaign_lines),
    ("own", own_lines),
    ("posts", post_lines),
    ("comments", explained_lines),
    ("sources", source_lines),
)
DATE = (1980, 1, 1, 0, 0, 0)


def appendix(report: MonthReport | TigerReport, language: str) -> bytes:
    """One sheet a subject; figures are numbers with formats, words are text even if they start with `=`.

    Only approved comments that are not internal are written. Equal reports give equal bytes.
    """
    if isinstance(report, TigerReport):
        return _book(TigerTelling(report, language, draft=False), STRETCH)
    return _book(Telling(report, language, draft=False), MONTH)


def _book(telling: Told, sheets: Sheets[Told]) -> bytes:
    """Without a sheet for profiles or posts where the client has none."""
    report, book = telling.report, Workbook()
    book.remove(book.worksheets[0])
    left_out = {key for key, held in (("own", report.own), ("posts", report.posts)) if not held}
    for key, lines in sheets:
        if key not in left_out:
            _fill(book.create_sheet(telling.say(f"workbook.{key}")), lines(telling))
    day = datetime.combine(report.today, time())
    book.properties.created = book.properties.modified = day
    book.properties.creator = report.specialist
    stream = BytesIO()
    book.save(stream)
    return _without_clock(stream.getvalue(), day)


def _fill(sheet: Worksheet, lines: Iterable[Line]) -> None:
    for number, line in enumerate(lines, start=1):
        write_line(sheet, number, line)
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    widen(sheet)


def _without_clock(data: bytes, day: datetime) -> bytes:
    """The same workbook with a fixed date on each entry and as its day of change."""
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            blob = source.read(entry.filename)
            if entry.filename == "docProps/core.xml":
                blob = _dated(blob, day)
            fixed = zipfile.ZipInfo(entry.filename, DATE)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, blob)
    return stream.getvalue()


def _dated(core: bytes, day: datetime) -> bytes:
    """Openpyxl stamps the moment of saving over the day that it was given."""
    head, _, rest = core.partition(b"<dcterms:modified")
    tag, _, rest = rest.partition(b">")
    _, _, tail = rest.partition(b"<")
    return head + b"<dcterms:modified" + tag + b">" + f"{day:%Y-%m-%dT%H:%M:%SZ}".encode() + b"<" + tail
