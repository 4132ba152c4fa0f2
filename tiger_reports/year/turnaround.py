"""Times from load to deck, month by month: all reports together and by specialist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from statistics import median

from tiger_reports.model.period import Period
from tiger_reports.model.turnaround import MonthTime, Turnaround

EVERYBODY = ""


def month_times(reports: Iterable[Turnaround]) -> tuple[MonthTime, ...]:
    """One a month for everybody and one a month and specialist, oldest month first."""
    groups: dict[tuple[Period, str], list[float]] = defaultdict(list)
    for one in reports:
        for who in dict.fromkeys((EVERYBODY, one.specialist)):
            groups[one.month, who].append(one.took.total_seconds())
    return tuple(
        MonthTime(month, who, len(took), timedelta(seconds=median(took)))
        for (month, who), took in sorted(groups.items())
    )
