"""Slides as plain values. Two renderers read them: native PowerPoint shapes, and the page preview.

All words and numbers meant for reading are ready strings in the deck's language; charts also carry
plain numbers so that they can be drawn natively and edited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tiger_reports.model.change import Verdict


class Role(StrEnum):
    """What a series or bar stands for; each has one look everywhere."""

    NOW = "now"
    PREVIOUS = "previous"
    YEAR_AGO = "year_ago"
    TARGET = "target"
    HIGHLIGHT = "highlight"
    BETTER = "better"
    WORSE = "worse"
    NEUTRAL = "neutral"
    HIDDEN = "hidden"  # holds up what stands on it, and is not seen

    @classmethod
    def of(cls, verdict: Verdict) -> Role:
        """What a bar of a change stands for: better, worse, or neither."""
        return {Verdict.BETTER: cls.BETTER, Verdict.WORSE: cls.WORSE}.get(verdict, cls.NEUTRAL)


@dataclass(frozen=True)
class Paragraph:
    """`lead` is set bold before `text`."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Delta:
    """A change ready to read: `+10.0%` `vs May`; `sign` is -1, 0 or 1 and turns the triangle."""

    text: str
    versus: str
    verdict: Verdict
    sign: int


@dataclass(frozen=True)
class Cover:
    client: str
    subtitle: str
    lines: tuple[str, ...] = ()
    logo: bytes = b""


@dataclass(frozen=True)
class Scorecard:
    metric: str
    name: str
    value: str
    deltas: tuple[Delta, ...]
    series: tuple[float | None, ...]
    tone: Verdict
    badge: str = ""
    badge_verdict: Verdict = Verdict.UNKNOWN
    links_to: str = ""  # key of the slide that tells more
    short: str = ""  # the name where the full one does not fit


@dataclass(frozen=True)
class Scorecards:
    cards: tuple[Scorecard, ...]
    alt: str


@dataclass(frozen=True)
class Column:
    header: str
    numeric: bool = True
    weight: float = 1.0  # share of the table's width


@dataclass(frozen=True)
class Cell:
    """`link` is where a page leads from the cell; paper has no such way."""

    text: str
    verdict: Verdict = Verdict.SAME
    bold: bool = False
    link: str = ""


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str
    name: str = "table"


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


@dataclass(frozen=True)
class StoryCard:
    """A change told in words: heading, the figures, paragraphs. `value` is set large, if given."""

    heading: str
    figures: str
    paragraphs: tuple[Paragraph, ...]
    verdict: Verdict
    value: str = ""
    deltas: tuple[Delta, ...] = ()
    evidence: str = ""  # what the data show, set quietly under the words
    picture: bytes = b""  # PNG or JPEG over the heading
    picture_alt: str = ""


@dataclass(frozen=True)
class StoryCards:
    """Cards side by side, at most `most` on a slide, or rows under each other."""

    cards: tuple[StoryCard, ...]
    as_rows: bool = False
    most: int = 3


@dataclass(frozen=True)
class Step:
    """A column of a waterfall: an effect between two levels, or a `whole` level from zero."""

    name: str
    value: float
    label: str
    role: Role
    whole: bool = False
    detail: str = ""  # what the factor itself did: `2.31% → 1.98%`
    link: str = ""  # where a page leads from the column


@dataclass(frozen=True)
class Waterfall:
    """From one level to another: the effects between the first and the last step add up exactly."""

    name: str
    title: str
    steps: tuple[Step, ...]
    number_format: str
    alt: str


@dataclass(frozen=True)
class Contribution:
    """A part's share of a change. `halves` are its rate and its mix, where both exist; they add up to it."""

    name: str
    value: float
    label: str
    share: str
    role: Role
    halves: tuple[float, ...] = ()
    half_roles: tuple[Role, ...] = ()
    half_labels: tuple[str, ...] = ()
    detail: str = ""
    link: str = ""  # where a page leads from the bar


