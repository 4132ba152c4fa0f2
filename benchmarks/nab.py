"""Unusual hours in the prices of real ad exchanges (Numenta Anomaly Benchmark, realAdExchange).

`python -m benchmarks.nab DIR`: DIR holds the six series and `combined_windows.json`. A window is found when
any hour in it is called unusual; hours outside of all windows that are called so are false alarms.
"""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.measure import Result, show
from tiger_reports.changes.unusual import usual

BEFORE, FEWEST = timedelta(days=14), timedelta(days=5)
FAR = 6.5
"""Hourly prices of an exchange have far longer tails than an account's days."""
FOUND, FALSE = 11, 0.7
Hour = tuple[datetime, float]


@dataclass(frozen=True)
class Score:
    found: int
    windows: int
    alarms: int
    weeks: float


def unusual_hours(hours: Sequence[Hour], far: float = FAR) -> Iterator[datetime]:
    """Hours further than `far` from what the hour of the day was in the fourteen days before."""
    recent: deque[Hour] = deque()
    for at, value in hours:
        while recent and recent[0][0] < at - BEFORE:
            recent.popleft()
        if recent and at - hours[0][0] >= FEWEST:
            held = usual((then.hour, price) for then, price in recent)
            distance = held.distance(at.hour, value) if held else None
            if distance is not None and abs(distance) > far:
                yield at
        recent.append((at, value))


def score(folder: Path, far: float = FAR) -> Score:
    labels = json.loads((folder / "combined_windows.json").read_text("utf-8"))
    return _sum([_of(folder / Path(name).name, spans, far) for name, spans in labels.items()])


def _of(file: Path, spans: list[tuple[str, str]], far: float) -> Score:
    windows = [tuple(datetime.fromisoformat(edge[:19]) for edge in span) for span in spans]
    with file.open(encoding="utf-8", newline="") as text:
        hours = [(datetime.fromisoformat(r["timestamp"]), float(r["value"])) for r in csv.DictReader(text)]
    called = list(unusual_hours(hours, far))
    found = sum(any(first <= at <= last for at in called) for first, last in windows)
    outside = sum(not any(first <= at <= last for first, last in windows) for at in called)
    return Score(found, len(windows), outside, (hours[-1][0] - hours[0][0]) / timedelta(weeks=1))


def _sum(scores: list[Score]) -> Score:
    return Score(
        sum(one.found for one in scores),
        sum(one.windows for one in scores),
        sum(one.alarms for one in scores),
        sum(one.weeks for one in scores),
    )


def main(folder: Annotated[Path, typer.Argument(help="Where the series and their windows are.")]) -> None:
    found = score(folder)
    results = [
        Result(f"Windows found of {found.windows}", found.found, FOUND, "", at_least=True),
        Result("False alarms a week", found.alarms / found.weeks, FALSE, ""),
    ]
    show(results, Console())


if __name__ == "__main__":
    typer.run(main)
