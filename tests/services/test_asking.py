"""Second readers, exceptions by name, data sent back to the checks, and promises that are followed."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pptx import Presentation

from tests.services.writing import LEAD, OCTOBER, SPECIALIST, explain, finish, pull
from tiger_reports.model.card import CardState, Comment, Duty
from tiger_reports.model.client import Actor
from tiger_reports.model.month_words import KeyFigure
from tiger_reports.model.period import parse_month
from tiger_reports.model.promise import Effect, Outcome, PromiseStatus, hit_rate
from tiger_reports.model.report import MonthState
from tiger_reports.services.delivery import decks
from tiger_reports.services.months import comments, promises
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.months.reviewing import Waived, review
from tiger_reports.services.office import local_actor
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.services.week.board import board
from tiger_reports.store.state import audit

CARD, PROMISED = "2026-10:cpa:all", "2026-09:cpa:all"
SEPTEMBER = parse_month("2026-09")
WHY = "The client meets its board this afternoon."


def report_of(office, client="warsaw", month=OCTOBER):
    return month_report(office, LEAD, client, month)


def card_of(office, key=CARD, month=OCTOBER):
    return next(card for card in report_of(office, month=month).cards if card.key == key)


def log(office):
    with office.store.read() as session:
        return {entry.what: entry for entry in audit.of_client(session, "warsaw")}


def texts(data):
    found = []
    for slide in Presentation(io.BytesIO(data)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def open_cards(error):
    return {item.code for item in error.value.open_items}


def test_a_drop_for_the_client_waits_for_a_second_person(office):
    explain(office, "warsaw")
    assert card_of(office).state is CardState.CHECKED
    assert card_of(office).waits_for_review
    with pytest.raises(NotAllowedError, match="own_words"):
        review(office, SPECIALIST, "warsaw", CARD)
    read = review(office, replace(SPECIALIST, email="two@agency.example", name="Two"), "warsaw", CARD)
    assert read.reviewed_by == "Two"
    assert card_of(office).state is CardState.REVIEWED
    with pytest.raises(RefusedError, match="nothing_to_review"):
        review(office, LEAD, "warsaw", CARD)


def test_new_words_are_read_anew(office):
    explain(office, "warsaw")
    review(office, LEAD, "warsaw", CARD)
    said = card_of(office).comment
    comments.save_comment(office, SPECIALIST, "warsaw", replace(said, cause="Something else happened."))
    assert card_of(office).state is CardState.CHECKED


def test_a_lead_who_wrote_a_drop_cannot_approve_it_alone(office):
    explain(office, "warsaw")
    said = card_of(office).comment
    comments.save_comment(office, LEAD, "warsaw", replace(said, cause="I know better what happened."))
    for tick in (False, True):
        with pytest.raises(RefusedError, match="open_items") as refused:
            comments.approve_month(office, LEAD, "warsaw", OCTOBER, own_words=tick)
        assert open_cards(refused) == {"card_unreviewed"}
    review(office, SPECIALIST, "warsaw", CARD)
    comments.approve_month(office, LEAD, "warsaw", OCTOBER)
    assert card_of(office).state is CardState.APPROVED


def test_one_person_alone_on_their_computer_ticks_it_and_the_log_says_so(office):
    explain(office, "warsaw")
    said = card_of(office).comment
    comments.save_comment(office, local_actor(), "warsaw", replace(said, cause="Written and read by me."))
    with pytest.raises(RefusedError, match="open_items"):
        comments.approve_month(office, local_actor(), "warsaw", OCTOBER)
    comments.approve_month(office, local_actor(), "warsaw", OCTOBER, own_words=True)
    assert log(office)["comment.reviewed_alone"].subject == CARD
    assert report_of(office).state is MonthState.APPROVED


def test_an_exception_has_a_name_and_a_reason_and_is_printed(office):
    explain(office, "warsaw")
    said = card_of(office).comment
    comments.save_comment(office, SPECIALIST, "warsaw", replace(said, solution="", owner=""))
    with pytest.raises(RefusedError, match="open_items") as refused:
        comments.approve_month(office, LEAD, "warsaw", OCTOBER)
    (item,) = refused.value.open_items
    assert (item.code, item.owner, item.missing) == (
        "card_drafted",
        "Demo Specialist",
        ("solution", "owner"),
    )
    for waived, code in ((Waived(" ", "Ann"), "reason_missing"), (Waived(WHY), "name_missing")):
        with pytest.raises(RefusedError, match=code):
            comments.approve_month(office, LEAD, "warsaw", OCTOBER, waived=waived)
    with pytest.raises(NotAllowedError, match="lead_only"):
        comments.approve_month(office, SPECIALIST, "warsaw", OCTOBER, waived=Waived(WHY, "Ann"))
    comments.approve_month(office, LEAD, "warsaw", OCTOBER, waived=Waived(WHY, "Ann Lead"))
    entry = log(office)["month.override"]
    assert (entry.who, entry.after) == (LEAD.email, WHY)
    assert CARD in entry.before
    told = texts(decks.export(office, LEAD, "warsaw", OCTOBER).data)
    assert WHY in told
    assert "Ann Lead" in told
    assert said.cause not in told


def test_an_exception_ends_with_the_data_that_it_was_made_for(office):
    comments.set_key_figures(office, SPECIALIST, "warsaw", OCTOBER, _chosen(office))
    comments.approve_month(office, LEAD, "warsaw", OCTOBER, waived=Waived(WHY, "Ann Lead"))
    assert report_of(office).override is not None
    pull(office, more=0.01)
    assert report_of(office).override is None
    with pytest.raises(RefusedError, match="open_items"):
        decks.export(office, LEAD, "warsaw", OCTOBER)


def test_no_reason_lets_wrong_data_through(office):
    explain(office, "warsaw")
    said = card_of(office).comment
    comments.save_comment(office, SPECIALIST, "warsaw", replace(said, cause_tag="data_error"))
    with pytest.raises(RefusedError, match="open_items") as refused:
        comments.approve_month(office, LEAD, "warsaw", OCTOBER, waived=Waived(WHY, "Ann Lead"))
    assert "card_data_error" in open_cards(refused)


def test_an_error_in_the_data_sends_the_month_back_to_the_checks_and_another_cause_forward(office):
    explain(office, "warsaw")
    said = card_of(office).comment
    wrong = replace(said, cause_tag="data_error", cause="The pixel fired twice on the 9th.")
    stored = comments.save_comment(office, SPECIALIST, "warsaw", wrong).stored
    assert report_of(office).state is MonthState.LOADED
    assert [card.metric for card in report_of(office).doubted] == ["cpa"]
    (row,) = [row for row in board(office, LEAD) if row.client.id == "warsaw"]
    assert (row.state, row.doubted) == (MonthState.LOADED, ("cpa",))
    comments.save_comment(office, SPECIALIST, "warsaw", replace(stored, cause_tag="intended"))
    assert report_of(office).state is MonthState.COMMENTED


def test_a_sent_deck_freezes_its_words(office):
    finish(office, "warsaw")
    decks.export(office, LEAD, "warsaw", OCTOBER)
    assert {card.state for card in report_of(office).cards if card.duty is Duty.EXPLAIN_DROP} == {
        CardState.FROZEN
    }


def test_a_cause_that_the_data_reject_blocks_until_a_line_says_why(office):
    verdicts = {one.cause: one.verdict for one in card_of(office).evidence.hypotheses}
    assert verdicts["auction"] == "rejected"
    september = card_of(office, PROMISED, SEPTEMBER)
    words = replace(september.comment, card=CARD, rev=0, cause_tag="platform", despite="")
    stored = comments.save_comment(office, SPECIALIST, "warsaw", words).stored
    blocked = card_of(office)
    assert (blocked.missing[0], blocked.blocking) == ("despite", True)
    comments.save_comment(office, SPECIALIST, "warsaw", replace(stored, despite="Seen in the panel only."))
    assert "despite" not in card_of(office).missing


def test_words_on_a_figure_that_stands_out_no_more_are_kept_and_shown(office):
    gone = Comment("2026-10:reach:all", "season", "It was flagged once.")
    comments.save_comment(office, SPECIALIST, "warsaw", gone)
    report = report_of(office)
    assert [one.card for one in report.unflagged] == [gone.card]
    assert gone.card not in {card.key for card in report.cards}


def test_last_months_solutions_are_followed_and_measured(office):
    found = {one.promise.card: one for one in report_of(office).followed}
    cpa = found[PROMISED]
    assert (cpa.promise.status, cpa.promise.told) == (PromiseStatus.DONE, True)
    assert cpa.change.base_period == SEPTEMBER
    assert cpa.change.period == OCTOBER
    assert cpa.effect is Effect.OPPOSITE
    assert cpa.change.relative > 0


def test_a_promise_is_settled_by_whoever_read_it_last(office):
    (held,) = [one.outcome for one in promises.ledger(office, LEAD, "warsaw") if one.card == PROMISED]
    with pytest.raises(RefusedError, match="reason_missing"):
        promises.settle(office, SPECIALIST, "warsaw", replace(held, status=PromiseStatus.DROPPED, reason=" "))
    dropped = replace(held, status=PromiseStatus.DROPPED, reason="No budget left.")
    promises.settle(office, SPECIALIST, "warsaw", dropped)
    with pytest.raises(RefusedError, match="promise_changed"):
        promises.settle(office, LEAD, "warsaw", replace(held, status=PromiseStatus.OPEN))
    with pytest.raises(RefusedError, match="promise_unknown"):
        promises.settle(office, LEAD, "warsaw", Outcome("2026-09:reach:all", PromiseStatus.DONE))
    assert log(office)["promise.dropped"].after == "No budget left."


def test_settling_a_promise_takes_back_the_approval_of_the_report_that_tells_of_it(office):
    finish(office, "warsaw")
    (held,) = [one.outcome for one in promises.ledger(office, LEAD, "warsaw") if one.card == PROMISED]
    promises.settle(office, SPECIALIST, "warsaw", replace(held, status=PromiseStatus.OPEN))
    assert not report_of(office).approved_by


def test_the_deck_tells_what_was_said_what_was_done_and_what_it_did(office):
    finish(office, "warsaw")
    deck = decks.preview(office, LEAD, "warsaw", OCTOBER)
    keys = [slide.key for slide in deck.slides]
    slide = deck.slides[keys.index("promises")]
    (table,) = slide.exhibits
    said = {row[0].text: row for row in table.rows}
    row = next(row for text, row in said.items() if "remarketingu" in text)
    assert row[1].text == "zrobione"
    assert "→" in row[2].text
    assert "Klient nie ma jeszcze zdjęć zestawów" in "\n".join(cell.text for r in table.rows for cell in r)
    assert "remarketingu" in texts(decks.export(office, LEAD, "warsaw", OCTOBER).data)


def test_the_hit_rate_of_a_time_counts_its_promises(office):
    rate = hit_rate(promises.followed_from(office, LEAD, "warsaw", [SEPTEMBER]))
    assert (rate.made, rate.done, rate.dropped, rate.open) == (4, 2, 1, 1)
    assert 0 <= rate.reached <= rate.measured <= rate.done


def test_a_stranger_sees_and_settles_no_promise(office):
    stranger = Actor("x@agency.example", "X", clients=frozenset({"berlin"}))
    for attempt in (
        lambda: promises.ledger(office, stranger, "warsaw"),
        lambda: promises.settle(office, stranger, "warsaw", Outcome(PROMISED, PromiseStatus.DONE)),
        lambda: promises.followed_from(office, stranger, "warsaw", [SEPTEMBER]),
        lambda: review(office, stranger, "warsaw", CARD),
    ):
        with pytest.raises(NotAllowedError):
            attempt()


def _chosen(office):
    explained = comments.key_figures(office, SPECIALIST, "warsaw", OCTOBER)
    figures = report_of(office).figures[:3]
    return replace(explained, items=tuple(KeyFigure(f.metric, "It means something.") for f in figures))
