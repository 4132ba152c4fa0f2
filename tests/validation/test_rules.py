"""Single rules at their edges: what they let pass matters as much as what they catch."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from tests.validation.frames import DAY, findings_in, frame_of, subject_of
from tiger_reports.model.check import Expected, Total
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.finding import EXAMPLE_ROWS, Severity
from tiger_reports.model.period import Period, month
from validation import check, rules

OCTOBER = month(2026, 10)


def codes(*rows, **known):
    return set(findings_in(frame_of(*rows), **known))


def test_a_frame_without_rows_has_nothing_to_check() -> None:
    report = check(frame_of().slice(0, 0), subject_of(), Expected())
    assert (report.run, report.findings) == (0, ())


def test_only_rules_that_apply_are_counted() -> None:
    few = check(frame_of({"spend": 1.0}), subject_of(), Expected()).run
    more = check(frame_of({"spend": 1.0, "reach": 1.0, "impressions": 2.0}), subject_of(), Expected()).run
    assert 0 < few < more <= len(rules())


def test_a_missing_figure_is_not_a_zero() -> None:
    assert (
        codes({"spend": 5.0, "impressions": None, "clicks": 9.0}, {"spend": 5.0, "impressions": 400.0})
        == set()
    )


def test_a_file_of_reach_alone_is_checked_too() -> None:
    """Reach never adds up, so there is nothing to sum."""
    assert (
        codes({"reach": 5.0}, period=OCTOBER, today=date(2026, 10, 2), stored_totals=(("spend", 1.0),))
        == set()
    )


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_figure_must_be_a_number(value: float) -> None:
    found = findings_in(frame_of({"spend": 1.0}, {"spend": value}))
    assert found["not_finite"].row == 3
    assert found["not_finite"].column == "spend"


def test_lost_followers_are_a_true_negative() -> None:
    assert codes({"spend": 1.0, "follows": -3.0}) == set()
    assert codes({"spend": -1.0}) == {"negative_value"}


def test_examples_are_limited_and_the_count_is_not() -> None:
    found = findings_in(frame_of(*({"spend": -1.0 * n} for n in range(1, 201))))["negative_value"]
    assert (len(found.rows), found.count, found.row) == (EXAMPLE_ROWS, 200, 2)


def test_the_finding_names_the_file_s_own_header() -> None:
    about = subject_of(headers={"reach": "Zasięg", "impressions": "Wyświetlenia"})
    found = findings_in(frame_of({"reach": 9.0, "impressions": 4.0}), about=about)["reach_above_impressions"]
    assert (found.column, found.value, found.details["other_column"]) == ("Zasięg", "9", "Wyświetlenia")
    assert found.details["entity"] == "Synthetic"


class TestAccounts:
    def test_an_account_of_another_client_is_an_error_nobody_can_waive(self) -> None:
        found = findings_in(
            frame_of({"account": "B", "spend": 1.0}), accounts=("A",), foreign_accounts=("B",)
        )
        assert found["foreign_account"].severity is Severity.ERROR
        assert "unknown_account" not in found

    def test_an_account_that_two_clients_share_is_this_client_s_own(self) -> None:
        assert codes({"account": "A", "spend": 1.0}, accounts=("A",), foreign_accounts=("A", "B")) == set()

    def test_ids_match_with_and_without_dashes(self) -> None:
        assert codes({"account_id": "123-456-7890", "spend": 1.0}, accounts=("1234567890",)) == set()

    def test_names_match_in_any_case(self) -> None:
        assert codes({"account": " Synthetic SHOP", "spend": 1.0}, accounts=("synthetic shop",)) == set()

    def test_nothing_is_said_before_any_account_is_known(self) -> None:
        assert codes({"account": "A", "spend": 1.0}) == set()

    def test_each_unknown_account_is_a_finding(self) -> None:
        rows = [{"account": name, "spend": 1.0} for name in ("A", "B", "C", "C")]
        report = check(frame_of(*rows), subject_of(), Expected(accounts=("A",)))
        assert [(each.value, each.count) for each in report.findings] == [("B", 1), ("C", 2)]

    def test_quotes_braces_and_sql_in_names_are_only_names(self) -> None:
        name = """Robert'); DROP TABLE facts;-- {batch} %s :x "q" \\ $1"""
        assert codes({"account": name, "campaign": name, "spend": -1.0}, accounts=(name,)) == {
            "negative_value"
        }
        assert (
            findings_in(frame_of({"account": name, "spend": 1.0}), accounts=("A",))["unknown_account"].value
            == name
        )


