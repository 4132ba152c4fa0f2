from __future__ import annotations

from datetime import date

import pytest

from tiger_reports.metrics.months import coverage, daily, month_table, plan, result_table, together, value
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Coverage, Scope
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.period import Period, month, months_up_to
from tiger_reports.model.tiger_year import tiger_quarter

OCTOBER, SEPTEMBER = month(2026, 10), month(2026, 9)
FIRST, LAST = OCTOBER.start, OCTOBER.last_day
ALL = Scope()


def day(number: int) -> date:
    return date(2026, 10, number)


def figure(frame, key, scope=ALL, period=OCTOBER, by=""):
    table = month_table(frame, plan(frame, [period]), by)
    return value(metric(key), table[scope][period])


def whole_month(**row):
    return [{"day": day(number), **row} for number in range(1, 32)]


# money is counted once


def test_campaign_and_ad_rows_of_the_same_days_count_once(facts):
    campaigns = whole_month(campaign="A", spend=10.0)
    ads = [row | {"level": "ad", "ad": name, "spend": 5.0} for row in campaigns for name in "xy"]
    frame = facts(*ads, *campaigns)
    assert figure(frame, "spend").amount == pytest.approx(310)
    (basis,) = plan(frame, [OCTOBER]).bases
    assert (basis.level, [left.slice.level for left in basis.left_out]) == (Level.CAMPAIGN, [Level.AD])


def test_days_and_the_range_of_the_same_month_count_once(facts):
    rows = whole_month(campaign="A", spend=10.0)
    frame = facts(*rows, {"span": (FIRST, LAST), "campaign": "A", "spend": 310.0})
    assert figure(frame, "spend").amount == pytest.approx(310)
    assert plan(frame, [OCTOBER]).bases[0].grain is Grain.DAY


def test_the_range_counts_where_the_days_stop_early(facts):
    rows = [{"day": day(number), "campaign": "A", "spend": 10.0} for number in range(1, 11)]
    frame = facts(*rows, {"span": (FIRST, LAST), "level": "account", "spend": 310.0})
    assert figure(frame, "spend").amount == pytest.approx(310)


def test_days_without_delivery_do_not_hand_the_month_to_a_nameless_range(facts):
    rows = [row for row in whole_month(campaign="A", spend=10.0) if row["day"].day != 12]
    frame = facts(*rows, {"span": (FIRST, LAST), "level": "account", "spend": 300.0})
    assert figure(frame, "spend", Scope("meta-ads", "A"), by="campaign").amount == pytest.approx(300)


def test_two_reports_that_hold_different_halves_make_one_month(facts):
    rows = whole_month(campaign="A", spend=10.0)
    halves = [row | {"report": "one" if row["day"].day < 16 else "two"} for row in rows]
    frame = facts(*halves)
    assert figure(frame, "spend").amount == pytest.approx(310)
    assert coverage(plan(frame, [OCTOBER]), OCTOBER) == Coverage(31, 31)


def test_rows_cut_by_age_do_not_come_on_top_of_whole_rows(facts):
    whole = whole_month(campaign="A", spend=10.0)
    cut = [
        row | {"breakdown": "age", "age": age, "spend": 5.0} for row in whole for age in ("18-24", "25-34")
    ]
    assert figure(facts(*whole, *cut), "spend").amount == pytest.approx(310)


def test_rows_cut_by_age_count_where_nothing_else_is_stored(facts):
    cut = [
        row | {"breakdown": "age", "age": age} for row in whole_month(spend=5.0) for age in ("18-24", None)
    ]
    assert figure(facts(*cut), "spend").amount == pytest.approx(310)


def test_two_cuts_of_the_same_days_count_once(facts):
    by_age = [
        row | {"breakdown": "age", "age": age} for row in whole_month(spend=5.0) for age in ("18-24", "25-34")
    ]
    by_device = [row | {"breakdown": "device", "device": "phone"} for row in whole_month(spend=10.0)]
    assert figure(facts(*by_age, *by_device), "spend").amount == pytest.approx(310)


def test_keywords_never_fill_gaps_of_campaigns(facts):
    campaigns = whole_month(campaign="A", spend=10.0)[:20]
    keywords = [row | {"level": "keyword", "keyword": "k"} for row in whole_month(campaign="A", spend=9.0)]
    assert figure(facts(*campaigns, *keywords), "spend").amount == pytest.approx(200)


