"""What was decided and what comes next, with names and dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.writing.titles import opened
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_year import QUARTERS_A_YEAR
from tiger_reports.text import phrase
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING


@dataclass(frozen=True)
class _Line:
    """Something with a day and a name; `done` is the day on which it was."""

    what: str
    owner: str
    due: date | None
    step: bool = False
    done: date | None = None
    gate: str = ""


def decisions(telling: TigerTelling) -> tuple[Slide, ...]:
    """Decisions of the year's last meeting and those still open, then the steps of the next year."""
    lines = sorted(_lines(telling), key=lambda one: (one.step, one.due is None, one.due or date.max))
    if not lines:
        return ()
    page = Page(telling, "decisions", "next")
    columns = (("when", 1.3), ("kind", 1.5), ("step", 5.4), ("who", 2.2), ("status_or_gate", 2.6))
    heads = tuple(Column(telling.say(f"column.{name}"), numeric=False, weight=wide) for name, wide in columns)
    rows = tuple(_row(telling, one) for one in lines)
    table = Table(heads, rows, telling.say("alt.decisions"), "decisions")
    return table_slides(page, _title(page, lines), table)


def _title(page: Page, lines: list[_Line]) -> str:
    """How many of each sort; of a sort that there is none of, nothing."""
    sorts = {"decisions": sum(not one.step for one in lines), "steps": sum(one.step for one in lines)}
    told = (page.telling.say(f"title.{sort}", n=page.count(sort, n)) for sort, n in sorts.items() if n)
    return opened("; ".join(told))


def _lines(telling: TigerTelling) -> Iterator[_Line]:
    closing = telling.report.closing
    for one in (record.words for record in closing.decisions) if closing else ():
        if one.what.strip() and (one.done_on is None or one.quarter == QUARTERS_A_YEAR):
            yield _Line(one.what.strip(), one.owner, one.due, done=one.done_on)
    for step in closing.timeline if closing else ():
        if step.what.strip():
            yield _Line(step.what.strip(), step.owner, step.start, step=True, gate=step.gate.strip())


def _row(telling: TigerTelling, one: _Line) -> tuple[Cell, ...]:
    language = telling.language
    return (
        Cell(short_date(one.due, language) if one.due else MISSING, bold=True),
        Cell(telling.say("line.step" if one.step else "line.decision")),
        Cell(one.what),
        Cell(one.owner.strip() or MISSING),
        _status(one, language),
    )


def _status(one: _Line, language: str) -> Cell:
    if one.done is not None:
        done = short_date(one.done, language)
        return Cell(f"{phrase('record.decision.done_on', language)}: {done}", Verdict.BETTER)
    if one.step:
        return Cell(f"◆ {one.gate}" if one.gate else MISSING)
    return Cell(phrase("promise.status.open", language), Verdict.NEUTRAL)