class TestCurrency:
    def test_rows_without_money_need_no_currency(self) -> None:
        assert codes({"impressions": 5.0, "currency": None}) == set()

    def test_money_needs_one(self) -> None:
        assert codes({"spend": 5.0, "currency": None}) == {"currency_missing"}

    def test_it_must_be_the_client_s(self) -> None:
        found = findings_in(frame_of({"spend": 5.0, "currency": "EUR"}), currency="PLN")
        assert found["wrong_currency"].severity is Severity.ERROR
        assert found["wrong_currency"].details["wanted"] == "PLN"


class TestPeriod:
    def daily(self, *days: int, **more):
        return frame_of(*({"period_start": date(2026, 10, day), "spend": 1.0, **more} for day in days))

    def test_days_to_come_are_not_missing(self) -> None:
        assert findings_in(self.daily(*range(1, 11)), period=OCTOBER, today=date(2026, 10, 11)) == {}

    def test_a_gap_of_one_account_is_seen_beside_a_whole_one(self) -> None:
        rows = [{"account": "A", "spend": 1.0, "period_start": date(2026, 10, day)} for day in range(1, 32)]
        rows += [{**row, "account": "B"} for row in rows if row["period_start"].day != 9]
        found = findings_in(frame_of(*rows), period=OCTOBER, today=date(2026, 11, 4))["missing_days"]
        assert (found.details["account"], found.details["days"], found.details["n"]) == ("B", "2026-10-09", 1)

    def test_nothing_is_missing_in_a_pause_and_only_the_days_around_it_are_asked_for(self) -> None:
        paused = (Period(date(2026, 10, 3), date(2026, 10, 18)),)
        rows, asked = self.daily(1, 2, *range(18, 31)), {"period": OCTOBER, "today": date(2026, 11, 4)}
        assert findings_in(rows, **asked)["missing_days"].details["n"] == 16
        found = findings_in(rows, pauses=paused, **asked)["missing_days"]
        assert (found.details["n"], found.details["days"]) == (1, "2026-10-31")

    def test_days_without_a_post_are_not_missing(self) -> None:
        asked = {"period": OCTOBER, "today": date(2026, 11, 4)}
        posts = subject_of(panel="meta-business-suite", kind="organic", lifetime=True)
        assert "missing_days" in findings_in(self.daily(3, 20, segment="1"), **asked)
        assert "missing_days" not in findings_in(self.daily(3, 20, segment="1"), about=posts, **asked)

    def test_a_whole_month_of_pause_asks_for_nothing(self) -> None:
        found = findings_in(self.daily(9), period=OCTOBER, today=date(2026, 11, 4), pauses=(OCTOBER,))
        assert "missing_days" not in found

    @pytest.mark.parametrize(
        ("first", "until", "complains"),
        [
            (date(2026, 10, 18), date(2026, 11, 1), False),
            (date(2026, 10, 18), date(2026, 10, 31), True),
            (date(2026, 10, 19), date(2026, 11, 1), True),
        ],
    )
    def test_a_range_beside_a_pause_is_whole(self, first, until, complains) -> None:
        row = {"period_start": first, "period_end": until, "spend": 1.0}
        found = findings_in(
            frame_of(row),
            about=subject_of(grain=Grain.RANGE),
            period=OCTOBER,
            today=date(2026, 11, 4),
            pauses=(Period(OCTOBER.start, date(2026, 10, 18)),),
        )
        assert ("incomplete_period" in found) is complains

    def test_a_wrong_month_is_an_error_and_not_a_heap_of_missing_days(self) -> None:
        rows = frame_of({"period_start": date(2026, 9, 5), "spend": 1.0})
        found = findings_in(rows, period=OCTOBER, today=date(2026, 11, 4))
        assert {code: each.severity for code, each in found.items()} == {"wrong_period": Severity.ERROR}

    def test_zero_rows_for_days_to_come_are_no_figures(self) -> None:
        rows = [
            {"period_start": date(2026, 10, 9), "spend": 4.0},
            {"period_start": date(2026, 10, 20), "spend": 0.0},
        ]
        assert codes(*rows, today=date(2026, 10, 11)) == set()
        assert codes({"period_start": date(2026, 10, 20), "spend": 4.0}, today=date(2026, 10, 11)) == {
            "future_days"
        }

    def test_the_day_of_export_is_not_over(self) -> None:
        about = subject_of(export_day=date(2026, 10, 3))
        assert set(findings_in(self.daily(1, 2, 3), about=about)) == {"partial_day"}
        assert findings_in(self.daily(1, 2), about=about) == {}

    def test_a_row_over_two_months_cannot_be_cut(self) -> None:
        row = {"period_start": date(2026, 9, 15), "period_end": date(2026, 11, 1), "spend": 1.0}
        about = subject_of(grain=Grain.RANGE)
        assert set(findings_in(frame_of(row), about=about, period=OCTOBER)) == {"period_crosses_month"}


