"""Files that are refused, and the true reason for each."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from tests.panels.conftest import codes, column, finding, only, stops, workbook
from tiger_reports.panels import ReadOptions, read_file
from tiger_reports.panels.ole_look import is_sound

META = "Day,Campaign name,Amount spent (EUR),Impressions\n2026-01-01,A,1.50,100\n2026-01-02,B,2.50,100\n"
ROWS = [["Day", "Campaign name", "Amount spent (EUR)"], ["2026-01-01", "A", 1.5]]


def test_an_unknown_table_is_shown_with_its_headers(read):
    file = read.text("hello,world\n1,2\n")
    assert codes(file) == {"unrecognised"}
    assert finding(file, "unrecognised").details["headers"] == "hello, world"


def test_sheets_are_named_where_nothing_is_recognised(read):
    file = read.sheets({"Notatki": [["a", "b"]], "Lista": [["c"]]})
    assert finding(file, "unrecognised").details["sheets"] == "Notatki, Lista"


def test_the_name_of_a_file_recognises_nothing(read):
    assert codes(read.text("hello,world\n1,2\n", name="Campaign report.csv")) == {"unrecognised"}


def test_headers_of_several_panels_ask_which(read):
    text = "Campaign name,Cost,Impressions,Date\nA,1.50,3,2026-01-01\n"
    assert codes(read.text(text)) == {"several"}
    table = only(read.text(text, panel="tiktok-ads", currency="PLN"))
    assert (table.panel, column(table, "spend")) == ("tiktok-ads", [1.5])


@pytest.mark.parametrize("panel", ["google-ads", "linkedin-ads", "no-such-panel"])
def test_a_forced_panel_that_does_not_fit_is_refused(read, panel):
    assert codes(read.text(META, panel=panel)) == {"panel_misfit"}


def test_unknown_columns_are_listed_and_never_read(read):
    file = read.text("Day,Campaign name,Amount spent (EUR),Hook Rate\n2026-01-01,A,1.50,0.3\n")
    assert only(file).unknown_columns == ("Hook Rate",)
    assert finding(file, "unknown_columns").details["columns"] == "Hook Rate"


def test_a_mapping_reads_headers_of_an_unknown_language(read):
    text = "Inizio,Fine,Campagna,Speso (EUR),Visualizzazioni\n2026-01-01,2026-01-31,A,1.50,100\n"
    mapping = {
        "Inizio": "starts",
        "Fine": "ends",
        "Campagna": "campaign",
        "Speso (EUR)": "spend",
        "Visualizzazioni": "impressions",
    }
    file = read.text(text, panel="meta-ads", mapping={**mapping, "Altro": "clicks"})
    table = only(file)
    assert (table.currency, column(table, "impressions"), table.period.days) == ("EUR", [100], 31)
    assert codes(file) == {"mapping_unused"}


@pytest.mark.parametrize("data", [b"", b"\n\n  \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_empty(read, data):
    assert codes(read.bytes(data)) == {"empty_export"}


@pytest.mark.parametrize("cut", [len(META) - 3, len(META) - 8, len(META) - 14])
def test_a_file_cut_in_its_last_row_is_damaged(read, cut):
    file = read.text(META[:cut])
    assert (
        stops(file) & {"damaged_file", "unreadable_date", "ragged_rows"} or file.tables[0].frame.num_rows == 2
    )
    if META[:cut].splitlines()[-1].count(",") < 3:
        assert "damaged_file" in stops(file)


def test_a_file_cut_inside_quotes_is_damaged(read):
    file = read.text(META + '2026-01-03,"Camp')
    assert stops(file) == {"damaged_file"}


def test_a_name_split_by_a_comma_is_noticed(read):
    file = read.text(META + "2026-01-03,C, D,3.50,100\n")
    assert "ragged_rows" in stops(file)
    assert finding(file, "ragged_rows").row == 4


def test_a_footer_sentence_is_dropped_by_name(read):
    table = read.table(META + "Showing the first 500 results\n")
    assert [(dropped.row, dropped.reason) for dropped in table.dropped] == [(4, "footer")]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (b"<html><body><table></table></body></html>", "HTML"),
        (b"%PDF-1.7\n%", "PDF"),
    ],
)
def test_other_formats_are_named(read, data, shown):
    assert finding(read.bytes(data, name="export.xls"), "unsupported_format").value == shown


def test_an_archive_of_tables_reads_like_the_tables_in_it(read):
    inside, outside = read.bytes(zipped({"Table data.csv": META.encode()})), read.text(META)
    assert [table.frame for table in inside.tables] == [table.frame for table in outside.tables]
    assert stops(inside) == stops(outside)


def test_a_cut_workbook_is_damaged(read):
    assert codes(read.bytes(workbook({"W": ROWS})[:-200])) == {"damaged_file"}


def test_a_password_is_said(read):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert codes(read.bytes(data)) == {"protected_file"}


def test_two_sheets_of_data_are_asked_about(read):
    other = [ROWS[0], *([*row[:-1], 7.77] for row in ROWS[1:])]
    file = read.sheets({"One": ROWS, "Two": other, "Notes": [["hello"]]})
    assert stops(file) == {"several_sheets"}
    assert finding(file, "unread_sheets").value == "Notes"
    assert [table.section for table in file.tables] == ["One", "Two"]


def test_a_sheet_that_holds_the_same_rows_again_counts_once(read):
    fuller = [[*ROWS[0], "Impressions"], *([*row, 100] for row in ROWS[1:])]
    file = read.sheets({"Formatted": ROWS, "Raw": fuller})
    assert (stops(file), [table.section for table in file.tables]) == (set(), ["Raw"])
    assert finding(file, "copied_sheets").details == {"sheets": "Formatted", "read": "Raw"}


def test_ids_shortened_by_a_spreadsheet_are_noticed(read):
    file = read.text("Day,Campaign ID,Campaign name,Amount spent (EUR)\n2026-01-01,1.2021E+17,A,1.50\n")
    assert stops(file) == {"damaged_id"}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def changed(old: bytes, new: bytes) -> bytes:
    """A good workbook with one thing changed inside its first sheet."""
    source = zipfile.ZipFile(io.BytesIO(workbook({"W": ROWS})))
    parts = {name: source.read(name) for name in source.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert old in parts[sheet]
    return zipped({**parts, sheet: parts[sheet].replace(old, new)})


def test_one_cell_at_the_far_end_is_never_laid_out(read):
    assert codes(read.bytes(changed(b'r="C2"', b'r="XFD1048576"'))) == {"unsafe_file"}


def test_one_cell_in_the_last_row_is_never_laid_out(read):
    data = changed(b"</sheetData>", b'<row r="1048576"><c r="Z1048576"><v>1</v></c></row></sheetData>')
    assert codes(read.bytes(data)) == {"unsafe_file"}


def test_entities_are_never_expanded(read):
    data = changed(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    assert codes(read.bytes(data)) == {"unsafe_file"}


def test_a_bomb_is_not_unpacked(read):
    data = changed(b"</sheetData>", b" " * 30_000_000 + b"</sheetData>")
    assert codes(read.bytes(data)) == {"unsafe_file"}


def test_too_many_parts_are_not_opened(read):
    parts = {f"xl/part{number}.xml": b"<x/>" for number in range(2_001)}
    assert codes(read.bytes(zipped(parts))) == {"unsafe_file"}


def test_a_fault_of_ours_is_a_finding_and_not_a_crash(tmp_path, monkeypatch):
    path = tmp_path / "upload"
    path.write_text(META)
    monkeypatch.setattr("tiger_reports.panels.read.read_table", lambda *_: 1 / 0)
    file = read_file(path, name="a.csv", options=ReadOptions())
    assert codes(file) == {"reader_fault"}
    assert "ZeroDivisionError" in finding(file, "reader_fault").value


def old_workbook(fat: tuple[int, ...] = (0xFFFFFFFE, 0xFFFFFFFD)) -> bytes:
    """The least .xls that can be looked into: an empty sector, then the sector table."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", header, 0x1E, 9)
    struct.pack_into("<I", header, 0x2C, 1)
    struct.pack_into("<I", header, 0x4C, 1)
    table = struct.pack("<128I", *fat, *[0xFFFFFFFF] * (128 - len(fat)))
    return bytes(header) + bytes(512) + table


def test_an_old_workbook_with_a_loop_is_not_opened():
    assert is_sound(old_workbook())
    assert not is_sound(old_workbook(fat=(0, 0)))
    assert not is_sound(old_workbook(fat=(77, 0xFFFFFFFD)))
    assert not is_sound(old_workbook()[:700])


def test_an_old_workbook_with_a_cell_far_to_the_right_is_not_opened():
    def cell(column: int) -> bytes:
        return struct.pack("<HHHH", 0x0809, 4, 0, 0) + struct.pack("<HHHHHd", 0x0203, 14, 1, column, 0, 1.5)

    assert is_sound(placed(cell(255)))
    assert not is_sound(placed(cell(40_000)))


def placed(records: bytes) -> bytes:
    data = bytearray(old_workbook())
    data[512 : 512 + len(records)] = records
    return bytes(data)
