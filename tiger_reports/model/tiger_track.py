"""The way of a cooperation as a picture shows it: its years with everything that is due in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiger_reports.model.baseline import ChannelBaseline
from tiger_reports.model.cooperation import Meeting, MeetingState, Pause
from tiger_reports.model.period import Period
from tiger_reports.model.report import MonthState
from tiger_reports.model.tiger_year import TigerPeriod


@dataclass(frozen=True)
class TrackedMeeting:
    """`held_on` is what the notes of the meeting say."""

    meeting: Meeting
    state: MeetingState
    held_on: date | None = None


@dataclass(frozen=True)
class YearTrack:
    """One Tiger Year; `reports` are the calendar months that touch it, each as far as its report is."""

    year: TigerPeriod
    quarters: tuple[TigerPeriod, ...]
    months: tuple[TigerPeriod, ...]
    meetings: tuple[TrackedMeeting, ...]
    reports: tuple[tuple[Period, MonthState], ...]


@dataclass(frozen=True)
class Track:
    """The years that have begun, the first one in any case, and how much of the year before is stored."""

    today: date
    years: tuple[YearTrack, ...]
    pauses: tuple[Pause, ...] = ()
    baseline: tuple[ChannelBaseline, ...] = ()

    def meeting(self, year: int, quarter: int) -> TrackedMeeting | None:
        """None for a quarter that ends in a pause, and for one of a year that has not begun."""
        of_year = (one for track in self.years for one in track.meetings)
        found = (one for one in of_year if _place(one) == (year, quarter))
        return next(found, None)

    @property
    def next_meeting(self) -> TrackedMeeting | None:
        """The first that is not done and whose quarter still runs, else the last that was missed."""
        left = [one for track in self.years for one in track.meetings if one.state is not MeetingState.DONE]
        ahead = (one for one in left if one.state is not MeetingState.MISSED)
        return next(ahead, left[-1] if left else None)


def _place(one: TrackedMeeting) -> tuple[int, int]:
    return one.meeting.quarter.year, one.meeting.quarter.number
