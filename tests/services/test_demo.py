"""The demo agency shows a month worth commenting, and past months that were commented."""

from __future__ import annotations

import tomllib
from datetime import timedelta

import pytest

from sample_data.simulate import simulate
from sample_data.world import load_world
from tests.services.writing import LEAD, OCTOBER, SAMPLES
from tiger_reports.model.card import CardState
from tiger_reports.model.cooperation import MeetingState
from tiger_reports.model.effect import EffectVerdict
from tiger_reports.model.period import months_up_to, overlap, parse_month
from tiger_reports.model.report import MonthState
from tiger_reports.services.clients import get_client
from tiger_reports.services.demo.agency import load_demo
from tiger_reports.services.importing.intake import import_records
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor
from tiger_reports.services.tiger_year.records import quarter_records
from tiger_reports.services.week.board import board
from tiger_reports.services.week.turnarounds import times
from tiger_reports.store.state import reports
from tiger_reports.year.turnaround import EVERYBODY

CLIENTS = ("warsaw", "prague", "berlin")
STORIES = tomllib.loads((SAMPLES / "stories.toml").read_text("utf-8"))["story"]


def test_a_second_load_changes_nothing(office):
    version = office.store.facts.version()
    before = [import_records(office, LEAD, client) for client in CLIENTS]
    loaded = load_demo(office, lambda _name, _done, _of: None)
    assert (loaded.clients, loaded.files) == (0, 0)
    assert office.store.facts.version() == version
    assert [import_records(office, LEAD, client) for client in CLIENTS] == before


@pytest.mark.parametrize("client", CLIENTS)
def test_every_past_month_stands_approved_in_its_order(office, client):
    """A file of the month is stored before its words are approved, and these before it is sent."""
    loaded = {one.upload.period: one.imported_at for one in import_records(office, LEAD, client)}
    with office.store.read() as session:
        states = [one for one in reports.of_client(session, client) if one.approved_at]
    since = get_client(office, LEAD, client).start
    assert len(states) == len(months_up_to(parse_month("2026-09"), 24)) - sum(
        month.end <= since for month in months_up_to(parse_month("2026-09"), 24)
    )
    for status in states:
        month = parse_month(status.month)
        stored = [at for period, at in loaded.items() if period and overlap(period, month)]
        assert month.end <= min(stored).date()
        assert min(stored) < status.approved_at <= (status.exported_at or status.approved_at)
    assert {one.month for one in states if one.exported_at} == {"2026-07", "2026-08", "2026-09"}


@pytest.mark.parametrize("client", CLIENTS)
def test_september_was_explained_and_sent(office, client):
    report = month_report(office, LEAD, client, parse_month("2026-09"))
    assert report.state is MonthState.EXPORTED
    assert not [card.key for card in report.cards if card.blocking]
    assert all(card.state is not CardState.STALE for card in report.cards)
    assert 3 <= len(report.key_figures) <= 5


def test_october_asks_for_words_where_it_is_loaded(office):
    states = {row.client.id: (row.month, row.state, row.blocking > 0) for row in board(office, LEAD)}
    assert states["warsaw"] == (OCTOBER, MonthState.CHECKED, True)
    assert states["berlin"] == (OCTOBER, MonthState.COMMENTED, False)
    assert states["prague"] == (OCTOBER, MonthState.NO_DATA, False)


def test_what_a_lead_sees_first_is_not_the_finished_one(office):
    dues = [row.next_due for row in board(office, LEAD)]
    assert dues == sorted(dues)


def test_a_meeting_is_due_and_stands_first(office):
    first = board(office, LEAD)[0]
    assert first.client.id == "berlin"
    assert first.meeting.state(first.today) is MeetingState.DUE
    assert first.meeting.due == first.today
    assert [item.code for item in first.open_items] == ["not_approved"]


