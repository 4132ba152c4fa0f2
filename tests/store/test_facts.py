"""Importing: what an import replaces, and what it leaves alone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.store.frames import by_day, frame_of, key, row, rows_in
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.finding import Severity
from tiger_reports.model.period import Period
from tiger_reports.model.restate import DayChange
from tiger_reports.store.errors import RangeOverlapError, UndatedRowsError


def day(number: int) -> Period:
    return Period(date(2026, 1, number), date(2026, 1, number + 1))


def test_the_same_file_twice_changes_no_figure(facts, load):
    load([row(1, 10), row(2, 20)])
    again = load([row(1, 10), row(2, 20)])
    assert by_day(facts, "acme") == {1: 10, 2: 20}
    assert again.changes == ()
    assert (again.added, again.removed) == (2, 2)


def test_an_overlapping_file_does_not_double_days(facts, load):
    load([row(d, 10) for d in range(1, 11)])
    load([row(d, 10) for d in range(6, 16)])
    assert by_day(facts, "acme") == dict.fromkeys(range(1, 16), 10.0)


def test_a_restated_file_names_exactly_the_day_and_measure_that_moved(facts, load):
    load([row(d, 10, conversions=2) for d in range(1, 6)])
    done = load([row(d, 10, conversions=3 if d == 4 else 2) for d in range(1, 6)])
    assert done.changes == (DayChange(day(4), "conversions", 2.0, 3.0),)


def test_a_plan_says_what_the_commit_will_do_and_writes_nothing(facts, load):
    load([row(1, 10), row(2, 20), row(3, 30, campaign="Old")])
    new = frame_of([row(2, 25), row(3, 30, campaign="New"), row(4, 40)])
    planned = facts.plan("acme", new, key())
    assert facts.version() == planned.version == 1
    assert (planned.added, planned.removed) == (3, 2)
    assert planned.days_added == (day(4),)
    assert planned.days_replaced == (day(2), day(3))
    assert planned.changes == (DayChange(day(2), "spend", 20.0, 25.0),)
    assert planned.rows_gone == 1
    assert planned.gone[0].names == ("Old",)
    done = facts.commit("acme", "next", new, key())
    assert (done.added, done.removed, done.changes) == (3, 2, planned.changes)
    assert by_day(facts, "acme") == {1: 10, 2: 25, 3: 30, 4: 40}


def test_a_day_without_rows_inside_the_stated_range_is_restated_to_nothing(facts, load):
    load([row(1, 10), row(2, 20), row(3, 30)])
    stated = key(period=Period(date(2026, 1, 1), date(2026, 1, 4)))
    done = load([row(1, 10), row(2, 20)], using=stated)
    assert done.changes == (DayChange(day(3), "spend", 30.0, None),)
    assert by_day(facts, "acme") == {1: 10, 2: 20}


def test_a_file_with_fewer_accounts_leaves_the_others(facts, load):
    load([row(1, 10, account="A"), row(1, 5, account="B")])
    load([row(1, 11, account="A")])
    assert by_day(facts, "acme") == {1: 16}


def test_an_account_by_name_replaces_the_same_account_by_id(facts, load):
    load([{**row(1, 10, account="77"), "account": "Main"}])
    load([{**row(1, 12, account=None), "account": "Main"}])
    assert by_day(facts, "acme") == {1: 12}


def test_two_accounts_that_share_a_name_stay_apart(facts, load):
    load([{**row(1, 10, account="77"), "account": "Main"}])
    load([{**row(1, 5, account="88"), "account": "Main"}])
    assert by_day(facts, "acme") == {1: 15}


def test_a_file_without_accounts_beside_one_with_accounts_is_asked_about(facts, load):
    load([row(1, 10, account="A")])
    planned = facts.plan("acme", frame_of([row(1, 10, account=None)]), key())
    assert [(f.code, f.severity) for f in planned.findings] == [("stored_account_unclear", Severity.BLOCKING)]
    assert facts.plan("acme", frame_of([row(2, 10, account=None)]), key()).findings == ()


@pytest.mark.parametrize(
    "other",
    [
        {"using": key(panel="google-ads")},
        {"using": key(level=Level.AD)},
        {"client": "globex"},
    ],
    ids=["panel", "level", "client"],
)
def test_another_kind_of_rows_is_never_replaced(facts, load, other):
    load([row(1, 10)])
    assert load([row(1, 7)], **other).removed == 0
    assert by_day(facts, "acme")[1] >= 10


def test_a_breakdown_file_does_not_replace_the_whole(facts, load):
    load([row(1, 10)])
    load([row(1, 6, age="18-24"), row(1, 4, age="25-34")])
    assert [r["breakdown"] for r in rows_in(facts, "acme")].count("age") == 2
    assert by_day(facts, "acme") == {1: 20}


def test_clients_never_see_each_other(facts, load):
    load([row(1, 10)], client="acme")
    load([row(1, 5)], client="kávé & co/č='x'")
    assert by_day(facts, "acme") == {1: 10}
    assert {r["client_id"] for r in rows_in(facts, "kávé & co/č='x'")} == {"kávé & co/č='x'"}
    assert rows_in(facts, "nobody") == []


def test_a_range_is_replaced_by_the_same_and_by_a_wider_range(facts, load):
    load([row(1, 100, days=14)], using=key(Grain.RANGE))
    load([row(1, 110, days=14)], using=key(Grain.RANGE))
    load([row(1, 250, days=31)], using=key(Grain.RANGE))
    assert [r["spend"] for r in rows_in(facts, "acme")] == [250]


@pytest.mark.parametrize("new", [row(10, 80, days=30), row(1, 80, days=14)], ids=["crosses", "narrower"])
def test_a_partly_overlapping_range_is_refused_and_said(facts, load, new):
    load([row(1, 100, days=31)], using=key(Grain.RANGE))
    planned = facts.plan("acme", frame_of([new]), key(Grain.RANGE))
    assert planned.refused
    assert planned.findings[0].code == "stored_range_overlap"
    assert planned.findings[0].details["stored_last_day"] == "2026-01-31"
    with pytest.raises(RangeOverlapError, match="import-1"):
        load([new], using=key(Grain.RANGE))
    assert [r["spend"] for r in rows_in(facts, "acme")] == [100]


def test_rows_without_days_replace_only_each_other(facts, load):
    undated = {"period_start": None, "period_end": None}
    load([row(1, 10)])
    load([row(1, 500) | undated], using=key(Grain.NONE))
    load([row(1, 600) | undated], using=key(Grain.NONE))
    assert sorted(r["spend"] for r in rows_in(facts, "acme")) == [10, 600]


def test_a_dated_file_with_an_undated_row_is_a_fault(load):
    with pytest.raises(UndatedRowsError):
        load([row(1), row(2) | {"period_start": None, "period_end": None}])


def test_missing_stays_missing_and_reach_is_not_added(facts, load):
    load([row(1, None, reach=100), row(1, None, reach=50, campaign="Two")])
    done = load([row(1, None, reach=90), row(1, None, reach=50, campaign="Two")])
    assert done.changes == ()
    assert [r["spend"] for r in rows_in(facts, "acme")] == [None, None]


def test_reach_of_a_single_row_is_compared(load):
    load([row(1, 1, reach=100)])
    assert load([row(1, 1, reach=90)]).changes == (DayChange(day(1), "reach", 100.0, 90.0),)


def test_an_empty_file_removes_nothing(facts, load):
    load([row(1, 10)])
    done = load([], using=key(period=Period(date(2026, 1, 1), date(2026, 2, 1))))
    assert (done.added, done.removed) == (0, 0)
    assert by_day(facts, "acme") == {1: 10}


def test_an_old_version_can_still_be_read(facts, load):
    first = load([row(1, 10)]).version
    load([row(1, 99)])
    assert by_day(facts, "acme", first) == {1: 10}
    assert by_day(facts, "acme") == {1: 99}


def test_each_row_carries_its_import_and_its_place_in_the_file(facts, load):
    load([row(1), row(2)])
    assert [(r["import_id"], r["source_row"]) for r in rows_in(facts, "acme")] == [
        ("import-1", 2),
        ("import-1", 3),
    ]
