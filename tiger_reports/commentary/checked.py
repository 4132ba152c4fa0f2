"""The words of a report with their figures written out and held against the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from tiger_reports.commentary.claims.figures_in_text import claims
from tiger_reports.commentary.claims.subject import About
from tiger_reports.commentary.figures.chips import holds_token, told
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.model.card import Card, CardState, Comment
from tiger_reports.model.change import Scope
from tiger_reports.model.claim import Claim, Standing
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.period import previous_month, same_month_last_year
from tiger_reports.model.report import MonthReport

WORDS = ("cause", "solution", "expected")
INTENT = ("solution", "expected")
WRONG, UNSOURCED = "wrong_figure", "unsourced_figure"


def with_figures_checked(report: MonthReport, table: FactTable, reader: str, deck: str) -> MonthReport:
    """The report with every chip written in the `deck`'s language and every number in words judged.

    Words are read in the client's language; figures are named to the writer in `reader`'s.
    """
    return replace(
        report,
        cards=tuple(_card(card, table, reader, deck) for card in report.cards),
        key_figures=tuple(
            replace(one, sentence=told(one.sentence, table, deck).text) for one in report.key_figures
        ),
        plan=tuple(_told_step(step, table, deck) for step in report.plan),
        claims=tuple(_list_claims(report, table, reader)),
    )


def told_comment(comment: Comment, table: FactTable, language: str) -> Comment:
    """The comment as its reader sees it."""
    words: dict[str, Any] = {name: told(getattr(comment, name), table, language).text for name in WORDS}
    return replace(comment, **words)


def holds_tokens(comment: Comment) -> bool:
    return any(holds_token(getattr(comment, name)) for name in WORDS)


def comment_claims(card: Card, comment: Comment, table: FactTable, reader: str) -> tuple[Claim, ...]:
    """What holds of each number in a comment's fields."""
    change = card.change
    found: list[Claim] = []
    for name in WORDS:
        intent = name in INTENT and not (name == "solution" and comment.refuses)
        about = About(card.metric, card.scope, (change.base_period,), intent)
        language = table.report.client.language
        found += claims(getattr(comment, name), table, language, about, field=name, reader=reader)
    return tuple(found)


def faulty(found: Iterable[Claim]) -> str:
    """The name of what is still asked for, empty where every number is in order."""
    standings = {claim.standing for claim in found}
    if Standing.WRONG in standings:
        return WRONG
    return UNSOURCED if Standing.UNKNOWN in standings else ""


def _card(card: Card, table: FactTable, reader: str, deck: str) -> Card:
    if card.comment is None or card.comment.empty:
        return card
    found = comment_claims(card, card.comment, table, reader)
    asked = faulty(found)
    return replace(
        card,
        told=told_comment(card.comment, table, deck),
        claims=found,
        missing=(*card.missing, asked) if asked else card.missing,
        state=CardState.DRAFTED if asked and card.state.explained else card.state,
    )


def _list_claims(report: MonthReport, table: FactTable, reader: str) -> Iterator[Claim]:
    for figure in report.key_figures:
        yield from key_figure_claims(figure, table, reader)
    for step in report.plan:
        yield from step_claims(step, table, reader)


def key_figure_claims(figure: KeyFigure, table: FactTable, reader: str) -> tuple[Claim, ...]:
    """What holds of each number in a key figure's sentence; it stands beside both comparisons."""
    bases = (previous_month(table.period), same_month_last_year(table.period))
    about = About(figure.metric, Scope(), bases)
    language, field = table.report.client.language, f"key_figures:{figure.metric}"
    return claims(figure.sentence, table, language, about, field=field, reader=reader)


def step_claims(step: PlanItem, table: FactTable, reader: str) -> tuple[Claim, ...]:
    """What holds of each number in a step of the plan, which speaks of what is to come."""
    card = next((card for card in table.report.cards if card.key == step.origin), None)
    about = About(bases=(previous_month(table.period),), intent=True)
    if card is not None:
        about = About(card.metric, card.scope, (card.change.base_period,), intent=True)
    language = table.report.client.language
    return tuple(
        claim
        for name in ("what", "expected")
        for claim in claims(getattr(step, name), table, language, about, field=f"plan:{name}", reader=reader)
    )


def _told_step(step: PlanItem, table: FactTable, language: str) -> PlanItem:
    return replace(
        step, what=told(step.what, table, language).text, expected=told(step.expected, table, language).text
    )
