"""Things by two estimates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Placed:
    """Something in a cell of a matrix; `first` stands out."""

    name: str
    note: str
    column: int
    row: int
    first: bool = False


@dataclass(frozen=True)
class Matrix:
    """Things by two estimates: names of `columns` from little to much, of `rows` from much to little."""

    across: str
    up: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    placed: tuple[Placed, ...]
    legend: str
    alt: str
    name: str = "matrix"
