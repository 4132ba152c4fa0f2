"""What a panel's definition says: its headers by language, its reports and their signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tiger_reports.model.fact import Level
from tiger_reports.panels.options import DateOrder

DAY_ROLES = ("day", "starts", "ends", "week", "month", "segment_start")
"""Columns that carry time. `segment_start` is the first day of an unnamed stretch (LinkedIn)."""

SIDE_ROLES = ("converted_currency", "converted_spend")
"""Columns that are known and deliberately not added up."""


class TotalRule(StrEnum):
    """How a panel writes its total rows."""

    NONE = "none"
    EMPTY_KEYS = "empty-keys"  # the name cells are empty (Meta)
    LABEL = "label"  # a word and a colon or dash in one of the first columns, name cells empty (Google)
    COUNT = "count"  # `Total of 97 results` (TikTok)


@dataclass(frozen=True)
class Sign:
    """A report is recognised when all that one of its signs asks for is there.

    `columns` must all be found, `any_of` at least one; `first` / `last` must stand among the first or last
    two columns; `bracket` must carry a currency in the header; `title` is a pattern for a preamble cell;
    `range_line` asks for a preamble line that is only a date range; `glued_money` for money signs in cells.
    """

    columns: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    bracket: str = ""
    title: str = ""
    range_line: bool = False
    glued_money: bool = False


@dataclass(frozen=True)
class Report:
    key: str
    signs: tuple[Sign, ...]
    stacked: bool = False  # several tables under each other whose figures overlap
    period_in_name: bool = False  # the period stands only in the file's name
    level: Level | None = None  # where the columns cannot tell


@dataclass(frozen=True)
class Totals:
    """`covers` names, by level, the totals that equal the sum of the rows; the rest are wider or narrower."""

    rule: TotalRule = TotalRule.NONE
    words: tuple[str, ...] = ()
    covers: Mapping[Level, tuple[str, ...]] = field(default_factory=dict)
    known: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preamble:
    """Labels of preamble lines, and the words that mean "no dates at all"."""

    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    generated: tuple[str, ...] = ()
    all_time: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)  # by identity, so that indexes of a panel can be cached
class Panel:
    """One ad panel. `columns`: our column -> language -> headers, best first.

    `decimal` is the mark that the panel itself always writes with one of `delimiters`.
    `believed` are languages whose headers nobody has seen in a real file yet.
    `timezone` is the zone of the days where the panel always writes one and the file need not say it.
    `null_rates` are texts that mean "undefined" in a reported rate.
    """

    key: str
    name: str
    source: str  # file name of the definition
    columns: Mapping[str, Mapping[str, tuple[str, ...]]]
    reports: tuple[Report, ...]
    weak: tuple[Sign, ...] = ()
    null_marks: tuple[str, ...] = ()
    null_rates: tuple[str, ...] = ()
    decimal: str = ""
    delimiters: tuple[str, ...] = ()
    date_order: DateOrder | None = None
    timezone: str = ""
    percent_numbers: tuple[str, ...] = ()
    believed: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    no_data: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    bulk: tuple[str, ...] = ()
    derive: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    totals: Totals = field(default_factory=Totals)
    preamble: Preamble = field(default_factory=Preamble)
