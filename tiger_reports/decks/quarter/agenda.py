"""What the quarter's own agenda adds: each slide is left out where nobody wrote anything for it."""

from __future__ import annotations

from collections.abc import Iterable

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import pages
from tiger_reports.decks.monthly import words
from tiger_reports.decks.monthly.page import Page
from tiger_reports.decks.monthly.tables import table_slides
from tiger_reports.decks.quarter.telling import TigerTelling
from tiger_reports.model.change import Verdict
from tiger_reports.model.report import PlanItem
from tiger_reports.model.slide import Cell, Column, Paragraph, Slide, StoryCard, StoryCards, Table
from tiger_reports.model.tiger_report import ActivityEffect, Problem, Promise, Proposal
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING, metric_value, money

SOLVED, OPEN = "solved", "open"
STATUS = {SOLVED: Verdict.BETTER, "addressed": Verdict.NEUTRAL, OPEN: Verdict.WORSE}
VERDICTS = {
    "keep": Verdict.BETTER,
    "change": Verdict.NEUTRAL,
    "stop": Verdict.WORSE,
    "no_effect": Verdict.NEUTRAL,
}


def promises(telling: TigerTelling) -> tuple[Slide, ...]:
    held = telling.report.promises
    kept = sum(one.kept is True for one in held)
    columns = (("what", 4.2), ("who", 1.6), ("when", 1.3), ("status", 1.2), ("outcome", 3.2))
    title = {"kept": kept, "n": len(held)}
    return _table(telling, "promises", columns, (_promise(telling, one) for one in held), title)


def problems(telling: TigerTelling) -> tuple[Slide, ...]:
    """Problems that the client had at the start and how they stand: the opening stage is closed."""
    held = telling.report.problems
    solved = sum(one.status == SOLVED for one in held)
    columns = (("problem", 4.0), ("status", 1.4), ("answer", 5.0))
    rows = (_problem(telling, one) for one in held)
    return _table(telling, "problems", columns, rows, {"solved": solved, "n": len(held)})


def activities(telling: TigerTelling) -> tuple[Slide, ...]:
    """Effects of non-standard activities: before, during and after; no effect is a result too."""
    held = telling.report.activities
    figures = (("before", 1.2), ("during", 1.2), ("after", 1.2))
    columns = (("activity", 3.0), ("metric", 1.8), *figures, ("verdict", 1.4), ("comment", 3.2))
    rows = (_activity(telling, one) for one in held)
    return _table(telling, "activities", columns, rows, {"n": len(held)})


def proposals(telling: TigerTelling) -> tuple[Slide, ...]:
    held = telling.report.proposals
    if not held:
        return ()
    page = Page(telling, "proposals", "next")
    title = telling.say("title.proposals", n=page.count("proposals", len(held)))
    story = StoryCards(tuple(_proposal(telling, one) for one in held))
    return tuple(
        Page(telling, "proposals" if at == 1 else f"proposals-{at}", "next", page.shown).slide(title, portion)
        for at, portion in enumerate(pages(story, WIDE.body, telling.family), start=1)
    )


def questions(telling: TigerTelling) -> tuple[Slide, ...]:
    """What we want to know of the client's next year."""
    held = telling.report.questions
    rows = ((Cell(f"{at}."), Cell(text, bold=True)) for at, text in enumerate(held, start=1))
    return _table(telling, "questions", (("number", 0.5), ("question", 10.0)), rows, {"n": len(held)})


def decisions(telling: TigerTelling) -> tuple[Slide, ...]:
    held = telling.report.decisions
    rows = ((Cell(f"{at}."), Cell(text, bold=True)) for at, text in enumerate(held, start=1))
    return _table(telling, "decisions", (("number", 0.5), ("decision", 10.0)), rows, {"n": len(held)})


def timeline(telling: TigerTelling) -> tuple[Slide, ...]:
    """Plans with their dates, the earliest first."""
    held = sorted(telling.report.plans, key=lambda one: (one.due is None, one.due or telling.report.today))
    columns = (("when", 1.3), ("what", 4.6), ("who", 1.8), ("expected", 3.4))
    return _table(telling, "plans", columns, (_plan(telling, one) for one in held), {"n": len(held)})


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
    page = Page(telling, key, "next" if key not in ("promises", "problems", "activities") else "results")
    title = telling.say(f"title.{key}", **{name: page.count(name, count) for name, count in counts.items()})
    heads = tuple(
        Column(telling.say(f"column.{name}"), numeric=name in ("before", "during", "after"), weight=weight)
        for name, weight in columns
    )
    return table_slides(page, title, Table(heads, made, telling.say(f"kicker.{key}"), key))


def _promise(telling: TigerTelling, one: Promise) -> tuple[Cell, ...]:
    word = {True: "kept", False: "broken", None: "not_said"}[one.kept]
    verdict = {True: Verdict.BETTER, False: Verdict.WORSE, None: Verdict.UNKNOWN}[one.kept]
    due = short_date(one.due, telling.language) if one.due else MISSING
    return (
        Cell(one.what, bold=True),
        Cell(one.owner or MISSING),
        Cell(due),
        Cell(telling.say(f"promise.{word}"), verdict),
        Cell(one.outcome or MISSING),
    )


def _problem(telling: TigerTelling, one: Problem) -> tuple[Cell, ...]:
    status = one.status or OPEN
    return (
        Cell(one.what, bold=True),
        Cell(telling.say(f"problem.{status}"), STATUS[status]),
        Cell(one.answer or MISSING),
    )


def _activity(telling: TigerTelling, one: ActivityEffect) -> tuple[Cell, ...]:
    currency, metric = telling.report.client.currency, words.metric(one.metric)
    figures = (
        metric_value(metric, v, telling.language, currency) for v in (one.before, one.during, one.after)
    )
    verdict = telling.say(f"activity.{one.verdict}") if one.verdict else MISSING
    return (
        Cell(one.title, bold=True),
        Cell(telling.name(one.metric)),
        *(Cell(text) for text in figures),
        Cell(verdict, VERDICTS.get(one.verdict, Verdict.UNKNOWN)),
        Cell(one.words or MISSING),
    )


def _proposal(telling: TigerTelling, one: Proposal) -> StoryCard:
    currency = telling.report.client.currency
    budget = money(one.budget, currency, telling.language, 0) if one.budget is not None else ""
    told = (
        ("", one.idea),
        (telling.say("proposal.goal"), one.goal),
        (telling.say("proposal.budget"), budget),
        (telling.say("proposal.days"), one.days),
        (telling.say("proposal.stop_rule"), one.stop_rule),
    )
    words_of = tuple(Paragraph(text, f"{lead}:" if lead else "") for lead, text in told if text)
    return StoryCard(one.title, "", words_of, Verdict.NEUTRAL)


def _plan(telling: TigerTelling, one: PlanItem) -> tuple[Cell, ...]:
    due = short_date(one.due, telling.language) if one.due else MISSING
    return (
        Cell(due, bold=True),
        Cell(one.what),
        Cell(one.owner or MISSING),
        Cell(one.expected or MISSING),
    )
