"""Days that stored rows stand for, whether or not a month can be cut out of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from tiger_reports.metrics.survey import Slice
from tiger_reports.model.baseline import Retention
from tiger_reports.model.period import Period, overlap


def held_days(
    slices: Iterable[Slice], within: Period, stated: Mapping[str, Period]
) -> Mapping[str, frozenset[date]]:
    """Days of `within` by channel; `stated` are the days that an import's file says it covers, by its id."""
    found: dict[str, set[date]] = {}
    for entry in slices:
        said = (stated[name] for name in entry.imports if name in stated)
        for span in (*entry.spans, *said):
            shared = overlap(span, within)
            found.setdefault(entry.channel, set()).update(_days(shared) if shared else ())
    return {channel: frozenset(days) for channel, days in sorted(found.items())}


def holds(days: frozenset[date], period: Period) -> bool:
    return days.issuperset(_days(period))


@cache
def retention(channel: str) -> Retention | None:
    """What the panel is documented to forget, and after how many months; None where we know of no limit."""
    text = (files(__package__) / "retention.toml").read_text("utf-8")
    entry = tomllib.loads(text)["channels"].get(channel)
    return Retention(**entry) if entry else None


def _days(span: Period) -> set[date]:
    return {span.start + timedelta(at) for at in range(span.days)}
