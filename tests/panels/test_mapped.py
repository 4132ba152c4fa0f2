"""Tables that no definition knows, read by what a person said of their columns. All data are synthetic."""

from __future__ import annotations

from datetime import date

import pytest

from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.model.column_map import ColumnMap
from tiger_reports.model.fact import Grain, Level
from tiger_reports.panels.catalogue import channel_key, panel_keys, panel_name
from tiger_reports.panels.mapped import NAMEABLE, panel_of

POLISH = """Zestawienie emisji; wygenerowano automatycznie, bez gwarancji
Okres;październik

Data emisji;Nazwa kampanii;Koszt netto;Odsłuchania;Uwagi
01.10.2026;Jesień;1 234,56 zł;12 000;
02.10.2026;Jesień;999,00 zł;11 500;powtórka
03.10.2026;Zima;0,00 zł;;
Razem;;2 233,56 zł;23 500;
"""
POLISH_MAP = {
    "Data emisji": "day",
    "Nazwa kampanii": "campaign",
    "Koszt netto": "spend",
    "Odsłuchania": "impressions",
}
CZECH = (
    "Datum;Kampaň letáků;Utraceno;Zobrazeno\n1. 10. 2026;Podzim;1 500,5;100\n2. 10. 2026;Podzim;20,25;50\n"
)
CZECH_MAP = {"Datum": "day", "Kampaň letáků": "campaign", "Utraceno": "spend", "Zobrazeno": "impressions"}
RUSSIAN = "Месяц\tПлощадка\tБюджет (руб.)\tКлики всего\nоктябрь 2026\tЯрмарка\t10 000,50\t1 200\n"
RUSSIAN_MAP = {"Месяц": "month", "Площадка": "campaign", "Бюджет": "spend", "Клики всего": "clicks"}


def known_of(read, text: str, mapping, channel: str = "Radio", **options) -> ColumnMap:
    return only(read.text(text, mapping=mapping, channel=channel, **options)).column_map


def test_a_polish_table_is_read_with_its_comma_day_first_sign_and_total(read):
    table = only(read.text(POLISH, mapping=POLISH_MAP, channel="Radio Łódź"))
    assert (table.panel, table.level, table.grain) == ("other:Radio Łódź", Level.CAMPAIGN, Grain.DAY)
    assert column(table, "period_start") == [date(2026, 10, day) for day in (1, 2, 3)]
    assert column(table, "spend") == [1234.56, 999.0, 0.0]
    assert column(table, "impressions") == [12000.0, 11500.0, None]
    assert column(table, "source_row") == [5, 6, 7]
    assert table.currency == "PLN"
    assert [(drop.row, drop.reason) for drop in table.dropped] == [(8, "total")]
    assert table.totals[0].covers_rows
    assert table.totals[0].values == {"spend": 2233.56, "impressions": 23500.0}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_letters_come_in_any_encoding(read, encoding):
    table = only(read.text(POLISH, encoding, mapping=POLISH_MAP, channel="Radio"))
    assert column(table, "campaign") == ["Jesień", "Jesień", "Zima"]


def test_a_czech_table(read):
    table = only(read.text(CZECH, mapping=CZECH_MAP, channel="Letáky", currency="CZK"))
    assert (column(table, "spend"), table.currency) == ([1500.5, 20.25], "CZK")
    assert column(table, "period_start") == [date(2026, 10, 1), date(2026, 10, 2)]


def test_a_russian_table_of_months(read):
    table = only(read.text(RUSSIAN, "cp1251", mapping=RUSSIAN_MAP, channel="Ярмарка"))
    assert (table.grain, table.currency, total(table, "spend")) == (Grain.MONTH, "RUB", 10000.5)
    assert table.period.start == date(2026, 10, 1)


def test_a_workbook_keeps_typed_numbers_and_dates(read):
    rows = [
        ["Notes"],
        ["When", "Flyers", "Paid (EUR)"],
        [date(2026, 10, 1), "Autumn", 12.5],
        [None, None, 12.5],
    ]
    mapping = {"When": "day", "Flyers": "campaign", "Paid": "spend"}
    table = only(read.sheets({"October": rows}, mapping=mapping, channel="Flyers"))
    assert (column(table, "spend"), table.currency, table.section) == ([12.5], "EUR", "October")
    assert [drop.reason for drop in table.dropped] == ["total"]


