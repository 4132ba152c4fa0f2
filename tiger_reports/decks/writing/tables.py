"""A long table over as many slides as it needs."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.table import pages
from tiger_reports.decks.writing.page import Page
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.slide import Slide


def table_slides(page: Page, title: str, table: Table) -> tuple[Slide, ...]:
    """The same title over each portion of the rows; keys `plan`, `plan-2`, ..."""
    portions = pages(table, WIDE.body.width, WIDE.body.height, page.telling.family)
    return tuple(
        replace(page, key=page.key if n == 1 else f"{page.key}-{n}").slide(title, replace(table, rows=rows))
        for n, rows in enumerate(portions, start=1)
    )
