"""A figure of a period with everything that it is held against, and the parts that have figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tiger_reports.model.change import Change, Reference
from tiger_reports.model.metric import Value


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
