"""Columns about private persons: found by header or content, never read, never kept. All data are synthetic."""

from __future__ import annotations

import io
import json
import zipfile

import openpyxl
import pytest

from tests.panels.conftest import codes, column, finding, only, workbook
from tiger_reports.panels import ReadOptions, read_file
from tiger_reports.panels.personal import speaks_of_persons
from tiger_reports.panels.redact import redacted

LISTENING = """Published,Source,Author,Mention snippet,Interactions,Reach,Link
2026-10-01,Forum,Synthetic Person,"I love this shop, really good one. Thanks!",12,3400,https://example.invalid/1
2026-10-02,Blog,Another Person,"They never answered my question, sad.",3,900,https://example.invalid/2
"""
LISTENING_MAP = {"Published": "day", "Source": "campaign", "Interactions": "interactions", "Reach": "reach"}
INBOX = "Dzień;Skrzynka;Klient;Reakcje;Pole 7\n01.10.2026;Sklep;Osoba Syntetyczna;5;osoba@example.com\n02.10.2026;Sklep;Inna Osoba;7;\n"
INBOX_MAP = {"Dzień": "day", "Skrzynka": "campaign", "Reakcje": "reactions"}
SECRETS = ("Person", "Osoba", "love this", "never answered", "@example")


@pytest.mark.parametrize(
    ("text", "mapping", "hidden"),
    [
        (LISTENING, LISTENING_MAP, "Author, Mention snippet"),
        (INBOX, INBOX_MAP, "Klient, Pole 7"),
    ],
)
def test_an_external_tools_table_is_read_without_its_persons(read, text, mapping, hidden):
    file = read.text(text, mapping=mapping, channel="Listening")
    table = only(file)
    assert finding(file, "personal_columns").value == hidden
    said = json.dumps([table.frame.to_pylist(), [str(one) for one in file.all_findings]], default=str)
    assert not [secret for secret in SECRETS if secret in said]


@pytest.mark.parametrize("text", [LISTENING, INBOX])
def test_the_columns_are_shown_without_their_values(read, text):
    file = read.text(text)
    assert not [secret for secret in SECRETS if secret in str((file.outlines, file.findings))]
    hidden = [one for one in file.outlines[0].columns if one.personal]
    assert len(hidden) == 2
    assert not any(one.examples or one.suggestion for one in hidden)


def test_a_person_cannot_map_a_column_of_addresses(read):
    file = read.text(INBOX, mapping={**INBOX_MAP, "Pole 7": "ad", "Klient": "ad_set"}, channel="Inbox")
    table = only(file)
    assert column(table, "ad") == [None, None]
    assert column(table, "ad_set") == [None, None]


def test_an_address_far_down_is_found(read):
    rows = "".join(f"2026-10-{1 + at % 28:02};{at};\n" for at in range(3_000))
    text = f"Den;Reakce;Poznámka\n{rows}2026-10-30;1;someone@example.org\n"
    file = read.text(text, mapping={"Den": "day", "Reakce": "reactions"}, channel="Inbox")
    assert finding(file, "personal_columns").value == "Poznámka"


@pytest.mark.parametrize(
    "header",
    [
        "E-mail",
        "Customer e-mail",
        "Autor",
        "Adres e-mail",
        "Jméno zákazníka",
        "Имя автора",
        "Telefon klienta",
        "Treść wiadomości",
        "Zpráva",
        "Сообщение",
    ],
)
def test_headers_of_four_languages(read, header):
    file = read.text(f"Day;{header};Reactions\n2026-10-01;x;5\n2026-10-02;y;5\n")
    assert [one.header for one in file.outlines[0].columns if one.personal] == [header]


@pytest.mark.parametrize(
    "header",
    ["Campaign name", "Nazwa kampanii", "Comments", "Komentarze", "Post", "Emails sent count", "Zobrazení"],
)
def test_headers_of_figures_and_campaigns_are_not_taken_for_persons(read, header):
    file = read.text(f"Day;{header};Reach\n2026-10-01;12;5\n2026-10-02;13;5\n")
    assert not any(one.personal for one in file.outlines[0].columns)


def test_a_number_may_still_be_a_persons(read):
    file = read.text("Day;Telefon;Reach\n2026-10-01;600100200;5\n2026-10-02;600100201;5\n")
    assert [one.header for one in file.outlines[0].columns if one.personal] == ["Telefon"]


def test_names_of_campaigns_are_not_something_said():
    names = (
        "PL | Brand | Autumn sale 2026 | Prospecting | Video",
        "CZ - Retargeting - Add to cart 30 days - Feed",
    )
    assert not speaks_of_persons(names)
    assert speaks_of_persons(["Where is my parcel, please? I wait."])


