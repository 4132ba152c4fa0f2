"""Titles drafted by rule: a figure and how it moved, never why. Nouns where a verb would have to agree."""

from __future__ import annotations

from tiger_reports.decks.monthly.page import Page, sign_of, versus_previous, versus_year
from tiger_reports.model.change import Change, Gap
from tiger_reports.model.report import Figure


def told(change: Change) -> bool:
    """Whether a change can be told as a percent (or points)."""
    return change.gap is Gap.NONE and change.delta is not None and change.relative is not None


def clause(page: Page, change: Change, versus: str) -> str:
    """`up 18.1% vs May`, `wzrost o 18,1% w por. z majem`."""
    sign = sign_of(change)
    if sign == 0:
        return page.telling.say("clause.same", versus=versus)
    word = "up" if sign > 0 else "down"
    return page.telling.say(f"clause.{word}", amount=page.moved_by(change), versus=versus)


def clauses(page: Page, figure: Figure) -> str:
    """Both comparisons that can be told, joined by a comma; empty where there is none."""
    telling = page.telling
    pairs = ((figure.previous, versus_previous(telling)), (figure.year_ago, versus_year(telling)))
    return ", ".join(clause(page, change, versus) for change, versus in pairs if told(change))


def headline(page: Page, figure: Figure) -> str:
    """`Conversions: 463, up 18.1% vs May, up 42.0% vs June 2025`."""
    moves = clauses(page, figure)
    name = page.telling.name(figure.metric)
    return f"{name}: {page.headline(figure)}" + (f", {moves}" if moves else "")


def brief(page: Page, figure: Figure) -> str:
    """`CPA: 78.20 zł (+6.8%)`, the change on the month before in brackets."""
    name, value = page.telling.name(figure.metric), page.headline(figure)
    if not told(figure.previous):
        return f"{name}: {value}"
    moved = page.moved(figure.previous) if sign_of(figure.previous) else page.telling.say("verdict.same")
    return f"{name}: {value} ({moved})"
