"""Bytes to letters: decided by the bytes, guessed only with a word."""

from __future__ import annotations

import pytest

from tests.panels.conftest import codes, column, finding, only

TEXT = 'Day,Campaign name,Amount spent (PLN)\n2026-01-01,"Żółta łódź, jesień",1.50\n'


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
        (TEXT.replace("\n", "\r").encode(), "utf-8"),
    ],
)
def test_an_encoding_that_the_bytes_show_is_read_without_a_word(read, data, encoding):
    file = read.bytes(data)
    assert (only(file).encoding, codes(file)) == (encoding, set())
    assert column(file.tables[0], "campaign") == ["Żółta łódź, jesień"]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Żółta łódź", "cp1250"),
        ("Dzień i wieś", "cp1250"),
        ("Příští týden", "cp1250"),
        ("Осенняя распродажа", "cp1251"),
        ("Campaña de otoño", "cp1252"),
        ("Promoção de verão", "cp1252"),
        ("Été à la plage, âge 18–24", "cp1252"),
        ("Größe für Mädchen", "cp1252"),
    ],
)
def test_a_legacy_encoding_is_guessed_and_said(read, name, encoding):
    file = read.bytes(TEXT.replace("Żółta łódź, jesień", name).encode(encoding))
    assert codes(file) == {"encoding_guessed"}
    assert (file.tables[0].encoding, column(file.tables[0], "campaign")) == (encoding, [name])


def test_a_name_cut_inside_a_letter_spoils_only_that_letter(read):
    data = TEXT.encode().replace("ń".encode(), "ń".encode()[:1])
    file = read.bytes(data)
    assert codes(file) == {"damaged_characters"}
    assert finding(file, "damaged_characters").count == 1
    assert column(file.tables[0], "campaign") == ["Żółta łódź, jesie\ufffd"]


def test_two_encodings_in_one_file_are_told(read):
    assert codes(read.bytes(TEXT.encode("cp1250") + TEXT.encode("utf-16-le"))) == {"mixed_encodings"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_header(read, delimiter):
    text = (
        delimiter.join(("Day", "Campaign name", "Amount spent (PLN)"))
        + "\n"
        + delimiter.join(("2026-01-01", "A", "1.5"))
    )
    assert column(read.table(text + "\n"), "spend") == [1.5]
