"""Dates in the forms and languages that panels write."""

from __future__ import annotations

import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from tests.panels.conftest import column, finding, only, stops
from tiger_reports.model.fact import Grain
from tiger_reports.model.period import Period
from tiger_reports.panels import DateOrder
from tiger_reports.panels.date_range import range_in_name, range_in_title, range_of
from tiger_reports.panels.date_text import month_of_text, parts_of

DAY = dt.date(2026, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-12", "2026/05/12", "20260512", "2026-05-12T01:00:00", "2026-05-12 00:00", "12.05.2026", "12. 5. 2026",
        "12.5.26", "May 12, 2026", "Tue, May 12, 2026", "12 May 2026", "12 de maio de 2026", "12 maja 2026", "12 maj 2026",
        "12. května 2026", "12 мая 2026 г.", "12. Mai 2026", "12 травня 2026 р.", "12 mai 2026", "May 12, 2026, 12:00 AM",
        "wt., 12 maj 2026",
    ],
)  # fmt: skip
def test_a_date_is_read(text):
    assert parts_of(text).day(None) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "A", "2026", "45", "Total", "2026-13-01", "31.02.2026", "Mayor 12, 2026", "12 12 2026", "May 2026"],
)
def test_what_is_no_date_is_none(text):
    parts = parts_of(text)
    assert parts is None or parts.day(None) is None


def test_with_slashes_the_order_is_open():
    assert parts_of("05/12/2026").day(None) is None
    assert parts_of("05/12/2026").day(DateOrder.MONTH_FIRST) == DAY
    assert parts_of("12/05/2026").day(DateOrder.DAY_FIRST) == DAY
    assert parts_of("05/05/2026").day(None) == dt.date(2026, 5, 5)


@pytest.mark.parametrize(
    "text",
    [
        "July 8, 2026 - July 31, 2026", "8 July 2026 - 31 July 2026", "8 de julho de 2026 - 31 de julho de 2026",
        "8 lipca 2026 - 31 lipca 2026", "8. Juli 2026 – 31. Juli 2026", "8. července 2026 - 31. července 2026",
        "8 июля 2026 г. – 31 июля 2026 г.", "08.07.2026 - 31.07.2026", "2026-07-08 - 2026-07-31", "7/8/2026 - 7/31/2026",
        "8 lipca - 31 lipca 2026", "2026-07-08 to 2026-07-31",
    ],
)  # fmt: skip
def test_a_range_is_read(text):
    assert range_of(text) == Period(dt.date(2026, 7, 8), dt.date(2026, 8, 1))


@pytest.mark.parametrize(
    "text",
    ["All time", "RB - Campaign performance", "", "July 31, 2026 - July 8, 2026", "3/4/2026 - 5/6/2026"],
)
def test_what_is_no_certain_range_is_none(text):
    assert range_of(text) is None


def test_ranges_in_titles_and_names():
    assert range_in_title("Ad report (Oct 25, 2016-Oct 31, 2016)").days == 7
    assert range_in_name("Time_series(2026.02.05-2026.02.10).csv").days == 6
    assert range_in_name("konto-Campaign Report-2026-10-01 to 2026-10-02.xlsx").days == 2
    assert range_in_name("Campaign overview data 20261001 - 20261008.xlsx").days == 8
    assert range_in_name("Campaign report (1).csv") is None


@pytest.mark.parametrize(
    "text", ["May 2026", "maj 2026", "2026-05", "05.2026", "květen 2026", "Май 2026", "mai 2026"]
)
def test_a_month_is_its_first_day(text):
    assert month_of_text(text) == dt.date(2026, 5, 1)


def file_of(*dates: str) -> str:
    return "Day,Campaign name,Amount spent (EUR)\n" + "".join(f'"{date}",A,1.50\n' for date in dates)


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("01/02/2026", "03/24/2026"), dt.date(2026, 1, 2)),
        (("01/02/2026", "24/03/2026"), dt.date(2026, 2, 1)),
    ],
)
def test_one_date_of_the_file_settles_the_order_of_all(read, dates, first):
    assert column(read.table(file_of(*dates)), "period_start")[0] == first


