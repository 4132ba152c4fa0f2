"""Meta Ads: results of several kinds, breakdowns, attribution, empty files, and files saved again by a spreadsheet."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.model.fact import Grain, Level

HEADER = "Reporting starts,Reporting ends,Campaign name,Results,Result indicator,Attribution setting,Amount spent (EUR),Impressions"
MIXED = (
    f"{HEADER}\n2026-06-01,2026-06-30,A,5,actions:link_click,7-day click,1.5,10\n"
    '2026-06-01,2026-06-30,B,7,reach,"7-day click, 1-day view",2.5,20\n'
)
DAYS = "2026-06-01,2026-06-30"


def test_results_of_two_kinds_and_two_attributions_are_kept_by_row(read):
    table = read.table(MIXED)
    assert column(table, "result_type") == ["actions:link_click", "reach"]
    assert column(table, "attribution") == ["7-day click", "7-day click, 1-day view"]
    assert column(table, "conversions") == [None, None]


BREAKDOWNS = {
    "placement": ("Platform,Placement,Device platform", ("facebook,Feed,Mobile", "facebook,Stories,Mobile"), "placement", ["Feed", "Stories"]),
    "devices": ("Device platform,Impression device", ("Mobile,iPhone", "Mobile,Android"), "device", ["Mobile (iPhone)", "Mobile (Android)"]),
    "region": ("Country,Region", ("PL,Mazowieckie", "PL,Śląskie"), "region", ["Mazowieckie", "Śląskie"]),
    "hour": (
        "Time of day (ad account time zone)", ("00:00:00 - 00:59:59", "01:00:00 - 01:59:59"), "segment",
        ["00:00:00 - 00:59:59", "01:00:00 - 01:59:59"],
    ),
    "age": ("Age,Gender", ("18-24,unknown", "65+,male"), "age", ["18-24", "65+"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKDOWNS)
@pytest.mark.parametrize("with_total", [True, False], ids=["summary row", "no summary row"])
def test_breakdowns_stay_parts_and_the_summary_row_stays_out(read, name, with_total):
    header, parts, role, expected = BREAKDOWNS[name]
    summary = f"{DAYS},,{',' * header.count(',')},4.0,30\n" if with_total else ""
    rows = f"{DAYS},A,{parts[0]},1.5,10\n{DAYS},A,{parts[1]},2.5,20\n"
    table = read.table(
        f"Reporting starts,Reporting ends,Ad set name,{header},Amount spent (EUR),Impressions\n{summary}{rows}"
    )
    assert (table.level, column(table, role)) == (Level.AD_SET, expected)
    assert (total(table, "spend"), len(table.dropped), table.unknown_columns) == (4.0, int(with_total), ())


def test_a_region_that_meta_does_not_name_is_a_row_and_no_total(read):
    table = read.table(
        f"Reporting starts,Reporting ends,Campaign name,Region,Amount spent (EUR)\n{DAYS},A,,1.5\n{DAYS},A,Lviv,2.5\n"
    )
    assert (column(table, "region"), total(table, "spend")) == ([None, "Lviv"], 4.0)


@pytest.mark.parametrize(
    "saved",
    [
        ("cp1252", "Inicio del informe;Fin del informe;Nombre de la campaña;Impresiones;Importe gastado (EUR)", ("1/6/2026", "30/6/2026"), "Otoño"),
        ("cp1252", "Berichtsstart;Berichtsende;Kampagnenname;Impressionen;Ausgegebener Betrag (EUR)", ("01.06.2026", "30.06.2026"), "Größe"),
        ("utf-8-sig", "Początek raportowania;Koniec raportowania;Nazwa kampanii;Wyświetlenia;Wydana kwota (EUR)", ("2026-06-01", "2026-06-30"), "Wieś"),
        ("cp1251", "Дата начала отчетности;Дата окончания отчетности;Название кампании;Показы;Сумма затрат (EUR)", ("01.06.2026", "30.06.2026"), "Осень"),
        ("utf-16", "Reporting starts;Reporting ends;Campaign name;Impressions;Amount spent (EUR)", ("6/1/2026", "6/30/2026"), "A"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("first_line", ["", "sep=;\r\n"])
@pytest.mark.parametrize("figures", [("1.204", "1.204,50"), ("1204", "1204,5"), ("1 204", "1 204,50")])
def test_a_table_saved_again_by_a_spreadsheet_gives_the_same_figures(read, saved, first_line, figures):
    (encoding, header, dates, name), (count, money) = saved, figures
    text = f"{first_line}{header}\r\n{dates[0]};{dates[1]};{name};{count};{money}\r\n"
    table = only(read.text(text, encoding=encoding))
    assert (column(table, "campaign"), table.grain, table.currency) == ([name], Grain.MONTH, "EUR")
    assert (total(table, "impressions"), total(table, "spend")) == (1204, 1204.5)


def test_amounts_that_could_be_read_both_ways_are_asked_about(read):
    text = (
        "Berichtsstart;Berichtsende;Kampagnenname;Ausgegebener Betrag (EUR)\n01.06.2026;30.06.2026;A;1.204\n"
    )
    assert stops(read.text(text)) == {"ambiguous_number"}


@pytest.mark.parametrize("cell", ["3.апр", "17.юни", "5-maj", "03.Apr"])
def test_a_number_that_excel_made_a_date_of_is_refused_as_damage(read, cell):
    file = read.text(
        f"Reporting starts;Reporting ends;Campaign name;Amount spent (EUR)\n2026-06-01;2026-06-30;A;{cell}\n"
    )
    assert "excel_damage" in stops(file)
    assert finding(file, "excel_damage").value == cell


@pytest.mark.parametrize(
    "said",
    [
        "No data available.", "Brak dostępnych danych.", "Нет доступных данных.", "Keine Daten verfügbar.", "No hay datos disponibles.",
        "Nenhum dado disponível.", "Žádná data k dispozici.", "Немає доступних даних.", "Nessun dato disponibile al momento.",
    ],
)  # fmt: skip
def test_an_export_that_says_it_has_no_data_is_empty(read, said):
    file = read.text(f'{HEADER}\n"{said}"\n')
    assert stops(file) == {"empty_export"}
    assert [dropped.reason for dropped in file.tables[0].dropped] == ["no_data_row"]


def test_two_currencies_in_the_headers_are_refused(read):
    file = read.text(
        f"Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Cost per result (PLN)\n{DAYS},A,1.5,1\n"
    )
    assert stops(file) == {"mixed_currency"}


def test_ad_names_with_quotes_breaks_and_signs_count_records_and_not_lines(read):
    name = '"Ad ""new"" 🌞\nsecond, line"'
    table = read.table(
        f"Reporting starts,Reporting ends,Ad name,Amount spent (EUR)\n{DAYS},{name},1.5\n{DAYS},{name},2.5\n"
    )
    assert column(table, "source_row") == [2, 3]
    assert (table.level, column(table, "ad")[0]) == (Level.AD, 'Ad "new" 🌞\nsecond, line')


def test_budgets_in_words_and_ends_of_ads_are_no_figures_and_no_days(read):
    text = (
        "Reporting starts,Reporting ends,Campaign name,Ad set budget,Ad set budget type,Quality ranking,Ends,Amount spent (EUR)\n"
        f"{DAYS},A,Using campaign budget,0,-,Ongoing,1.5\n{DAYS},B,50,Daily,Average,2027-01-01,2.5\n"
    )
    file = read.text(text)
    assert (only(file).period.last_day, total(only(file), "spend"), codes(file)) == (
        dt.date(2026, 6, 30),
        4.0,
        set(),
    )


def test_a_sum_that_a_person_wrote_below_the_rows_is_no_campaign(read):
    header = "Nazwa kampanii,Wydana kwota (PLN),Wyświetlenia,Początek raportowania,Koniec raportowania\n"
    rows = "A,100.25,1000,2026-03-01,2026-03-31\nSuma,50.75,500,2026-03-01,2026-03-31\n"
    table = read.table(header + rows + "Suma,151.00,1500,,\n")
    assert total(table, "spend") == 151
    assert column(table, "campaign") == ["A", "Suma"]


def test_all_of_a_breakdown_is_left_out_where_its_parts_are_there(read):
    header = "Campaign name,Age,Gender,Amount spent (USD),Impressions,Reporting starts,Reporting ends\n"
    days = ",2026-03-01,2026-03-31\n"
    rows = [
        "A,All,All,30.00,300", "A,18-24,All,10.00,100", "A,18-24,female,10.00,100", "A,25-34,male,20.00,200",
        "B,All,All,5.00,50",
    ]  # fmt: skip
    table = read.table(header + "".join(row + days for row in rows))
    assert total(table, "spend") == 35
    assert column(table, "campaign") == ["A", "A", "B"]
