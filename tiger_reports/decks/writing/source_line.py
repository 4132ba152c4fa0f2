"""The line under every exhibit: systems, extraction day, checks passed, and the exact days compared."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from tiger_reports.changes.breaks import touching
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.metrics.registry import metrics
from tiger_reports.metrics.values import MONEY, measures
from tiger_reports.model.data_notes import Source
from tiger_reports.model.exhibits.columns import ColumnChart, Panels
from tiger_reports.model.exhibits.milestones import Milestones
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.slide import Slide
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import exact, exact_percent
from tiger_reports.text.pauses import with_pauses

OF_POSTS = "post"
"""The kind of figures that come from exports of posts."""
OF_ALL_FILES = ("sources", "data_notes")
BREAKS = 1
BREAK_TYPE = Type(9.0)
BREAK_WIDTH = 3.0
"""Inches of the line for what changed; the data notes have all of it."""


def source_line(telling: Telling, slide: Slide) -> str:
    parts = (
        _systems(telling, slide),
        _checks(telling),
        f"{telling.dated}.",
        _partial(telling, slide),
        _not_final(telling, slide),
        *_money(telling, slide),
        *_breaks(telling, slide),
    )
    return " ".join(part for part in parts if part)


def _partial(telling: Telling, slide: Slide) -> str:
    """Under months that are drawn: which of them cover only a part of their days."""
    drawn = any(
        isinstance(exhibit, (ColumnChart, Milestones, Panels, Scorecards)) for exhibit in slide.exhibits
    )
    notes = (
        with_pauses(
            telling.say("source.partial", month=telling.month(month), days=coverage.days, n=coverage.of),
            telling.report.pauses,
            month,
            telling.language,
        )
        for month, coverage in telling.partial_months.items()
        if drawn
    )
    return " ".join(notes)


def _not_final(telling: Telling, slide: Slide) -> str:
    """Under figures that still grow: from which day on they no longer do."""
    growing = {figure.metric: figure.final_on for figure in telling.report.figures if figure.final_on}
    shown = {one.metric for one in slide.shown if one.period == telling.period.key}
    day = max((day for metric, day in growing.items() if metric in shown), default=None)
    return telling.say("source.not_final", day=short_date(day, telling.language)) if day else ""


def _breaks(telling: Telling, slide: Slide) -> Iterator[str]:
    """Under figures that mean something else since a day of the months shown."""
    metrics_shown = {one.metric for one in slide.shown if one.metric in metrics()}
    channels = [part.channel for part in telling.report.channels]
    found = {
        one: None for key in sorted(metrics_shown) for one in touching(telling.report.breaks, key, channels)
    }
    for one in list(found)[:BREAKS]:
        day = short_date(one.day, telling.language)
        yield telling.say("source.broken", day=day, text=elide(one.text, BREAK_WIDTH, BREAK_TYPE))


def _money(telling: Telling, slide: Slide) -> Iterator[str]:
    """Under money: the rates that it was converted by, and whether the agency's margin is in it."""
    notes, language = telling.report.notes, telling.language
    if not any(_is_money(one.metric) for one in slide.shown):
        return
    for rate in notes.rates:
        figure = exact(rate.rate, language)
        yield telling.say("source.rate", base=rate.base, rate=figure, quote=rate.quote, source=rate.source)
    if notes.margin is not None and notes.net_spend is None:
        yield telling.say("source.net")
    elif notes.margin is not None:
        yield telling.say("source.gross", percent=exact_percent(notes.margin, language))


def _is_money(key: str) -> bool:
    entry = metrics().get(key)
    return entry is not None and not MONEY.isdisjoint(measures(entry))


def _files(telling: Telling, slide: Slide) -> tuple[Source, ...]:
    """Those that the slide stands on: figures of ads and profiles are not in the exports of posts."""
    files = telling.report.notes.sources
    if slide.key.partition("-")[0] in OF_ALL_FILES:
        return files
    kinds = {one.kind == OF_POSTS for one in slide.shown}
    posts, figures = True in kinds, kinds != {True}
    return tuple(one for one in files if (posts and one.posts) or (figures and one.figures)) or files


def _systems(telling: Telling, slide: Slide) -> str:
    files = _files(telling, slide)
    if not files:
        return ""
    names = dict.fromkeys(panel_name(source.panel) for source in files)
    zone = ZoneInfo(telling.report.client.timezone)
    last = max(source.imported_at for source in files).astimezone(zone).date()
    return telling.say("source.systems", systems=", ".join(names), date=short_date(last, telling.language))


def _checks(telling: Telling) -> str:
    notes = telling.report.notes
    if not notes.checks_run:
        return ""
    return telling.say("source.checks", passed=notes.checks_passed, n=notes.checks_run)