def test_a_longer_range_stands_for_the_shorter_ones_inside_it(facts):
    rows = [
        {"span": (FIRST, day(15)), "campaign": "A", "spend": 100.0},
        {"span": (FIRST, LAST), "campaign": "A", "spend": 310.0, "import_id": "i2"},
    ]
    chosen = plan(facts(*rows), [OCTOBER])
    assert month_table(facts(*rows), chosen)[ALL][OCTOBER].total("spend") == pytest.approx(310)
    assert [finding.code for finding in chosen.findings] == ["ranges_overlap"]


def test_two_halves_given_as_ranges_add_up(facts):
    rows = [{"span": (FIRST, day(15)), "spend": 100.0}, {"span": (day(16), LAST), "spend": 210.0}]
    assert figure(facts(*rows), "spend").amount == pytest.approx(310)


def test_a_range_across_two_months_is_counted_in_neither_and_named(facts):
    frame = facts({"span": (date(2026, 9, 20), day(10)), "spend": 100.0}, {"day": day(20), "spend": 1.0})
    chosen = plan(frame, [SEPTEMBER, OCTOBER])
    assert month_table(frame, chosen)[ALL][OCTOBER].total("spend") == 1.0
    assert SEPTEMBER not in month_table(frame, chosen)[ALL]
    assert [finding.code for finding in chosen.findings] == ["range_crosses_months"]


def test_a_name_and_an_id_of_one_account_are_one_account(facts):
    by_id = whole_month(campaign="A", spend=10.0, account="Shop")
    by_name = [row | {"level": "ad", "account_id": None, "import_id": "i2"} for row in by_id]
    assert figure(facts(*by_id, *by_name), "spend").amount == pytest.approx(310)


def test_rows_without_an_account_belong_to_the_only_one_there_is(facts):
    known = whole_month(campaign="A", spend=10.0)
    nameless = [row | {"level": "ad", "account_id": None, "import_id": "i2"} for row in known]
    assert figure(facts(*known, *nameless), "spend").amount == pytest.approx(310)


def test_rows_without_an_account_beside_several_accounts_are_left_out_and_named(facts):
    known = [row | {"account_id": one} for row in whole_month(spend=10.0) for one in ("a1", "a2")]
    nameless = whole_month(spend=20.0, account_id=None, import_id="i2")
    frame = facts(*known, *nameless)
    assert figure(frame, "spend").amount == pytest.approx(620)
    assert "rows_without_account" in [finding.code for finding in plan(frame, [OCTOBER]).findings]


def test_two_accounts_add_up_each_on_its_own_basis(facts):
    one = whole_month(campaign="A", spend=10.0)
    other = {"span": (FIRST, LAST), "account_id": "a2", "campaign": "B", "spend": 90.0}
    assert figure(facts(*one, other), "spend").amount == pytest.approx(400)


# ratios, missing figures


def test_a_ratio_of_a_group_is_the_ratio_of_its_sums(facts):
    rows = [
        {"day": FIRST, "campaign": "A", "clicks": 50.0, "impressions": 1_000.0},
        {"day": FIRST, "campaign": "B", "clicks": 100.0, "impressions": 100_000.0},
    ]
    found = figure(facts(*rows), "ctr")
    assert found.amount == pytest.approx(150 / 101_000)
    assert (found.numerator, found.denominator) == (150, 101_000)


def test_a_channel_without_link_clicks_does_not_dilute_the_rate(facts):
    meta = {"day": FIRST, "link_clicks": 20.0, "clicks": 30.0, "impressions": 1_000.0}
    google = {"day": FIRST, "panel": "google-ads", "clicks": 10.0, "impressions": 9_000.0}
    frame = facts(meta, google)
    found = figure(frame, "link_ctr")
    assert (found.amount, found.lacks) == (0.02, ("google-ads",))
    assert figure(frame, "ctr").amount == pytest.approx(40 / 10_000)
    assert figure(frame, "link_clicks").lacks == ("google-ads",)


def test_a_campaign_without_conversions_still_costs(facts):
    rows = [
        {"day": FIRST, "campaign": "A", "spend": 100.0, "conversions": 4.0},
        {"day": FIRST, "campaign": "B", "spend": 100.0},
    ]
    frame = facts(*rows)
    assert figure(frame, "cpa").amount == 50
    assert figure(frame, "cpa", Scope("meta-ads", "B"), by="campaign").amount is None


def test_missing_is_not_zero_and_zero_is_not_missing(facts):
    frame = facts({"day": FIRST, "spend": 0.0}, {"day": day(2), "spend": None})
    assert figure(frame, "spend").amount == 0
    assert figure(frame, "clicks").amount is None


