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
    """One line: what was measured, the figure, the bar that it is held against (None: for information).

    The bar is the most that the figure may be, or with `at_least` the least.
    """

    name: str
    figure: float
    bar: float | None = None
    unit: str = "x"
    at_least: bool = False

    @property
    def met(self) -> str:
        if self.bar is None:
            return ""
        good = self.figure >= self.bar if self.at_least else self.figure <= self.bar
        return "yes" if good else "NO"

    @property
    def held_against(self) -> str:
        return "" if self.bar is None else f"{'>=' if self.at_least else '<='} {self.bar:g} {self.unit}"


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
        figure = f"{result.figure:.2f} {result.unit}"
        table.add_row(result.name, figure, result.held_against, result.met)
    console.print(table)
