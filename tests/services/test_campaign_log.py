"""What was done to the campaigns: written down, changed, taken back, and told beside the figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.services.writing import LEAD, OCTOBER, SPECIALIST, finish
from tiger_reports.model.campaign_log import Action, LogEntry
from tiger_reports.model.client import Actor
from tiger_reports.model.period import month
from tiger_reports.model.report import MonthState
from tiger_reports.services.months import campaign_log
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.store.state import audit

CUT = LogEntry("", date(2026, 10, 12), Action.BUDGET, " Budget cut by a third ", "client's wish", "meta-ads")
STRANGER = Actor("nobody@agency.example", "Nobody", LEAD.role, frozenset({"berlin"}))


def entries(office, period=OCTOBER):
    return campaign_log.of_month(office, LEAD, "warsaw", period).entries


def audited(office):
    with office.store.read() as session:
        return [one for one in audit.of_client(session, "warsaw") if one.what.startswith("log.")]


def test_an_entry_is_kept_with_its_author_and_time(office):
    made = campaign_log.add(office, SPECIALIST, "warsaw", CUT)
    (kept,) = entries(office)
    assert kept == made
    assert (kept.what, kept.author) == ("Budget cut by a third", SPECIALIST.shown)
    assert timedelta() <= office.now() - kept.at < timedelta(minutes=1)
    assert entries(office, month(2026, 9)) == ()


def test_the_report_and_every_card_of_its_scope_tell_it(office):
    september = replace(CUT, day=date(2026, 9, 3), what="Second week of the voucher", channel="")
    for one in (CUT, september, replace(CUT, day=date(2026, 6, 1), what="Long ago")):
        campaign_log.add(office, SPECIALIST, "warsaw", one)
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    assert [one.what for one in report.log] == ["Budget cut by a third"]
    against_september = [card for card in report.cards if card.change.base_period == month(2026, 9)]
    assert against_september
    for card in against_september:
        told = [one.what for one in card.evidence.events]
        assert told == ["Second week of the voucher", "Budget cut by a third"]


def test_a_change_is_made_on_what_was_seen_and_nobody_is_overwritten(office):
    seen = campaign_log.add(office, SPECIALIST, "warsaw", CUT)
    moved = campaign_log.change(office, LEAD, "warsaw", seen, replace(seen, day=date(2026, 10, 14)))
    assert entries(office) == (moved,)
    assert moved.author == LEAD.shown
    later = replace(office, clock=lambda: datetime(2026, 11, 6, 9, 30, tzinfo=UTC))
    campaign_log.change(later, LEAD, "warsaw", moved, replace(moved, what="Budget cut by half"))
    with pytest.raises(RefusedError, match="log_changed"):
        campaign_log.change(office, SPECIALIST, "warsaw", moved, replace(moved, what="Mine"))
    assert [one.what for one in entries(office)] == ["Budget cut by half"]


def test_the_audit_log_keeps_what_was_taken_back(office):
    made = campaign_log.add(office, SPECIALIST, "warsaw", CUT)
    campaign_log.remove(office, LEAD, "warsaw", made.id)
    assert entries(office) == ()
    removed, added = audited(office)
    assert (added.who, added.after) == (SPECIALIST.email, "2026-10-12 budget: Budget cut by a third")
    assert (removed.who, removed.before) == (LEAD.email, added.after)
    with pytest.raises(RefusedError, match="log_unknown"):
        campaign_log.remove(office, LEAD, "warsaw", made.id)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(CUT, what="  "), "log_without_words"),
        (replace(CUT, reason="x" * 201), "log_too_long"),
        (replace(CUT, day=date(2027, 1, 1)), "log_in_future"),
    ],
)
def test_an_entry_that_says_nothing_or_too_much_or_too_early_is_refused(office, wrong, code):
    with pytest.raises(RefusedError, match=code):
        campaign_log.add(office, SPECIALIST, "warsaw", wrong)
    assert entries(office) == ()


def test_nobody_reads_or_writes_the_log_of_a_client_that_is_not_theirs(office):
    made = campaign_log.add(office, SPECIALIST, "warsaw", CUT)
    for ask in (
        lambda: campaign_log.of_month(office, STRANGER, "warsaw", OCTOBER),
        lambda: campaign_log.add(office, STRANGER, "warsaw", CUT),
        lambda: campaign_log.change(office, STRANGER, "warsaw", made, CUT),
        lambda: campaign_log.remove(office, STRANGER, "warsaw", made.id),
        lambda: campaign_log.accept(office, STRANGER, "warsaw", OCTOBER, "x"),
    ):
        with pytest.raises(NotAllowedError):
            ask()
    with pytest.raises(RefusedError, match="log_unknown"):
        campaign_log.remove(office, LEAD, "berlin", made.id)
    assert entries(office) == (made,)


def test_an_approved_month_is_approved_anew_when_its_log_changes(office):
    finish(office, "warsaw")
    assert month_report(office, LEAD, "warsaw", OCTOBER).state is MonthState.APPROVED
    campaign_log.add(office, SPECIALIST, "warsaw", CUT)
    assert month_report(office, LEAD, "warsaw", OCTOBER).state is MonthState.COMMENTED


def test_a_hint_counts_for_nothing_until_somebody_makes_it_an_entry(office):
    (hint,) = campaign_log.of_month(office, LEAD, "berlin", OCTOBER).hints
    assert month_report(office, LEAD, "berlin", OCTOBER).log == ()
    made = campaign_log.accept(office, LEAD, "berlin", OCTOBER, hint.id)
    assert (made.day, made.action, made.channel) == (hint.day, Action.BUDGET, hint.channel)
    assert month_report(office, LEAD, "berlin", OCTOBER).log == (made,)
    assert campaign_log.of_month(office, LEAD, "berlin", OCTOBER).hints == ()
    with pytest.raises(RefusedError, match="hint_unknown"):
        campaign_log.accept(office, LEAD, "berlin", OCTOBER, hint.id)
    campaign_log.remove(office, LEAD, "berlin", made.id)
    assert campaign_log.of_month(office, LEAD, "berlin", OCTOBER).hints == (hint,)


def test_a_dismissed_hint_stays_dismissed_for_the_client_and_can_be_shown_again(office):
    (hint,) = campaign_log.of_month(office, LEAD, "berlin", OCTOBER).hints
    campaign_log.dismiss(office, LEAD, "berlin", OCTOBER, hint.id)
    log = campaign_log.of_month(office, SPECIALIST, "berlin", OCTOBER)
    assert (log.hints, log.dismissed) == ((), (hint,))
    with pytest.raises(RefusedError, match="hint_unknown"):
        campaign_log.accept(office, LEAD, "berlin", OCTOBER, hint.id)
    campaign_log.dismiss(office, SPECIALIST, "berlin", OCTOBER, hint.id, dismissed=False)
    assert campaign_log.of_month(office, LEAD, "berlin", OCTOBER).hints == (hint,)
    campaign_log.dismiss(office, LEAD, "berlin", OCTOBER, hint.id)
    assert campaign_log.of_month(office, LEAD, "berlin", OCTOBER).dismissed == (hint,)
    with pytest.raises(RefusedError, match="hint_unknown"):
        campaign_log.dismiss(office, LEAD, "berlin", OCTOBER, "cut:2026-10-01:none:none")
