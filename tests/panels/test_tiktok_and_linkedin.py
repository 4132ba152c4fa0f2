"""TikTok Ads workbooks, and LinkedIn Campaign Manager with its stacked tables."""

from __future__ import annotations

import datetime as dt

import pytest

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


@pytest.mark.parametrize("count", [1, 2, 97, 1204])
@pytest.mark.parametrize(
    "label", ["Total of {} results", "Total: {} results", "Łącznie: {} wyników", "Итого: {} результатов"]
)
def test_a_total_row_counts_the_rows_above_it(read, count, label):
    row = ["K1", "G1", "A1", "2026-10-01", 1.5, 10, 3, "1.2%", "https://example.org", "PLN"]
    rows = [
        TIKTOK[0],
        *([row] * count),
        [label.format(f"{count:,}"), *["-"] * 3, 1.5 * count, 10 * count, 3 * count, "-", "-", "PLN"],
    ]
    table = only(read.sheets({"Sheet1": rows}))
    assert (table.frame.num_rows, total(table, "spend")) == (count, 1.5 * count)
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [(count + 2, "total")]


def test_a_header_with_a_full_width_bracket_is_known(read):
    assert only(read.sheets({"Sheet1": TIKTOK})).unknown_columns == ()


@pytest.mark.parametrize("revenue", ["Gross revenue", "Gross revenue (Shop)"])
def test_the_daily_file_of_gmv_max_is_read_with_its_days_to_come(read, revenue):
    rows = [
        ["Date", "Cost", "Net Cost", "SKU orders", "Cost per order", revenue, "ROI", "Currency"],
        ["2026-10-01", 1.5, 1.5, 1, 1.5, 9.0, 6, "EUR"],
        ["2026-10-02", 2.5, 2.5, 1, 2.5, 9.0, 3.6, "EUR"],
        ["2026-10-03", 0, 0, 0, 0, 0, 0, "EUR"],
        ["Total of 3 results", 4, 4, 2, 2, 18, 4.5, "EUR"],
    ]
    table = only(read.sheets({"Sheet1": rows}, name="Campaign overview data 20261001 - 20261008.xlsx"))
    assert (table.panel, table.level, table.grain) == ("tiktok-ads", Level.ACCOUNT, Grain.DAY)
    assert (total(table, "spend"), total(table, "conversions"), total(table, "conversion_value")) == (
        4.0,
        2,
        18.0,
    )
    assert column(table, "spend") == [1.5, 2.5, 0.0]
    assert table.period.last_day == dt.date(2026, 10, 3)


def linkedin(report: str, columns: str, *rows: str) -> str:
    preamble = LINKEDIN.split("\n\n", maxsplit=1)[0].replace("Campaign Performance", report)
    lines = "".join(f"12/6/2025\tKonto\tBRL\t{row}\t1.50\t10\t1\n" for row in rows)
    return f"{preamble}\n\nStart Date (in UTC)\tAccount Name\tCurrency\t{columns}\tTotal Spent\tImpressions\tClicks\n{lines}"


@pytest.mark.parametrize(
    ("report", "columns", "rows", "known_as", "level"),
    [
        ("Account Performance", "Account ID", ("7",), "campaign-performance", Level.ACCOUNT),
        (
            "Campaign Group Performance",
            "Campaign Group ID\tCampaign Group Name",
            ("1\tG",),
            "campaign-performance",
            Level.CAMPAIGN,
        ),
        (
            "Ad Performance",
            "Campaign Name\tAd ID\tCreative Name",
            ("A\t11\tc", "A\t12\tc"),
            "creative-performance",
            Level.AD,
        ),
        (
            "LAN",
            "Campaign Name\tPublisher Name",
            ("A\tapp 1", "A\tapp 2"),
            "campaign-placement",
            Level.CAMPAIGN,
        ),
        (
            "Conversion Performance",
            "Campaign Name\tConversion Name",
            ("A\tLead", "A\tBuy"),
            "campaign-performance",
            Level.CAMPAIGN,
        ),
    ],
)
def test_the_reports_of_one_account_are_told_apart(read, report, columns, rows, known_as, level):
    table = only(read.text(linkedin(report, columns, *rows), encoding="utf-16"))
    assert (table.report, table.level, table.frame.num_rows) == (known_as, level, len(rows))
    assert (total(table, "spend"), table.unknown_columns, table.grain) == (1.5 * len(rows), (), Grain.RANGE)


def test_parts_of_a_campaign_stay_parts(read):
    lan = only(
        read.text(linkedin("LAN", "Campaign Name\tPublisher Name", "A\tapp 1", "A\tapp 2"), encoding="utf-16")
    )
    assert column(lan, "placement") == ["app 1", "app 2"]


@pytest.mark.parametrize("report", ["LAN", "Ad Performance", "Campaign Performance", "Demographics"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n\t\t\n"])
def test_a_linkedin_report_of_a_preamble_alone_is_empty(read, report, tail):
    preamble = LINKEDIN.split("\n\n", maxsplit=1)[0].replace("Campaign Performance", report)
    assert codes(read.text(preamble + tail, encoding="utf-16")) == {"empty_export"}


FRENCH = (
    "Rapport sur les performances de la campagne (en UTC)\n"
    '"Début du rapport : 6 décembre 2025, 00:00"\n"Fin du rapport : 18 décembre 2025, 23:59"\n"Date de génération : 6 mars 2026, 09:46"\n\n'
    "Date de début (en UTC)\tNom du compte\tDevise\tNom de la campagne\tTotal dépensé\tImpressions\tClics\tTaux de clics\n"
    "{0}\tK\tEUR\tÉté\t1234,5\t1\u202f000\t1\t0,214 %\n{1}\tK\tEUR\tÉté\t0,5\t10\t1\t0,214 %\n"
)


def test_a_french_report_is_read_with_its_own_marks_and_said_to_be_unconfirmed(read):
    file = read.text(FRENCH.format("06/12/2025", "06/12/2025"), encoding="utf-16")
    table = only(file)
    assert (table.language, table.grain, total(table, "spend"), total(table, "impressions")) == (
        "fr",
        Grain.RANGE,
        1235.0,
        1010,
    )
    assert column(table, "reported_ctr") == [0.00214, 0.00214]
    assert (table.period.last_day, table.export_day) == (dt.date(2025, 12, 18), dt.date(2026, 3, 6))
    assert codes(file) == {"unconfirmed_headers"}


def test_days_of_a_french_report_are_not_taken_for_american_ones(read):
    table = only(read.text(FRENCH.format("07/12/2025", "08/12/2025"), encoding="utf-16"))
    assert column(table, "period_start") == [dt.date(2025, 12, 7), dt.date(2025, 12, 8)]
