"""A deck and its slides as plain values: what each says, what stands on it, and which figures it shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from tiger_reports.model.exhibits.columns import ColumnChart, Panels
from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.exhibits.matrix import Matrix
from tiger_reports.model.exhibits.milestones import Milestones
from tiger_reports.model.exhibits.picture import Board
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.exhibits.stacks import Stacks
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.exhibits.timeline import Timeline
from tiger_reports.model.exhibits.variance import VarianceBars
from tiger_reports.model.exhibits.words import Paragraph

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
