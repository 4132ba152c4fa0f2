"""Slides as plain values. Two renderers read them: native PowerPoint shapes, and the page preview.

All words and numbers meant for reading are ready strings in the deck's language; charts also carry
plain numbers so that they can be drawn natively and edited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
    reference_label: str = ""
    shaded: tuple[int, ...] = ()  # places of categories that lie in another time: before the cooperation
    marks: tuple[tuple[int, str], ...] = ()  # (place, sentence): from here on the figure means something else


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


@dataclass(frozen=True)
class VarianceBars:
    """Level beside its two changes, one row a category, all panels on one scale."""

    categories: tuple[str, ...]
    panels: tuple[VariancePanel, ...]
    number_format: str
    legend: str
    alt: str


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


@dataclass(frozen=True)
class StoryCards:
    """Cards side by side, at most `most` on a slide, or rows under each other."""

    cards: tuple[StoryCard, ...]
    as_rows: bool = False
    most: int = 3


Exhibit = Cover | Scorecards | Table | ColumnChart | Panels | VarianceBars | StoryCards


@dataclass(frozen=True)
class Shown:
    """A figure that stands on a slide: which one it is, its value, and the string that shows it.

    `kind` is `value`, `delta` (a difference), `relative` (a fraction of the base), `target`, `count`
    (how many things of a sort, `metric` names them), `expected` (the part of a target that was due with the
    days of the data), `reached` (result by target) or `share` (what one part, named by `scope`, adds to the
    change). `base` is the month that a change is measured from.
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
