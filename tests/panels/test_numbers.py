"""Numbers as panels and spreadsheet programs write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.panels.conftest import codes, column, finding, only, stops, total
from tiger_reports.panels.number_marks import Evidence, decimal_of
from tiger_reports.panels.number_text import Fault, Mark, Number, parse

NBSP, THIN, NARROW = "\u00a0", "\u2009", "\u202f"


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1,234.5", Mark.POINT, 1234.5),
        ("1.234,5", Mark.COMMA, 1234.5),
        ("1 234,50", Mark.COMMA, 1234.5),
        (f"1{NBSP}234{NBSP}567", Mark.COMMA, 1234567),
        (f"12{NARROW}345,6", Mark.COMMA, 12345.6),
        (f"12{THIN}345.6", Mark.POINT, 12345.6),
        ("1'234.50", Mark.POINT, 1234.5),
        ("12,34,567.89", Mark.POINT, 1234567.89),
        (".22", Mark.POINT, 0.22),
        ("10.", Mark.POINT, 10),
        ("-5", Mark.POINT, -5),
        ("\u22125,5", Mark.COMMA, -5.5),
        ("5-", Mark.POINT, -5),
        ("(1,234.50)", Mark.POINT, -1234.5),
        ("+3", Mark.POINT, 3),
        ("12.18%", Mark.POINT, 0.1218),
        ("0,81 %", Mark.COMMA, 0.0081),
        ("R$\u00a0236,86", Mark.COMMA, 236.86),
        ("US$27.35", Mark.POINT, 27.35),
        ("€1,622.60", Mark.POINT, 1622.6),
        ("-€5.00", Mark.POINT, -5),
        ("1 234,50 zł", Mark.COMMA, 1234.5),
        ("PLN 12,00", Mark.COMMA, 12),
        ("1.5e3", Mark.POINT, 1500),
    ],
)
def test_a_number_is_read(text, mark, value):
    number = parse(text, mark)
    assert isinstance(number, Number)
    assert number.value == value


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "1.2.3",
        "1,23,45",
        "12,3.4",
        "1 2x",
        "--5",
        "5%%",
        "1e999",
        "zł",
        "()",
        "5 apples",
        "€5 zł",
        "12.3'4",
        "1'234.5'6",
        "1.234'567",
    ],
)
def test_what_is_no_number_is_a_fault(text):
    assert parse(text, Mark.POINT) is Fault.UNREADABLE


@pytest.mark.parametrize(
    "text", ["3.апр", "17.юни", "5-maj", "Mar-05", "3. Apr", "12.paź", "2026-05-03", "2026-05-03T00:00:00"]
)
def test_a_date_in_place_of_a_number_is_damage(text):
    assert parse(text, Mark.COMMA) is Fault.DAMAGE


@pytest.mark.parametrize(
    ("text", "bound"), [("< 10%", "<10%"), ("<5", "<5"), ("> 90%", ">90%"), ("≥ 3", "≥3")]
)
def test_a_bound_has_no_value(text, bound):
    assert parse(text, Mark.POINT) == Number(None, bound=bound)


@pytest.mark.parametrize(
    ("core", "counts", "mark"),
    [
        ("1,234.5", False, Mark.POINT),
        ("1.234.567", False, Mark.COMMA),
        ("12.5", False, Mark.POINT),
        ("0,123", False, Mark.COMMA),
        ("1234.567", False, Mark.POINT),
        ("1.234", False, None),
        ("1.234", True, Mark.COMMA),
        ("1234", False, None),
    ],
)
def test_what_one_cell_proves_of_the_decimal_mark(core, counts, mark):
    assert decimal_of(core, counts=counts) is mark


def days(header: str, *cells: str, delimiter: str = ",") -> str:
    rows = [delimiter.join(("Day", "Campaign name", *header.split("|")))]
    rows += [delimiter.join((f"2026-01-{at:02}", "A", cell)) for at, cell in enumerate(cells, 1)]
    return "\n".join(rows) + "\n"


def test_the_rest_of_the_column_settles_what_one_cell_leaves_open(read):
    text = days("Amount spent (EUR)", "1.204", "12,50", delimiter=";")
    assert column(read.table(text), "spend") == [1204.0, 12.5]


def test_another_column_settles_it_too(read):
    text = days("Amount spent (EUR)|Impressions", "1.204;1.100", "3.100;90", delimiter=";")
    table = read.table(text)
    assert column(table, "spend") == [1204.0, 3100.0]
    assert column(table, "impressions") == [1100, 90]


def test_what_the_panel_always_writes_settles_it_in_an_untouched_file(read):
    assert column(read.table(days("Amount spent (EUR)", "1.204", "3.100")), "spend") == [1.204, 3.1]


def test_what_nothing_settles_is_refused(read):
    file = read.text(days("Amount spent (EUR)", "100", "1.204", delimiter=";"))
    assert stops(file) == {"ambiguous_number"}
    assert (finding(file, "ambiguous_number").row, finding(file, "ambiguous_number").value) == (3, "1.204")


def test_a_cell_far_down_is_asked_as_well(read):
    cells = ["100"] * 5000 + ["1.204"]
    rows = "".join(f"2026-01-01;A;{cell}\n" for cell in cells)
    assert stops(read.text("Day;Campaign name;Amount spent (EUR)\n" + rows)) == {"ambiguous_number"}


def test_two_decimal_marks_in_one_file_are_refused(read):
    file = read.text(days("Amount spent (EUR)", '"12,50"', "12.5"))
    assert "mixed_number_marks" in stops(file)


def test_an_unreadable_cell_is_named_with_row_column_and_value(read):
    file = read.text(days("Amount spent (EUR)", "1.50", "abc", "2.50"))
    found = finding(file, "unreadable_number")
    assert (found.row, found.column, found.value, found.count) == (3, "Amount spent (EUR)", "abc", 1)
    assert column(file.tables[0], "spend") == [1.5, None, 2.5]


def test_rows_are_counted_as_a_spreadsheet_shows_them(read):
    text = 'Day,Campaign name,Amount spent (EUR)\n\n2026-01-01,"two\nlines",1.50\n,,\n2026-01-02,B,abc\n'
    file = read.text(text)
    assert finding(file, "unreadable_number").row == 5
    assert column(file.tables[0], "source_row") == [3, 5]
    assert [(dropped.row, dropped.reason) for dropped in file.tables[0].dropped] == [
        (2, "empty"),
        (4, "empty"),
    ]


def test_damage_by_a_spreadsheet_is_its_own_finding(read):
    assert stops(read.text(days("Amount spent (EUR)", "3.апр", "3,10", delimiter=";"))) == {"excel_damage"}


def test_missing_is_not_zero(read):
    table = read.table(days("Amount spent (EUR)|Impressions|Reach", "1.5,0,--", "2.5,,-"))
    assert column(table, "impressions") == [0, None]
    assert column(table, "reach") == [None, None]
    assert column(table, "clicks") == [None, None]
    assert set(table.headers) >= {"reach", "impressions"}
    assert "clicks" not in table.headers


def test_words_for_no_number_do_not_become_infinite(read):
    file = read.text(days("Amount spent (EUR)|Impressions", "1.5,inf", "2.5,NaN"))
    assert codes(file) == {"unreadable_number"}
    assert column(file.tables[0], "impressions") == [None, None]


STYLES = {
    ("", "."): Mark.POINT,
    (",", "."): Mark.POINT,
    ("'", "."): Mark.POINT,
    (".", ","): Mark.COMMA,
    (NBSP, ","): Mark.COMMA,
    (NARROW, ","): Mark.COMMA,
    (" ", "."): Mark.POINT,
}


@given(
    cents=st.integers(-(10**11), 10**11),
    style=st.sampled_from(sorted(STYLES)),
    sign=st.sampled_from(["", "zł", " PLN", " €", "%"]),
)
def test_a_written_number_is_read_back_in_each_convention(cents, style, sign):
    thousands, point = style
    whole, part = divmod(abs(cents), 100)
    text = f"{'-' if cents < 0 else ''}{f'{whole:,}'.replace(',', thousands)}{point}{part:02}{sign}"
    number = parse(text, STYLES[style])
    assert isinstance(number, Number)
    assert number.value == pytest.approx(cents / 100 / (100 if sign == "%" else 1), rel=1e-12)


@given(cents=st.lists(st.integers(0, 10**9), min_size=1), comma=st.booleans())
def test_evidence_never_speaks_for_the_wrong_mark(cents, comma):
    evidence = Evidence()
    texts = [f"{value // 100:,}.{value % 100:02}" for value in cents]
    evidence.add_all(
        [text.translate(str.maketrans(",.", ".,")) if comma else text for text in texts], counts=False
    )
    assert evidence.marks == ((Mark.COMMA,) if comma else (Mark.POINT,))


def test_a_typed_number_says_nothing_of_how_its_neighbours_are_written(read):
    head = ["Campaign name", "Amount spent (PLN)", "Reporting starts", "Reporting ends"]
    days = ["2026-03-01", "2026-03-31"]
    rows = [["A", 1234.5, *days], ["B", "2 000,50", *days]]
    assert total(only(read.sheets({"Worksheet": [head, *rows]})), "spend") == 3235
