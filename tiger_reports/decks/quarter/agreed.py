"""What became of the decisions of the meeting before, and of those that were open until now."""

from __future__ import annotations

from datetime import date

from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell
from tiger_reports.model.meeting import Decision, Kept
from tiger_reports.text import phrase
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING
from tiger_reports.text.periods import quarter_name

TONES = {
    Kept.OPEN: Verdict.NEUTRAL,
    Kept.KEPT: Verdict.BETTER,
    Kept.LATE: Verdict.NEUTRAL,
    Kept.NOT_KEPT: Verdict.WORSE,
}


def agreed(telling: TigerTelling) -> tuple[Decision, ...]:
    """All that was agreed and is done by the day that is told, by the day that it was agreed for."""
    meeting = telling.report.meeting
    if meeting is None:
        return ()
    held = (one.words for one in (*meeting.earlier_decisions, *meeting.decisions))
    return tuple(sorted((one for one in held if not one.open), key=lambda one: one.due or date.max))


def agreed_row(telling: TigerTelling, one: Decision) -> tuple[Cell, ...]:
    """What, who, by when, and what became of it; what was decided earlier says at which meeting."""
    language, kept = telling.language, one.kept(telling.told_on)
    status = phrase(f"decision.{kept}", language)
    if one.done_on is not None:
        status += f", {short_date(one.done_on, language)}"
    due = short_date(one.due, language) if one.due else MISSING
    origin = phrase("decision.origin", language, quarter=quarter_name(one.year, one.quarter, language))
    return Cell(f"{one.what}\n{origin}"), Cell(one.owner or MISSING), Cell(due), Cell(status, TONES[kept])
