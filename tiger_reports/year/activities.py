"""The catalogue of non-standard activities."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tiger_reports.model.activity import Activity, ActivityKind


@dataclass(frozen=True)
class CatalogueEntry:
    """`days`: the usual length of a test; `metrics`: what usually shows whether it worked."""

    kind: ActivityKind
    days: int
    metrics: tuple[str, ...]


@cache
def catalogue() -> Mapping[ActivityKind, CatalogueEntry]:
    text = (files(__package__) / "activities.toml").read_text("utf-8")
    entries = tomllib.loads(text)
    return {
        kind: CatalogueEntry(kind, entries[kind]["days"], tuple(entries[kind]["metrics"]))
        for kind in ActivityKind
    }


def proposed(kind: ActivityKind, having: Collection[str], year: int, quarter: int) -> Activity:
    """A proposal to start from: the usual length, and the first usual metric that the client has."""
    entry = catalogue()[kind]
    metric = next((key for key in entry.metrics if key in having), "")
    return Activity(kind=kind, metric=metric, test_days=entry.days, year=year, quarter=quarter)
