"""What takes time, as bars over months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Bar:
    """Something that takes time: its first and last day, who does it, what has to be reached before it."""

    name: str
    first: date
    last: date
    note: str = ""
    gate: str = ""


@dataclass(frozen=True)
class Timeline:
    """Bars over common months, one a row. `ticks` are the first days of months with their names."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[date, str], ...]
    end: date
    legend: str
    alt: str
    name: str = "timeline"
