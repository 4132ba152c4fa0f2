"""What stands on a card as evidence: what the files say of a change, and what people noted beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from tiger_reports.changes.case import Known
from tiger_reports.changes.evidence import evidence
from tiger_reports.changes.hypotheses import hypotheses
from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.card import Evidence
from tiger_reports.model.change import Change, Reference, Scope
from tiger_reports.model.client import Client
from tiger_reports.model.figure import Figure
from tiger_reports.services.measuring.cubes import cubes_of
from tiger_reports.services.measuring.judging import expected_days
from tiger_reports.services.measuring.measure import Measured
from tiger_reports.services.office import Office

KEPT = 512


@dataclass(frozen=True)
class Witness:
    """A month as evidence is asked of it: its figures by metric, and the campaign log of what is compared."""

    office: Office
    client: Client
    measured: Measured
    figures: Mapping[str, Figure]
    log: tuple[LogEntry, ...]

    def evidence(self, change: Change) -> Evidence:
        """What the data say, what was done in both periods, and every hypothesis held against both."""
        said = _of_files(self.office, self.client, self.measured, change)
        told = replace(said, events=tuple(entry for entry in self.log if _touches(entry, change)))
        return replace(told, hypotheses=hypotheses(change, told, self._known(change)))

    def _known(self, change: Change) -> Known:
        """The other figures of the same comparison."""
        figure, yearly = self.figures[change.metric], change.reference is Reference.YEAR_AGO
        channels = {part.channel: _compared(part.figures, yearly=yearly) for part in self.measured.channels}
        return Known(
            figures=_compared(self.figures, yearly=yearly),
            other=figure.previous if yearly else figure.year_ago,
            channels=channels,
            breaks=self.measured.breaks,
            final_on=figure.final_on,
        )


@lru_cache(maxsize=KEPT)
def _of_files(office: Office, client: Client, measured: Measured, change: Change) -> Evidence:
    """What the files say does not change while people write."""
    found = evidence(change, measured.tables, cubes_of(office, client, measured))
    return replace(found, band=expected_days(client, measured, change))


def _compared(figures: Mapping[str, Figure], *, yearly: bool) -> dict[str, Change]:
    return {key: one.year_ago if yearly else one.previous for key, one in figures.items()}


def _touches(entry: LogEntry, change: Change) -> bool:
    """Whether it was done in one of the two periods, to what the change is about."""
    inside = any(entry.day in period for period in (change.base_period, change.period))
    return inside and _meets(entry, change.scope)


def _meets(entry: LogEntry, scope: Scope) -> bool:
    pairs = ((entry.channel, scope.channel), (entry.campaign, scope.campaign))
    return all(not told or not asked or told == asked for told, asked in pairs)
