"""Titles drafted by rule: what moved, by how much and to what, never why."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.page import Page, sign_of, versus_previous, versus_year
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.change import Change, Gap
from tiger_reports.model.figure import Figure
from tiger_reports.text.pauses import with_pauses

TITLE_SIZE, TITLE_LINES = 26.0, 2
NO_VERB = "none"
"""Agreement of a name that no verb goes with: it is told in nouns."""


def told(change: Change) -> bool:
    """Whether a change can be told as a percent (or points)."""
    return change.gap is Gap.NONE and change.delta is not None and change.relative is not None


def clause(page: Page, change: Change, versus: str) -> str:
    """`up 18.1% vs May`, `wzrost o 18,1% w por. z majem`."""
    sign = sign_of(change)
    if sign == 0:
        return page.telling.say("clause.same", versus=versus).rstrip()
    word = "up" if sign > 0 else "down"
    return page.telling.say(f"clause.{word}", amount=page.moved_by(change), versus=versus).rstrip()


def headline(page: Page, figure: Figure) -> str:
    """`Conversions rose 18.1% vs May to 463 (+42.0% YoY)`; a figure with one comparison tells that one."""
    before, year_ago = figure.previous, figure.year_ago
    if told(before):
        return _moved(page, figure, versus_previous(page.telling)) + _year(page, year_ago)
    plain = _plain(page, figure)
    return f"{plain}, {clause(page, year_ago, versus_year(page.telling))}" if told(year_ago) else plain


def brief(page: Page, figure: Figure, *, year: bool = False) -> str:
    """The same for a second clause: no name of the month before, the year only if `year`."""
    if not told(figure.previous):
        return words.within(_plain(page, figure))
    return words.within(_moved(page, figure, "")) + (_year(page, figure.year_ago) if year else "")


def fitting(page: Page, *clauses: str) -> str:
    """As many of the clauses, the first ones first, as two lines of a title hold."""
    told = [one for one in clauses if one]
    while len(told) > 1 and not fits(page, "; ".join(told)):
        told.pop()
    return "; ".join(told)


def fits(page: Page, title: str) -> bool:
    """Whether a title keeps to its lines."""
    kind = Type(TITLE_SIZE, bold=True, family=page.telling.family)
    return len(wrap(title, WIDE.title.width, kind)) <= TITLE_LINES


def opened(text: str) -> str:
    """A title begins with a capital letter."""
    return text[:1].upper() + text[1:]


def _plain(page: Page, figure: Figure) -> str:
    return f"{_name(page, figure)}: {page.headline(figure)}"


def _moved(page: Page, figure: Figure, versus: str) -> str:
    """A verb in the form that the name asks for; nouns where there is none, or nothing moved."""
    change, telling = figure.previous, page.telling
    form = telling.say(f"agreement.{figure.metric}")
    sign = sign_of(change)
    if form == NO_VERB or not sign:
        return f"{_plain(page, figure)}, {clause(page, change, versus)}"
    return telling.say(
        "clause.moved" if versus else "clause.moved_briefly",
        name=_name(page, figure),
        verb=telling.say(f"verb.{form}.{'up' if sign > 0 else 'down'}"),
        amount=page.moved_by(change),
        versus=versus,
        value=page.compared(figure, change),
    )


def _year(page: Page, change: Change) -> str:
    if not told(change) or page.telling.one_reference:
        return ""
    moved = page.moved(change) if sign_of(change) else page.telling.say("verdict.same")
    return f" ({page.telling.say('clause.year', moved=moved)})"


def _name(page: Page, figure: Figure) -> str:
    return words.title_name(figure.metric, page.telling.language)


def partial_words(telling: Telling, page: Page) -> str:
    """`Partial month: 15 of 31 days`, empty for a whole one."""
    coverage = telling.report.coverage
    if not coverage.partial:
        return ""
    days, of = page.count("days_with_data", coverage.days), page.count("days", coverage.of)
    said = telling.say("partial", days=days, of=of)
    return with_pauses(said, telling.report.pauses, telling.period, telling.language)
