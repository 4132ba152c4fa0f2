"""Goals against results: the target of each, what was due by the last day of the data, and the result."""

from __future__ import annotations

from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.titles import opened
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.model.target import Pace, PaceState, state_word
from tiger_reports.text import phrase
from tiger_reports.text.numbers import MISSING, metric_value, percent

VERDICTS = {
    PaceState.ON_PACE: Verdict.BETTER,
    PaceState.WATCH: Verdict.NEUTRAL,
    PaceState.BEHIND: Verdict.WORSE,
}


def pacing(telling: Telling) -> tuple[Slide, ...]:
    paces = telling.report.paces
    if all(pace.result is None for pace in paces):
        return ()
    page = Page(telling, "pacing", "summary")
    whole = all(pace.over for pace in paces)
    rows = tuple(_row(page, pace, whole=whole) for pace in paces)
    table = Table(_columns(telling, whole=whole), rows, telling.say("alt.pacing"), "pacing")
    return table_slides(page, title(page, paces, whole=whole), table)


def _columns(telling: Telling, *, whole: bool) -> tuple[Column, ...]:
    """What was due by today is left out when all days are over: it is the target then."""
    names = ("target", "result", "reached") if whole else ("target", "expected", "result", "reached")
    numbers = tuple(Column(_word(telling, name)) for name in names)
    goal = Column(_word(telling, "goal"), numeric=False, weight=3.2)
    return goal, *numbers, Column(_word(telling, "state"), numeric=False, weight=1.4)


def _row(page: Page, pace: Pace, *, whole: bool) -> tuple[Cell, ...]:
    telling, target = page.telling, pace.target
    parts = (
        telling.name(target.metric),
        telling.channel(target.channel) if target.channel else "",
        target.goal,
    )
    figures = [Cell(_figure(page, pace, target.value, "target"))]
    if not whole:
        figures.append(Cell(_figure(page, pace, pace.expected, "expected")))
    figures.append(Cell(_figure(page, pace, pace.result, "value"), bold=True))
    return (
        Cell(": ".join(filter(None, (", ".join(filter(None, parts[:2])), parts[2]))), bold=True),
        *figures,
        Cell(_share(page, pace)),
        Cell(_word(telling, state_word(pace)), verdict(pace)),
    )


def verdict(pace: Pace) -> Verdict:
    """Of days that are over the result counts, of others the pace."""
    if pace.over and pace.share is not None:
        return Verdict.BETTER if pace.share >= 1 else Verdict.WORSE
    return VERDICTS.get(pace.state, Verdict.UNKNOWN)


def _figure(page: Page, pace: Pace, value: float | None, kind: str) -> str:
    telling, target = page.telling, pace.target
    text = metric_value(words.metric(target.metric), value, telling.language, telling.report.client.currency)
    if value is None:
        return text
    return page.note(
        Shown(target.metric, target.channel or "all", telling.period.month_key, value, text, kind)
    )


def _share(page: Page, pace: Pace) -> str:
    """Result by target."""
    target = pace.target
    if pace.result is None or not target.value:
        return MISSING
    share = pace.result / target.value
    text = percent(share, page.telling.language, 0)
    where = target.channel or "all"
    return page.note(Shown(target.metric, where, page.telling.period.month_key, share, text, "reached"))


def title(page: Page, paces: tuple[Pace, ...], *, whole: bool) -> str:
    """How many goals are reached, or on pace while days are left."""
    judged = [pace for pace in paces if pace.share is not None]
    good = sum(
        pace.share is not None and (pace.share >= 1 if whole else pace.state is PaceState.ON_PACE)
        for pace in judged
    )
    key = "title.goals" if whole else "title.pace"
    text = page.telling.say(key, met=page.count("met", good), n=page.count("targets", len(judged)))
    return opened(text)


def _word(telling: Telling, name: str) -> str:
    return phrase(f"pace.{name}", telling.language)
