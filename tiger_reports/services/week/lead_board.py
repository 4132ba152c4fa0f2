"""The team lead's board: where every client's Tiger Year stands, and what is due next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.contact import Quiet
from tiger_reports.model.cooperation import Meeting, Standing
from tiger_reports.model.report import MonthState
from tiger_reports.services.office import Office
from tiger_reports.services.tiger_year.decisions import decisions_of
from tiger_reports.services.week.board import BoardRow, board
from tiger_reports.services.week.contacts import quiet_of
from tiger_reports.services.week.topics import topics_of


class DueKind(StrEnum):
    REPORT = "report"
    MEETING = "meeting"
    TOPIC = "topic"


@dataclass(frozen=True)
class Due:
    day: date
    kind: DueKind


@dataclass(frozen=True)
class LeadRow:
    """One client. `stands` is None before the cooperation begins; `due` holds all that is, the next
    first; topics are also what meetings decided.
    """

    report: BoardRow
    stands: Standing | None
    quiet: Quiet
    open_topics: int
    late_topics: int
    due: tuple[Due, ...]

    @property
    def client(self) -> Client:
        return self.report.client

    @property
    def meeting(self) -> Meeting | None:
        return self.report.meeting

    @property
    def today(self) -> date:
        return self.report.today


def lead_board(office: Office, actor: Actor) -> tuple[LeadRow, ...]:
    """One row a client that the actor may see, by what is due first; clients with nothing due last."""
    rows = (_row(office, row) for row in board(office, actor))
    return tuple(sorted(rows, key=lambda row: (not row.due, _first(row), row.client.name)))


def _row(office: Office, report: BoardRow) -> LeadRow:
    client, today = report.client, report.today
    waiting = [record.words for record in topics_of(office, client) if record.words.open]
    decided = [record.words for record in decisions_of(office, client) if record.words.open]
    days = (*(topic.deadline for topic in waiting), *(decision.due for decision in decided))
    found = [Due(day, DueKind.TOPIC) for day in days if day]
    if report.state is not MonthState.EXPORTED and report.month.end > client.start and not report.paused:
        found.append(Due(report.due, DueKind.REPORT))
    if report.meeting is not None:
        found.append(Due(report.meeting.due, DueKind.MEETING))
    return LeadRow(
        report=report,
        stands=report.standing,
        quiet=quiet_of(office, client),
        open_topics=len(waiting) + len(decided),
        late_topics=sum(one.overdue(today) for one in waiting) + sum(one.overdue(today) for one in decided),
        due=tuple(sorted(found, key=lambda one: one.day)),
    )


def _first(row: LeadRow) -> date:
    return row.due[0].day if row.due else date.max