def test_next_months_file_of_the_same_shape_is_known_whatever_its_name_and_order(read):
    known = known_of(read, POLISH, POLISH_MAP)
    later = "Nazwa kampanii;Uwagi;Odsłuchania;DATA EMISJI;Koszt netto\nWiosna;;5;14.11.2026;7,5 zł\n"
    table = only(read.text(later, name="another name.txt", known=(known,)))
    assert (table.panel, column(table, "spend")) == ("other:Radio", [7.5])
    assert table.column_map == known


@pytest.mark.parametrize(
    "header",
    [
        "Data emisji;Nazwa kampanii;Koszt netto;Odsłuchania;Uwagi;Rabat",
        "Data emisji;Nazwa kampanii;Koszt netto;Odsłuchania",
        "Data emisji;Nazwa kampanii;Koszt brutto;Odsłuchania;Uwagi",
    ],
)
def test_another_shape_is_asked_about_again(read, header):
    known = known_of(read, POLISH, POLISH_MAP)
    cells = header.count(";") - 3
    file = read.text(f"{header}\n01.10.2026;A;1,5;2{';' * cells}\n", known=(known,))
    assert stops(file) == {"unrecognised"}
    assert {column.header: column.suggestion for column in file.outlines[0].columns}[
        "Odsłuchania"
    ] == "impressions"


def test_what_was_said_of_currency_and_dates_is_said_once(read):
    text = "When,Flyers,Paid,Seen\n03/04/2026,Spring,1.5,10\n"
    mapping = {"When": "day", "Flyers": "campaign", "Paid": "spend", "Seen": "impressions"}
    asked = read.text(text, mapping=mapping, channel="Flyers")
    assert stops(asked) == {"ambiguous_date", "currency_missing"}
    known = known_of(read, text, mapping, "Flyers", currency="EUR", date_order="day-first")
    table = only(read.text(text, known=(known,)))
    assert (table.currency, column(table, "period_start")) == ("EUR", [date(2026, 4, 3)])


def test_a_file_in_another_money_than_was_said_is_stopped(read):
    known = known_of(read, CZECH, CZECH_MAP, currency="CZK")
    assert stops(read.text(CZECH.replace("20,25", "20,25 €"), known=(known,))) == {"mixed_currency"}


def test_nothing_is_guessed_suggestions_are_only_shown(read):
    file = read.text(POLISH)
    assert stops(file) == {"unrecognised"}
    assert file.tables == ()
    seen = {one.header: one for one in file.outlines[0].columns}
    assert seen["Data emisji"].suggestion == "day"
    assert seen["Koszt netto"].suggestion == ""
    assert seen["Koszt netto"].examples == ("1 234,56 zł", "999,00 zł", "0,00 zł")
    assert not any(one.means for one in seen.values())
    assert "--map" in finding_words(file)


def finding_words(file) -> str:
    from tiger_reports.text.findings import describe

    return describe(finding(file, "unrecognised"), "en").fix


def test_columns_that_a_person_named_do_not_make_a_file_a_panels(read):
    """Impressions, clicks, cost per click and cost together would be a sign of Google Ads."""
    text = "Tag,Sicht,Klick,Preis,Summe\n2026-10-01,1000,10,1.50,15.00\n"
    mapping = {
        "Tag": "day",
        "Sicht": "impressions",
        "Klick": "clicks",
        "Preis": "reported_cpc",
        "Summe": "spend",
    }
    table = only(read.text(text, mapping=mapping, channel="Banner", currency="EUR"))
    assert table.panel == "other:Banner"
    assert stops(read.text(text, mapping=mapping, currency="EUR")) == {"channel_missing"}


def test_a_file_that_a_definition_knows_needs_no_map(read):
    known = known_of(read, CZECH, CZECH_MAP, currency="CZK")
    text = "Day,Campaign name,Amount spent (EUR)\n2026-01-01,A,1.50\n"
    table = only(read.text(text, known=(known,)))
    assert (table.panel, table.column_map) == ("meta-ads", None)


