"""The steps of the first weeks with their days: what is open is said as plainly as what is done."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.onboarding import ChecklistItem
from tiger_reports.model.record import Record
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_records import Onboarding
from tiger_reports.text import phrase
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING

COLUMNS = (("onboarding_step", 5.6), ("who", 2.4), ("when", 1.7), ("status", 2.6))
NAMES = 12.0
"""Inches that the names of open steps may take in a title."""


def onboarding(telling: TigerTelling) -> tuple[Slide, ...]:
    """Open steps first, then those done by their days; left out where nobody kept the checklist."""
    held = telling.report.meeting.onboarding if telling.report.meeting else None
    if held is None or not held.items:
        return ()
    page = Page(telling, "onboarding", "results")
    done = sorted((one for one in held.items if one not in held.open), key=_closed)
    heads = tuple(Column(telling.say(f"column.{key}"), numeric=False, weight=w) for key, w in COLUMNS)
    rows = tuple(_row(telling, one) for one in (*held.open, *done))
    alt = telling.say("alt.agenda", name=telling.say("kicker.onboarding"))
    return table_slides(page, _title(page, held), Table(heads, rows, alt, "onboarding"))


def _title(page: Page, held: Onboarding) -> str:
    telling, n = page.telling, page.count("steps", len(held.items))
    left = held.open
    if not left:
        last = held.closed_on or max(one.words.done_on for one in held.items if one.words.done_on)
        return telling.say("title.onboarding_closed", n=n, day=short_date(last, telling.language))
    names = ", ".join(_name(telling, one) for one in left)
    told = elide(names, NAMES, Type(26.0, bold=True, family=telling.family))
    return telling.say(
        "title.onboarding_open", done=page.count("closed", len(held.items) - len(left)), n=n, names=told
    )


def _row(telling: TigerTelling, one: Record[ChecklistItem]) -> tuple[Cell, ...]:
    words, language = one.words, telling.language
    return (
        Cell(_name(telling, one), bold=True),
        Cell(words.owner or MISSING),
        Cell(short_date(words.due, language) if words.due else MISSING),
        _status(telling, words),
    )


def _status(telling: TigerTelling, words: ChecklistItem) -> Cell:
    if words.done_on is not None:
        day = short_date(words.done_on, telling.language)
        return Cell(telling.say("onboarding.done", day=day), Verdict.BETTER)
    late = words.due is not None and words.due < telling.told_on
    return Cell(
        telling.say("onboarding.overdue" if late else "onboarding.open"),
        Verdict.WORSE if late else Verdict.NEUTRAL,
    )


def _name(telling: Telling, one: Record[ChecklistItem]) -> str:
    """The client's own words, or ours for a step of the template."""
    return one.words.what.strip() or phrase(f"checklist.{one.id}", telling.language)


def _closed(one: Record[ChecklistItem]) -> tuple[object, str]:
    return one.words.done_on, one.id
