"""A figure of a client day by day over a longer time, as effects of activities are measured on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from tiger_reports.metrics import months
from tiger_reports.metrics.registry import metric as definition
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Client
from tiger_reports.model.metric import Kind, Metric, Value
from tiger_reports.model.period import Period, month_of
from tiger_reports.panels.catalogue import panel_kind
from tiger_reports.panels.definition import PanelKind
from tiger_reports.services.measuring import facts_of, measure, terms_of
from tiger_reports.services.office import Office
from tiger_reports.store.state import imports
from tiger_reports.year.activity_effect import DayFigure

KEPT = 64
Stated = tuple[tuple[str, Period], ...]


def day_figures(
    office: Office, client: Client, metric: str, channels: tuple[str, ...], span: Period
) -> Mapping[date, DayFigure]:
    """The days of `span` that have a figure; a day in a file's period without a row in it had no delivery.

    Empty `channels`: all ads together. Figures that cannot be had by day (people reached) have no days.
    """
    with office.store.read() as session:
        records = imports.listed(session, client.id)
    stated = tuple((one.upload.id, one.upload.period) for one in records if one.upload.period)
    version = office.store.facts.version()
    return _days(office, client, (metric, channels, span), (version, terms_of(office, client)), stated)


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
    known: tuple[int, object],
    stated: Stated,
) -> Mapping[date, DayFigure]:
    """`known`, what the figures depend on besides, is part of the key alone."""
    (metric, channels, span), (version, _) = asked, known
    entry = definition(metric)
    if entry.kind is Kind.NON_ADDITIVE:
        return {}
    facts = facts_of(office, client, version)
    days = tuple(
        Period(day, day + timedelta(1)) for day in (span.start + timedelta(at) for at in range(span.days))
    )
    slices = tuple(one for one in months.stored(facts, days) if _wanted(one.channel, channels))
    if not slices:
        return {}
    chosen = months.plan_of(slices, days, currency=client.currency)
    whole = months.together(months.month_table(facts, chosen, "channel")).get(Scope(), {})
    spans = dict(stated)
    found = {
        day.start: _figure(entry, whole[day])
        if day in whole
        else _nothing(entry)
        if months.coverage(chosen, day, stated=spans).days
        else None
        for day in days
    }
    return {day: figure for day, figure in found.items() if figure is not None}


def _wanted(channel: str, channels: tuple[str, ...]) -> bool:
    return channel in channels if channels else panel_kind(channel) is PanelKind.ADS


def _figure(entry: Metric, sums: Sums) -> DayFigure | None:
    value: Value = months.value(entry, sums)
    if entry.kind is Kind.SUM:
        return None if value.amount is None else DayFigure(value.amount)
    if value.numerator is None or value.denominator is None:
        return None
    return DayFigure(value.numerator, value.denominator)


def _nothing(entry: Metric) -> DayFigure:
    return DayFigure(0.0, 1.0 if entry.kind is Kind.SUM else 0.0)
