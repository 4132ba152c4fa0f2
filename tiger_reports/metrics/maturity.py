"""Conversions are dated by their click and keep arriving: when a period's figures are final."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from tiger_reports.model.metric import Metric
from tiger_reports.model.period import Period


def settles_on(metric: Metric, period: Period, channels: Iterable[str]) -> date:
    """First day on which the figure no longer grows: after the longest window of the channels."""
    if not metric.settles_late:
        return period.end
    known: Mapping[str, int] = _windows()["channels"]
    windows = [known.get(channel, _windows()["default"]) for channel in channels]
    return period.end + timedelta(max(windows, default=0))


def is_final(metric: Metric, period: Period, channels: Iterable[str], today: date) -> bool:
    return today >= settles_on(metric, period, channels)


@cache
def _windows() -> Mapping[str, Any]:
    return tomllib.loads((files(__package__) / "windows.toml").read_text("utf-8"))
