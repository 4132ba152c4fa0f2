"""What a sent report says against what the store says now, and what a person decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tiger_reports.model.log import SentDeck
from tiger_reports.model.period import Period

SAME_TO = 1e-9
"""Relative: sums of the same rows in another order differ by less."""


class Way(StrEnum):
    """What may be done about a sent report whose figures moved."""

    FOOTNOTE = "footnote"  # the report stays, the next deck says what moved
    REISSUE = "reissue"  # back to work: comments, approval, a new deck
    KEEP = "keep"  # the report stays, for a reason that is kept


@dataclass(frozen=True)
class MovedFigure:
    """A metric of one of the report's months; `after` None: there is no such figure any more."""

    metric: str
    period: Period
    before: float
    after: float | None


@dataclass(frozen=True)
class MovedDay:
    """One measure of one day: of a campaign, or of all together where `campaign` and `channel` are empty."""

    day: date
    measure: str
    before: float | None
    after: float | None
    channel: str = ""
    campaign: str = ""


@dataclass(frozen=True)
class Decision:
    """A way chosen for a report, by whom and why; `figures` are the moves that it was chosen for."""

    id: str
    client_id: str
    month: str
    way: Way
    version: int
    figures: tuple[MovedFigure, ...]
    reason: str
    who: str
    at: datetime
    deck_id: str = ""

    def settles(self, figures: tuple[MovedFigure, ...]) -> bool:
        """Whether nothing moved further since the decision."""
        return len(figures) == len(self.figures) and all(map(_alike, figures, self.figures))


@dataclass(frozen=True)
class Restated:
    """What moved since the report was approved or sent.

    `since` is the version of the facts that the report was made from, `version` the one of today; `deck` is
    None where the report was approved and not sent. `cells` counts the campaign-days that were known then,
    `cells_moved` those of them that differ now.
    """

    since: int
    version: int
    deck: SentDeck | None
    figures: tuple[MovedFigure, ...]
    days: tuple[MovedDay, ...] = ()
    parts: tuple[MovedDay, ...] = ()
    cells: int = 0
    decision: Decision | None = None

    @property
    def cells_moved(self) -> int:
        return len({(part.channel, part.campaign, part.day) for part in self.parts})

    @property
    def decided(self) -> Way | None:
        """The way that was chosen for exactly these moves."""
        decision = self.decision
        return decision.way if decision is not None and decision.settles(self.figures) else None


def same(then: float | None, now: float | None) -> bool:
    if then is None or now is None:
        return then is now
    return abs(then - now) <= SAME_TO * max(1.0, abs(then))


def _alike(one: MovedFigure, other: MovedFigure) -> bool:
    place = (one.metric, one.period) == (other.metric, other.period)
    return place and same(one.before, other.before) and same(one.after, other.after)
