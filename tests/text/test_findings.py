"""Findings in words: every language, every detail formatted, nothing that can fail."""

from __future__ import annotations

import pytest

from tiger_reports.model.finding import Finding, Severity
from tiger_reports.text import LANGUAGES
from tiger_reports.text.catalogue import phrases
from tiger_reports.text.findings import describe

CAUSE_WORDS = ("because", "due to", "dzięki", "z powodu", "díky", "kvůli", "из-за", "благодаря")
NBSP = "\u00a0"


def said(code: str, language: str = "en", **known) -> str:
    return describe(Finding(code, Severity.NOTE, **known), language).title


def test_money_is_written_for_the_reader() -> None:
    details = {"sum_of_rows": 2213.7, "total": 5.0, "gap": 2208.7, "unit": "money", "currency": "PLN"}
    assert f"2{NBSP}213,70{NBSP}zł" in said("total_differs", "pl", column="Koszt", details=details)
    assert f"PLN{NBSP}2,213.70" in said("total_differs", "en", column="Cost", details=details)


def test_a_rate_is_a_percent_and_a_day_is_a_date() -> None:
    rate = {"recomputed": 0.025, "unit": "percent", "top_column": "Clicks", "bottom_column": "Impr."}
    assert "12.50%" in said("ratio_differs", column="CTR", value="0.125", details=rate)
    assert "2.50%" in said("ratio_differs", column="CTR", value="0.125", details=rate)
    days = {"n": 2, "days": "2026-10-17, 2026-10-18"}
    assert "17. 10. 2026, 18. 10. 2026".replace(" ", NBSP).replace(f",{NBSP}", ", ") in said(
        "missing_days", "cs", details=days
    )


def test_an_id_is_not_a_figure() -> None:
    assert "“9000000101”" in said("unknown_account", value="9000000101")


def test_row_numbers_are_written_as_a_spreadsheet_shows_them() -> None:
    title = said("duplicate_id", row=12345, details={"first_row": 2345})
    assert "12345" in title
    assert "2345" in title


@pytest.mark.parametrize("text", ["{0}", "{x!r}", "100 %s", "{", "}", "\\", "<b>"])
def test_a_value_with_marks_of_any_kind_is_shown_as_it_is(text: str) -> None:
    assert text in said("unknown_account", value=text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_code_still_gives_a_sentence(language: str) -> None:
    described = describe(Finding("never_heard_of", Severity.ERROR, column="X"), language)
    assert "X" in described.title
    assert described.why
    assert described.fix


def test_where_names_file_row_and_column() -> None:
    finding = Finding("jump", Severity.NOTE, file="a.csv", row=4, count=1235, column="Reach")
    assert describe(finding, "en").where == "a.csv, row 4 and 1,234 more, column “Reach”"
    assert describe(finding, "pl").where == f"a.csv, wiersz 4 i jeszcze 1{NBSP}234, kolumna „Reach”"


def test_our_own_name_of_a_column_never_reaches_a_reader() -> None:
    finding = Finding(
        "currency_missing", Severity.NOTE, column="currency", details={"other_column": "impressions"}
    )
    assert describe(finding, "ru").where == "столбец «Валюта»"


@pytest.mark.parametrize("value", [float("inf"), float("nan"), "not a number", ""])
def test_a_figure_that_is_none_is_shown_as_text(value: float | str) -> None:
    assert said("jump", column="Spend", details={"per_day": value, "usual": 5.0, "unit": "money"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_states_a_cause(language: str) -> None:
    sentences = [str(each).lower() for key, each in phrases(language).items() if key.startswith("finding.")]
    assert not [each for each in sentences if any(word in each for word in CAUSE_WORDS)]


def test_all_languages_have_the_same_keys() -> None:
    keys = [{key for key in phrases(language) if key.startswith("finding.")} for language in LANGUAGES]
    assert keys[0] == keys[1] == keys[2] == keys[3]


def test_where_names_the_account_that_a_gap_belongs_to() -> None:
    finding = Finding("missing_days", Severity.BLOCKING, column="Day", details={"account": "B", "n": 1})
    assert describe(finding, "en").where == "column “Day”, account “B”"
