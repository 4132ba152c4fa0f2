"""Figures by month, or by any periods: what the services call.

Example: `chosen = plan(facts, months, since=client.start)`, `found = month_table(facts, chosen, "channel")`,
then `value(metric("cpa"), found[Scope("meta-ads")][month])`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from tiger_reports.metrics.aggregate import grouped
from tiger_reports.metrics.apart import bounds_apart
from tiger_reports.metrics.fetch import Facts, Row
from tiger_reports.metrics.parts import Table, table
from tiger_reports.metrics.plan import Plan, plan, plan_of, stored
from tiger_reports.metrics.sums import Sums, joined
from tiger_reports.metrics.values import measures, value
from tiger_reports.model.change import Coverage, Scope
from tiger_reports.model.cooperation import Pause, paused_in
from tiger_reports.model.fact import DAYS
from tiger_reports.model.period import Period, overlap

__all__ = [
    "Plan",
    "Table",
    "channels_and_campaigns",
    "counted_days",
    "coverage",
    "daily",
    "measures",
    "month_table",
    "plan",
    "plan_of",
    "result_table",
    "stored",
    "together",
    "value",
]

CAMPAIGN = ("campaign", "campaign_id")


def month_table(facts: Facts, chosen: Plan, by: str = "") -> Table[Scope]:
    """Sums by scope and period: `by` is empty for all together, `channel`, or `campaign`."""
    if by == "campaign":
        return channels_and_campaigns(facts, chosen)[1]
    channels = table(chosen, *grouped(facts, chosen), _channel, bounds_apart(facts, chosen))
    return channels if by == "channel" else together(channels)


def channels_and_campaigns(facts: Facts, chosen: Plan) -> tuple[Table[Scope], Table[Scope]]:
    """Both tables from one query.

    Campaigns that share a name in a channel are one scope; one that was renamed goes by its last name.
    Money that no campaign is named for has the scope of its channel with an empty campaign.
    """
    sums, reach = grouped(facts, chosen, CAMPAIGN)
    names = last_names(sums)
    campaigns = table(chosen, sums, reach, lambda row: Scope(row["panel"], campaign_name(row, names)))
    return table(chosen, sums, reach, _channel), campaigns


def result_table(facts: Facts, chosen: Plan) -> Table[tuple[str, str]]:
    """Sums by (channel, result type): the only scopes at which results may be added."""
    sums, _ = grouped(facts, chosen, ("result_type",))
    return table(chosen, sums, [], lambda row: (row["panel"], row.get("result_type") or ""))


def daily(facts: Facts, period: Period, by: str = "", *, known: Plan | None = None) -> Table[Scope]:
    """Sums by scope and day (one-day periods) of `period`; rows that stand for longer are in none.

    `known`: a plan that holds the period; what is stored need not be asked again.
    """
    starts = (period.start + timedelta(at) for at in range(period.days))
    days = tuple(Period(day, day + timedelta(1)) for day in starts)
    return month_table(facts, plan(facts, days) if known is None else known.of_days(days), by)


def counted_days(facts: Facts, chosen: Plan) -> Table[Scope]:
    """Sums of all channels by day, of the rows that count in the plan's months; ranges are in none."""
    sums, _ = grouped(facts, chosen, DAYS)
    single = [row for row in sums if row[DAYS[1]] - row[DAYS[0]] == timedelta(1)]
    by_day = table(chosen, single, [], lambda row: Period(row[DAYS[0]], row[DAYS[1]]))
    return {Scope(): {day: held for day, months in by_day.items() for held in months.values()}}


def coverage(
    chosen: Plan,
    period: Period,
    channel: str = "",
    *,
    stated: Mapping[str, Period] | None = None,
    pauses: tuple[Pause, ...] = (),
) -> Coverage:
    """Days of `period` that the counted rows hold: 15 of 31 where the cooperation began mid-month.

    `stated` gives the days that an import's file says it covers, by import id: a day without a row in such
    a file had no delivery and is covered. A day on which the cooperation paused is never covered.
    """
    counted = chosen.counted[chosen.periods.index(period)]
    days: set[date] = set()
    for basis in chosen.of(period, channel):
        for use in basis.uses:
            spans = [(stated or {}).get(name) for name in use.slice.imports]
            for span in (*use.spans, *(span for span in spans if span)):
                shared = overlap(span, counted)
                days |= _days(shared) if shared else set()
    off = {day for span in paused_in(pauses, period) for day in _days(span)}
    return Coverage(len(days - off), period.days, len(off))


def _days(span: Period) -> set[date]:
    return {span.start + timedelta(at) for at in range(span.days)}


def together(channels: Table[Scope]) -> Table[Scope]:
    """The table of all channels as one scope, from the table by channel: no further query."""
    found: dict[Period, list[Sums]] = defaultdict(list)
    for held in channels.values():
        for period, sums in held.items():
            found[period].append(sums)
    return {Scope(): {period: joined(many) for period, many in sorted(found.items())}} if found else {}


def _channel(row: Row) -> Scope:
    return Scope(row["panel"])


def last_names(rows: list[Row]) -> Mapping[tuple[str, str | None], str]:
    """The last name of each campaign that has an id, by channel and id."""
    dated = sorted(
        (row for row in rows if row.get("campaign_id") and row.get("campaign")),
        key=lambda row: (row["last_day"], row["campaign"]),
    )
    return {(row["panel"], row["campaign_id"]): row["campaign"] for row in dated}


def campaign_name(row: Row, names: Mapping[tuple[str, str | None], str]) -> str:
    """The name that a row's campaign goes by; its id where it never had a name."""
    number = row.get("campaign_id")
    return names.get((row["panel"], number)) or row.get("campaign") or number or ""
