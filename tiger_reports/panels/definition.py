"""What a panel's definition says: its headers by language, its reports and their signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tiger_reports.model.column_map import ColumnMap
from tiger_reports.model.fact import Level
from tiger_reports.panels.options import DateOrder

DAY_ROLES = ("day", "starts", "ends", "week", "month", "segment_start", "nth_day")
"""Columns that carry time.

`segment_start` is the first day of an unnamed stretch (LinkedIn); `nth_day` counts from the report's first
day, `0000` (Google Analytics).
"""

SIDE_ROLES = ("converted_currency", "converted_spend")
"""Columns that are known and deliberately not added up."""

BY_TITLE = "by_title"
"""A column whose header says nothing (`Primary`): the line above the table names it."""


class PanelKind(StrEnum):
    """Whose figures a panel gives. Only those of ads are added over channels."""

    ADS = "ads"
    ORGANIC = "organic"  # a profile's own reach, without ads
    ANALYTICS = "analytics"  # visits of a website or an app


CHANNEL = "channel"
"""The column that names each row's channel: the table is divided by it."""


class TotalRule(StrEnum):
    """How a panel writes its total rows."""

    NONE = "none"
    EMPTY_KEYS = "empty-keys"  # the name cells are empty (Meta)
    LABEL = "label"  # a word and a colon or dash in one of the first columns, name cells empty (Google)
    EDGE = "edge"  # the first or last row: a word alone (Yandex), `Total of 97 results` (TikTok), or no name
    ANY = "any"  # nobody knows: a label, or a row without names and days


@dataclass(frozen=True)
class Sign:
    """A report is recognised when all that one of its signs asks for is there.

    `columns` must all be found, `any_of` at least one; `first` / `last` must stand among the first or last
    two columns; `bracket` must carry a currency in the header; one of `header` must stand there word for
    word, for names that no other panel uses, and none of `without`; `title` is a pattern for a preamble cell;
    `range_line` asks for a preamble line that is only a date range; `glued_money` for money signs in cells;
    `comment_dates` for first and last day in lines that begin with `#`; `only_known` for nothing but columns
    that the panel knows; `structure` for all headers, folded and sorted: not one more, not one less.
    """

    columns: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    bracket: str = ""
    header: tuple[str, ...] = ()
    title: str = ""
    range_line: bool = False
    glued_money: bool = False
    comment_dates: bool = False
    only_known: bool = False
    structure: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    key: str
    signs: tuple[Sign, ...]
    stacked: bool = False  # several tables under each other whose figures overlap
    blocks: bool = False  # several tables under each other, each with its own lines above it
    described: bool = False  # the first row under the header explains the columns
    partial: bool = False  # only the largest entries are listed
    lifetime: bool = False  # figures of a post since it was published, dated by that day
    posts: bool = False  # a row with a day of publication is a post, its figures those of the file's period
    shared: bool = False  # rows share impressions and cost: their sum is more than there was
    period_in_name: bool = False  # the period stands only in the file's name
    every_day: bool = False  # each day of the period has a row, so days a week apart are weeks
    level: Level | None = None  # where the columns cannot tell

    @property
    def of_posts(self) -> bool:
        return self.lifetime or self.posts


@dataclass(frozen=True)
class Totals:
    """`covers` names, by level, the totals that equal the sum of the rows; the rest are wider or narrower.

    `whole` are words in a breakdown's column for all of its parts together.
    """

    rule: TotalRule = TotalRule.NONE
    words: tuple[str, ...] = ()
    covers: Mapping[Level, tuple[str, ...]] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preamble:
    """Labels of preamble lines, and the words that mean "no dates at all".

    `weeks` and `months` are whole lines that say what a row of the day column stands for.
    Lines that begin as `private` ones do name a person: they are never shown.
    """

    account: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    generated: tuple[str, ...] = ()
    all_time: tuple[str, ...] = ()
    weeks: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    private: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A kind of file that is known and cannot be used: patterns of cells that all stand near its top."""

    code: str
    cells: tuple[str, ...]


@dataclass(frozen=True, eq=False)  # by identity, so that indexes of a panel can be cached
class Panel:
    """One panel. `columns`: our column -> language -> headers, best first.

    `decimal` is the mark that the panel itself always writes with one of `delimiters`.
    `believed` are languages whose headers nobody has seen in a real file yet.
    `dimensions_first`: an unknown column before the first figure cuts the rows into parts.
    `notes` are findings that hold for every file of the panel: `unseen_panel`, `vat_unknown`.
    `null_rates` are texts that mean "undefined" in a reported rate. `footers` are patterns of sentences under
    the rows, `cut` those of them that say that rows are missing. `accounts_in_title` are words of a table's
    title that say whose figures it holds; they name a network and nobody's own account.
    `template` is a workbook of our own that people fill in: a formula in it is a question.
    `column_map` is there where a person, and no definition, said what the columns mean.
    `post_address` is where a post stands, `{}` its number, for panels that export no links.
    `timezone` is the zone of the days where the panel always writes one and the file need not say it.
    """

    key: str
    name: str
    source: str  # file name of the definition
    columns: Mapping[str, Mapping[str, tuple[str, ...]]]
    reports: tuple[Report, ...]
    kind: PanelKind = PanelKind.ADS
    weak: tuple[Sign, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    null_marks: tuple[str, ...] = ()
    null_rates: tuple[str, ...] = ()
    decimal: str = ""
    delimiters: tuple[str, ...] = ()
    date_order: DateOrder | None = None
    timezone: str = ""
    post_address: str = ""
    percent_numbers: tuple[str, ...] = ()
    believed: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    no_data: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    accounts_in_title: tuple[str, ...] = ()
    derive: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    totals: Totals = field(default_factory=Totals)
    preamble: Preamble = field(default_factory=Preamble)
    template: bool = False
    dimensions_first: bool = False
    currency: str = ""  # what a person said of all files of this shape
    column_map: ColumnMap | None = None
