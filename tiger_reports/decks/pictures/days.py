"""The days of a change on one axis: the line, what was to be expected, and what happened on which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count

from tiger_reports.decks.pictures.writer import Writer, headed, number_format, say
from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.card import Card
from tiger_reports.model.definition_break import Break
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.picture import DayChart, DayMark, MarkKind
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.period import Period
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text import phrase
from tiger_reports.text.dates import month_title
from tiger_reports.text.holidays import holidays_in
from tiger_reports.text.numbers import NBSP

WEEK = 7
LONGEST = 160
"""Characters of a mark's line."""
SIGNS = {MarkKind.BREAK: "†", MarkKind.HOLIDAY: "◊"}


def day_chart(
    card: Card, breaks: Iterable[Break], country: str, writer: Writer, *, reasons: bool = True
) -> DayChart | None:
    """None where no day of the period is known.

    `breaks` are those that touch the figure. `reasons` are the log's own words on why: not for clients.
    """
    change, daily = card.change, card.evidence.daily
    if not daily:
        return None
    days = tuple(day for day, _ in daily)
    name, month = writer.name(card.metric), month_title(change.period, writer.language)
    now = _series(card, month, [value for _, value in daily], Role.NOW, writer)
    earlier = _earlier(card, days, writer)
    band = {one.day: (one.low, one.high) for one in card.evidence.band}
    banded = any(day in band for day in days)
    keys = ("now", *(("earlier",) if earlier else ()), *(("band",) if banded else ()))
    base = month_title(change.base_period, writer.language)
    legend = " ".join(say(writer, f"legend_{key}", now=month, earlier=base) for key in keys)
    return DayChart(
        name=f"days-{card.key}",
        title=headed(writer, "days", card.metric),
        days=days,
        categories=tuple(str(day.day) for day in days),
        now=now,
        earlier=earlier,
        band=tuple(band.get(day) for day in days),
        marks=marks(card, tuple(breaks), country, writer, reasons=reasons),
        number_format=number_format(card.metric),
        legend=legend,
        links=tuple(
            writer.link(card.metric, change.period, card.scope, day) if value is not None else ""
            for day, value in daily
        ),
        alt=say(writer, "days_alt", metric=name, month=month),
    )


def shift(period: Period, base: Period) -> timedelta:
    """Whole weeks between the periods: so many days lie between a day and its like in the other one."""
    return timedelta(WEEK * round((period.start - base.start).days / WEEK))


def marks(
    card: Card, breaks: tuple[Break, ...], country: str, writer: Writer, *, reasons: bool
) -> tuple[DayMark, ...]:
    """Log entries numbered by day, breaks and holidays of the period, by day."""
    period = card.change.period
    logged = [
        (one.day, MarkKind.LOG, log_words(one, writer.language, reasons=reasons))
        for one in card.evidence.events
    ]
    broken = [(one.day, MarkKind.BREAK, _broken(one, writer.language)) for one in breaks]
    feasts = [(day, MarkKind.HOLIDAY, name) for day, name in holidays_in(country, period, writer.language)]
    found = sorted(one for one in (*logged, *broken, *feasts) if one[0] in period)
    numbers = count(1)
    return tuple(
        DayMark((day - period.start).days, kind, SIGNS.get(kind) or str(next(numbers)), text[:LONGEST])
        for day, kind, text in found
    )


def log_words(one: LogEntry, language: str, *, reasons: bool) -> str:
    """`Budget · Meta Ads / Spring: cut by a third (client's wish)`."""
    where = " / ".join(part for part in (panel_name(one.channel), one.campaign) if part)
    kind = phrase(f"log.action.{one.action}", language)
    head = f"{kind}{NBSP}· {where}" if where else kind
    return f"{head}: {one.what}" + (f" ({one.reason})" if reasons and one.reason else "")


def _broken(one: Break, language: str) -> str:
    kind = phrase(f"decks.break.{one.kind}", language)
    return f"{kind}. {one.text}" if one.text else kind


def _earlier(card: Card, days: tuple[date, ...], writer: Writer) -> Series | None:
    change, held = card.change, dict(card.evidence.earlier)
    gap = shift(change.period, change.base_period)
    values = [held.get(day - gap) for day in days]
    if all(value is None for value in values):
        return None
    name = month_title(change.base_period, writer.language)
    return _series(card, name, values, Role.PREVIOUS, writer)


def _series(card: Card, name: str, values: list[float | None], role: Role, writer: Writer) -> Series:
    labels = tuple("" if v is None else writer.amount(card.metric, v) for v in values)
    return Series(name, tuple(values), role, labels)
