"""A later file moves figures of a report that was sent: told, reopened, decided, and the sent one stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.writing import LEAD, OCTOBER, SPECIALIST, explain, finish, pull
from tiger_reports.commentary.gate import open_items
from tiger_reports.model.card import CardState
from tiger_reports.model.client import Actor
from tiger_reports.model.period import month
from tiger_reports.model.report import MonthState
from tiger_reports.model.restated import Way
from tiger_reports.services.delivery import decks
from tiger_reports.services.importing.sources import choose_source
from tiger_reports.services.measuring import restating
from tiger_reports.services.months import comments
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.store.state import decks as kept_decks

NOVEMBER = month(2026, 11)


def report_of(office):
    return month_report(office, LEAD, "warsaw", OCTOBER)


@pytest.fixture
def sent(office):
    finish(office, "warsaw")
    return decks.export(office, LEAD, "warsaw", OCTOBER)


def test_nothing_is_told_while_nothing_moved(office, sent):
    assert restating.changes(office, LEAD, "warsaw", OCTOBER) is None
    assert report_of(office).restated is None


def test_old_and_new_are_listed_by_metric_day_and_campaign(office, sent):
    before = report_of(office).figure("spend").value.amount
    pull(office, more=1000.0)
    found = restating.changes(office, LEAD, "warsaw", OCTOBER)
    spend = next(f for f in found.figures if f.metric == "spend")
    assert spend.period == OCTOBER
    assert (spend.before, spend.after) == (pytest.approx(before), pytest.approx(before + 1000))
    assert "conversions" not in {figure.metric for figure in found.figures}
    assert [(day.measure, round(day.after - day.before, 2)) for day in found.days] == [("spend", 1000.0)]
    assert [(p.channel, p.measure) for p in found.parts] == [("meta-ads", "spend")]
    assert found.cells_moved == 1 < found.cells
    assert found.deck.id == sent.id


def test_exactly_the_comments_of_moved_figures_are_open_again(office, sent):
    written = {card.metric for card in report_of(office).cards}
    pull(office, more=1000.0)
    report = report_of(office)
    stale = {card.metric for card in report.cards if card.state is CardState.STALE}
    moved = {figure.metric for figure in report.restated.figures}
    assert stale
    assert stale <= moved
    assert {card.metric for card in report.cards if card.metric in written - moved} & stale == set()
    assert {item.anchor for item in open_items(report) if item.code == "card_stale"} == {
        card.key for card in report.cards if card.state is CardState.STALE
    }


def test_a_sent_report_stays_sent_and_no_second_deck_goes_out_beside_it(office, sent):
    pull(office, more=1000.0)
    report = report_of(office)
    assert report.state is MonthState.EXPORTED
    assert "figures_changed" in {item.code for item in open_items(report)}
    with pytest.raises(RefusedError, match="open_items"):
        decks.export(office, LEAD, "warsaw", OCTOBER)


def test_the_sent_deck_stays_byte_for_byte(office, sent):
    pull(office, more=1000.0)
    restating.decide(office, SPECIALIST, "warsaw", OCTOBER, Way.REISSUE)
    assert decks.sent_file(office, LEAD, "warsaw", sent.id).data == sent.data


def test_a_footnote_keeps_the_report_and_is_printed_in_the_next_deck_only(office, sent):
    pull(office, more=1000.0)
    made = restating.decide(office, SPECIALIST, "warsaw", OCTOBER, Way.FOOTNOTE)
    report = report_of(office)
    assert report.state is MonthState.EXPORTED
    assert report.restated.decided is Way.FOOTNOTE
    assert made.who == "Demo Specialist"
    with office.store.write() as session:
        assert restating.footnotes(session, "warsaw", OCTOBER) == ()
        assert restating.footnotes(session, "warsaw", NOVEMBER) == (made,)
        (deck,) = (one for one in kept_decks.listed(session, "warsaw") if one.id == sent.id)
        later = replace(deck, id="november", period=NOVEMBER, made_at=office.now())
        kept_decks.record(session, later)
        assert restating.footnotes(session, "warsaw", NOVEMBER) == (made,)
        assert restating.footnotes(session, "warsaw", month(2026, 12)) == ()


def test_keeping_the_report_needs_a_reason_and_a_name(office, sent):
    pull(office, more=1000.0)
    with pytest.raises(RefusedError, match="reason_missing"):
        restating.decide(office, SPECIALIST, "warsaw", OCTOBER, Way.KEEP, " ")
    made = restating.decide(office, LEAD, "warsaw", OCTOBER, Way.KEEP, "agreed with the client by phone")
    assert (made.who, made.reason) == ("Demo Lead", "agreed with the client by phone")
    assert report_of(office).restated.decided is Way.KEEP
    assert restating.undecided(office, report_of(office).client) == ()


def test_a_decision_holds_for_the_figures_it_was_made_for(office, sent):
    pull(office, more=1000.0)
    restating.decide(office, LEAD, "warsaw", OCTOBER, Way.KEEP, "agreed with the client")
    pull(office, more=1500.0, name="later still.csv")
    assert report_of(office).restated.decided is None
    assert restating.undecided(office, report_of(office).client) == (OCTOBER,)


def test_a_reissued_report_needs_words_approval_and_makes_a_new_version(office, sent):
    pull(office, more=1000.0)
    restating.decide(office, SPECIALIST, "warsaw", OCTOBER, Way.REISSUE)
    assert report_of(office).state is MonthState.CHECKED
    with pytest.raises(RefusedError, match="open_items"):
        comments.approve_month(office, LEAD, "warsaw", OCTOBER)
    explain(office, "warsaw")
    for pair in report_of(office).notes.comparisons:  # the month's whole export still has the old amount
        if not pair.settled:
            place, reason = (pair.channel, pair.account), "the later export of days"
            choose_source(office, LEAD, "warsaw", OCTOBER, place, pair.first.key, reason)
    comments.approve_month(office, LEAD, "warsaw", OCTOBER)
    assert report_of(office).restated is None
    again = decks.export(office, LEAD, "warsaw", OCTOBER)
    assert again.sha256 != sent.sha256
    assert restating.changes(office, LEAD, "warsaw", OCTOBER) is None
    newest, first = decks.sent(office, LEAD, "warsaw")[:2]
    assert (newest.id, first.id) == (again.id, sent.id)
    assert newest.version > first.version


def test_an_approved_report_that_was_not_sent_loses_its_approval_and_is_told_of(office):
    finish(office, "warsaw")
    pull(office, more=1000.0)
    report = report_of(office)
    assert report.state is MonthState.CHECKED
    assert report.restated.deck is None
    assert "spend" in {figure.metric for figure in report.restated.figures}
    with pytest.raises(RefusedError, match="report_not_sent"):
        restating.decide(office, SPECIALIST, "warsaw", OCTOBER, Way.FOOTNOTE)


def test_nothing_can_be_decided_where_nothing_moved_and_by_nobody_else(office, sent):
    with pytest.raises(RefusedError, match="nothing_moved"):
        restating.decide(office, LEAD, "warsaw", OCTOBER, Way.FOOTNOTE)
    stranger = Actor("x@agency.example", "X", clients=frozenset({"berlin"}))
    with pytest.raises(NotAllowedError):
        restating.changes(office, stranger, "warsaw", OCTOBER)
    with pytest.raises(NotAllowedError):
        restating.decide(office, stranger, "warsaw", OCTOBER, Way.FOOTNOTE)
