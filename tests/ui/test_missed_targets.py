"""A card that is held against a target says so, and never calls the target a month."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.decks.reports import OCTOBER, whole_report
from tiger_reports.changes.compare import Side, compare
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.figures.offered import offered
from tiger_reports.decks.workbook_sheets import comment_lines
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.metrics.registry import metric
from tiger_reports.model.card import Duty, Evidence
from tiger_reports.model.change import Reference, Scope
from tiger_reports.model.metric import Value
from tiger_reports.text import phrase
from tiger_reports.ui.blocks.card import _facts, label
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.words import Words

LANGUAGES = ("en", "pl", "cs", "ru")


def missed(language):
    """The report with its first card held against a target of 2,000, and that card."""
    report = whole_report(language)
    card = report.cards[0]
    now = report.figure(card.metric).value
    sides = Side(OCTOBER, now), Side(OCTOBER, Value(2000.0))
    change = compare(metric(card.metric), Scope(), Reference.PLAN, *sides)
    card = replace(card, change=change, other=None, duty=Duty.CONTEXT, evidence=Evidence(), sentence="")
    return replace(report, cards=(card, *report.cards[1:])), card


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_tells_the_target_and_not_a_month(language):
    _, card = missed(language)
    write = Figures(Words(language), "PLN")
    target = write.value(card.metric, 2000.0)
    head = label(card, write)
    assert (
        phrase(
            "ui.comments.aimed", language, after=write.value(card.metric, card.change.after), before=target
        )
        in head
    )
    assert "→" not in head
    told = _facts(card, write)
    assert write.days(card.change) not in told
    assert write.moved(card.change) in told
    assert write.versus(card.change) == phrase("compare.plan", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_names_the_target_as_what_a_comment_is_held_against(language):
    report, _ = missed(language)
    first = list(comment_lines(Telling(report, language, draft=True)))[1]
    assert first.cells[1] == phrase("decks.column.target", language)


def test_figures_can_be_put_into_words_about_a_target():
    report, card = missed("en")
    chips = {fact.chip for fact in offered(card, FactTable(report))}
    assert {f"{card.metric}.now", f"{card.metric}.target"} <= chips
