"""Figures that come from no panel fail the very check that a panel's file fails: typed ones and mapped ones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.validation.pairs import FOLDER, expected, found, subject
from tiger_reports.panels import ReadOptions, by_hand, read_file
from validation import check

DAYS = tuple(date(2026, 10, 1) + timedelta(days=at) for at in range(4))
CLEAN = {
    "campaign": "Synthetic | Leaflets",
    "spend": 25.0,
    "impressions": 2400.0,
    "reach": 1680.0,
    "clicks": 60.0,
    "link_clicks": 48.0,
}
FAULTS = {
    "negative_value": {"link_clicks": -3.0},
    "reach_above_impressions": {"reach": 9680.0},
    "link_clicks_above_clicks": {"link_clicks": 600.0},
    "clicks_without_impressions": {"impressions": 0.0, "reach": 0.0},
    "spend_without_impressions": {"impressions": 0.0, "reach": 0.0, "clicks": 0.0, "link_clicks": 0.0},
    "future_days": {"day": date(2026, 11, 5)},
    "wrong_currency": {"currency": "EUR"},
    "missing_entity": {"campaign": ""},
    "reversed_period": {"last": date(2026, 9, 1)},
    "unreadable_number": {"spend": "about fifty"},
    "missing_days": {"gone": True},
    "jump": {"spend": 4000.0},
}
"""What is wrong with the second row, or with the whole file."""
ORIGINS = ("typed", "mapped")


def rows_with(fault: dict) -> list[dict]:
    rows = [{**CLEAN, "day": day, "last": day} for day in DAYS]
    if fault.get("gone"):
        return [rows[0], *rows[2:]]
    wrong = {name: value for name, value in fault.items() if name not in ("day", "currency")}
    rows[1] |= wrong
    if "day" in fault:
        rows[1] |= {"day": fault["day"], "last": fault["day"]}
    return rows


def typed(path, rows: list[dict], currency: str) -> ReadOptions:
    """As the form of the Import page and the template write."""
    names = by_hand.headers("pl", currency)
    columns = ["channel", "campaign", "starts", "ends", *(name for name in CLEAN if name != "campaign")]
    lines = [by_hand.title("synthetic"), "\t".join(names[column] for column in columns)]
    lines += ["\t".join(str(cell) for cell in cells(row, columns)) for row in rows]
    path.write_text("\n".join(lines), "utf-8")
    return ReadOptions()


def cells(row: dict, columns: list[str]) -> list[object]:
    known = {**row, "channel": "Leaflets", "starts": row["day"], "ends": row["last"]}
    return [known[column] for column in columns]


def mapped(path, rows: list[dict], currency: str) -> ReadOptions:
    """As some other tool writes, with headers of its own and decimal commas."""
    columns = ["starts", "ends", *CLEAN]
    lines = [";".join(f"Pole {column}" for column in columns)]
    lines += [";".join(str(cell).replace(".", ",") for cell in cells(row, columns)) for row in rows]
    path.write_text("\n".join(lines), "utf-8")
    return ReadOptions(
        mapping={f"Pole {column}": column for column in columns}, channel="Leaflets", currency=currency
    )


def codes(path, options: ReadOptions, code: str) -> set[str]:
    """Codes of everything that reader and rules say, under the expectations of the panel's own pair."""
    read = read_file(path, name="x", options=options)
    tables = [finding.code for table in read.tables for finding in table.findings]
    ruled = [
        finding.code
        for table in read.tables
        for finding in check(table.frame, subject(table, "x"), expected(code)).findings
    ]
    return {*(finding.code for finding in read.findings), *tables, *ruled}


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("code", FAULTS)
def test_a_bad_row_fails_the_same_check_as_a_panels_file(tmp_path, code, origin):
    reader, ruled = found(FOLDER / code / "bad.csv", expected(code))
    assert code in {finding.code for finding in (*reader, *ruled)}
    write = {"typed": typed, "mapped": mapped}[origin]
    fault, path = FAULTS[code], tmp_path / "file"
    options = write(path, rows_with(fault), str(fault.get("currency", "PLN")))
    assert code in codes(path, options, code)


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("code", sorted(set(FAULTS) - {"missing_days", "jump"}))
def test_a_good_row_passes(tmp_path, code, origin):
    path = tmp_path / "file"
    options = {"typed": typed, "mapped": mapped}[origin](path, rows_with({}), "PLN")
    assert codes(path, options, code) <= {"days_outside_month"}
