"""What waits for a decision, and the steps that follow over the next months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tiger_reports.decks.quarter.agreed import agreed, agreed_row
from tiger_reports.decks.quarter.proposals import proposed
from tiger_reports.decks.writing.cards import budget
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.writing.timeline import timeline_slides
from tiger_reports.model.activity import Activity, Stage
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.exhibits.timeline import Bar
from tiger_reports.model.meeting import Decision
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Slide
from tiger_reports.text.dates import date_range, short_date
from tiger_reports.text.numbers import MISSING

COLUMNS = (("decision_needed", 6.2), ("who", 2.2), ("when", 1.7), ("decision_why", 2.9))
FEWEST_BARS = 2
Row = tuple[date | None, tuple[Cell, ...]]


def decisions(telling: TigerTelling) -> tuple[Slide, ...]:
    """Open decisions of this meeting and of earlier ones, of the plan, and about proposals; soonest first.

    What was agreed before and is done stands under them.
    """
    needed = sorted(_rows(telling), key=lambda row: (row[0] is None, row[0] or date.max))
    done = agreed(telling)
    if not needed and not done:
        return ()
    page = Page(telling, "decisions", "next")
    heads = tuple(Column(telling.say(f"column.{name}"), numeric=False, weight=w) for name, w in COLUMNS)
    alt = telling.say("alt.agenda", name=telling.say("kicker.decisions"))
    open_rows = tuple(cells for _, cells in needed)
    done_rows = tuple(agreed_row(telling, one) for one in done)
    headed = (_heading(telling.say("kicker.agreed")), *done_rows) if open_rows and done_rows else done_rows
    table = Table(heads, (*open_rows, *headed), alt, "decisions")
    return table_slides(page, _title(page, needed, len(done)), table)


def _title(page: Page, needed: list[Row], done: int) -> str:
    telling = page.telling
    if not needed:
        return telling.say("title.agreed", n=page.count("agreed", done))
    n, first = page.count("decisions", len(needed)), needed[0][0]
    key = "title.decisions_needed" if first is None else "title.decisions_by"
    return telling.say(key, n=n, day=short_date(first, telling.language) if first else "")


def _heading(text: str) -> tuple[Cell, ...]:
    return (Cell(text, Verdict.NEUTRAL, bold=True), *(Cell("") for _ in COLUMNS[1:]))


def timeline(telling: TigerTelling) -> tuple[Slide, ...]:
    """Activities and proposals with their days, and days by which something is decided or done."""
    bars = sorted(_bars(telling), key=lambda bar: (bar.first, bar.last))
    return timeline_slides(telling, bars) if len(bars) >= FEWEST_BARS else ()


def open_decisions(telling: TigerTelling) -> tuple[Decision, ...]:
    meeting = telling.report.meeting
    if meeting is None:
        return ()
    held = (one.words for one in (*meeting.decisions, *meeting.open_decisions))
    return tuple(one for one in held if one.done_on is None and one.what.strip())


def _rows(telling: TigerTelling) -> Iterator[Row]:
    for one in open_decisions(telling):
        late = one.due is not None and one.due < telling.told_on
        why = Cell(telling.say("decision.overdue"), Verdict.WORSE) if late else Cell(MISSING)
        yield one.due, _cells(telling, one.what, one.owner, one.due, why)
    for item in telling.report.asked_of_client:
        yield item.due, _cells(telling, item.what, item.owner, item.due, Cell(item.expected or MISSING))
    waiting = [one.activity for one in proposed(telling) if one.activity.stage is Stage.PROPOSED]
    if len(waiting) > 1:  # they have a slide of their own to choose on
        first = min((one.start for one in waiting if one.start), default=None)
        text = telling.say("decision.choice", n=len(waiting))
        yield first, _cells(telling, text, _client(telling), first, Cell(_costs(telling, waiting)))
        return
    for words in waiting:
        cost = budget(telling, words.cost)
        text = telling.say("decision.start", name=words.title)
        yield words.start, _cells(telling, text, _client(telling), words.start, Cell(cost or MISSING))


def _costs(telling: TigerTelling, waiting: list[Activity]) -> str:
    """From the cheapest to the dearest of them."""
    known = sorted(one.cost for one in waiting if one.cost is not None)
    ends = dict.fromkeys(budget(telling, cost) for cost in (*known[:1], *known[-1:]))
    return " – ".join(ends) or MISSING


def _client(telling: TigerTelling) -> str:
    return telling.say("decision.client")


def _cells(telling: TigerTelling, what: str, who: str, due: date | None, why: Cell) -> tuple[Cell, ...]:
    when = short_date(due, telling.language) if due else MISSING
    return Cell(what, bold=True), Cell(who or MISSING), Cell(when), why


def _bars(telling: TigerTelling) -> Iterator[Bar]:
    """Only what reaches beyond the quarter: what is over has its own slide."""
    meeting, end = telling.report.meeting, telling.report.period.end
    if meeting is None:
        return
    known = {one.id: one.activity for one in (*meeting.activities, *meeting.proposals)}
    for words in known.values():
        days = _days(words)
        if days is not None and days.end > end and words.stage is not Stage.DECLINED:
            gate = telling.say("timeline.decision") if words.stage is Stage.PROPOSED else ""
            yield Bar(words.title, days.start, days.last_day, date_range(days, telling.language), gate)
    for one in open_decisions(telling):
        if one.due is not None:
            note = " · ".join(part for part in (short_date(one.due, telling.language), one.owner) if part)
            yield Bar(one.what, one.due, one.due, note)


def _days(words: Activity) -> Period | None:
    """Those agreed on; of a proposal its first day and the length of its test."""
    if words.days is not None:
        return words.days
    if words.start is None or not words.test_days:
        return None
    return Period(words.start, words.start + timedelta(words.test_days))
