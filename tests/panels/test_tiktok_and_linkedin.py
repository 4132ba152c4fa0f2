"""TikTok Ads workbooks, and LinkedIn Campaign Manager with its stacked tables."""

from __future__ import annotations

import datetime as dt

from tests.panels.conftest import codes, column, only, stops, total
from tiger_reports.model.fact import Grain, Level

TIKTOK = [
    ["Campaign name", "Ad group name", "Ad name", "By Day", "Cost", "Impressions", "Clicks (Destination)", "CTR (Destination)",
     "Website URL (Ad level）", "Currency"],
    ["K1", "G1", "A1", "2026-10-01", 10.5, "<5", 3, "1.2%", "https://example.org", "PLN"],
    ["K1", "G1", "A2", "2026-10-01", 20, 2000, "--", "--", "https://example.org", "PLN"],
    ["Total of 2 results", "-", "-", "-", 30.5, 2003, 3, "0.1%", "-", "PLN"],
]  # fmt: skip

LINKEDIN = """\
Campaign Performance Report (in UTC)
"Report Start: December 6, 2025, 12:00 AM"
"Report End: March 5, 2026, 11:59 PM"
"Date Generated: March 6, 2026, 9:46 AM"

Start Date (in UTC)\tAccount Name\tCurrency\tCampaign ID\tCampaign Name\tTotal Spent\tImpressions\tClicks\tClick Through Rate\tReach
12/6/2025\tKonto\tBRL\t483\tA\t170.21\t6082\t13\t0.214%\t3461
12/6/2025\tKonto\tBRL\t484\tB\t169.91\t7212\t26\t0.361%\t3479"""

DEMOGRAPHICS = """\
Demographics Report (in UTC)
"Report Start: December 6, 2025, 12:00 AM"
"Report End: March 5, 2026, 11:59 PM"
"Date Generated: March 6, 2026, 9:46 AM"

Company Name Segment\tImpressions\tClicks\tClick Through Rate
Firma A\t90\t1\t1.111%
\t\t\t
Job Title Segment\tImpressions\tClicks\tClick Through Rate
Analyst\t70\t0\t0%
Buyer\t40\t1\t2.5%
"""


def test_the_last_row_that_counts_results_is_a_total(read):
    table = only(read.sheets({"Sheet1": TIKTOK}))
    assert (table.panel, table.level, table.grain) == ("tiktok-ads", Level.AD, Grain.DAY)
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [(4, "total")]
    assert (total(table, "spend"), table.totals[0].covers_rows) == (30.5, True)


def test_a_total_row_in_another_language_is_told_by_its_count(read):
    rows = [*TIKTOK[:3], ["Gesamtzahl: 2 Ergebnisse", *TIKTOK[3][1:]]]
    assert total(only(read.sheets({"Sheet1": rows})), "spend") == 30.5


def test_a_bound_stays_a_bound(read):
    file = read.sheets({"Sheet1": TIKTOK})
    table = only(file)
    assert column(table, "impressions") == [None, 2000]
    assert column(table, "bounds") == ["impressions<5", None]
    assert "bounds" in codes(file)


def test_destination_clicks_are_link_clicks_and_not_all_clicks(read):
    table = only(read.sheets({"Sheet1": TIKTOK}))
    assert column(table, "link_clicks") == [3, None]
    assert column(table, "clicks") == [None, None]
    assert "clicks" not in table.headers


def test_a_report_without_days_takes_them_from_its_name(read):
    rows = [[cell for at, cell in enumerate(row) if at != 3] for row in TIKTOK]
    named = read.sheets({"Sheet1": rows}, name="konto-Campaign Report-2026-10-01 to 2026-10-02.xlsx")
    assert only(named).period.days == 2
    assert stops(read.sheets({"Sheet1": rows}, name="raport.xlsx")) == {"period_unknown"}


def test_a_failed_export_of_one_cell_is_empty(read):
    assert codes(read.sheets({"Sheet1": [["Campaign name"]]})) == {"empty_export"}


def test_a_start_date_that_repeats_the_report_is_not_a_day(read):
    table = only(read.text(LINKEDIN, encoding="utf-16"))
    assert (table.report, table.grain, table.currency) == ("campaign-performance", Grain.RANGE, "BRL")
    assert (table.period.start, table.period.last_day) == (dt.date(2025, 12, 6), dt.date(2026, 3, 5))
    assert table.export_day == dt.date(2026, 3, 6)
    assert column(table, "source_row") == [7, 8]
    assert column(table, "reported_ctr") == [0.00214, 0.00361]


def test_start_dates_that_differ_are_days_written_month_first(read):
    text = LINKEDIN.replace("12/6/2025\tKonto\tBRL\t484", "1/7/2026\tKonto\tBRL\t484")
    table = only(read.text(text, encoding="utf-16"))
    assert (table.grain, column(table, "period_start")) == (
        Grain.DAY,
        [dt.date(2025, 12, 6), dt.date(2026, 1, 7)],
    )


def test_start_dates_on_the_first_of_months_are_months(read):
    text = LINKEDIN.replace("12/6/2025\tKonto\tBRL\t484", "1/1/2026\tKonto\tBRL\t484")
    table = only(read.text(text, encoding="utf-16"))
    assert column(table, "period_end") == [dt.date(2026, 1, 1), dt.date(2026, 2, 1)]


def test_the_placement_report_is_known_as_parts(read):
    table = only(read.text(LINKEDIN.replace("\tReach", "\tPlacement"), encoding="utf-16"))
    assert table.report == "campaign-placement"
    assert column(table, "placement") == ["3461", "3479"]


def test_stacked_tables_are_shown_apart_and_never_added(read):
    file = read.text(DEMOGRAPHICS, encoding="utf-16")
    assert stops(file) == {"overlapping_tables"}
    assert [(table.section, total(table, "impressions")) for table in file.tables] == [
        ("Company Name Segment", 90),
        ("Job Title Segment", 110),
    ]
    assert [column(table, "source_row") for table in file.tables] == [[7], [10, 11]]
    assert column(file.tables[1], "segment") == ["Analyst", "Buyer"]


def test_a_preamble_and_nothing_else_is_an_empty_export(read):
    assert codes(read.text(LINKEDIN.split("\n\n", maxsplit=1)[0] + "\n\n", encoding="utf-16")) == {
        "empty_export"
    }
