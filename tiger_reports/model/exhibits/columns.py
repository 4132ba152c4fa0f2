"""Columns or lines over categories, alone or as panels."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.model.exhibits.role import Role


@dataclass(frozen=True)
class Series:
    """`labels` are ready strings, one a value, empty where a point is not labelled."""

    name: str
    values: tuple[float | None, ...]
    role: Role
    labels: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()  # one a value, where single bars stand out
    partial: tuple[int, ...] = ()  # places of values that cover fewer days than their period has


@dataclass(frozen=True)
class ColumnChart:
    """Columns over categories (months). `as_line` draws the series as lines with marks."""

    name: str
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str
    alt: str
    subtitle: str = ""
    as_line: bool = False
    reference: float | None = None  # a target line
    reference_label: str = ""  # what the dashed line is: the reference, or a series with role TARGET
    shaded: tuple[int, ...] = ()  # places of categories that lie in another time: before the cooperation
    marks: tuple[tuple[int, str], ...] = ()  # (place, sentence): from here on the figure means something else
    links: tuple[str, ...] = ()  # where a page leads from each category
    groups: tuple[tuple[int, str], ...] = ()  # (count, name) of neighbours named together: a quarter's months


@dataclass(frozen=True)
class Panels:
    """Charts on common months: stacked under each other, or as small multiples on one scale."""

    charts: tuple[ColumnChart, ...]
    columns: int = 1
    one_scale: bool = False
    title: str = ""
