"""Conversions are dated by their click and keep arriving: when a period's figures are final."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from tiger_reports.model.metric import Metric
from tiger_reports.model.period import Period

_DAYS = re.compile(r"\d+")
Windows = Mapping[str, int]
"""Days by channel after which conversions of a day grow no more."""


def window(channel: str, settings: Iterable[str] = ()) -> int:
    """The longest window that the files' attribution settings name; the panel's default where they do not."""
    named = [int(days) for setting in settings for days in _DAYS.findall(setting)]
    known: Windows = _windows()["channels"]
    return max(named) if named else known.get(channel, _windows()["default"])


def settles_on(
    metric: Metric, period: Period, channels: Iterable[str], windows: Windows | None = None
) -> date:
    """First day on which the figure no longer grows: after the longest window of the channels."""
    if not metric.settles_late:
        return period.end
    known = windows or {}
    days = [known.get(channel, window(channel)) for channel in channels]
    return period.end + timedelta(max(days, default=0))


def young_from(period: Period, windows: Windows, today: date) -> date | None:
    """First day of the period whose conversions may still grow; None where all are final."""
    first = max(period.start, today - timedelta(max(windows.values(), default=0)))
    return first if windows and first in period else None


@cache
def _windows() -> Mapping[str, Any]:
    return tomllib.loads((files(__package__) / "windows.toml").read_text("utf-8"))
