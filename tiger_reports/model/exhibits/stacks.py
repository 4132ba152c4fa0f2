"""What a whole is made of, as stacked columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StackPart:
    """One part of stacked columns: a value a column, and what is said of it beside the last one.

    `apart`: it is not in every column in the same way, so it stands out and has no percent.
    """

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    beside: str
    apart: bool = False


@dataclass(frozen=True)
class Stack:
    """Columns of the same parts, the largest part at the foot; `totals` stand over the columns."""

    name: str
    title: str
    categories: tuple[str, ...]
    parts: tuple[StackPart, ...]
    totals: tuple[str, ...]
    number_format: str
    alt: str
    beside: str = ""  # what is said of the whole


@dataclass(frozen=True)
class Stacks:
    """Stacked columns side by side, each on its own scale."""

    stacks: tuple[Stack, ...]
    legend: str
