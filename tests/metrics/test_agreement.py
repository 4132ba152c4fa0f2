"""Two sources of one figure agree within the metric's tolerance, or a person has to choose."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiger_reports.metrics.agreement import Files, compared_sources
from tiger_reports.metrics.months import month_table, plan, value
from tiger_reports.metrics.registry import metric
from tiger_reports.metrics.tolerance import Tolerance, tolerance, tolerances
from tiger_reports.metrics.used import used_sources
from tiger_reports.model.change import Scope
from tiger_reports.model.fact import MEASURES, Grain, Level
from tiger_reports.model.period import Period, month
from tiger_reports.model.sources import Agreement, Choice, Origin

OCTOBER = month(2026, 10)
WHOLE = (date(2026, 10, 1), date(2026, 10, 31))
NOTHING = Files({})


def pair(facts, first, second, files=NOTHING, choices=None):
    """The comparison of two rows that both stand for all of October, the first in a report that counts."""
    rows = [
        {"span": WHOLE, "report": name, "campaign": "A", **figures}
        for name, figures in (("a-counts", first), ("b-second", second))
    ]
    frame = facts(*rows)
    (found,) = compared_sources(frame, plan(frame, [OCTOBER], choices=choices or {}), OCTOBER, files)
    return found


def agreement(found, measure):
    return next(one for one in found.measures if one.measure == measure).agreement


@pytest.mark.parametrize(
    ("measure", "first", "second", "wanted"),
    [
        ("spend", 1000.00, 1004.00, Agreement.AGREES),
        ("spend", 1000.00, 1006.00, Agreement.DIFFERS),
        ("spend", 100.00, 100.99, Agreement.AGREES),  # one unit of the currency
        ("spend", 100.00, 101.01, Agreement.DIFFERS),
        ("impressions", 10_000, 10_100, Agreement.AGREES),
        ("impressions", 10_000, 10_102, Agreement.DIFFERS),
        ("clicks", 1000, 1020, Agreement.AGREES),
        ("clicks", 1000, 1021, Agreement.DIFFERS),
        ("reactions", 500, 500, Agreement.AGREES),
        ("reactions", 500, 501, Agreement.DIFFERS),  # counts are exact
        ("follows", 12, 13, Agreement.DIFFERS),
        ("conversions", 40, 90, Agreement.NOTED),  # other attribution: never a failure
        ("conversion_value", 1000, 5000, Agreement.NOTED),
        ("reach", 8000, 8001, Agreement.DIFFERS),
    ],
)
def test_a_gap_is_judged_by_the_tolerance_of_its_metric(facts, measure, first, second, wanted):
    assert agreement(pair(facts, {measure: first}, {measure: second}), measure) is wanted


def test_every_tolerance_belongs_to_a_measure_and_is_no_carte_blanche():
    assert set(tolerances()) <= set(MEASURES)
    for name, entry in tolerances().items():
        assert 0 <= entry.share <= 0.05, name
        assert entry != Tolerance(), name


@given(
    st.sampled_from(MEASURES),
    st.floats(0, 1e9, allow_nan=False),
    st.floats(0, 1e9, allow_nan=False),
)
def test_it_makes_no_difference_which_source_is_asked_first(measure, one, other):
    allowed = tolerance(measure)
    assert allowed.holds(one, other) == allowed.holds(other, one)
    assert allowed.holds(one, one)


@pytest.mark.parametrize(
    ("attribute", "first", "second", "measure"),
    [
        ("currency", {"currency": "PLN"}, {"currency": "EUR"}, "spend"),
        ("attribution", {"attribution": "7-day click"}, {"attribution": "28-day click"}, "conversions"),
        ("definition", {"result_type": "Purchases"}, {"result_type": "Leads"}, "results"),
        ("bounds", {}, {"bounds": "clicks<5"}, "clicks"),
        ("breakdown", {}, {"breakdown": "age", "age": "18-24"}, "spend"),
        ("level", {}, {"level": "keyword", "keyword": "shoes"}, "spend"),
    ],
)
def test_what_cannot_be_compared_is_told_apart_and_never_blocks(facts, attribute, first, second, measure):
    found = pair(facts, {measure: 1.0, **first}, {measure: 500.0, **second})
    (compared,) = found.measures
    assert (compared.agreement, compared.attribute) == (Agreement.APART, attribute)
    assert (compared.first, compared.second) == (1.0, 500.0)
    assert found.differing == ()
    assert found.settled


def test_another_attribution_does_not_excuse_the_money(facts):
    found = pair(facts, {"spend": 1000.0, "attribution": "x"}, {"spend": 2000.0, "attribution": "y"})
    assert agreement(found, "spend") is Agreement.DIFFERS


def test_a_range_that_holds_more_days_than_the_other_file_is_not_compared(facts, october):
    days = [{"day": october(n), "campaign": "A", "spend": 10.0} for n in range(1, 16)]
    frame = facts(*days, {"span": WHOLE, "campaign": "A", "level": "account", "spend": 700.0})
    (found,) = compared_sources(frame, plan(frame, [OCTOBER]), OCTOBER, NOTHING)
    assert found.attribute == "days"
    assert [(one.first, one.second) for one in found.measures] in ([(700.0, 150.0)], [(150.0, 700.0)])


def test_days_without_delivery_are_held_by_a_file_that_says_so(facts, october):
    days = [{"day": october(n), "campaign": "A", "spend": 10.0, "import_id": "days"} for n in range(1, 16)]
    total = {"span": WHOLE, "campaign": "A", "level": "account", "spend": 150.0, "import_id": "range"}
    frame = facts(*days, total)
    (found,) = compared_sources(frame, plan(frame, [OCTOBER]), OCTOBER, Files({"days": OCTOBER}))
    assert found.attribute == ""
    assert agreement(found, "spend") is Agreement.AGREES


def test_sources_of_different_days_complement_each_other(facts, october):
    early = [{"day": october(n), "report": "a", "campaign": "A", "spend": 10.0} for n in range(1, 16)]
    late = [{"day": october(n), "report": "b", "campaign": "A", "spend": 20.0} for n in range(16, 32)]
    frame = facts(*early, *late)
    assert compared_sources(frame, plan(frame, [OCTOBER]), OCTOBER, NOTHING) == ()


def test_a_day_that_both_hold_is_compared_alone(facts, october):
    first = [{"day": october(n), "report": "a", "campaign": "A", "spend": 10.0} for n in range(1, 32)]
    second = [{"day": october(n), "report": "b", "campaign": "A", "spend": 10.0} for n in range(20, 25)]
    frame = facts(*first, *second)
    (found,) = compared_sources(frame, plan(frame, [OCTOBER]), OCTOBER, NOTHING)
    assert found.days == Period(october(20), october(25))
    assert [(one.first, one.second) for one in found.measures] == [(50.0, 50.0)]


def test_one_source_asks_the_store_nothing():
    class Silent:
        def filter(self, *_):
            raise AssertionError("asked")

    assert compared_sources(Silent(), plan_of_nothing(), OCTOBER, NOTHING) == ()


def plan_of_nothing():
    from tiger_reports.metrics.plan import plan_of

    return plan_of((), (OCTOBER,))


def chosen(origin, seen=()):
    at = datetime(2026, 11, 4, tzinfo=UTC)
    return Choice("2026-10", "meta-ads", "a1", origin, "the invoice says so", "Specialist", at, seen)


def test_the_source_that_a_person_chose_decides_which_rows_count(facts):
    rows = [
        {"span": WHOLE, "report": "a-counts", "campaign": "A", "spend": 1000.0},
        {"span": WHOLE, "report": "b-second", "campaign": "A", "spend": 1006.0},
    ]
    frame = facts(*rows)
    choice = chosen(Origin("b-second", Level.CAMPAIGN, Grain.RANGE))
    for choices, wanted in (({}, 1000.0), ({choice.place: choice}, 1006.0)):
        table = month_table(frame, plan(frame, [OCTOBER], choices=choices))
        assert value(metric("spend"), table[Scope()][OCTOBER]).amount == wanted


def test_a_choice_settles_the_amounts_that_were_seen_and_no_others(facts):
    origin = Origin("b-second", Level.CAMPAIGN, Grain.RANGE)
    figures = {"spend": 1000.0}, {"spend": 1006.0}
    tentative = chosen(origin)
    seen = pair(facts, *figures, choices={tentative.place: tentative}).seen
    choice = chosen(origin, seen)
    assert pair(facts, *figures, choices={choice.place: choice}).settled
    assert not pair(facts, *figures).settled
    assert not pair(facts, {"spend": 1000.0}, {"spend": 1010.0}, choices={choice.place: choice}).settled


def test_it_is_told_which_source_counts_and_why_the_others_do_not(facts, october):
    days = [OCTOBER.start + timedelta(at) for at in range(31)]
    rows = [{"day": day, "campaign": "A", "spend": 10.0} for day in days]
    ads = [row | {"level": "ad", "ad": "x"} for row in rows]
    ages = [row | {"breakdown": "age", "age": "18-24", "report": "ages"} for row in rows]
    keywords = [row | {"level": "keyword", "keyword": "k"} for row in rows[:3]]
    account = [{"day": day, "level": "account", "spend": 10.0} for day in days]
    month_range = [{"span": WHOLE, "campaign": "A", "spend": 310.0}]
    short = [{"day": october(3), "campaign": "A", "report": "short", "spend": 10.0}]
    frame = facts(*rows, *ads, *ages, *keywords, *account, *month_range, *short)
    told = {
        (use.origin.report, use.origin.level, use.origin.grain): (use.counts, use.why)
        for use in used_sources(plan(frame, [OCTOBER]), OCTOBER)
    }
    assert told == {
        ("table", Level.CAMPAIGN, Grain.DAY): (True, ""),
        ("table", Level.AD, Grain.DAY): (False, "level"),
        ("ages", Level.CAMPAIGN, Grain.DAY): (False, "breakdown"),
        ("table", Level.KEYWORD, Grain.DAY): (False, "part"),
        ("table", Level.ACCOUNT, Grain.DAY): (False, "account"),
        ("table", Level.CAMPAIGN, Grain.RANGE): (False, "grain"),
        ("short", Level.CAMPAIGN, Grain.DAY): (False, "days"),
    }