def test_a_header_that_is_not_there_is_named(read):
    file = read.text(CZECH, mapping={**CZECH_MAP, "Prokliky": "clicks"}, channel="Letáky", currency="CZK")
    assert finding(file, "mapping_unused").value == "Prokliky"


def test_two_channels_in_one_table_are_two_tables(read):
    text = "Médium;Měsíc;Utraceno (CZK);Zobrazeno\nRádio;2026-10;1,5;10\nMeta ads;2026-10;2,5;20\nrádio;2026-09;4;\n;2026-10;;\nCelkem;;8,0;30\n"
    mapping = {"Médium": "channel", "Měsíc": "month", "Utraceno": "spend", "Zobrazeno": "impressions"}
    file = read.text(text, mapping=mapping)
    assert stops(file) == set()
    radio, meta = file.tables
    assert (radio.panel, column(radio, "spend"), column(radio, "source_row")) == (
        "other:Rádio",
        [1.5, 4.0],
        [2, 4],
    )
    assert (meta.panel, column(meta, "spend")) == ("meta-ads", [2.5])
    assert [(drop.row, drop.reason) for drop in radio.dropped] == [(5, "empty"), (6, "total")]
    assert (radio.rows_read, meta.rows_read) == (4, 1)


def test_a_number_that_one_channel_leaves_unclear_is_settled_by_the_whole_table(read):
    text = "Kanál;Den;Utraceno (CZK)\nRádio;2026-10-01;1.234\nKino;2026-10-01;1.234,50\n"
    file = read.text(text, mapping={"Kanál": "channel", "Den": "day", "Utraceno": "spend"})
    assert stops(file) == set()
    assert [column(table, "spend") for table in file.tables] == [[1234.0], [1234.5]]


def test_figures_of_no_channel_are_refused_with_their_rows(read):
    text = "Kanál;Den;Utraceno (CZK)\nRádio;2026-10-01;1,5\n;2026-10-02;2,5\n"
    file = read.text(text, mapping={"Kanál": "channel", "Den": "day", "Utraceno": "spend"})
    assert finding(file, "channel_missing").rows == (3,)


def test_one_channel_is_held_against_the_total_of_its_file(read):
    text = "Kanál;Den;Utraceno (CZK)\nRádio;2026-10-01;1,5\nRádio;2026-10-02;2,5\nCelkem;;4,0\n"
    file = read.text(text, mapping={"Kanál": "channel", "Den": "day", "Utraceno": "spend"})
    (table,) = file.tables
    assert table.totals[0].values == {"spend": 4.0}


def test_a_row_called_total_with_a_day_in_it_is_counted_once(read):
    text = "Day;Line;Paid (EUR)\n2026-10-01;A;1,5\n2026-10-02;A;2,5\n;Total;4,0\n"
    table = only(read.text(text, mapping={"Day": "day", "Line": "campaign", "Paid": "spend"}, channel="X"))
    assert total(table, "spend") == 4.0


@pytest.mark.parametrize("name", ["Radio", "=cmd|' /C calc'!A0", "A/B", "x" * 200, "Ł\u200bódź\n"])
def test_a_channels_key_fits_the_database_and_gives_its_name_back(name):
    key = channel_key(name)
    assert len(key) <= 64
    assert key.isprintable()
    assert panel_name(key) == key.removeprefix("other:")


def test_a_channel_called_like_a_panel_is_that_panel():
    assert [channel_key(panel_name(key)) for key in panel_keys()] == list(panel_keys())
    assert channel_key(" meta ADS ") == "meta-ads"


def test_every_column_that_can_be_named_makes_a_panel():
    said = ColumnMap("X", ("a",), tuple((f"h{name}", name) for name in NAMEABLE))
    assert set(panel_of(said).columns) == set(NAMEABLE)


def test_a_table_without_a_header_is_refused_and_shows_no_rows(read):
    file = read.text("1;2;3\n4;5;6\n")
    assert stops(file) == {"unrecognised"}
    assert file.outlines == ()


def test_the_mapped_table_shows_its_columns_so_that_they_can_be_said_anew(read):
    known = known_of(read, POLISH, POLISH_MAP)
    file = read.text(POLISH, known=(known,))
    assert {one.header: one.means for one in file.outlines[0].columns} == {**POLISH_MAP, "Uwagi": ""}
    assert "unknown_columns" not in codes(file)