@dataclass(frozen=True)
class Contributions:
    """Aligned bars that add up to a change, the rest among them; `basis` says what shares are shares of."""

    name: str
    title: str
    basis: str
    rows: tuple[Contribution, ...]
    total: Contribution
    number_format: str
    legend: str
    alt: str


class MarkKind(StrEnum):
    LOG = "log"  # somebody did something
    BREAK = "break"  # the figure began to mean something else
    HOLIDAY = "holiday"


@dataclass(frozen=True)
class DayMark:
    """Something that belongs to the day at place `at`; `sign` is what stands on the chart for it."""

    at: int
    kind: MarkKind
    sign: str
    text: str


@dataclass(frozen=True)
class DayChart:
    """A month day by day. `band` bounds normal variation, None on days without an expectation.

    `earlier` are the days of the period compared with, each under the same weekday.
    """

    name: str
    title: str
    days: tuple[date, ...]
    categories: tuple[str, ...]
    now: Series
    earlier: Series | None
    band: tuple[tuple[float, float] | None, ...]
    marks: tuple[DayMark, ...]
    number_format: str
    legend: str
    alt: str
    links: tuple[str, ...] = ()  # where a page leads from each day

    @property
    def banded(self) -> bool:
        return any(self.band)


Picture = Waterfall | Contributions | DayChart


@dataclass(frozen=True)
class Board:
    """Pictures of one change: those of `top` side by side, `bottom` under them across the whole width."""

    top: tuple[Waterfall | Contributions, ...]
    bottom: DayChart | None = None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return (*self.top, self.bottom) if self.bottom else self.top


@dataclass(frozen=True)
class Bar:
    """Something that takes time: its first and last day, who does it, what has to be reached before it."""

    name: str
    first: date
    last: date
    note: str = ""
    gate: str = ""


@dataclass(frozen=True)
class Timeline:
    """Bars over common months, one a row. `ticks` are the first days of months with their names."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[date, str], ...]
    end: date
    legend: str
    alt: str
    name: str = "timeline"


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


@dataclass(frozen=True)
class Flag:
    """A numbered flag over a chart; `at` is its place along the axis of months, 0 to 1."""

    at: float
    sign: str


@dataclass(frozen=True)
class Milestones:
    """A curve under numbered flags; what they stand for is told beside it."""

    chart: ColumnChart
    flags: tuple[Flag, ...]


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


Exhibit = (
    Cover
    | Scorecards
    | Table
    | ColumnChart
    | Panels
    | VarianceBars
    | StoryCards
    | Board
    | Timeline
    | Matrix
    | Stacks
    | Milestones
)


@dataclass(frozen=True)
class Shown:
    """A figure that stands on a slide: which one it is, its value, and the string that shows it.

    `kind` is `value`, `delta` (a difference), `relative` (a fraction of the base), `target`, `count`
    (how many things of a sort, `metric` names them), `expected` (the part of a target that was due with the
    days of the data), `reached` (result by target), `share` (what one part, named by `scope`, adds to the
    change) or `part` (a part's fraction of the whole). `base` is the month that a change is measured from.
    """

    metric: str
    scope: str
    period: str
    value: float
    text: str
    kind: str = "value"
    base: str = ""


@dataclass(frozen=True)
class Slide:
    """One message. `key` is stable: shape names, links and tests use it."""

    key: str
    title: str
    kicker: str = ""
    exhibits: tuple[Exhibit, ...] = ()
    comment_heading: str = ""
    comment: tuple[Paragraph, ...] = ()
    source: str = ""
    notes: str = ""
    shown: tuple[Shown, ...] = ()
    section: str = ""


@dataclass(frozen=True)
class Deck:
    """A deck before it is drawn. `draft` is the mark set on every slide, empty for a client deck."""

    title: str
    language: str
    slides: tuple[Slide, ...]
    footer: str
    draft: str = ""
    properties: tuple[tuple[str, str], ...] = field(default=())
