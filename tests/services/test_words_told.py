"""Figures put into words as chips reach every reader written out, whichever paper they read."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from tests.services.writing import LEAD, OCTOBER, SPECIALIST, explain
from tiger_reports.cli.month_form import card_document
from tiger_reports.commentary.sentence import Voice
from tiger_reports.model.card import Comment
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.period import parse_month
from tiger_reports.services.delivery import decks, tiger_decks
from tiger_reports.services.months import comments
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.tiger_year.figures import asked_quarter

SEPTEMBER = parse_month("2026-09")
CARD, PROMISED = "2026-10:cpa:all", "2026-09:cpa:all"
CHIP = "{{cpa.now}}"
SOURCE = "1.2 % {{source: Synthetic Institute, 2026-09-30}}"
LANGUAGES = ("en", "pl", "cs", "ru")


@pytest.fixture
def told(office):
    """A month, and the one before it, with a chip in every text that a reader may see."""
    explain(office, "warsaw")
    cards = month_report(office, SPECIALIST, "warsaw", OCTOBER).cards
    earlier = month_report(office, SPECIALIST, "warsaw", SEPTEMBER).cards
    held = {card.key: card.comment for card in (*earlier, *cards)}
    for key in (PROMISED, *(card.key for card in cards)):
        words = replace(
            held.get(key) or Comment(card=key),
            cause_tag="fatigue",
            cause=f"A result cost {CHIP}; the market pays {SOURCE}.",
            solution=f"New pictures, so that it falls below {CHIP}.",
            expected=f"Below {CHIP}",
            owner="Demo Specialist",
            due=date(2026, 11, 20),
        )
        comments.save_comment(office, SPECIALIST, "warsaw", words)
    chosen = comments.key_figures(office, SPECIALIST, "warsaw", OCTOBER)
    figures = (KeyFigure("cpa", f"A result cost {CHIP}."), *chosen.items[:2])
    comments.set_key_figures(office, SPECIALIST, "warsaw", OCTOBER, replace(chosen, items=figures))
    plan = comments.plan(office, SPECIALIST, "warsaw", OCTOBER)
    step = PlanItem(f"Bring {CHIP} down", "Demo Specialist", date(2026, 11, 20), f"below {CHIP}")
    comments.set_plan(office, SPECIALIST, "warsaw", OCTOBER, replace(plan, items=(step,)))
    return office


def everything(data: bytes) -> str:
    """All text of a package, that of the workbooks inside it too."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return "\n".join(
        everything(part) if name.endswith((".xlsx", ".pptx")) else part.decode("utf-8", "replace")
        for name, part in parts.items()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_deck_and_no_workbook_shows_a_chip(told, language):
    made = decks.export(told, SPECIALIST, "warsaw", OCTOBER, language=language, draft=True).data
    sheets = decks.appendix(told, SPECIALIST, "warsaw", OCTOBER, language=language).data
    deck = everything(made)
    assert "Synthetic Institute" in deck
    assert "{{" not in deck + everything(sheets)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quarter_tells_the_words_of_its_months(told, language):
    comments.approve_month(told, LEAD, "warsaw", OCTOBER)
    assert "Synthetic Institute" in everything(decks.appendix(told, LEAD, "warsaw", OCTOBER).data)
    asked = asked_quarter(told, LEAD, "warsaw", 3)
    text = everything(tiger_decks.export(told, LEAD, "warsaw", asked, language=language, draft=True).data)
    assert "Synthetic Institute" in text
    assert "{{" not in text


def test_last_months_words_are_told_by_last_months_figures(told):
    before = month_report(told, SPECIALIST, "warsaw", SEPTEMBER).figure("cpa").value.amount
    amount = f"{before:.2f}".replace(".", ",")
    report = month_report(told, SPECIALIST, "warsaw", OCTOBER)
    kept = next(one.promise for one in report.followed if one.promise.card == PROMISED)
    assert amount in kept.what
    assert amount in kept.expected
    card = next(card for card in report.cards if card.key == CARD)
    assert amount in card.last_month.cause
    assert "{{" not in str(card_document(card, Voice("pl", "PLN"))["last_month"])
