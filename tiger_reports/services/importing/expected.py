"""What the client's record and history say a table should be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from datetime import date, timedelta

from tiger_reports.metrics import months
from tiger_reports.metrics.beside import stored_beside
from tiger_reports.metrics.sums import Sums
from tiger_reports.metrics.tolerance import tolerances
from tiger_reports.model.change import Scope
from tiger_reports.model.check import Expected
from tiger_reports.model.client import Client
from tiger_reports.model.cooperation import paused_in
from tiger_reports.model.fact import Grain
from tiger_reports.model.period import Period, month_of, months_of, months_up_to, overlap, previous_month
from tiger_reports.model.sources import Origin
from tiger_reports.model.terms import Rate
from tiger_reports.model.tiger_year import baseline
from tiger_reports.panels.catalogue import networks_of
from tiger_reports.services.cooperation import pauses_of
from tiger_reports.services.measuring.measure import terms_of
from tiger_reports.services.office import Office
from tiger_reports.services.reading.table import TableRead
from tiger_reports.store.state import accounts

HISTORY_MONTHS = 12
WATCHED = ("spend", "impressions", "clicks", "link_clicks", "conversions", "conversion_value")
"""Measures whose jump against the client's own months is worth a question."""


def expected_of(office: Office, client: Client, table: TableRead, month: Period | None) -> Expected:
    asked = _asked(client, table, month)
    with office.store.read() as session:
        known = tuple(account for panel, account in accounts.of(session, client.id) if panel == table.panel)
        foreign = accounts.foreign(session, client.id, table.panel)
    return Expected(
        currency=client.currency,
        rated=rated_for(terms_of(office, client).rates, table),
        period=asked,
        pauses=_paused(office, client, asked),
        since=baseline(client.start).start,
        today=office.today(client),
        accounts=(*known, *networks_of(table.panel)) if known else (),
        foreign_accounts=foreign,
        history=_history(office, client, table),
        stored_totals=_beside(office, client, table),
        tolerances=tuple((name, *astuple(entry)) for name, entry in tolerances().items()),
    )


def _paused(office: Office, client: Client, asked: Period | None) -> tuple[Period, ...]:
    return paused_in(pauses_of(office, client), asked) if asked else ()


def rated_for(known: Iterable[Rate], table: TableRead) -> tuple[str, ...]:
    """Currencies whose rates hold every piece of the table's days: its days, months, or its whole range."""
    if table.period is None:
        return ()
    by_base: dict[str, list[Period]] = defaultdict(list)
    for rate in known:
        by_base[rate.base].append(rate.days)
    pieces = tuple(_pieces(table.period, table.grain))
    return tuple(
        sorted(base for base, held in by_base.items() if all(_inside(piece, held) for piece in pieces))
    )


def _pieces(period: Period, grain: Grain) -> Iterator[Period]:
    """What one row may stand for: nothing finer can be converted."""
    if grain is Grain.DAY:
        days = (period.start + timedelta(at) for at in range(period.days))
        yield from (Period(day, day + timedelta(1)) for day in days)
    elif grain is Grain.MONTH:
        yield from (overlap(month, period) or month for month in months_of(period))
    else:
        yield period


def _inside(piece: Period, held: Iterable[Period]) -> bool:
    return any(days.start <= piece.start and piece.end <= days.end for days in held)


def _asked(client: Client, table: TableRead, month: Period | None) -> Period | None:
    """The days that the file should hold: the month that was meant, from the day the cooperation began.

    Where no month was meant, a file that stays inside one month is held to its own first and last day:
    a day missing between them is a question. Longer files may hold pauses and are held to nothing.
    """
    if month is None:
        return table.period if table.period and len(months_of(table.period)) == 1 else None
    return overlap(month, Period(client.start, date.max)) if client.start in month else month


def _history(office: Office, client: Client, table: TableRead) -> tuple[tuple[str, str, float], ...]:
    """(month, measure, amount a day) of the panel's months before the table's first day."""
    if table.period is None:
        return ()
    asked = months_up_to(previous_month(month_of(table.period.start)), HISTORY_MONTHS)
    facts = office.store.facts.held(client.id)
    chosen, paused = months.plan(facts, asked), pauses_of(office, client)
    by_month = months.month_table(facts, chosen, "channel").get(Scope(table.panel), {})
    return tuple(
        (period.month_key, measure, amount / days)
        for period, sums in by_month.items()
        if (days := months.coverage(chosen, period, table.panel, pauses=paused).days)
        for measure, amount in _amounts(sums, table.accounts)
    )


def _amounts(sums: Sums, accounts: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Totals of the accounts that the table names: a new account has no history to jump from."""
    own = Sums(tuple(part for part in sums.parts if not accounts or part.account in accounts))
    found = ((measure, own.total(measure)) for measure in WATCHED)
    return tuple((measure, amount) for measure, amount in found if amount is not None)


def _beside(office: Office, client: Client, table: TableRead) -> tuple[tuple[str, float], ...]:
    """Sums of the same days and accounts from another source that is stored."""
    if table.period is None or table.breakdowns:
        return ()
    own = Origin(table.report, table.level, table.grain)
    return stored_beside(office.store.facts.held(client.id), table.panel, own, table.period, table.accounts)