def test_a_rate_over_nothing_is_missing(facts):
    assert figure(facts({"day": FIRST, "spend": 5.0, "clicks": 0.0}), "cpc").amount is None


def test_a_cell_that_gave_only_a_bound_is_told(facts):
    rows = [{"day": FIRST, "impressions": 100.0}, {"day": day(2), "bounds": "reach<5;impressions<5"}]
    assert figure(facts(*rows), "impressions").bounded
    assert not figure(facts(*rows), "spend").bounded


def test_results_of_two_types_are_not_added(facts):
    rows = [
        {"day": FIRST, "campaign": "A", "results": 5.0, "result_type": "Purchases", "spend": 50.0},
        {"day": FIRST, "campaign": "B", "results": 700.0, "result_type": "Link clicks", "spend": 70.0},
    ]
    frame = facts(*rows)
    assert figure(frame, "results").amount is None
    assert figure(frame, "cost_per_result").amount is None
    by_type = result_table(frame, plan(frame, [OCTOBER]))["meta-ads", "Purchases"][OCTOBER]
    assert value(metric("cost_per_result"), by_type).amount == 10


def test_money_in_two_currencies_is_refused(facts):
    rows = [
        {"day": FIRST, "spend": 1.0},
        {"day": FIRST, "panel": "google-ads", "spend": 1.0, "currency": "EUR"},
    ]
    frame = facts(*rows)
    assert figure(frame, "spend").amount is None
    assert figure(frame, "spend", Scope("google-ads"), by="channel").amount == 1
    assert [finding.code for finding in plan(frame, [OCTOBER]).findings] == ["mixed_currencies"]


# reach


def test_daily_reach_is_never_added_up_but_bounded(facts):
    rows = [
        {"day": day(at), "reach": reach, "impressions": 900.0}
        for at, reach in ((1, 500.0), (2, 300.0), (3, 400.0))
    ]
    found = figure(facts(*rows), "reach")
    assert (found.amount, found.lower, found.upper) == (None, 500, 1200)


def test_a_row_of_exactly_the_month_gives_its_reach(facts):
    rows = [
        {"day": day(at), "reach": reach, "impressions": 300.0}
        for at, reach in ((1, 500.0), (2, 300.0), (3, 400.0))
    ]
    month_row = {
        "span": (FIRST, LAST),
        "level": "account",
        "reach": 950.0,
        "impressions": 900.0,
        "import_id": "i2",
    }
    frame = facts(*rows, month_row)
    assert figure(frame, "reach").amount == 950
    assert figure(frame, "frequency").amount == pytest.approx(900 / 950)


def test_reach_of_campaigns_bounds_the_channel_and_stands_for_each(facts):
    rows = [
        {"span": (FIRST, LAST), "campaign": name, "reach": reach}
        for name, reach in (("A", 600.0), ("B", 500.0))
    ]
    frame = facts(*rows)
    found = figure(frame, "reach", Scope("meta-ads"), by="channel")
    assert (found.amount, found.lower, found.upper) == (None, 600, 1100)
    assert figure(frame, "reach", Scope("meta-ads", "B"), by="campaign").amount == 500


def test_reach_of_two_channels_has_only_bounds(facts):
    rows = [
        {"span": (FIRST, LAST), "panel": name, "level": "account", "reach": 600.0}
        for name in ("meta-ads", "tiktok")
    ]
    found = figure(facts(*rows), "reach")
    assert (found.amount, found.lower, found.upper) == (None, 600, 1200)


def test_reach_beside_a_channel_without_reach_has_no_upper_bound(facts):
    rows = [{"day": FIRST, "reach": 600.0, "spend": 1.0}, {"day": FIRST, "panel": "google-ads", "spend": 1.0}]
    found = figure(facts(*rows), "reach")
    assert (found.amount, found.lower, found.upper, found.lacks) == (None, 600, None, ("google-ads",))


def test_a_filtered_export_does_not_pass_for_the_whole_account(facts):
    days = whole_month(campaign="A", reach=500.0, impressions=600.0)
    one_ad = {"span": (FIRST, LAST), "level": "ad", "reach": 90.0, "impressions": 100.0, "import_id": "i2"}
    found = figure(facts(*days, one_ad), "reach")
    assert (found.amount, found.lower, found.upper) == (None, 500, 31 * 500)


def test_a_day_has_the_reach_of_its_day(facts):
    frame = facts(
        {"day": FIRST, "campaign": "A", "reach": 500.0}, {"day": day(2), "campaign": "A", "reach": 300.0}
    )
    table = daily(frame, OCTOBER)[ALL]
    reach = {one.start.day: value(metric("reach"), sums).amount for one, sums in table.items()}
    assert reach == {1: 500, 2: 300}