def test_what_an_ad_says_is_no_message_of_a_person(read):
    text = 'Day,Campaign name,Amount spent (EUR),Body copy\n2026-01-01,A,1.50,"Buy now, it is really cheap today!"\n'
    assert "personal_columns" not in codes(read.text(text))
    assert "personal_columns" in codes(read.text(text.replace("Body copy", "Page owner email")))


def test_the_copy_of_a_text_reads_the_same_and_holds_nobody(read, tmp_path):
    path = tmp_path / "export"
    path.write_text("A title, with commas\n" + LISTENING, "utf-8")
    options = ReadOptions(mapping=LISTENING_MAP, channel="Listening")
    first = read_file(path, name="x", options=options)
    copy = redacted(path, first.delimiter, first.personal)
    assert not [secret for secret in SECRETS if secret.encode() in copy]
    path.write_bytes(copy)
    again = read_file(path, name="x", options=options)
    assert again.tables[0].frame.equals(first.tables[0].frame)
    assert again.tables[0].column_map == first.tables[0].column_map
    assert redacted(path, again.delimiter, again.personal) == copy


def test_the_copy_of_a_workbook_reads_the_same_and_holds_nobody(tmp_path):
    rows = [["Day", "Client e-mail", "Reach", "Note"], ["2026-10-01", "a@example.com", 12.5, "-"]]
    book = openpyxl.load_workbook(
        io.BytesIO(workbook({"One": rows, "Two": [["Author", "Likes"], ["Somebody", 3]]}))
    )
    book["One"]["D2"].value, book["One"]["D2"].data_type = "=1+1", "s"
    path = tmp_path / "export"
    book.save(path)
    options = ReadOptions(mapping={"Day": "day", "Reach": "reach"}, channel="Listening")
    first = read_file(path, name="x", options=options)
    copy = redacted(path, first.delimiter, first.personal)
    path.write_bytes(copy)
    sheets = openpyxl.load_workbook(io.BytesIO(copy))
    assert [cell.value for cell in sheets["One"][1]] == rows[0]
    assert sheets["One"]["D2"].data_type == "s"
    assert sheets["One"]["B2"].value is None
    assert sheets["Two"]["A2"].value is None
    assert sheets["Two"]["B2"].value == 3
    again = read_file(path, name="x", options=options)
    assert again.tables[0].frame.equals(first.tables[0].frame)
    assert redacted(path, again.delimiter, again.personal) == copy


@pytest.mark.parametrize("kind", ["spreadsheetml", "zip"])
def test_every_kind_of_file_that_can_be_read_can_be_copied_without_names(tmp_path, kind):
    path, rows = (
        tmp_path / "export",
        [["Day", "Client e-mail", "Reach"], ["2026-10-01", "a@example.com", "12"]],
    )
    path.write_bytes(_as_xml(rows) if kind == "spreadsheetml" else _as_zip(rows))
    options = ReadOptions(mapping={"Day": "day", "Reach": "reach"}, channel="Listening")
    first = read_file(path, name="x", options=options)
    copy = redacted(path, first.delimiter, first.personal)
    path.write_bytes(copy)
    again = read_file(path, name="x", options=options)
    assert again.tables[0].frame.equals(first.tables[0].frame)
    assert not any(b"example" in data for data in _unpacked(copy))
    assert redacted(path, again.delimiter, again.personal) == copy


TABLES = """# Synthetic export
# Start date: 20261001
# End date: 20261002

Session source,User email,Sessions
forum,person@example.com,12

# Start date: 20261001
# End date: 20261002

Country,New users
Poland,40

# Visitors
User email,Note
other@example.com,Rang twice
"""


def test_tables_under_each_other_lose_their_persons_and_nothing_else(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(TABLES, "utf-8")
    first = read_file(path, name="export.csv")
    assert finding(first, "personal_columns").value == "User email"
    assert finding(first, "unread_tables").value == "Visitors"
    said = json.dumps([table.frame.to_pylist() for table in first.tables], default=str)
    assert "@example" not in said
    copy = redacted(path, first.delimiter, first.personal)
    assert b"@example" not in copy
    assert b"Poland,40" in copy
    path.write_bytes(copy)
    again = read_file(path, name="export.csv")
    assert [table.frame for table in again.tables] == [table.frame for table in first.tables]
    assert redacted(path, again.delimiter, again.personal) == copy


def _as_xml(rows):
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    lines = [
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in rows
    ]
    table = f'<Worksheet ss:Name="Days"><Table>{"".join(lines)}</Table></Worksheet>'
    return f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">{table}</Workbook>'.encode()


def _as_zip(rows):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Table data.csv", "\n".join(",".join(row) for row in rows))
    return out.getvalue()


def _unpacked(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return [archive.read(name) for name in archive.namelist()]
