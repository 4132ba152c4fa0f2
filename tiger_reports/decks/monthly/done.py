"""What was done in the month: the steps that were ticked, in their order. Left out where none was."""

from __future__ import annotations

from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.month_step import MonthStep
from tiger_reports.model.slide import Slide
from tiger_reports.text import phrase
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING


def done(telling: Telling) -> tuple[Slide, ...]:
    steps = telling.report.done
    if not steps:
        return ()
    page = Page(telling, "done", "done")
    columns = tuple(
        Column(telling.say(f"column.{key}"), numeric=False, weight=weight)
        for key, weight in (("what", 6.4), ("who", 2.2), ("done_on", 1.4))
    )
    rows = tuple(_row(telling, step) for step in steps)
    table = Table(columns, rows, telling.say("alt.done"), "done")
    month, n = telling.month(telling.period), page.count("done", len(steps))
    return table_slides(page, telling.say("title.done", month=month, n=n), table)


def _row(telling: Telling, step: MonthStep) -> tuple[Cell, ...]:
    said = phrase(f"month_step.{step.key}", telling.language) if step.key else step.what
    day = short_date(step.done_on, telling.language) if step.done_on else MISSING
    return Cell(said, bold=True), Cell(step.owner.strip() or MISSING), Cell(day)
