"""From open cards to a client's deck, and what stands in between."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from pptx import Presentation

from tests.services.writing import LEAD, OCTOBER, SPECIALIST, explain, finish
from tiger_reports.model.card import CardState, Comment
from tiger_reports.model.client import Actor
from tiger_reports.model.period import parse_month
from tiger_reports.model.report import MonthState
from tiger_reports.services.delivery import decks
from tiger_reports.services.delivery.verifying import verify_deck
from tiger_reports.services.months import comments
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.refusals import NotAllowedError, RefusedError

CARD = "2026-10:cpa:all"
WORDS = Comment(card=CARD, cause_tag="fatigue", cause="The same people saw the same four pictures.")


def _texts(data):
    slides = Presentation(io.BytesIO(data)).slides
    return "\n".join(
        shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame
    )


def _card(office, client="warsaw"):
    return next(c for c in month_report(office, LEAD, client, OCTOBER).cards if c.key == CARD)


def test_a_half_written_card_says_what_is_missing(office):
    comments.save_comment(office, SPECIALIST, "warsaw", WORDS)
    card = _card(office)
    assert card.state is CardState.DRAFTED
    assert card.blocking
    assert {"solution", "owner", "due"} <= set(card.missing)


def test_no_solution_needs_its_reason(office):
    written = replace(WORDS, no_solution=True, opinion=True, owner="Demo Specialist", due=date(2026, 11, 20))
    saved = comments.save_comment(office, SPECIALIST, "warsaw", written).stored
    assert _card(office).blocking
    comments.save_comment(
        office, SPECIALIST, "warsaw", replace(saved, solution="The client keeps the offer.")
    )
    assert not _card(office).blocking


def test_two_people_on_one_comment_lose_no_words(office):
    mine = comments.save_comment(office, SPECIALIST, "warsaw", WORDS)
    theirs = comments.save_comment(office, LEAD, "warsaw", replace(WORDS, cause="The auction got dearer."))
    assert theirs.rejected is not None
    assert theirs.stored.cause == mine.stored.cause
    kept = [one.words.cause for one in comments.revisions(office, LEAD, "warsaw", CARD)]
    assert kept == [WORDS.cause, "The auction got dearer."]


def test_words_carry_author_and_time(office):
    saved = comments.save_comment(office, SPECIALIST, "warsaw", WORDS).stored
    assert saved.author == "Demo Specialist"
    assert saved.saved_at is not None
    assert saved.saved_at.tzinfo is not None


def test_only_a_lead_approves_and_only_when_nothing_is_open(office):
    with pytest.raises(NotAllowedError, match="lead_only"):
        comments.approve_month(office, SPECIALIST, "warsaw", OCTOBER)
    with pytest.raises(RefusedError, match="open_items") as refused:
        comments.approve_month(office, LEAD, "warsaw", OCTOBER)
    assert {"card_open", "key_figures_none"} <= {item.code for item in refused.value.open_items}


def test_an_explained_month_is_commented_and_an_approved_one_is_approved(office):
    explain(office, "warsaw")
    assert month_report(office, LEAD, "warsaw", OCTOBER).state is MonthState.COMMENTED
    comments.approve_month(office, LEAD, "warsaw", OCTOBER)
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    assert report.state is MonthState.APPROVED
    assert report.approved_by == "Demo Lead"
    assert {card.state for card in report.cards if card.comment} == {CardState.APPROVED}


def test_changing_words_after_the_approval_takes_it_back(office):
    finish(office, "warsaw")
    card = _card(office)
    comments.save_comment(office, SPECIALIST, "warsaw", replace(card.comment, cause="Something else."))
    assert month_report(office, LEAD, "warsaw", OCTOBER).state is not MonthState.APPROVED
    with pytest.raises(RefusedError, match="open_items"):
        decks.export(office, LEAD, "warsaw", OCTOBER)


def test_a_list_that_lost_a_race_leaves_the_approval_alone(office):
    old = comments.key_figures(office, SPECIALIST, "warsaw", OCTOBER)
    finish(office, "warsaw")
    late = comments.set_key_figures(office, SPECIALIST, "warsaw", OCTOBER, replace(old, items=()))
    assert late.rejected == ()
    assert month_report(office, LEAD, "warsaw", OCTOBER).state is MonthState.APPROVED


def test_a_returned_month_goes_back_with_a_word(office):
    finish(office, "warsaw")
    comments.return_month(office, LEAD, "warsaw", OCTOBER, "Name the two campaigns.")
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    assert report.state in (MonthState.CHECKED, MonthState.COMMENTED)
    assert not report.approved_by


def test_the_client_s_deck_waits_and_a_draft_never_does(office):
    with pytest.raises(RefusedError, match="open_items") as refused:
        decks.export(office, LEAD, "warsaw", OCTOBER)
    assert {item.page for item in refused.value.open_items} <= {"comments", "import", "deck"}
    draft = decks.export(office, LEAD, "warsaw", OCTOBER, draft=True)
    slides = Presentation(io.BytesIO(draft.data)).slides
    marks = [any("SZKIC" in s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in slides]
    assert all(marks)


@pytest.mark.parametrize("language", ["en", "pl", "cs", "ru"])
def test_an_approved_month_becomes_a_deck_in_any_language(office, language):
    finish(office, "berlin")
    made = decks.export(office, LEAD, "berlin", OCTOBER, language=language)
    assert not made.draft
    assert verify_deck(office, LEAD, made.data).ok
    assert month_report(office, LEAD, "berlin", OCTOBER).state is MonthState.EXPORTED


def test_the_same_approved_report_gives_the_same_deck_again(office):
    finish(office, "warsaw")
    one = decks.export(office, LEAD, "warsaw", OCTOBER)
    other = decks.export(office, LEAD, "warsaw", OCTOBER)
    assert one.data == other.data
    assert decks.sent_file(office, LEAD, "warsaw", one.id).data == one.data


def test_internal_words_stay_inside(office):
    explain(office, "warsaw")
    card = _card(office)
    secret = "We booked the wrong budget ourselves."
    comments.save_comment(office, SPECIALIST, "warsaw", replace(card.comment, cause=secret, internal=True))
    comments.approve_month(office, LEAD, "warsaw", OCTOBER)
    assert secret not in _texts(decks.export(office, LEAD, "warsaw", OCTOBER).data)
    book = openpyxl.load_workbook(io.BytesIO(decks.appendix(office, LEAD, "warsaw", OCTOBER).data))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert not any(secret in cell for cell in cells)


def test_the_workbook_holds_the_deck_s_figures(office):
    report = month_report(office, LEAD, "berlin", OCTOBER)
    book = openpyxl.load_workbook(io.BytesIO(decks.appendix(office, LEAD, "berlin", OCTOBER).data))
    numbers = {
        round(cell.value, 6)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, float | int)
    }
    for figure in report.figures:
        if figure.value.amount is not None:
            assert round(figure.value.amount, 6) in numbers, figure.metric


def test_a_stranger_cannot_see_words_reports_or_decks(office):
    stranger = Actor("x@agency.example", "X", clients=frozenset({"berlin"}))
    attempts = (
        lambda: comments.save_comment(office, stranger, "warsaw", WORDS),
        lambda: month_report(office, stranger, "warsaw", OCTOBER),
        lambda: decks.export(office, stranger, "warsaw", OCTOBER, draft=True),
        lambda: decks.sent(office, stranger, "warsaw"),
        lambda: comments.key_figures(office, stranger, "warsaw", OCTOBER),
    )
    for attempt in attempts:
        with pytest.raises(NotAllowedError):
            attempt()


def test_a_month_without_data_has_no_deck(office):
    with pytest.raises(RefusedError, match="no_data"):
        decks.export(office, LEAD, "prague", OCTOBER, draft=True)


def test_the_month_of_the_start_counts_its_own_days_only(office):
    report = month_report(office, LEAD, "warsaw", parse_month("2026-03"))
    assert (report.coverage.days, report.coverage.of) == (15, 31)
    assert all(figure.previous.relative is None for figure in report.figures)
