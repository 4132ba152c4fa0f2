"""Tables of the quarter's own agenda: each slide is left out where nobody wrote anything for it."""

from __future__ import annotations

from collections.abc import Iterable

from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.problem import ProblemState
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_records import TrackedProblem
from tiger_reports.model.tiger_year import FIRST_YEAR
from tiger_reports.text import phrase
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING, NBSP

TONES = {
    ProblemState.SOLVED: Verdict.BETTER,
    ProblemState.AT_WORK: Verdict.NEUTRAL,
    ProblemState.ACCEPTED: Verdict.NEUTRAL,
    ProblemState.OPEN: Verdict.WORSE,
}


def problems(telling: TigerTelling) -> tuple[Slide, ...]:
    """Problems that the client had at the start and how they stand.

    In a later Tiger Year there is no opening to close.
    """
    meeting = telling.report.meeting
    held = meeting.problems if meeting and meeting.year == FIRST_YEAR else ()
    solved = sum(one.problem.state is ProblemState.SOLVED for one in held)
    columns = (("problem", 3.2), ("status", 1.4), ("history", 2.6), ("answer", 4.4))
    rows = (_problem(telling, one) for one in held)
    return _table(telling, "problems", columns, rows, {"solved": solved, "n": len(held)})


def questions(telling: TigerTelling) -> tuple[Slide, ...]:
    """What we want to know of the client's next year."""
    held = tuple(one.words for one in telling.report.meeting.questions) if telling.report.meeting else ()
    rows = (
        (Cell(f"{at}."), Cell(_question(telling, one.text, one.kind), bold=True), Cell(one.answer or MISSING))
        for at, one in enumerate(held, start=1)
    )
    columns = (("number", 0.5), ("question", 6.0), ("reply", 5.0))
    return _table(telling, "questions", columns, rows, {"n": len(held)})


def _table(
    telling: TigerTelling,
    key: str,
    columns: tuple[tuple[str, float], ...],
    rows: Iterable[tuple[Cell, ...]],
    counts: dict[str, int],
) -> tuple[Slide, ...]:
    """A table over as many slides as it needs; none where it would be empty."""
    made = tuple(rows)
    if not made:
        return ()
    page = Page(telling, key, "results" if key == "problems" else "next")
    title = telling.say(f"title.{key}", **{name: page.count(name, count) for name, count in counts.items()})
    heads = tuple(Column(telling.say(f"column.{name}"), numeric=False, weight=w) for name, w in columns)
    alt = telling.say("alt.agenda", name=telling.say(f"kicker.{key}"))
    return table_slides(page, title, Table(heads, made, alt, key))


def _question(telling: TigerTelling, text: str, kind: str) -> str:
    """The words that were written, else the usual question of its kind."""
    return text.strip() or phrase(f"question.{kind}", telling.language)


def _problem(telling: TigerTelling, one: TrackedProblem) -> tuple[Cell, ...]:
    def word(state: ProblemState) -> str:
        return phrase(f"record.problem.state_{state}", telling.language)

    way = "\n".join(f"{short_date(day, telling.language)}{NBSP}– {word(state)}" for day, state in one.history)
    return (
        Cell(one.problem.what, bold=True),
        Cell(word(one.problem.state), TONES[one.problem.state]),
        Cell(way or MISSING),
        Cell(one.problem.done or MISSING),
    )
