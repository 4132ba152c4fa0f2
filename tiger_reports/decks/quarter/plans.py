"""Plans for the next quarter with the targets that the strategic matrix sets for it."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.writing.comments import with_comment
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.report import Figure
from tiger_reports.model.slide import Cell, Column, Paragraph, Slide, Table
from tiger_reports.model.target import Target
from tiger_reports.model.tiger_year import QUARTERS_A_YEAR
from tiger_reports.text import phrase
from tiger_reports.text.dates import date_range
from tiger_reports.text.numbers import MISSING
from tiger_reports.text.periods import quarter_name


def has_plans(telling: TigerTelling) -> bool:
    """Whether the plans have a slide of their own: they have targets."""
    meeting = telling.report.meeting
    return bool(meeting and meeting.plans.strip() and telling.report.ahead)


def plans(telling: TigerTelling) -> tuple[Slide, ...]:
    """The plan in words beside its targets, and what this quarter reached of the same figures."""
    meeting, targets = telling.report.meeting, telling.report.ahead
    if meeting is None or not has_plans(telling):
        return ()
    page = Page(telling, "plans", "next")
    told = tuple(Paragraph(line.strip()) for line in meeting.plans.splitlines() if line.strip())
    rows = tuple(_row(page, target) for target in targets)
    heads = (
        Column(phrase("pace.goal", telling.language), numeric=False, weight=3.2),
        Column(telling.month(telling.period), weight=1.6),
        Column(phrase("pace.target", telling.language), weight=1.6),
        Column(telling.say("column.days"), numeric=False, weight=2.4),
    )
    table = Table(heads, rows, telling.say("alt.agenda", name=telling.say("kicker.plans")), "plans")
    title = telling.say("title.plans", quarter=_next(telling), n=page.count("targets", len(rows)))
    slide = page.slide(title, table, comment=told)
    heading = phrase("record.meeting.plans", telling.language)
    return with_comment(telling, replace(slide, comment_heading=heading))


def _next(telling: TigerTelling) -> str:
    now = telling.report.now
    year, number = (now.year, now.number + 1) if now.number < QUARTERS_A_YEAR else (now.year + 1, 1)
    return quarter_name(year, number, telling.language)


def _row(page: Page, target: Target) -> tuple[Cell, ...]:
    telling, where = page.telling, target.channel or "all"
    name = telling.name(target.metric)
    subject = f"{name} · {telling.channel(target.channel)}" if target.channel else name
    figure = _figure(telling, target)
    now = figure.value.amount if figure else None
    return (
        Cell(f"{subject}: {target.goal}" if target.goal else subject, bold=True),
        Cell(page.amount(target.metric, now, telling.period, where) if now is not None else MISSING),
        Cell(page.amount(target.metric, target.value, target.period, where, kind="target"), bold=True),
        Cell(date_range(target.days, telling.language)),
    )


def _figure(telling: Telling, target: Target) -> Figure | None:
    """What the quarter itself reached of the figure."""
    if not target.channel:
        return telling.report.figure(target.metric)
    parts = (*telling.report.channels, *telling.report.own)
    return next((p.figures.get(target.metric) for p in parts if p.channel == target.channel), None)
