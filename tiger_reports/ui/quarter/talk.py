"""Which meeting the page is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.meeting import Meeting
from tiger_reports.model.period import Period
from tiger_reports.model.record import Record
from tiger_reports.model.tiger_year import baseline, tiger_quarter
from tiger_reports.services.months.campaign_log import entries_of
from tiger_reports.services.tiger_year.records import meeting
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.words import Words


@dataclass(frozen=True)
class Talk:
    """The meeting at the end of one quarter of one Tiger Year."""

    visit: Visit
    year: int
    quarter: int

    @property
    def t(self) -> Words:
        return self.visit.t

    @property
    def period(self) -> Period:
        return tiger_quarter(self.visit.client.start, self.year, self.quarter)

    @property
    def log(self) -> tuple[LogEntry, ...]:
        """What was done to the campaigns, from the year before the cooperation until today."""
        office, client = self.visit.office, self.visit.client
        first = baseline(client.start).start
        end = max(office.today(client) + timedelta(1), client.start)
        return entries_of(office, client, Period(first, end))

    @property
    def notes(self) -> Record[Meeting]:
        return meeting(*self.visit.scope, self.year, self.quarter)