class TestDuplicates:
    def test_one_name_on_many_ids_is_no_duplicate(self) -> None:
        assert codes(*({"spend": 10.0, "impressions": 500.0} for _ in range(18))) == set()

    def test_one_id_split_by_age_is_no_duplicate(self) -> None:
        row = {"campaign_id": "x", "spend": 1.0}
        assert codes({**row, "age": "18-24"}, {**row, "age": "25-34"}) == set()
        assert codes({**row, "age": "18-24"}, {**row, "age": "18-24"}) == {"duplicate_id"}

    def test_ids_are_those_of_the_level(self) -> None:
        rows = frame_of(
            {"campaign_id": "x", "ad_id": "1", "spend": 1.0}, {"campaign_id": "x", "ad_id": "2", "spend": 1.0}
        )
        assert findings_in(rows, about=subject_of(level=Level.AD)) == {}

    def test_small_rows_that_meet_by_chance_are_no_copies(self) -> None:
        row = {"campaign_id": None, "spend": 0.12, "impressions": 1.0, "clicks": 1.0}
        assert codes(row, row) == {"repeated_names"}
        assert codes({**row, "impressions": 812.0}, {**row, "impressions": 812.0}) == {"identical_rows"}


class TestTotals:
    def total(self, covers: bool = True, **values: float):
        return subject_of(totals=(Total(9, "Total", covers, values),))

    def test_rounding_of_the_rows_is_forgiven(self) -> None:
        rows = frame_of({"spend": 1282.97}, {"spend": 1282.96})
        assert findings_in(rows, about=self.total(spend=2565.92)) == {}
        assert set(findings_in(rows, about=self.total(spend=2565.80))) == {"total_differs"}

    def test_counts_are_exact(self) -> None:
        rows = frame_of({"impressions": 10.0}, {"impressions": 11.0})
        assert findings_in(rows, about=self.total(impressions=21)) == {}
        assert set(findings_in(rows, about=self.total(impressions=22))) == {"total_differs"}

    def test_a_wider_total_is_not_compared(self) -> None:
        assert findings_in(frame_of({"spend": 1.0}), about=self.total(covers=False, spend=164.11)) == {}

    def test_reach_never_adds_up_and_is_never_compared(self) -> None:
        rows = frame_of({"reach": 70.0, "impressions": 90.0}, {"reach": 60.0, "impressions": 90.0})
        assert findings_in(rows, about=self.total(reach=100, impressions=180)) == {}

    def test_a_bound_makes_a_sum_too_small_and_is_no_fault(self) -> None:
        rows = frame_of({"impressions": 10.0}, {"impressions": None, "spend": 1.0, "bounds": "impressions<5"})
        assert findings_in(rows, about=self.total(impressions=13)) == {}

    @pytest.mark.parametrize(("stored", "differs"), [(1004.0, False), (1006.0, True)])
    def test_two_sources_agree_within_half_a_percent_of_spend(self, stored: float, differs: bool) -> None:
        found = findings_in(frame_of({"spend": stored}), stored_totals=(("spend", 1000.0),))
        assert set(found) == ({"account_differs"} if differs else set())

    def test_conversions_by_another_attribution_are_never_a_fault(self) -> None:
        found = findings_in(frame_of({"conversions": 90.0}), stored_totals=(("conversions", 60.0),))
        assert {each.severity for each in found.values()} == {Severity.NOTE}


