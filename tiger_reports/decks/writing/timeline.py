"""Bars over months as slides: as many as the rows need, all on the same months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.timeline import portions
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.exhibits.timeline import Bar, Timeline
from tiger_reports.model.period import month_of
from tiger_reports.model.slide import Slide
from tiger_reports.text.dates import month_short, short_date


def timeline_slides(telling: Telling, bars: Sequence[Bar]) -> tuple[Slide, ...]:
    """None where there are no bars; the title counts them and names the first and the last day."""
    if not bars:
        return ()
    page = Page(telling, "timeline", "next")
    first, last = min(one.first for one in bars), max(one.last for one in bars)
    ticks, end = _ticks(telling, first, last)
    days = {"first": short_date(first, telling.language), "last": short_date(last, telling.language)}
    title = telling.say("title.timeline", n=page.count("steps", len(bars)), **days)
    whole = Timeline(tuple(bars), ticks, end, telling.say("legend.timeline"), telling.say("alt.timeline"))
    return tuple(
        Page(telling, "timeline" if at == 1 else f"timeline-{at}", "next", page.shown).slide(title, part)
        for at, part in enumerate(portions(whole, WIDE.body, telling.family), start=1)
    )


def _ticks(telling: Telling, first: date, last: date) -> tuple[tuple[tuple[date, str], ...], date]:
    """Every month from the first step's to the last one's, and the day on which the axis ends."""
    months, month = [], month_of(first)
    while month.start <= last:
        months.append((month.start, month_short(month, telling.language)))
        month = month_of(month.end)
    return tuple(months), month.start
