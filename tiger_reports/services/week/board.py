"""All clients at once: how far each month is, what is open, when it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiger_reports.commentary.gate import open_items as gate
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.cooperation import Meeting, MeetingState, Standing
from tiger_reports.model.open_item import OpenItem
from tiger_reports.model.period import Period, month_of, previous_month
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.services.clients import list_clients
from tiger_reports.services.cooperation import next_meeting, pauses_of, standing
from tiger_reports.services.measuring.restating import undecided
from tiger_reports.services.months.reports import build_report
from tiger_reports.services.office import Office
from tiger_reports.services.week.rhythm import rhythm_of
from tiger_reports.year.workdays import working_day


@dataclass(frozen=True)
class BoardRow:
    """`blocking` counts the cards among the open items."""

    client: Client
    month: Period
    state: MonthState
    open_items: tuple[OpenItem, ...]
    blocking: int
    channels: tuple[str, ...]
    missing_channels: tuple[str, ...]
    due: date
    today: date
    doubted: tuple[str, ...] = ()  # metrics whose comments say that the data are wrong
    moved: tuple[Period, ...] = ()  # sent months whose figures changed and wait for a decision
    standing: Standing | None = None  # None before the cooperation has begun
    meeting: Meeting | None = None  # the next one at the end of a quarter
    paused: bool = False  # every day of the month: nothing is expected of it

    @property
    def days_left(self) -> int:
        """Below zero: overdue."""
        return (self.due - self.today).days

    @property
    def meets(self) -> bool:
        """Whether the meeting of the quarter is due."""
        return self.meeting is not None and self.meeting.state(self.today) is MeetingState.DUE

    @property
    def next_due(self) -> date:
        """The day of the report, or of the meeting that is due before it."""
        return min(self.due, self.meeting.due) if self.meeting and self.meets else self.due


def board(office: Office, actor: Actor) -> tuple[BoardRow, ...]:
    """One row a client for the month that is due now, the most urgent first."""
    rows = (_row(office, client) for client in list_clients(office, actor))
    return tuple(sorted(rows, key=lambda row: (_done(row), row.next_due, row.client.name)))


def _done(row: BoardRow) -> bool:
    return (row.state is MonthState.EXPORTED or row.paused) and not (row.moved or row.meets)


def report_month(office: Office, client: Client) -> Period:
    """The calendar month before today: the one that a report is due for."""
    return previous_month(month_of(office.today(client)))


def _row(office: Office, client: Client) -> BoardRow:
    month = report_month(office, client)
    report = build_report(office, client, month, client.language)
    due = working_day(client.country, month.end, rhythm_of(office, client).report_day)
    return BoardRow(
        client=client,
        month=month,
        state=report.state,
        open_items=gate(report),
        blocking=sum(card.blocking for card in report.cards),
        channels=_channels(report),
        missing_channels=report.notes.missing_channels,
        due=due,
        today=office.today(client),
        doubted=tuple(card.metric for card in report.doubted),
        moved=undecided(office, client),
        standing=standing(client, office.today(client)),
        meeting=next_meeting(office, client),
        paused=any(pause.holds(month) for pause in pauses_of(office, client)),
    )


def _channels(report: MonthReport) -> tuple[str, ...]:
    held = (
        part for part in report.channels if any(f.value.amount is not None for f in part.figures.values())
    )
    return tuple(part.channel for part in held)