RATIOS = {
    "reported_ctr": ({"clicks": 25.0, "impressions": 1000.0}, 0.025),
    "reported_link_ctr": ({"link_clicks": 20.0, "impressions": 1000.0}, 0.02),
    "reported_cpc": ({"spend": 21.0, "clicks": 25.0}, 0.84),
    "reported_link_cpc": ({"spend": 21.0, "link_clicks": 20.0}, 1.05),
    "reported_cpm": ({"spend": 21.0, "impressions": 1000.0}, 21.0),
    "reported_frequency": ({"impressions": 1000.0, "reach": 800.0}, 1.25),
    "reported_cost_per_result": ({"spend": 21.0, "results": 20.0, "result_type": "link"}, 1.05),
    "reported_cpa": ({"spend": 21.0, "conversions": 4.0}, 5.25),
    "reported_roas": ({"spend": 20.0, "conversion_value": 75.0}, 3.75),
}


class TestRatios:
    @pytest.mark.parametrize("column", RATIOS)
    def test_a_rate_that_its_parts_give_passes(self, column: str) -> None:
        parts, rate = RATIOS[column]
        assert codes({**parts, column: rate}) == set()

    @pytest.mark.parametrize("column", RATIOS)
    def test_a_rate_that_they_do_not_give_is_caught(self, column: str) -> None:
        parts, rate = RATIOS[column]
        rows = [{**parts, column: rate}, {**parts, column: round(rate * 1.1 + 0.011, 3)}]
        found = findings_in(frame_of(*rows))["ratio_differs"]
        assert (found.row, found.column) == (3, column)
        assert found.details["recomputed"] == pytest.approx(rate)

    def test_a_rate_printed_with_two_digits_may_be_rounded(self) -> None:
        assert codes({"clicks": 1.0, "impressions": 3.0, "reported_ctr": 0.3333}) == set()
        assert codes({"clicks": 8.0, "impressions": 300.0, "reported_ctr": 0.0267}) == set()

    def test_a_rate_over_nothing_is_undefined_and_not_wrong(self) -> None:
        assert (
            codes({"spend": 4.0, "conversions": 0.0, "reported_cpa": 0.0}, {"spend": 2.0, "conversions": 1.0})
            == set()
        )

    def test_a_conversion_rate_over_one_hundred_percent_passes(self) -> None:
        rows = {"clicks": 44814.0, "impressions": 1606880.0, "conversions": 60000.0, "reported_cvr": 1.3393}
        assert codes(rows) == set()


class TestFiguresAgainstFigures:
    def test_a_few_link_clicks_more_than_clicks_are_counted_at_another_moment(self) -> None:
        assert codes({"clicks": 151.0, "link_clicks": 155.0}) == set()
        assert codes({"clicks": 151.0, "link_clicks": 190.0}) == {"link_clicks_above_clicks"}

    def test_two_clicks_on_one_impression_are_a_fault_only_where_the_panel_says_so(self) -> None:
        rows = frame_of({"clicks": 90.0, "impressions": 60.0})
        assert findings_in(rows, about=subject_of(panel="meta-ads")) == {}
        assert set(findings_in(rows, about=subject_of(panel="google-ads"))) == {"clicks_above_impressions"}

    def test_pinterest_counts_reach_on_another_clock(self) -> None:
        rows = frame_of({"reach": 90.0, "impressions": 60.0})
        assert findings_in(rows, about=subject_of(panel="pinterest-ads")) == {}


class TestHistory:
    HISTORY = (("2026-07", "spend", 90.0), ("2026-08", "spend", 100.0), ("2026-09", "spend", 400.0))

    @pytest.mark.parametrize(
        ("spend", "jumps"), [(100.0, False), (499.0, False), (501.0, True), (19.0, True)]
    )
    def test_five_times_the_median_is_a_jump(self, spend: float, jumps: bool) -> None:
        rows = [{"spend": spend, "period_start": DAY + timedelta(day)} for day in range(3)]
        assert codes(*rows, history=self.HISTORY) == ({"jump"} if jumps else set())

    def test_two_months_are_no_history(self) -> None:
        assert codes({"spend": 9999.0}, history=self.HISTORY[:2]) == set()

    def test_a_small_account_does_not_jump(self) -> None:
        small = tuple((month_, measure, amount / 50) for month_, measure, amount in self.HISTORY)
        assert codes({"spend": 99.0}, history=small) == set()

    def test_a_jump_may_be_accepted(self) -> None:
        found = findings_in(frame_of({"spend": 9999.0}), history=self.HISTORY)["jump"]
        assert found.severity is Severity.BLOCKING
