"""What stands above the header: the days that a report covers, and the day on which it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tiger_reports.model.period import Period
from tiger_reports.panels.date_range import period_of_days, range_in_name, range_in_title, range_of
from tiger_reports.panels.date_text import dates_in_comments
from tiger_reports.panels.definition import Panel, Preamble
from tiger_reports.panels.fold import clean, key
from tiger_reports.panels.options import DateOrder
from tiger_reports.panels.recognise import Match
from tiger_reports.panels.sheet import Row

ZONE = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True)
class Stated:
    """`period` None: the file gives no dates for the whole report. `from_name`: only its name does.

    `unit` is what a row of the day column stands for: day, week or month.
    """

    period: Period | None = None
    from_name: bool = False
    export_day: date | None = None
    unit: str = "day"


def stated_by(match: Match, file_name: str, chosen: Period | None) -> Stated:
    """Read the preamble; the file's name is asked only where the panel writes the days nowhere else.

    `chosen` are the days that the user named, for a file that states none.
    """
    lines = [clean(cell).strip('"') for row in match.preamble for cell in row if cell.strip()]
    labels, known = match.panel.preamble, match.panel.date_order
    order = known if match.is_of_a_seen_language else None
    start = _labelled(lines, labels.start, order)
    end = _labelled(lines, labels.end, order)
    in_comments = dates_in_comments(lines)
    if start and end:
        period: Period | None = period_of_days(start, end)
    elif len(in_comments) > 1:
        period = period_of_days(*in_comments[:2])
    else:
        bare = [_without_label(line, labels.range) for line in lines]
        ranges = (range_of(line, order) or range_in_title(line, order) for line in bare)
        period = next(filter(None, ranges), None)
    named = range_in_name(file_name) if match.report.period_in_name else None
    export_day = _labelled(lines, labels.generated, order)
    from_name = period is None and named is not None
    return Stated(period or named or chosen, from_name, export_day, _unit(lines, labels))


def _without_label(line: str, labels: Iterable[str]) -> str:
    """`Period: 1.3.2026 - 31.3.2026 (UTC)` without the label and the zone."""
    label = next((label for label in labels if line.casefold().startswith(label.casefold())), "")
    return ZONE.sub("", line[len(label) :]) if label else line


def _unit(lines: Iterable[str], labels: Preamble) -> str:
    said = {key(line) for line in lines}
    of_unit = {"week": labels.weeks, "month": labels.months}
    return next((unit for unit, words in of_unit.items() if said & {key(word) for word in words}), "day")


def account_in(rows: Iterable[Row], panel: Panel) -> str | None:
    """Whose figures a file holds, where a line of it says so: `# Property: example.org`."""
    for line in (clean(row[0]) for row in rows if row):
        for label in panel.preamble.account:
            if line.casefold().startswith(label.casefold()):
                return line[len(label) :].strip() or None
    return None


def account_of_title(title: str, panel: Panel) -> str | None:
    """The network that a table's title names: `Instagram profile visits`."""
    named = (word for word in panel.accounts_in_title if word.casefold() in title.casefold())
    return next(named, None)


def _labelled(lines: Iterable[str], labels: Iterable[str], order: DateOrder | None) -> date | None:
    for line in lines:
        for label in labels:
            if line.casefold().startswith(label.casefold()):
                day = range_of(line[len(label) :], order)
                return day.start if day else None
    return None
