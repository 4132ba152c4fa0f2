"""Money of two currencies and with a margin: golden figures to the grosz, and silence where no rate is known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tiger_reports.metrics.money import in_terms
from tiger_reports.metrics.months import daily, month_table, plan, value
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Scope
from tiger_reports.model.period import Period, month
from tiger_reports.model.terms import Margin, Rate, Terms, margin_on

OCTOBER, SEPTEMBER = month(2026, 10), month(2026, 9)
GOOGLE, META = Scope("google-ads"), Scope("meta-ads")


def rate(text, first, last, *, base="EUR", quote="PLN"):
    return Rate(base, quote, Decimal(text), Period(first, last), "NBP table A")


WHOLE = rate("4.2654", date(2026, 10, 1), date(2026, 11, 1))
FIRST_HALF = rate("4.25", date(2026, 10, 1), date(2026, 10, 16))
SECOND_HALF = rate("4.30", date(2026, 10, 16), date(2026, 11, 1))


def rows():
    yield {
        "day": date(2026, 10, 1),
        "spend": 1000.0,
        "clicks": 500.0,
        "conversions": 20.0,
        "conversion_value": 4000.0,
    }
    euro = {"panel": "google-ads", "account_id": "g1", "currency": "EUR", "clicks": 100.0, "conversions": 5.0}
    yield {"day": date(2026, 10, 15), "spend": 100.0, "conversion_value": 300.0, **euro}
    yield {"day": date(2026, 10, 16), "spend": 200.0, "conversion_value": 500.0, **euro}


def table(facts, terms, period=OCTOBER, by=""):
    frame = in_terms(facts(*rows()), terms)
    chosen = plan(frame, [period], currency=terms.currency)
    return chosen, month_table(frame, chosen, by)


def figures(facts, terms):
    _, found = table(facts, terms)
    return {
        key: value(metric(key), found[Scope()][OCTOBER]).amount
        for key in ("spend", "conversion_value", "cpa", "roas", "clicks")
    }


def test_one_rate_for_the_month(facts):
    """1000 + 300 * 4.2654 = 2279.62; value 4000 + 800 * 4.2654 = 7412.32; 30 conversions."""
    found = figures(facts, Terms("PLN", (WHOLE,)))
    assert round(found["spend"], 2) == 2279.62
    assert round(found["conversion_value"], 2) == 7412.32
    assert found["cpa"] == pytest.approx(2279.62 / 30)
    assert found["roas"] == pytest.approx(7412.32 / 2279.62)
    assert found["clicks"] == 700


def test_each_day_is_converted_by_its_own_rate(facts):
    """1000 + 100 * 4.25 + 200 * 4.30 = 2285.00."""
    assert figures(facts, Terms("PLN", (FIRST_HALF, SECOND_HALF)))["spend"] == pytest.approx(
        2285.00, abs=1e-9
    )
    frame = in_terms(facts(*rows()), Terms("PLN", (FIRST_HALF, SECOND_HALF)))
    chosen = plan(frame, [OCTOBER], currency="PLN")
    by_day = daily(frame, OCTOBER, "channel", known=chosen)[GOOGLE]
    amounts = {day.start.day: value(metric("spend"), sums).amount for day, sums in by_day.items()}
    assert amounts == {15: pytest.approx(425.0), 16: pytest.approx(860.0)}


def test_without_a_rate_there_is_no_total_and_the_finding_says_what_is_missing(facts):
    chosen, found = table(facts, Terms("PLN"))
    assert value(metric("spend"), found[Scope()][OCTOBER]).amount is None
    assert value(metric("clicks"), found[Scope()][OCTOBER]).amount == 700
    (finding,) = chosen.findings
    assert finding.code == "rate_missing"
    assert (finding.details["currency"], finding.details["wanted"]) == ("EUR", "PLN")
    assert (finding.details["channel"], finding.details["start"]) == ("Google Ads", "2026-10-01")


def test_a_channel_in_another_currency_is_not_shown_as_if_it_were_in_the_reports_own(facts):
    _, found = table(facts, Terms("PLN"), by="channel")
    assert value(metric("spend"), found[GOOGLE][OCTOBER]).amount is None
    assert value(metric("spend"), found[META][OCTOBER]).amount == 1000.0


def test_a_rate_for_a_part_of_the_days_is_not_enough(facts):
    chosen, found = table(facts, Terms("PLN", (FIRST_HALF,)))
    assert value(metric("spend"), found[Scope()][OCTOBER]).amount is None
    assert [finding.code for finding in chosen.findings] == ["rate_missing"]


def test_a_range_is_converted_only_by_a_rate_that_holds_all_of_it(facts):
    row = {"span": (OCTOBER.start, OCTOBER.last_day), "spend": 100.0, "currency": "EUR"}
    for rates, expected in (((WHOLE,), 426.54), ((FIRST_HALF, SECOND_HALF), None)):
        frame = in_terms(facts(row), Terms("PLN", rates))
        found = month_table(frame, plan(frame, [OCTOBER], currency="PLN"))
        amount = value(metric("spend"), found[Scope()][OCTOBER]).amount
        assert amount == (expected if expected is None else pytest.approx(expected))


def test_a_month_without_a_rate_does_not_spoil_the_month_that_has_one(facts):
    old = {
        "day": date(2026, 9, 3),
        "panel": "google-ads",
        "account_id": "g1",
        "currency": "EUR",
        "spend": 50.0,
    }
    frame = in_terms(facts(*rows(), old), Terms("PLN", (WHOLE,)))
    chosen = plan(frame, [SEPTEMBER, OCTOBER], currency="PLN")
    found = month_table(frame, chosen)[Scope()]
    assert value(metric("spend"), found[SEPTEMBER]).amount is None
    assert round(value(metric("spend"), found[OCTOBER]).amount, 2) == 2279.62
    assert [f.details["start"] for f in chosen.findings] == ["2026-09-01"]


def test_a_rate_into_another_currency_converts_nothing(facts):
    other = rate("25.3", OCTOBER.start, OCTOBER.end, quote="CZK")
    assert figures(facts, Terms("PLN", (other,)))["spend"] is None


def test_gross_spend_has_the_margin_and_the_value_has_not(facts):
    """(1000 + 300 * 4.2654) * 1.125 = 2564.57 (2564.5725)."""
    terms = Terms(
        "PLN", (WHOLE,), (Margin(date(2026, 1, 1), Decimal(10)), Margin(date(2026, 10, 1), Decimal("12.5")))
    )
    found = figures(facts, terms)
    assert found["spend"] == pytest.approx(2564.5725)
    assert round(found["conversion_value"], 2) == 7412.32
    assert found["roas"] == pytest.approx(7412.32 / 2564.5725)


def test_a_margin_holds_from_its_month_on():
    margins = (Margin(date(2026, 1, 1), Decimal(10)), Margin(date(2026, 10, 1), Decimal("12.5")))
    days = (date(2025, 12, 31), date(2026, 9, 30), date(2026, 10, 1))
    assert [margin_on(margins, day) for day in days] == [Decimal(0), Decimal(10), Decimal("12.5")]


def test_before_the_first_margin_spend_is_net(facts):
    terms = Terms("PLN", (WHOLE,), (Margin(date(2026, 11, 1), Decimal(10)),))
    assert round(figures(facts, terms)["spend"], 2) == 2279.62


def test_plain_terms_leave_the_rows_alone(facts):
    frame = facts(*rows())
    assert in_terms(frame, Terms("PLN")) is frame
