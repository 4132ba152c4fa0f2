"""Which currency the amounts of a file are in."""

from __future__ import annotations

import pytest

from tests.panels.conftest import column, finding, only, stops

PLAIN = "Day,Campaign name,Amount spent (EUR),Currency\n2026-01-01,A,1.50,{0}\n2026-01-02,B,1.50,{1}\n"


def test_header_and_column_agree(read):
    table = read.table(PLAIN.format("EUR", "EUR"))
    assert (table.currency, column(table, "currency")) == ("EUR", ["EUR", "EUR"])


@pytest.mark.parametrize("rows", [("EUR", "PLN"), ("PLN", "PLN")])
def test_two_currencies_are_refused(read, rows):
    file = read.text(PLAIN.format(*rows))
    assert stops(file) == {"mixed_currency"}
    assert finding(file, "mixed_currency").details["currencies"] == "EUR, PLN"
    assert file.tables[0].currency is None


def test_rows_in_two_currencies_are_told_apart_where_only_their_own_column_says_so(read):
    days = "Reporting starts,Reporting ends,Campaign name,Reach,Amount spent,Currency"
    text = f"{days}\n2026-01-01,2026-01-01,A,5,1.50,EUR\n2026-01-02,2026-01-02,B,5,1.50,PLN\n"
    table = read.table(text)
    assert (table.currency, column(table, "currency")) == (None, ["EUR", "PLN"])
    assert stops(read.text(text, currency="PLN")) == {"mixed_currency"}


def test_what_the_user_says_must_agree_with_the_file(read):
    assert stops(read.text(PLAIN.format("EUR", "EUR"), currency="PLN")) == {"mixed_currency"}


def test_a_row_without_a_currency_takes_the_files(read):
    assert column(read.table(PLAIN.format("EUR", "")), "currency") == ["EUR", "EUR"]


def test_no_currency_at_all_is_asked_for(read):
    text = "Campaign report\n1 June 2026 - 30 June 2026\nCampaign,Cost,Clicks,Impr.\nA,1.50,1,2\n"
    assert stops(read.text(text)) == {"currency_missing"}
    assert only(read.text(text, currency="CZK")).currency == "CZK"


def test_a_file_without_money_needs_no_currency(read):
    text = "Reporting starts,Reporting ends,Campaign name,Impressions\n2026-01-01,2026-01-01,A,5\n"
    assert read.table(text).currency is None


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Amount spent (zł)", "PLN"),
        ("Amount spent (Kč)", "CZK"),
        ("Amount spent, ₽", "RUB"),
        ("Amount spent (грн.)", "UAH"),
    ],
)
def test_a_sign_in_the_header_is_a_currency(read, header, code):
    text = f'Day,Campaign name,"{header}"\n2026-01-01,A,1.50\n'
    assert read.table(text).currency == code
