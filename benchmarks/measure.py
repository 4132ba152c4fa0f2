"""Medians of interleaved rounds, and the table that every benchmark prints."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Result:
    """One line: what was measured, the figure, the bar that it is held against."""

    name: str
    figure: str
    bar: str
    met: bool


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def ratio(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    *,
    rounds: int = 5,
    clock: Callable[[Callable[[], object]], float] = seconds,
) -> float:
    """Median of ours over median of theirs, measured in turns so that noise meets both."""
    pairs = [(clock(ours), clock(theirs)) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs) / statistics.median(b for _, b in pairs)


def held(name: str, value: float, bar: float, unit: str = "x") -> Result:
    return Result(name, f"{value:.2f} {unit}", f"<= {bar:g} {unit}", met=value <= bar)


def show(results: list[Result]) -> None:
    table = Table("what", "figure", "bar", "met")
    for result in results:
        table.add_row(result.name, result.figure, result.bar, "yes" if result.met else "NO")
    Console().print(table)
