"""Medians of interleaved rounds, and the table that every benchmark prints."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

Work = Callable[[], object]


@dataclass(frozen=True)
class Result:
    """One line: what was measured, the figure, the bar that it is held against (None: for information)."""

    name: str
    figure: float
    bar: float | None = None
    unit: str = "x"

    @property
    def met(self) -> str:
        if self.bar is None:
            return ""
        return "yes" if self.figure <= self.bar else "NO"


def seconds(work: Work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def medians(rounds: int, *works: Work) -> tuple[float, ...]:
    """Median seconds of each work, measured in turns so that noise meets all of them."""
    taken = [[seconds(work) for work in works] for _ in range(rounds)]
    return tuple(statistics.median(column) for column in zip(*taken, strict=True))


def show(results: list[Result], console: Console) -> None:
    table = Table("what", "figure", "bar", "met")
    for result in results:
        bar = "" if result.bar is None else f"<= {result.bar:g} {result.unit}"
        table.add_row(result.name, f"{result.figure:.2f} {result.unit}", bar, result.met)
    console.print(table)
