"""Pinterest and Spotify tables: lists of one, no currency, UTC days."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.period import month
from tiger_reports.panels.date_range import period_of_days

PINTEREST = """\
Date,Campaign name,Ad group name,Ad name,Ad ID,Spend in account currency,Impressions,Reach,Frequency,Result,\
Cost per result,Pin clicks,CTR,CPC,Outbound clicks,Saves,Engagements,Total conversions (Checkout),\
Total order value (Checkout),Total conversions (Add to cart)
2026-06-18,K1,G1,Spring,PP1,1748.00,500,520,0.96,[0],[0.934996875],8,0.016,218.5,7,0,9,0,0,2
2026-06-19,K1,G1,Spring,PP2,9.95,600,500,1.2,[9],[1.42],6,0.01,1.658,5,0,8,3,749.00,1
2026-06-19,K1,G1,Spring,PP3,0.05,10,9,1.11,[],[],0,0,-,0,0,0,0,0,0
"""

SPOTIFY = """\
Report Name: Campaign Performance
Report Granularity: Daily
Report Primary Entity: Ad
Report Date Range: 2026-05-27 - 2026-06-25 (UTC)
Report Data as of: 2026-06-25 14:13:30 (UTC)

Campaign id,Campaign name,Ad set id,Ad set name,Ad id,Ad name,Date,Impressions,Reach,Clicks,Spend,CPC,Ad played to: 100%,Purchases,Attributed revenue
c-1,Lato,s-1,Miasto,a-1," spot_1",2026/05/27,10.00,8,1.00,.22,.22,4,0,0
c-1,Lato,s-1,Miasto,a-1," spot_1",2026/06/26,11.00,9,0,.22,-,5,1,99.5
"""


def test_a_pinterest_table_is_read_with_its_lists_of_one(read):
    table = only(read.text(PINTEREST, currency="AUD"))
    assert (table.panel, table.level, table.grain, table.dropped) == (
        "pinterest-ads",
        Level.AD,
        Grain.DAY,
        (),
    )
    assert column(table, "results") == [0, 9, None]
    assert column(table, "spend") == [1748.0, 9.95, 0.05]
    assert column(table, "clicks") == [8, 6, 0]
    assert column(table, "link_clicks") == [7, 5, 0]
    assert column(table, "reported_ctr") == [0.016, 0.01, 0]
    assert (total(table, "purchases"), total(table, "conversions")) == (3, 3)
    assert (total(table, "conversion_value"), total(table, "add_to_cart")) == (749, 3)
    assert table.unknown_columns == ()


def test_the_cost_of_a_click_is_not_taken_for_the_cost_of_a_result(read):
    assert column(only(read.text(PINTEREST, currency="AUD")), "reported_cost_per_result") == [None] * 3


def test_a_table_of_pinterest_saved_again_by_a_spreadsheet_gives_the_same_figures(read):
    text = (
        "Date;Campaign name;Ad ID;Spend in account currency;Impressions;Pin clicks;Result\n"
        "18.06.2026;A;PP1;1748,00;578;8;[0]\n19.06.2026;A;PP1;9,95;1.595;8;[9]\n"
    )
    table = only(read.text(text, currency="EUR"))
    assert (total(table, "spend"), total(table, "impressions"), total(table, "results")) == (1757.95, 2173, 9)


def test_a_list_of_two_results_is_no_number(read):
    file = read.text(PINTEREST.replace("[9]", '"[9, 3]"'), currency="EUR")
    assert stops(file) == {"unreadable_number"}
    assert finding(file, "unreadable_number").value == "[9, 3]"


@pytest.mark.parametrize("text", [PINTEREST, SPOTIFY], ids=["pinterest", "spotify"])
def test_a_currency_that_stands_nowhere_is_asked_for(read, text):
    file = read.text(text)
    assert stops(file) == {"currency_missing"}
    assert column(file.tables[0], "currency") == [None] * file.tables[0].frame.num_rows


@pytest.mark.parametrize(
    "last",
    [
        "Total,,,,,1758.00,1110,1029,,,,14,,,12,0,17,3,749.00,3",
        ",,,,,1758.00,1110,,,,,14,,,12,0,17,3,749.00,3",
    ],
)
def test_a_total_that_somebody_added_is_not_counted(read, last):
    table = only(read.text(PINTEREST + last + "\n", currency="AUD"))
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [(5, "total")]
    assert total(table, "spend") == 1758.0


def test_pinterest_is_known_by_other_columns_too(read):
    text = "Campaign ID,Campaign name,Spend,Impressions,Pin clicks,Device,Currency\n1,K,1.5,10,1,Mobile,EUR\n"
    table = only(read.text(text, period=month(2026, 6)))
    assert (table.panel, table.currency, column(table, "device")) == ("pinterest-ads", "EUR", ["Mobile"])


def test_a_spotify_report_is_read_under_its_preamble(read):
    file = read.text(SPOTIFY, currency="AUD")
    table = only(file)
    assert (table.panel, table.report, table.level) == ("spotify-ads", "performance", Level.AD)
    assert (table.stated_period.start, table.stated_period.last_day) == (
        dt.date(2026, 5, 27),
        dt.date(2026, 6, 25),
    )
    assert table.export_day == dt.date(2026, 6, 25)
    assert column(table, "source_row") == [8, 9]
    assert column(table, "impressions") == [10, 11]
    assert column(table, "spend") == [0.22, 0.22]
    assert column(table, "reported_cpc") == [0.22, None]
    assert column(table, "ad") == ["spot_1", "spot_1"]
    assert column(table, "link_clicks") == [1, 0]


def test_a_row_after_the_stated_end_is_kept_and_said(read):
    file = read.text(SPOTIFY, currency="AUD")
    assert only(file).period.last_day == dt.date(2026, 6, 26)
    assert finding(file, "rows_outside_period").rows == (9,)


def test_a_spotify_report_without_days_is_of_its_stated_range(read):
    lines = [line for line in SPOTIFY.replace(",Date", "").splitlines() if "/26," not in line]
    table = only(read.text("\n".join(lines).replace(",2026/05/27", ""), currency="AUD"))
    assert (table.grain, table.period.days) == (Grain.RANGE, 30)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [("Daily", (6, 22), (6, 22)), ("Weekly", (6, 22), (6, 25)), ("Monthly", (6, 1), (6, 25))],
)
def test_the_day_column_is_of_weeks_or_months_where_the_preamble_says_so(read, said, first, last):
    text = SPOTIFY.replace("Granularity: Daily", f"Granularity: {said}").replace("2026/05/27", "2026/06/22")
    table = only(read.text(text.replace("2026/06/26", "2026/06/22"), currency="AUD"))
    assert table.period == period_of_days(dt.date(2026, *first), dt.date(2026, *last))


@pytest.mark.parametrize("zone", ["UTC", "GMT+2", "America/New_York", "Europe/Warsaw"])
def test_the_stated_days_are_read_in_any_zone(read, zone):
    table = only(read.text(SPOTIFY.replace("(UTC)", f"({zone})"), currency="AUD"))
    assert (table.stated_period.last_day, table.export_day) == (dt.date(2026, 6, 25), dt.date(2026, 6, 25))


def test_a_preamble_of_spotify_and_nothing_else_is_an_empty_export(read):
    assert codes(read.text(SPOTIFY.split("\n\n", maxsplit=1)[0] + "\n\n")) == {"empty_export"}
