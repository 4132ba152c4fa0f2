"""Bars of a level beside its changes."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.exhibits.columns import Series


@dataclass(frozen=True)
class VariancePanel:
    """One panel of aligned horizontal bars: a heading, a line under it, one or two series."""

    name: str
    title: str
    subtitle: str
    series: tuple[Series, ...]
    reference: float | None = None  # a dashed line at this value


@dataclass(frozen=True)
class TextColumn:
    """Ready figures beside bars, one a row."""

    header: str
    cells: tuple[str, ...]
    bold: bool = False


@dataclass(frozen=True)
class VarianceBars:
    """Level beside its two changes, one row a category, all panels on one scale."""

    categories: tuple[str, ...]
    panels: tuple[VariancePanel, ...]
    number_format: str
    legend: str
    alt: str
    links: tuple[str, ...] = ()  # where a page leads from each row's bars
    columns: tuple[TextColumn, ...] = ()  # between the names of the rows and their bars
