"""Days on which a campaign's delivery changed: began, ended, or went on at another level of spend.

A level is the median spend of a week of the campaign's own days on either side, so one odd day moves
nothing. A beginning or an end counts only where the channel's rows reach past it: days that no file brought
are not days without delivery.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from statistics import median

from tiger_reports.metrics.parts import Table
from tiger_reports.metrics.sums import Sums
from tiger_reports.model.campaign_log import HintKind, LogHint
from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period

WINDOW = 7
"""Days on either side that a level is taken over."""
FEWEST = 4
"""Days of delivery in a window that make a level; as many days of silence make a start or a stop."""
JUMP = 2.0
DELIVERY = ("spend", "impressions")
Days = Mapping[date, float]


def delivery_hints(days: Table[Scope], month: Period) -> tuple[LogHint, ...]:
    """What happened in `month`, by day; `days` hold campaigns day by day, the weeks before the month too.

    At most one change of level a campaign, the largest; none beside its own start or stop.
    """
    known = _known_days(days)
    found = [
        hint
        for scope in days
        if scope.campaign
        for hint in _of_campaign(scope, _spend(days[scope]), known[scope.channel], month)
    ]
    return tuple(sorted(found, key=lambda hint: (hint.day, hint.channel, hint.campaign)))


def _known_days(days: Table[Scope]) -> Mapping[str, frozenset[date]]:
    """Days that each channel has rows of."""
    channels = {scope.channel for scope in days}
    return {
        channel: frozenset(
            day.start for scope, held in days.items() if scope.channel == channel for day in held
        )
        for channel in channels
    }


def _spend(held: Mapping[Period, Sums]) -> Days:
    """Spend of the days on which the campaign delivered anything."""
    return {
        day.start: sums.total("spend") or 0.0
        for day, sums in held.items()
        if any(sums.total(name) for name in DELIVERY)
    }


def _of_campaign(scope: Scope, days: Days, known: frozenset[date], month: Period) -> Iterator[LogHint]:
    if not days:
        return
    first, last = min(days), max(days)
    if first in month and _silent(known, first, -1):
        yield LogHint(HintKind.STARTED, first, scope.channel, scope.campaign, 0.0, _level(days, first))
    after = last + timedelta(1)
    if after in month and _silent(known, last, 1):
        before = _level(days, after - timedelta(WINDOW))
        yield LogHint(HintKind.STOPPED, after, scope.channel, scope.campaign, before, 0.0)
    yield from _largest_jump(scope, days, month)


def _silent(known: frozenset[date], day: date, step: int) -> bool:
    """Whether the channel's files reach far enough past the campaign's first or last day."""
    beyond = (day + timedelta(step * at) for at in range(1, WINDOW + 1))
    return sum(one in known for one in beyond) >= FEWEST


def _level(days: Days, first: date) -> float:
    """Spend of a usual day of the week that begins on `first`; 0 where there was none."""
    return median(_window(days, first) or [0.0])


def _window(days: Days, first: date) -> list[float]:
    week = (first + timedelta(at) for at in range(WINDOW))
    return [days[day] for day in week if day in days]


def _largest_jump(scope: Scope, days: Days, month: Period) -> Iterator[LogHint]:
    jumps = [jump for at in range(month.days) if (jump := _jump(days, month.start + timedelta(at)))]
    if not jumps:
        return
    _, day, before, after = max(jumps)
    kind = HintKind.RAISED if after > before else HintKind.CUT
    yield LogHint(kind, day, scope.channel, scope.campaign, before, after)


def _jump(days: Days, day: date) -> tuple[float, date, float, float] | None:
    """How many times the level changed at `day`, if it did and the day itself is on the new one."""
    weeks = [_window(days, day - timedelta(WINDOW)), _window(days, day)]
    if day not in days or any(len(week) < FEWEST for week in weeks):
        return None
    before, after = map(median, weeks)
    if min(before, after) <= 0:
        return None
    times = max(before / after, after / before)
    beyond = (days[day] - (before * after) ** 0.5) * (after - before) > 0
    clear = min(weeks[1]) > max(weeks[0]) if after > before else max(weeks[1]) < min(weeks[0])
    return (times, day, before, after) if times >= JUMP and beyond and clear else None
