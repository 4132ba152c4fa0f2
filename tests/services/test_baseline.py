"""The year before the cooperation: accepted, counted by channel, kept apart from the cooperation's quarters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.store.frames import frame_of, upload_of
from tiger_reports.metrics import months
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.period import Period, month
from tiger_reports.model.restate import ReplaceKey
from tiger_reports.model.tiger_year import tiger_quarter
from tiger_reports.services.clients import add_client
from tiger_reports.services.measuring.baseline import channels
from tiger_reports.services.measuring.measure import measure
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.refusals import NotAllowedError
from tiger_reports.store.settings import Settings
from tiger_reports.store.state import imports, staging

START = date(2026, 3, 17)
CLIENT = Client("shop", "Shop", START, "PLN", "pl", today=date(2026, 7, 1))


@pytest.fixture
def shop(tmp_path):
    office = open_office(Settings(home=tmp_path / "home"))
    add_client(office, local_actor(), CLIENT)
    return office


def load(office, name, spans, *, panel="meta-ads", grain=Grain.DAY):
    rows = [
        {
            "period_start": s.start,
            "period_end": s.end,
            "account_id": "1",
            "campaign": "A",
            "currency": "PLN",
            "spend": 1.0,
        }
        for s in spans
    ]
    frame = frame_of(rows)
    done = office.store.facts.commit("shop", name, frame, ReplaceKey(panel, "report", Level.CAMPAIGN, grain))
    made = upload_of(
        name, client_id="shop", panel=panel, grain=grain, period=Period(spans[0].start, spans[-1].end)
    )
    with office.store.write() as session:
        staging.stage(session, "shop", made, (), by="x", at=office.now())
        imports.accept(session, "shop", name, version=done.version, by="x", at=office.now())


def days(first, end):
    return [Period(first + timedelta(at), first + timedelta(at + 1)) for at in range((end - first).days)]


def test_twelve_baseline_months_are_in_and_none_of_them_in_the_first_quarter(shop):
    load(shop, "before", days(date(2025, 3, 17), date(2026, 7, 1)))
    (meta,) = channels(shop, local_actor(), "shop")
    assert (meta.channel, meta.count, meta.complete) == ("meta-ads", 12, True)
    assert (meta.months[0].start, meta.months[-1].last_day) == (date(2025, 3, 17), date(2026, 3, 16))
    quarter = tiger_quarter(START, 1, 1)
    assert quarter.start == START
    assert all(one.end <= quarter.start for one in meta.months)
    facts = shop.store.facts.scan("shop")
    found = months.month_table(facts, months.plan(facts, [quarter]))
    (sums,) = (held[quarter] for held in found.values())
    assert sums.total("spend") == quarter.days


def test_the_first_month_of_the_cooperation_holds_none_of_the_days_before(shop):
    load(shop, "before", days(date(2026, 1, 1), date(2026, 4, 1)))
    figures = {f.metric: f for f in measure(shop, CLIENT, month(2026, 3)).figures}
    assert figures["spend"].value.amount == 15
    assert figures["spend"].series[-2].amount == 28


def test_what_is_missing_is_named_by_channel_with_the_limit_of_its_panel(shop):
    load(shop, "meta", days(date(2025, 6, 17), date(2026, 7, 1)))
    load(shop, "google", days(START, date(2026, 7, 1)), panel="google-ads")
    google, meta = channels(shop, local_actor(), "shop")
    assert (google.count, meta.count) == (0, 9)
    assert [one.start for one in meta.missing] == [date(2025, 3, 17), date(2025, 4, 17), date(2025, 5, 17)]
    assert (meta.retention.months, meta.retention.note) == (13, "reach_breakdowns")
    assert google.retention is None


def test_a_day_without_a_row_in_a_file_that_covers_it_had_no_delivery(shop):
    whole = days(date(2025, 3, 17), START)
    load(shop, "paused", [*whole[:100], *whole[101:]])
    assert [one.count for one in channels(shop, local_actor(), "shop")] == [12]


def test_a_month_of_which_a_day_is_in_no_file_is_not_in(shop):
    load(shop, "spring", days(date(2025, 3, 17), date(2025, 6, 1)))
    load(shop, "rest", days(date(2025, 6, 2), START))
    (meta,) = channels(shop, local_actor(), "shop")
    assert [one.start for one in meta.missing] == [date(2025, 5, 17)]


def test_monthly_rows_count_although_they_cannot_be_cut(shop):
    spans = [month(2025 + (at + 2) // 12, (at + 2) % 12 + 1) for at in range(13)]
    load(shop, "monthly", spans, grain=Grain.MONTH)
    (meta,) = channels(shop, local_actor(), "shop")
    assert meta.count == 12


def test_nobody_sees_the_baseline_of_a_client_that_is_not_theirs(shop):
    with pytest.raises(NotAllowedError):
        channels(shop, Actor("x", "X", clients=frozenset()), "shop")
