"""Everything a quarter's or a year's report says, before anyone decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tiger_reports.model.audience import AudienceFinding
from tiger_reports.model.card import Comment
from tiger_reports.model.change import Change, Coverage, Reference, Scope, Verdict
from tiger_reports.model.explanation import Explanation
from tiger_reports.model.month_words import PlanItem
from tiger_reports.model.outlook import BestDay, Outlook, Scenario
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthState, Report
from tiger_reports.model.returns import Returns
from tiger_reports.model.stretch import Feast, Rule, Stretch
from tiger_reports.model.target import Target
from tiger_reports.model.tiger_records import QuarterRecords, YearRecords


@dataclass(frozen=True)
class Explained:
    """A notable change and what the months' approved comments say of its figure, oldest first.

    `own` is what the lead says of the quarter or the year itself.
    """

    change: Change
    words: tuple[tuple[Period, Comment], ...] = ()
    own: Explanation | None = None

    @property
    def lacking(self) -> bool:
        """A drop that nobody explains: neither a month's approved words nor the lead's on these figures."""
        return self.change.verdict is Verdict.WORSE and not self.words and not self.told

    @property
    def told(self) -> Explanation | None:
        """The lead's words, where they are whole and on the figures as they are."""
        change, own = self.change, self.own
        if own is None or not own.whole:
            return None
        return own if own.on(change.before.amount, change.after.amount) else None


class SuccessKind(StrEnum):
    RECORD = "record"  # the best month that is known
    IMPROVEMENT = "improvement"  # the largest change for the better against the year before
    TARGET = "target"  # a target that was reached


@dataclass(frozen=True)
class Success:
    """A candidate that a specialist may choose: what, when, and what it is held against."""

    kind: SuccessKind
    metric: str
    scope: Scope
    period: Period
    value: float
    before: float | None = None
    before_period: Period | None = None
    relative: float | None = None


@dataclass(frozen=True)
class MonthBeside:
    """A month of the year and the one in the same place of the year before; `whole` where both are."""

    place: int
    month: Period
    before: Period | None
    whole: bool


@dataclass(frozen=True, kw_only=True)
class TigerReport(Report):
    """A quarter or a year of the cooperation.

    `paces` are the targets that hold in the whole of it, then those of some months (`Target.days` says
    which, and the result is of the same months), `followed` the promises that its months made; of the
    records of people only those of its own kind are there. `audience` and `returns` are looked for where a
    quarter's agenda asks for them; `ahead` are the targets of the next quarter.
    """

    now: Stretch
    previous: Stretch
    year_ago: Stretch
    baseline: Stretch
    rule: Rule = field(default_factory=Rule)
    compared: tuple[tuple[Reference, Coverage], ...] = ()  # n of m months that stand on both sides
    beside: tuple[MonthBeside, ...] = ()
    feasts: tuple[Feast, ...] = ()
    new_channels: tuple[str, ...] = ()  # had nothing before the cooperation
    month_states: tuple[tuple[Period, MonthState], ...] = ()  # of the calendar months that it touches
    explained: tuple[Explained, ...] = ()
    successes: tuple[Success, ...] = ()
    meeting: QuarterRecords | None = None  # what was written down for a quarter's meeting
    closing: YearRecords | None = None  # what was written down for the end of a year
    audience: tuple[AudienceFinding, ...] = ()
    returns: Returns | None = None
    ahead: tuple[Target, ...] = ()
    asked_of_client: tuple[PlanItem, ...] = ()  # decisions that the last month's plan waits for
    outlooks: tuple[Outlook, ...] = ()  # of a year: the next one as ranges
    scenarios: tuple[Scenario, ...] = ()  # of a year: three budgets and what they may bring, by `returns`
    best_days: tuple[BestDay, ...] = ()  # of a year

    @property
    def references(self) -> tuple[tuple[Reference, Stretch], ...]:
        """Each stretch once: in a first year the one before it is the time before the cooperation."""
        found: dict[Stretch, Reference] = {}
        named = (
            (Reference.BASELINE, self.baseline),
            (Reference.YEAR_AGO, self.year_ago),
            (Reference.PREVIOUS, self.previous),
        )
        for reference, stretch in named:
            if stretch.period not in {one.period for one in found}:
                found[stretch] = reference
        return tuple((reference, stretch) for stretch, reference in reversed(found.items()))

    def months_of(self, reference: Reference) -> Coverage | None:
        return dict(self.compared).get(reference)
