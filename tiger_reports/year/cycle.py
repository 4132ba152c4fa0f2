"""The standard cycle: the same template for all clients, each switching off what it does without."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from tiger_reports.model.cooperation import Activity


@cache
def template() -> tuple[Activity, ...]:
    """Every activity of `cycle.toml`, by rhythm."""
    told = tomllib.loads((files(__package__) / "cycle.toml").read_text("utf-8"))
    return tuple(Activity(key, rhythm) for rhythm, keys in told.items() for key in keys)


def cycle_without(off: Collection[str]) -> tuple[Activity, ...]:
    return tuple(Activity(one.key, one.rhythm, one.key not in off) for one in template())
