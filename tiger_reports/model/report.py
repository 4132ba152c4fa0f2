"""Everything one month's report says, before anyone decides how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.card import Card, Comment
from tiger_reports.model.change import Change, Coverage, Reference
from tiger_reports.model.claim import Claim
from tiger_reports.model.client import Client
from tiger_reports.model.cooperation import Pause
from tiger_reports.model.definition_break import Break
from tiger_reports.model.finding import Finding
from tiger_reports.model.metric import Value
from tiger_reports.model.month_step import MonthStep
from tiger_reports.model.period import Period
from tiger_reports.model.promise import Followed
from tiger_reports.model.restated import Decision, Restated
from tiger_reports.model.row_ranges import RowRanges
from tiger_reports.model.sources import Comparison, SourceUse
from tiger_reports.model.target import Pace
from tiger_reports.model.terms import Rate


class MonthState(StrEnum):
    """A report passes through these in order; none can be skipped."""

    NO_DATA = "no_data"
    LOADED = "loaded"
    CHECKED = "checked"
    COMMENTED = "commented"
    APPROVED = "approved"
    EXPORTED = "exported"


@dataclass(frozen=True)
class Figure:
    """One metric of the month with both comparisons and the months before (oldest first)."""

    metric: str
    value: Value
    previous: Change
    year_ago: Change
    series: tuple[Value, ...]
    target: float | None = None
    planned: Change | None = None  # against the target, where there is one
    final_on: date | None = None  # first day on which it grows no more; None: it is final
    baseline: Change | None = (
        None  # against the time before the cooperation, in reports of quarters and years
    )

    def against(self, reference: Reference) -> Change | None:
        changes = (self.previous, self.year_ago, self.baseline, self.planned)
        return next((one for one in changes if one is not None and one.reference is reference), None)


@dataclass(frozen=True)
class Part:
    """A channel or a campaign: its name and its figures by metric key."""

    name: str
    figures: Mapping[str, Figure]
    channel: str = ""


@dataclass(frozen=True)
class KeyFigure:
    """One of three to five figures that the specialist chose, with a sentence of meaning."""

    metric: str
    sentence: str
    author: str = ""


@dataclass(frozen=True)
class PlanItem:
    """A step of next month's plan; `decision` marks what the client has to decide."""

    what: str
    owner: str = ""
    due: date | None = None
    expected: str = ""
    decision: bool = False
    origin: str = ""  # key of the card whose solution it is


@dataclass(frozen=True)
class Source:
    """One imported file that the figures rest on; `counted` are its rows in them, where somebody asked."""

    panel: str
    file: str
    sha256: str
    imported_at: datetime
    period: Period | None
    rows: int
    import_id: str
    counted: RowRanges = ()


@dataclass(frozen=True)
class Waiver:
    finding: Finding
    name: str
    reason: str
    at: datetime


@dataclass(frozen=True)
class DataNotes:
    """What a reader must know of the data: sources, checks, accepted findings, and which source counts.

    `uses` tells every source of the month's days, also those left out; `comparisons` hold those of one
    account against each other.
    """

    sources: tuple[Source, ...] = ()
    checks_run: int = 0
    checks_passed: int = 0
    waivers: tuple[Waiver, ...] = ()
    notes: tuple[Finding, ...] = ()
    missing_channels: tuple[str, ...] = ()  # had data last month, none this month
    version: int = 0  # version of the facts that the figures were read from
    rates: tuple[Rate, ...] = ()  # by which money of the month was converted
    net_spend: float | None = None  # without the margin, where spend is shown with it
    margin: Decimal | None = None  # percent in force in the month; None: the client has none
    partial_days: tuple[tuple[str, date], ...] = ()  # (channel, day of its export): a day that was not over
    footnotes: tuple[Decision, ...] = ()  # what moved in months whose reports were sent before
    uses: tuple[SourceUse, ...] = ()
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True)
class Report:
    """What every report says; `months` are those of every series, the last one in `period`."""

    client: Client
    period: Period
    coverage: Coverage
    months: tuple[Period, ...]
    figures: tuple[Figure, ...]
    channels: tuple[Part, ...]
    campaigns: tuple[Part, ...]
    cards: tuple[Card, ...]
    key_figures: tuple[KeyFigure, ...]
    plan: tuple[PlanItem, ...]
    notes: DataNotes
    state: MonthState
    today: date
    specialist: str = ""
    approved_by: str = ""
    coverages: tuple[Coverage, ...] = ()  # one a month of `months`; empty where nobody asked
    own: tuple[Part, ...] = ()  # profiles and websites by channel: never added to ads nor to each other
    pauses: tuple[Pause, ...] = ()  # of the cooperation, that touch what is shown
    breaks: tuple[Break, ...] = ()  # days of the 13 months on which a figure began to mean something else
    young_from: date | None = None  # first day whose conversions are not final; None: all are
    log: tuple[LogEntry, ...] = ()  # what was done to the campaigns in the month, by day
    claims: tuple[Claim, ...] = ()  # numbers in the sentences of key figures and in the plan
    done: tuple[MonthStep, ...] = ()  # steps of the month's work, in the order in which they were done
    restated: Restated | None = None  # what moved since this report was approved or sent
    goals: tuple[str, ...] = ()  # metrics of the strategic matrix, the most important first
    paces: tuple[Pace, ...] = ()  # targets of the month beside their results
    followed: tuple[Followed, ...] = ()  # last month's promises
    unflagged: tuple[Comment, ...] = ()  # words on figures that stand out no more
    returned: str = ""  # what the lead wrote when sending the report back
    override: Override | None = None  # by which something open is let through

    @property
    def doubted(self) -> tuple[Card, ...]:
        """Cards whose words say that the data are wrong."""
        return tuple(card for card in self.cards if card.comment and card.comment.cause_tag == "data_error")

    @property
    def owners(self) -> frozenset[str]:
        """Everybody who owes something by the words on cards and in the plan."""
        written = (card.comment.owner for card in self.cards if card.comment)
        return frozenset((*written, *(item.owner for item in self.plan))) - {""}

    def figure(self, metric: str) -> Figure | None:
        return next((figure for figure in self.figures if figure.metric == metric), None)


@dataclass(frozen=True)
class MonthReport(Report):
    """One calendar month; `months` are the 13 up to it."""


@dataclass(frozen=True)
class OpenItem:
    """Something that stands between a report and a client-ready deck; `page` is where to mend it.

    `owner` is who owes it; `missing` names the fields of a card that are still asked for; `month` is the key
    of the month that the page has to show, where it is not the reader's own; `stretch` is the quarter (`1.2`)
    that a page of the cooperation has to show.
    """

    code: str
    subject: str
    page: str
    anchor: str = ""
    owner: str = ""
    missing: tuple[str, ...] = ()
    month: str = ""
    stretch: str = ""


@dataclass(frozen=True)
class Override:
    """A lead lets a report out although `items` are open; it holds for this version of the facts alone."""

    client_id: str
    month: str
    items: tuple[OpenItem, ...]
    version: int
    name: str
    reason: str
    at: datetime

    def covers(self, item: OpenItem, version: int) -> bool:
        places = {(one.code, one.anchor) for one in self.items}
        return version == self.version and (item.code, item.anchor) in places
