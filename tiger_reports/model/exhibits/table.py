"""A table."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.change import Verdict


@dataclass(frozen=True)
class Column:
    header: str
    numeric: bool = True
    weight: float = 1.0  # share of the table's width


@dataclass(frozen=True)
class Cell:
    """`link` is where a page leads from the cell; paper has no such way.

    `address` lies outside (https, of a known network): page and slide both lead there.
    """

    text: str
    verdict: Verdict = Verdict.SAME
    bold: bool = False
    link: str = ""
    address: str = ""


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str
    name: str = "table"
