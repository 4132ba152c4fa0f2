"""What happens next month: steps, owners, dates; what the client has to decide is marked."""

from __future__ import annotations

from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.month_words import PlanItem
from tiger_reports.model.period import Period, month_of
from tiger_reports.model.slide import Slide
from tiger_reports.text.dates import short_date


def plan(telling: Telling) -> tuple[Slide, ...]:
    items = telling.report.plan
    if not items:
        return ()
    page = Page(telling, "plan", "next")
    ordered = sorted(
        items, key=lambda item: (not item.decision, item.due is None, item.due or telling.report.today)
    )
    rows = tuple(_row(telling, item) for item in ordered)
    table = Table(_columns(telling), rows, telling.say("alt.plan"), "plan")
    return table_slides(page, _title(page, items), table)


def next_month(telling: Telling) -> Period:
    return month_of(telling.period.end)


def _columns(telling: Telling) -> tuple[Column, ...]:
    weights = (("what", 4.2), ("who", 1.8), ("when", 1.3), ("expected", 3.0), ("decision", 1.6))
    return tuple(
        Column(telling.say(f"column.{key}"), numeric=False, weight=weight) for key, weight in weights
    )


def _row(telling: Telling, item: PlanItem) -> tuple[Cell, ...]:
    decision = Cell(telling.say("plan.decision"), Verdict.NEUTRAL, bold=True) if item.decision else Cell("")
    due = short_date(item.due, telling.language) if item.due else "–"
    return (
        Cell(item.what.strip(), bold=True),
        Cell(item.owner.strip() or "–"),
        Cell(due),
        Cell(item.expected.strip() or "–"),
        decision,
    )


def _title(page: Page, items: tuple[PlanItem, ...]) -> str:
    telling = page.telling
    month = telling.month(next_month(telling))
    text = telling.say("title.plan", month=month, n=page.count("steps", len(items)))
    wanted = sum(item.decision for item in items)
    return f"{text}; {telling.say('title.decisions', n=page.count('decisions', wanted))}" if wanted else text