# periods, scopes


def test_thirteen_months_come_by_scope_and_month(facts):
    months = months_up_to(OCTOBER, 13)
    rows = [{"day": one.start, "campaign": "A", "spend": float(at)} for at, one in enumerate(months)]
    table = month_table(facts(*rows), plan(facts(*rows), months), "channel")
    assert [table[Scope("meta-ads")][one].total("spend") for one in months] == [float(at) for at in range(13)]


def test_days_before_the_cooperation_are_left_out_of_its_first_month_only(facts):
    start = date(2026, 10, 17)
    rows = [*whole_month(spend=10.0), {"day": date(2026, 9, 30), "spend": 7.0}]
    frame = facts(*rows)
    chosen = plan(frame, [SEPTEMBER, OCTOBER], since=start)
    table = month_table(frame, chosen)[ALL]
    assert (table[SEPTEMBER].total("spend"), table[OCTOBER].total("spend")) == (7, 150)
    assert coverage(chosen, OCTOBER) == Coverage(15, 31)


def test_a_monthly_row_cannot_be_cut_at_the_start_of_the_cooperation(facts):
    frame = facts({"span": (FIRST, LAST), "spend": 310.0})
    chosen = plan(frame, [OCTOBER], since=date(2026, 10, 17))
    assert month_table(frame, chosen) == {}
    assert [finding.code for finding in chosen.findings] == ["range_holds_start"]


def test_a_tiger_quarter_takes_whole_months_inside_it_and_days_at_its_edges(facts):
    quarter = tiger_quarter(date(2026, 3, 17), 1, 1)
    rows = [{"day": date(2026, 3, one), "spend": 1.0} for one in (16, 17, 31)]
    rows += [{"span": (date(2026, 4, 1), date(2026, 4, 30)), "spend": 100.0}]
    assert figure(facts(*rows), "spend", period=quarter).amount == 102


def test_coverage_counts_days_and_takes_a_file_at_its_word(facts):
    chosen = plan(facts(*whole_month(spend=1.0)[:20]), [OCTOBER])
    assert coverage(chosen, OCTOBER) == Coverage(20, 31)
    assert coverage(chosen, OCTOBER, stated={"i1": Period(FIRST, OCTOBER.end)}) == Coverage(31, 31)
    assert coverage(chosen, OCTOBER, "google-ads") == Coverage(0, 31)


def test_a_renamed_campaign_stays_one_under_its_last_name(facts):
    rows = [
        {"day": date(2026, 9, 1), "campaign_id": "7", "campaign": "Old", "spend": 1.0},
        {"day": FIRST, "campaign_id": "7", "campaign": "New", "spend": 2.0},
    ]
    table = month_table(facts(*rows), plan(facts(*rows), [SEPTEMBER, OCTOBER]), "campaign")
    assert list(table) == [Scope("meta-ads", "New")]
    assert table[Scope("meta-ads", "New")][SEPTEMBER].total("spend") == 1


def test_campaigns_and_the_account_agree_on_every_sum(facts):
    rows = whole_month(campaign="A", spend=10.0, clicks=1.0) + whole_month(campaign="B", spend=3.0)
    frame = facts(*rows)
    chosen = plan(frame, [OCTOBER])
    parts = month_table(frame, chosen, "campaign").values()
    whole = month_table(frame, chosen)[ALL][OCTOBER]
    assert sum(held[OCTOBER].total("spend") for held in parts) == pytest.approx(whole.total("spend"))


def test_no_rows_make_no_months(facts):
    frame = facts({"day": date(2020, 1, 1), "spend": 1.0})
    chosen = plan(frame, [OCTOBER])
    assert month_table(frame, chosen) == {}
    assert coverage(chosen, OCTOBER) == Coverage(0, 31)


def test_days_need_no_second_look_at_what_is_stored(facts):
    frame = facts(*whole_month(campaign="A", spend=10.0))
    assert daily(frame, OCTOBER, known=plan(frame, [SEPTEMBER, OCTOBER])) == daily(frame, OCTOBER)


def test_channels_together_are_the_whole(facts):
    frame = facts({"day": FIRST, "spend": 1.0}, {"day": FIRST, "panel": "google-ads", "spend": 2.0})
    chosen = plan(frame, [OCTOBER])
    assert together(month_table(frame, chosen, "channel")) == month_table(frame, chosen)
    assert month_table(frame, chosen)[ALL][OCTOBER].total("spend") == 3
