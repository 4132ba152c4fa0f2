"""What stands above the header: the days that a report covers, and the day on which it was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tiger_reports.model.period import Period
from tiger_reports.panels.date_range import range_in_name, range_in_title, range_of
from tiger_reports.panels.date_text import parts_of
from tiger_reports.panels.fold import clean
from tiger_reports.panels.options import DateOrder
from tiger_reports.panels.recognise import Match


@dataclass(frozen=True)
class Stated:
    """`period` None: the file gives no dates for the whole report. `from_name`: only its name does."""

    period: Period | None = None
    from_name: bool = False
    export_day: date | None = None


def stated_by(match: Match, file_name: str, chosen: Period | None) -> Stated:
    """Read the preamble; the file's name is asked only where the panel writes the days nowhere else.

    `chosen` are the days that the user named, for a file that states none.
    """
    lines = [clean(cell).strip('"') for row in match.preamble for cell in row if cell.strip()]
    labels, order = match.panel.preamble, match.panel.date_order
    start = _labelled(lines, labels.start, order)
    end = _labelled(lines, labels.end, order)
    if start and end and start <= end:
        period: Period | None = range_of(f"{start.isoformat()} – {end.isoformat()}")
    else:
        ranges = (range_of(line, order) or range_in_title(line, order) for line in lines)
        period = next(filter(None, ranges), None)
    named = range_in_name(file_name) if match.report.period_in_name else None
    export_day = _labelled(lines, labels.generated, order)
    return Stated(period or named or chosen, period is None and named is not None, export_day)


def _labelled(lines: Iterable[str], labels: Iterable[str], order: DateOrder | None) -> date | None:
    for line in lines:
        for label in labels:
            if line.casefold().startswith(label.casefold()):
                parts = parts_of(line[len(label) :])
                return parts.day(order) if parts else None
    return None
