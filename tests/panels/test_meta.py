"""Meta Ads: the Ads Manager table and Ads Reporting, in the languages of its interface."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.model.fact import Grain, Level

POLISH = """\
"Początek raportowania","Koniec raportowania","Nazwa kampanii","Emisja kampanii",Wyniki,"Typ wyniku",Zasięg,\
Wyświetlenia,"Wydana kwota (PLN)","Kliknięcia (wszystkie)","CTR (wszystkie)","Kliknięcia linku",Zakupy
2026-01-01,2026-01-31,,,,,12000,40000,1234.5,500,1.25,450,7
2026-01-01,2026-01-31,"Wiosna, lato",active,12,actions:link_click,8000,30000,1000,400,1.3333,370,6
2026-01-01,2026-01-31,Zima,active,3,actions:post_engagement,5000,10000,234.5,100,1,80,1
"""


def test_a_polish_table_is_read_with_its_currency_and_language(read):
    table = read.table(POLISH)
    assert (table.panel, table.report, table.language) == ("meta-ads", "ads-manager-table", "pl")
    assert (table.level, table.currency) == (Level.CAMPAIGN, "PLN")
    assert column(table, "campaign") == ["Wiosna, lato", "Zima"]
    assert column(table, "spend") == [1000.0, 234.5]
    assert table.headers["spend"] == "Wydana kwota (PLN)"


def test_the_summary_row_is_never_counted(read):
    table = read.table(POLISH)
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [(2, "total")]
    assert column(table, "source_row") == [3, 4]
    (declared,) = table.totals
    assert declared.row == 2
    assert declared.covers_rows
    assert declared.values["spend"] == total(table, "spend")
    assert declared.values["reach"] == 12000


def test_the_summary_row_is_found_where_somebody_sorted_the_file(read):
    header, summary, *rows = POLISH.splitlines()
    table = read.table("\n".join([header, rows[0], summary, rows[1], ""]))
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [(3, "total")]
    assert total(table, "spend") == 1234.5


def test_several_nameless_rows_are_asked_about(read):
    file = read.text(POLISH + "2026-01-01,2026-01-31,,,,,1,1,1,1,1,1,1\n")
    assert stops(file) == {"nameless_rows"}
    assert finding(file, "nameless_rows").rows == (2, 5)


def test_rates_without_a_sign_are_percents_in_meta_files(read):
    assert column(read.table(POLISH), "reported_ctr") == [0.013333, 0.01]


def test_results_keep_their_kind_row_by_row_and_conversions_are_purchases(read):
    table = read.table(POLISH)
    assert column(table, "result_type") == ["actions:link_click", "actions:post_engagement"]
    assert column(table, "results") == [12, 3]
    assert column(table, "conversions") == [6, 1]
    assert table.headers["conversions"] == "Zakupy"


def test_conversions_are_leads_where_the_file_has_no_purchases(read):
    table = read.table(POLISH.replace("Zakupy", "Potencjalni klienci"))
    assert column(table, "conversions") == column(table, "leads") == [6, 1]
    assert column(table, "purchases") == [None, None]


def test_a_range_of_one_calendar_month_is_month_grain(read):
    table = read.table(POLISH)
    assert table.grain is Grain.MONTH
    assert column(table, "period_start")[0] == dt.date(2026, 1, 1)
    assert column(table, "period_end")[0] == dt.date(2026, 2, 1)
    assert table.period.days == 31


def test_a_polish_table_saved_again_by_excel_gives_the_same_figures(read):
    saved = (
        '"Początek raportowania";"Koniec raportowania";"Nazwa kampanii";Wyświetlenia;"Wydana kwota (PLN)"\r\n'
        "01.01.2026;31.01.2026;Wiosna;30 000;1 000,00\r\n"
        "01.01.2026;31.01.2026;Zima;10\u00a0000;234,50\r\n"
    )
    file = read.text(saved, encoding="cp1250")
    table = only(file)
    assert codes(file) == {"encoding_guessed"}
    assert table.encoding == "cp1250"
    assert column(table, "spend") == [1000.0, 234.5]
    assert column(table, "impressions") == [30000, 10000]


def test_a_russian_table_in_cp1251_with_decimal_commas(read):
    text = (
        "Дата начала отчётности;Дата окончания отчётности;Название кампании;Показы;Сумма затрат (USD);"
        "CPC (цена за клик по ссылке) (USD)\r\n"
        "01.06.2026;30.06.2026;Осень;1 234;1 204,10;0,75\r\n01.06.2026;30.06.2026;Зима;12 345;99,90;—\r\n"
    )
    table = only(read.text(text, encoding="cp1251"))
    assert (table.language, table.currency) == ("ru", "USD")
    assert column(table, "campaign") == ["Осень", "Зима"]
    assert column(table, "spend") == [1204.1, 99.9]
    assert column(table, "reported_link_cpc") == [0.75, None]


@pytest.mark.parametrize(
    ("language", "header", "currency"),
    [
        ("en", "Reporting starts,Reporting ends,Campaign name,Amount spent (GBP),Impressions,Reach", "GBP"),
        (
            "de",
            "Berichtsstart,Berichtsende,Kampagnenname,Ausgegebener Betrag (EUR),Impressionen,Reichweite",
            "EUR",
        ),
        (
            "es",
            "Inicio del informe,Fin del informe,Nombre de la campaña,Importe gastado (EUR),Impresiones,Alcance",
            "EUR",
        ),
        (
            "pt-BR",
            "Início dos relatórios,Término dos relatórios,Nome da campanha,Valor usado (BRL),Impressões,Alcance",
            "BRL",
        ),
        (
            "uk",
            "Початок звітності,Завершення звітності,Назва кампанії,Витрачена сума (UAH),Покази,Охоплення",
            "UAH",
        ),
        (
            "ru",
            "Начало отчетного периода,Конец отчетного периода,Название кампании,Потраченная сумма (RUB),Показы,Охват",
            "RUB",
        ),
    ],
)
def test_headers_of_each_language_are_known(read, language, header, currency):
    table = read.table(f"{header}\n2026-07-01,2026-07-31,Jesień,10.5,100,90\n")
    assert (table.language, table.currency, table.unknown_columns) == (language, currency, ())
    assert [column(table, name) for name in ("spend", "impressions", "reach")] == [[10.5], [100], [90]]


def test_czech_headers_are_read_and_marked_as_unconfirmed(read):
    header = "Začátek vykazování,Konec vykazování,Název kampaně,Vydaná částka (CZK),Zobrazení,Dosah"
    file = read.text(f"{header}\n2026-07-01,2026-07-31,Podzim,10.5,100,90\n")
    assert only(file).language == "cs"
    assert codes(file) == {"unconfirmed_headers"}


def test_case_plurals_brackets_and_invisible_characters_do_not_matter(read):
    header = "REPORTING STARTS,Reporting\u00a0ends,Ad Set Name,Cost per results,Amount\u00ad spent （EUR）,Impression"
    table = read.table(f"{header}\n2026-07-01,2026-07-31,A,1.5,10.5,100\n")
    assert (table.level, table.currency, table.unknown_columns) == (Level.AD_SET, "EUR", ())
    assert column(table, "reported_cost_per_result") == [1.5]


def test_ads_reporting_is_told_from_the_table_by_where_its_dates_stand(read):
    table = read.table(
        "\ufeffDay,Campaign name,Amount spent (AUD),Clicks (all),Reporting starts,Reporting ends\n"
        "2026-06-25,A,79.62,123,2026-06-25,2026-06-25\n"
    )
    assert (table.report, table.grain, table.encoding) == ("ads-reporting", Grain.DAY, "utf-8-sig")


def test_month_cells_that_hold_a_range_are_that_range(read):
    table = read.table(
        "Reporting starts,Reporting ends,Ad set name,Region,Month,Impressions,Amount spent (UAH)\n"
        "2023-04-14,2023-06-11,,,,1000,30.5\n"
        "2023-04-14,2023-06-11,A,Lviv,2023-04-14 - 2023-04-30,400,10\n"
        "2023-04-14,2023-06-11,A,Lviv,2023-05-01 - 2023-05-31,600,20.5\n"
    )
    assert column(table, "period_start") == [dt.date(2023, 4, 14), dt.date(2023, 5, 1)]
    assert column(table, "period_end") == [dt.date(2023, 5, 1), dt.date(2023, 6, 1)]


def test_a_total_over_all_days_is_found_in_a_file_without_names(read):
    table = read.table(
        "Reporting starts,Reporting ends,Amount spent (EUR),Impressions\n"
        "2026-01-01,2026-01-31,4.60,190\n2026-01-01,2026-01-01,1.50,100\n2026-01-31,2026-01-31,3.10,90\n"
    )
    assert (total(table, "spend"), table.level, table.grain) == (4.6, Level.ACCOUNT, Grain.DAY)


def test_workbooks_give_the_same_as_csv(read):
    rows = [
        [
            "Reporting starts",
            "Reporting ends",
            "Campaign ID",
            "Campaign name",
            "Impressions",
            "Amount spent (UAH)",
        ],
        ["2026-01-01", "2026-01-31", None, None, 300, 30.5],
        [dt.date(2026, 1, 1), dt.datetime(2026, 1, 31), 808102433, "A", 300, 30.5],  # noqa: DTZ001
    ]
    table = only(read.sheets({"Worksheet": rows}))
    assert (table.encoding, table.grain) == ("xlsx", Grain.MONTH)
    assert column(table, "campaign_id") == ["808102433"]
    assert (column(table, "spend"), table.totals[0].row) == ([30.5], 2)


@pytest.mark.parametrize("last", ['"No data available."\n', '"Brak dostępnych danych."\n', ""])
def test_an_export_without_data_is_refused(read, last):
    file = read.text(POLISH.splitlines()[0] + "\n" + last)
    assert stops(file) == {"empty_export"}
    assert [table.rows_read for table in file.tables] in ([1], [0], [])