def test_an_order_that_nothing_settles_is_refused_and_can_be_given(read):
    text = file_of("01/02/2026", "03/04/2026")
    file = read.text(text)
    assert stops(file) == {"ambiguous_date"}
    assert finding(file, "ambiguous_date").details["examples"] == "01/02/2026, 03/04/2026"
    table = only(read.text(text, date_order=DateOrder.DAY_FIRST))
    assert column(table, "period_start") == [dt.date(2026, 2, 1), dt.date(2026, 4, 3)]


def test_dates_of_both_orders_are_refused(read):
    assert stops(read.text(file_of("13/02/2026", "02/13/2026"))) == {"ambiguous_date"}


def test_the_stated_days_settle_the_order(read):
    table = read.table(
        'Mein Bericht\n1. Februar 2026 – 28. Februar 2026\nTag,Kampagne,Währungscode,Kosten\n01/02/2026,A,EUR,"1,50"\n'
    )
    assert column(table, "period_start") == [dt.date(2026, 2, 1)]


def test_days_without_a_year_ask_for_it(read):
    text = file_of("December 31", "January 1")
    assert stops(read.text(text)) == {"year_missing"}
    assert column(only(read.text(text, year=2026)), "period_start") == [
        dt.date(2025, 12, 31),
        dt.date(2026, 1, 1),
    ]


def test_days_without_a_year_may_run_backwards_over_new_year(read):
    table = only(read.text(file_of("2 stycznia", "1 stycznia", "31 grudnia"), year=2026))
    assert column(table, "period_start")[-1] == dt.date(2025, 12, 31)


def test_a_cell_that_is_no_date_is_named(read):
    found = finding(read.text(file_of("2026-01-01", "soon")), "unreadable_date")
    assert (found.row, found.column, found.value) == (3, "Day", "soon")


def test_excel_day_numbers_are_days(read):
    rows = [["Day", "Campaign name", "Amount spent (EUR)"], [46023, "A", 1.5]]
    assert column(only(read.sheets({"W": rows})), "period_start") == [dt.date(2026, 1, 1)]


def test_rows_outside_the_stated_days_are_noted(read):
    text = 'Mein Bericht\n1. Juni 2026 – 2. Juni 2026\nTag,Kampagne,Währungscode,Kosten\n2026-06-03,A,EUR,"1,50"\n'
    found = finding(read.text(text), "rows_outside_period")
    assert (found.row, found.details["end"]) == (4, "2026-06-02")


def test_weeks_are_seven_days_and_ranges_of_mixed_length_are_ranges(read):
    table = read.table("Week,Campaign name,Amount spent (EUR)\n2026-06-01,A,1.50\n2026-06-08,A,1.50\n")
    assert column(table, "period_end") == [dt.date(2026, 6, 8), dt.date(2026, 6, 15)]
    assert table.grain is Grain.RANGE


def test_a_period_that_ends_before_it_starts_is_refused(read):
    text = "Reporting starts,Reporting ends,Campaign name,Amount spent (EUR)\n2026-06-30,2026-06-01,A,1.5\n"
    assert stops(read.text(text)) == {"unreadable_date"}


def test_the_days_of_a_file_that_states_none_can_be_given(read):
    text = "Campaign report\nAll time\nCampaign,Currency code,Cost\nA,PLN,1.50\n"
    june = Period(dt.date(2026, 6, 1), dt.date(2026, 7, 1))
    assert only(read.text(text, period=june)).period == june


@given(
    day=st.dates(dt.date(2010, 1, 1), dt.date(2035, 12, 31)),
    language=st.sampled_from(["en", "en_GB", "pl", "cs", "ru", "de", "es", "pt_BR", "uk", "fr"]),
    width=st.sampled_from(["medium", "long", "full"]),
)
def test_a_date_written_by_cldr_is_read_back(day, language, width):
    text = format_date(day, format=width, locale=language)
    if "/" not in text:
        assert parts_of(text).day(None) == day
