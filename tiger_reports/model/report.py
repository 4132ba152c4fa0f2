"""Everything one month's report says, before anyone decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.card import Card, Comment
from tiger_reports.model.change import Coverage
from tiger_reports.model.claim import Claim
from tiger_reports.model.client import Client
from tiger_reports.model.cooperation import Pause
from tiger_reports.model.data_notes import DataNotes
from tiger_reports.model.definition_break import Break
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.month_step import MonthStep
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.open_item import Override
from tiger_reports.model.period import Period
from tiger_reports.model.post import Post
from tiger_reports.model.promise import Followed
from tiger_reports.model.restated import Restated
from tiger_reports.model.target import Pace


class MonthState(StrEnum):
    """A report passes through these in order; none can be skipped."""

    NO_DATA = "no_data"
    LOADED = "loaded"
    CHECKED = "checked"
    COMMENTED = "commented"
    APPROVED = "approved"
    EXPORTED = "exported"


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
    posts: tuple[Post, ...] = ()  # published in `period`, by day
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