def test_the_times_of_reports_show_three_months_of_three_clients(office):
    found = times(office, LEAD)
    everybody = [one for one in found if one.specialist == EVERYBODY]
    assert [one.month.month_key for one in everybody] == ["2026-07", "2026-08", "2026-09"]
    assert {one.reports for one in everybody} == {3}
    assert all(timedelta(days=1) < one.median < timedelta(days=6) for one in everybody)
    assert {one.specialist for one in found} == {EVERYBODY, "Demo Specialist"}


@pytest.mark.parametrize(
    ("client", "metric", "verdict"),
    [
        ("warsaw", "cpa", "worse"),
        ("warsaw", "conversions", "worse"),
        ("berlin", "spend", "neutral"),
        ("berlin", "conversions", "worse"),
    ],
)
def test_the_told_stories_reach_the_cards(office, client, metric, verdict):
    assert any(story["client"] == client for story in STORIES)
    cards = {card.metric: card for card in month_report(office, LEAD, client, OCTOBER).cards}
    assert cards[metric].change.verdict == verdict


def test_the_saturated_campaign_is_named_first(office):
    cards = {card.metric: card for card in month_report(office, LEAD, "warsaw", OCTOBER).cards}
    assert cards["conversions"].evidence.segments[0].where == (
        ("campaign", "Synthetic | Pozyskanie | Nowi klienci"),
    )
    assert cards["cpa"].evidence.segments[0].where == (("campaign", "Synthetic | Pozyskanie | Nowi klienci"),)


def test_evidence_adds_up_to_the_change(office):
    for client in ("warsaw", "berlin"):
        for card in month_report(office, LEAD, client, OCTOBER).cards:
            evidence, delta = card.evidence, card.change.delta
            told = sum(segment.effect for segment in evidence.segments) + evidence.rest
            assert told == pytest.approx(delta, rel=1e-9), card.key
            if evidence.levers:
                assert sum(lever.effect for lever in evidence.levers) == pytest.approx(delta, rel=1e-9)


def test_the_demos_records_tell_a_quarter_and_its_targets(office):
    """Problems with their way, proposals with their fate, effects measured on the demo's own files."""
    told = quarter_records(office, local_actor(), "warsaw", 1, 3)
    states = {one.problem.what: [state.value for _, state in one.history] for one in told.problems}
    assert ["open", "at_work", "solved"] in states.values()
    verdicts = {one.activity.kind.value: one.effect.verdict.value for one in told.activities}
    assert verdicts.keys() == {"contest", "graphic_upsell"}
    assert "cannot_tell" not in verdicts.values()
    assert all(one.effect.during.missing == 0 for one in told.activities)
    report = month_report(office, local_actor(), "warsaw", parse_month("2026-10"))
    assert report.goals == ("conversions", "cpa")
    assert [pace.target.key for pace in report.paces] == ["conversions", "cpa", "google-ads:clicks"]


def test_the_effect_that_the_generator_put_in_is_the_one_that_is_measured(office):
    """All clicks of the activity's own campaign are what it added: that truth lies in the interval."""
    world = load_world()
    account = next(one for one in world.accounts if one.client == "prague" and one.panel == "meta-ads")
    campaign = next(one for one in account.campaigns if "Aktivace" in one.name)
    told = {one.id: one.effect for one in quarter_records(office, local_actor(), "prague", 1, 3).activities}
    found, none = told["prague-morning"], told["prague-contest"]
    days = (campaign.end - campaign.start).days
    assert (found.during.period.start, found.during.period.end) == (campaign.start, campaign.end)
    added = simulate(world, account, campaign).clicks.sum()
    assert found.verdict is EffectVerdict.EFFECT
    assert found.low < added / days < found.high
    assert found.additional == pytest.approx(added, rel=0.1)
    assert found.cost_per_additional == pytest.approx(14000 / found.additional)
    assert none.verdict is EffectVerdict.NO_EFFECT
    assert none.additional is None
