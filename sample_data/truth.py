"""`truth.csv`: what the loaded files say of each client and channel, month by month and quarter by quarter.

The sums come from the simulated days, not from the files: what the program shows must equal them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date

from sample_data.figures import Row, by_day
from sample_data.simulate import Track
from sample_data.world import Account, World
from tiger_reports.model.period import Period, month_of, parse_month
from tiger_reports.model.tiger_year import quarters

YEARS = 2
PANELS_WITH_VALUE = ("meta-ads", "google-ads")


@dataclass(frozen=True)
class Truth:
    """Sums of one channel over the loaded days from `first` until the day before `end`.

    `period` is `month` or `quarter` (of the cooperation). Money is in the client's currency, each day and
    campaign rounded as its panel prints it. `leads` are conversions of campaigns that ask for leads.
    """

    client: str
    period: str
    first: date
    end: date
    channel: str
    spend: float
    impressions: int
    clicks: int
    conversions: float
    conversion_value: float
    leads: float


def truth_csv(world: World, tracks: Mapping[str, Sequence[Track]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([one.name for one in fields(Truth)])
    writer.writerows(astuple(one) for one in truths(world, tracks))
    return out.getvalue().encode("utf-8")


def truths(world: World, tracks: Mapping[str, Sequence[Track]]) -> Iterator[Truth]:
    """`tracks` by the account's id; a channel that did not run in a period has no line.

    The month in which the cooperation began counts from its first day.
    """
    for client, market in world.markets.items():
        loaded = Period(world.first_day, _end(world, client))
        periods = [("month", one) for one in _months(loaded)]
        periods += [("quarter", one.period) for one in quarters(market.since, YEARS)]
        channels = _by_channel(world, client, tracks, loaded)
        for name, period in periods:
            counted = Period(market.since, period.end) if market.since in period else period
            for channel, rows in channels.items():
                held = [row for row in rows if row.period.start in counted]
                if held:
                    yield _truth(client, name, period, channel, held)


def _end(world: World, client: str) -> date:
    """The first day after the client's loaded files; a month in the inbox is not among them."""
    owner, month = world.inbox
    return parse_month(month).start if client == owner else world.end_day


def _months(days: Period) -> Iterator[Period]:
    month = month_of(days.start)
    while month.start < days.end:
        yield month
        month = month_of(month.end)


def _by_channel(
    world: World, client: str, tracks: Mapping[str, Sequence[Track]], days: Period
) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for account in (one for one in world.accounts if one.client == client):
        found.setdefault(account.panel, []).extend(by_day(tracks[account.id], _own(account, days)))
    return found


def _own(account: Account, days: Period) -> Period:
    """An account's days begin with its first file."""
    first = [parse_month(one.first).start for one in account.exports if one.kind == "days" and one.first]
    return Period(max([days.start, *first]), days.end)


def _truth(client: str, name: str, period: Period, channel: str, rows: Iterable[Row]) -> Truth:
    rows = tuple(rows)
    figures = [row.figures for row in rows]
    leads = [row.figures.conversions for row in rows if row.campaign and row.campaign.goal == "lead"]
    value = sum(one.value for one in figures) if channel in PANELS_WITH_VALUE else 0.0
    return Truth(
        client,
        name,
        period.start,
        period.end,
        channel,
        spend=round(sum(round(one.spend, 2) for one in figures), 2),
        impressions=sum(one.impressions for one in figures),
        clicks=sum(one.clicks for one in figures),
        conversions=round(sum(one.conversions for one in figures), 2),
        conversion_value=round(value, 2),
        leads=round(sum(leads), 2),
    )
