"""Rows as a panel shows them: a campaign (or account) over some days, with its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from sample_data.simulate import Track
from sample_data.world import Campaign, Group
from tiger_reports.model.period import Period

DAYS_OF_FREQUENCY = 30
ACCOUNT_OVERLAP = 0.84  # of the campaigns' reaches added up, how many are different people


@dataclass(frozen=True)
class Figures:
    """Sums over the row's days. `spend` keeps four decimals; a panel rounds it when it prints."""

    spend: float = 0.0
    impressions: int = 0
    reach: int = 0
    clicks: int = 0
    link_clicks: int = 0
    conversions: float = 0.0
    value: float = 0.0


@dataclass(frozen=True)
class Row:
    """One line of an export; `campaign` is None where it stands for the whole account or a `group` of it."""

    period: Period
    campaign: Campaign | None
    figures: Figures
    group: Group | None = None


def by_day(tracks: Iterable[Track], period: Period) -> Iterator[Row]:
    """A row for each campaign and day on which it ran, days in order."""
    tracks = tuple(tracks)
    for number, day in enumerate(tracks[0].days):
        if day in period:
            one = Period(day, _next(day))
            yield from (_row(track, one) for track in tracks if track.active[number])


def by_campaign(tracks: Iterable[Track], period: Period) -> Iterator[Row]:
    """A row for each campaign that ran in the period, over all its days."""
    return (_row(track, period) for track in tracks if _inside(track, period).any())


def whole_account(tracks: Iterable[Track], period: Period) -> Row:
    rows = tuple(by_campaign(tracks, period))
    return Row(period, None, total(rows, _people([row.figures.reach for row in rows])))


def by_group(tracks: Iterable[Track], period: Period, groups: Sequence[Group]) -> Iterator[Row]:
    """The account's figures of the period cut by age and gender: the parts add up to the whole."""
    whole = whole_account(tracks, period).figures
    spend, results = [one.spend for one in groups], [one.results for one in groups]
    parts = zip(
        groups,
        _split(whole.spend, spend, 2),
        _split(whole.impressions, spend),
        _split(whole.reach, spend),
        _split(whole.clicks, spend),
        _split(whole.link_clicks, spend),
        _split(whole.conversions, results),
        _split(whole.value, results, 2),
        strict=True,
    )
    for group, money, *counts, value in parts:
        impressions, reach, clicks, link_clicks, conversions = map(round, counts)
        figures = Figures(money, impressions, reach, clicks, link_clicks, conversions, value)
        yield Row(period, None, figures, group)


def _split(whole: float, shares: Sequence[float], decimals: int = 0) -> list[float]:
    """`whole` by shares, each rounded where its running total stands: no part is lost."""
    total, told, found = sum(shares), 0.0, []
    for at in range(1, len(shares) + 1):
        here = round(round(whole, decimals) * sum(shares[:at]) / total, decimals)
        found.append(round(here - told, decimals))
        told = here
    return found


def _people(reaches: Sequence[int]) -> int:
    """Different people behind the campaigns' reaches: some were reached by two campaigns."""
    overlap = ACCOUNT_OVERLAP if len(reaches) > 1 else 1.0
    return max(*reaches, round(sum(reaches) * overlap))


def total(rows: Iterable[Row], reach: int = 0) -> Figures:
    """The sums of rows. Reach is never added: the caller says it."""
    figures = tuple(row.figures for row in rows)
    return Figures(
        spend=round(sum(each.spend for each in figures), 4),
        impressions=sum(each.impressions for each in figures),
        reach=reach,
        clicks=sum(each.clicks for each in figures),
        link_clicks=sum(each.link_clicks for each in figures),
        conversions=round(sum(each.conversions for each in figures), 2),
        value=round(sum(each.value for each in figures), 2),
    )


def _row(track: Track, period: Period) -> Row:
    inside = _inside(track, period)
    return Row(
        period,
        track.campaign,
        Figures(
            spend=round(float(track.spend[inside].sum()), 4),
            impressions=int(track.impressions[inside].sum()),
            reach=_reach(track, inside),
            clicks=int(track.clicks[inside].sum()),
            link_clicks=int(track.link_clicks[inside].sum()),
            conversions=round(float(track.conversions[inside].sum()), 2),
            value=round(float(track.value[inside].sum()), 2),
        ),
    )


def _reach(track: Track, inside: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> int:
    """Impressions / frequency, where frequency grows with the root of the days.

    So a month's reach lies between its best day's reach and the sum of its days' reaches.
    """
    thirty_days = float(track.frequency[inside].mean())
    root = (int(inside.sum()) / DAYS_OF_FREQUENCY) ** 0.5
    impressions = float(track.impressions[inside].sum())
    return round(impressions / max(1.0 + (thirty_days - 1.0) * float(root), 1.0))


def _inside(track: Track, period: Period) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    first = (period.start - track.days[0]).days
    mask = np.zeros(len(track.days), dtype=np.bool_)
    mask[max(first, 0) : first + period.days] = True
    return mask & track.active


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
