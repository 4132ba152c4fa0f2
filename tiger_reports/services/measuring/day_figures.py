"""A figure of a client day by day over a longer time, as effects of activities are measured on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from tiger_reports.metrics import months
from tiger_reports.metrics.months import Plan, Table
from tiger_reports.metrics.registry import metric as definition
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Client
from tiger_reports.model.metric import Kind, Metric, Value
from tiger_reports.model.period import Period, month_of, months_of
from tiger_reports.panels.catalogue import panel_kind
from tiger_reports.panels.definition import PanelKind
from tiger_reports.services.measuring.measure import facts_of, measure, terms_of
from tiger_reports.services.office import Office
from tiger_reports.store.state import imports, pauses
from tiger_reports.year.paired_days import DayFigure

KEPT = 64
Stated = tuple[tuple[str, Period], ...]


def day_figures(
    office: Office, client: Client, metric: str, channels: tuple[str, ...], span: Period
) -> Mapping[date, DayFigure]:
    """The days of `span` that have a figure; a day in a file's period without a row in it had no delivery.

    Paused days have none. Empty `channels`: all ads together. Figures that cannot be had by day (people
    reached) have no days.
    """
    with office.store.read() as session:
        records = imports.listed(session, client.id)
        paused = pauses.of_client(session, client.id)
    stated = tuple((one.upload.id, one.upload.period) for one in records if one.upload.period)
    version = office.store.facts.version()
    found = _days(office, client, (metric, channels, span), (version, terms_of(office, client)), stated)
    return {day: figure for day, figure in found.items() if not any(day in one for one in paused)}


def known_metrics(office: Office, client: Client) -> frozenset[str]:
    """Metrics that the client's newest month of figures has, profiles and websites included."""
    with office.store.read() as session:
        stored = imports.periods(session, client.id)
    if not stored:
        return frozenset()
    measured = measure(office, client, month_of(max(period.last_day for period in stored)))
    parts = (part.figures for part in measured.own.channels)
    return frozenset(figure.metric for figure in measured.figures).union(*parts)


@lru_cache(maxsize=KEPT)
def _days(
    office: Office,
    client: Client,
    asked: tuple[str, tuple[str, ...], Period],
    terms: tuple[int, object],
    stated: Stated,
) -> Mapping[date, DayFigure]:
    """`terms`, what the figures depend on besides the version, are part of the key alone."""
    (metric, channels, span), (version, _) = asked, terms
    entry = definition(metric)
    if entry.kind is Kind.NON_ADDITIVE:
        return {}
    facts = facts_of(office, client, version)
    asked_months = months_of(span)
    slices = tuple(one for one in months.stored(facts, asked_months) if _together(one.channel, channels))
    if not slices:
        return {}
    chosen = months.plan_of(slices, asked_months, currency=client.currency)
    found: dict[date, DayFigure] = {}
    for month in asked_months:
        known = Known(chosen, months.daily(facts, month, "channel", known=chosen), dict(stated), channels)
        found |= {day: figure for day, figure in _month(entry, month, known) if day in span}
    return found


@dataclass(frozen=True)
class Known:
    """What is known of the days of one month: by which plan, with which sums by channel and day."""

    plan: Plan
    table: Table[Scope]
    stated: Mapping[str, Period]
    channels: tuple[str, ...]


def _month(entry: Metric, month: Period, known: Known) -> Iterator[tuple[date, DayFigure]]:
    """The days of a month that have a figure."""
    wanted = known.channels
    held = {scope: sums for scope, sums in known.table.items() if not wanted or scope.channel in wanted}
    whole = months.together(held).get(Scope(), {})
    days = tuple(Period(day, day + timedelta(1)) for day in _each(month))
    plan = known.plan.of_days(days)
    for day in days:
        if day in whole:
            figure = _figure(entry, whole[day])
        else:
            names = wanted or ("",)
            covered = any(months.coverage(plan, day, name, stated=known.stated).days for name in names)
            figure = _nothing(entry) if covered else None
        if figure is not None:
            yield day.start, figure


def _each(month: Period) -> Iterator[date]:
    return (month.start + timedelta(at) for at in range(month.days))


def _together(channel: str, channels: tuple[str, ...]) -> bool:
    """Whether the channel is read: ads, or profiles where only those are asked for; never both in one sum."""
    ads = not channels or any(panel_kind(key) is PanelKind.ADS for key in channels)
    return (panel_kind(channel) is PanelKind.ADS) is ads


def _figure(entry: Metric, sums: Sums) -> DayFigure | None:
    value: Value = months.value(entry, sums)
    if entry.kind is Kind.SUM:
        return None if value.amount is None else DayFigure(value.amount)
    if value.numerator is None or value.denominator is None:
        return None
    return DayFigure(value.numerator, value.denominator)


def _nothing(entry: Metric) -> DayFigure:
    return DayFigure(0.0, 1.0 if entry.kind is Kind.SUM else 0.0)
