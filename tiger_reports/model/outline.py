"""A table before anybody knows what it means: its columns, a few of their values, and what they may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SeenColumn:
    """`suggestion` is our column that panels call so, or empty; `means` what a person said it is.

    A `personal` column shows no values: it speaks of private persons and is never kept.
    """

    header: str
    examples: tuple[str, ...] = ()
    suggestion: str = ""
    means: str = ""
    personal: bool = False


@dataclass(frozen=True)
class Outline:
    sheet: str
    columns: tuple[SeenColumn, ...]
