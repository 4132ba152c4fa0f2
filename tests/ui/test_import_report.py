"""The Import page reads like a report: what a file is, what was read, what to do, what storing would change."""

from __future__ import annotations

from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from tests.store.frames import frame_of, row, upload_of
from tests.ui.house import CLIENT, LEAD, open_house
from tests.ui.test_pages import markup, open_box
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.period import Period
from tiger_reports.services.importing.intake import sources_after
from tiger_reports.services.office import local_actor
from tiger_reports.store.state import staging
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.ui.importing import against_total, row_tables
from tiger_reports.ui.plain import html
from tiger_reports.ui.words import Words

TOTAL = {"row": 7, "label": "Total", "covers_rows": True, "values": {"spend": 12.0, "reach": 7.0}}


def read(home, *findings, total=TOTAL):
    """A waiting file of two days with three rows left out, and its total."""
    office = open_house(home)
    frame = home / "rows.parquet"
    rows = frame_of([row(1, 5.0), row(2, 7.0)])
    pq.write_table(rows, frame)
    with frame.open("rb") as data:
        kept = office.store.raw.put(data)
    made = replace(
        upload_of("waits"),
        client_id=CLIENT.id,
        currency="PLN",
        period=Period(rows["period_start"][0].as_py(), rows["period_end"][1].as_py()),
        dropped=((7, "total"), (8, "empty"), (9, "empty")),
        sums={"spend": 12.0, "reach": 9.0},
        result={"frame": kept, "signs": ["Day", "Amount spent"], "totals": [total] if total else []},
    )
    with office.store.write() as session:
        staging.stage(session, CLIENT.id, made, findings, by=LEAD, at=office.now())
    return office, made


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_told_in_parts_in_the_order_of_reading(opened, home, language):
    read(home, Finding("missing_days", Severity.BLOCKING), Finding("partial_day", Severity.NOTE))
    at = opened("import_files.py", language=language)
    assert not at.exception
    said = markup(at)
    parts = [phrase(f"ui.import.part_{name}", language) for name in ("what", "rows", "findings", "next")]
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    groups = [said.index(phrase(f"ui.import.{severity}", language)) for severity in ("blocking", "note")]
    assert places[2] < groups[0] < groups[1] < places[3]
    assert "Day, Amount spent" in said
    assert html(phrase("ui.import.sums_agree", language)) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_would_count_is_told_before_the_file_is_stored(opened, home, language):
    read(home)
    at = opened("import_files.py", language=language)
    assert phrase("ui.sources.standing", language) not in markup(at)
    open_box(at, "plan-waits")
    assert not at.exception
    assert phrase("ui.sources.standing", language) in markup(at)


def test_sources_after_are_those_of_the_file_beside_what_is_stored(home):
    office, made = read(home)
    month = Period(made.period.start, made.period.start.replace(month=2))
    uses = sources_after(office, local_actor(), CLIENT.id, made.id, month)
    assert {use.origin.report for use in uses} == {"report", "campaigns"}
    assert sum(use.counts for use in uses) >= 1


def test_rows_left_out_are_told_by_reason_with_their_numbers(home):
    _, made = read(home)
    lines = [[cell.text for cell in line] for line in row_tables.dropped(made, Words("en")).rows]
    assert [line[1:] for line in lines] == [["1", "7"], ["2", "8–9"]]


def test_reach_that_does_not_add_up_is_no_fault_and_money_that_does_not_is(home):
    _, made = read(home)
    assert against_total.agrees(made)
    assert not against_total.agrees(replace(made, sums={"spend": 13.0, "reach": 7.0}))
    assert against_total.agrees(
        replace(made, sums={"spend": 12.02, "reach": 7.0})
    )  # half a cent a row, and one
    assert not against_total.agrees(replace(made, sums={"spend": 12.03, "reach": 7.0}))


def test_a_finding_of_many_rows_says_how_many_more_there_are():
    found = Finding("wrong_currency", Severity.ERROR, row=4, count=8, column="Currency", value="USD")
    (line,) = row_tables.cases((found,), Words("en")).rows
    assert [cell.text for cell in line] == ["4 and 7 more", "Currency", "USD"]
    every = replace(found, rows=(4, 5, 6, 9), count=4)
    assert row_tables.cases((every,), Words("en")).rows[0][0].text == "4–6, 9"


@pytest.mark.parametrize(
    ("language", "said"), [("pl", "0,70"), ("cs", "0,70"), ("ru", "0,70"), ("en", "0.70")]
)
def test_the_value_of_a_case_is_written_for_the_reader(language, said):
    details = {"unit": "money", "currency": "PLN"}
    found = Finding("ratio_differs", Severity.BLOCKING, row=4, column="CPC", value="0.7", details=details)
    as_in_file = Finding("unreadable_number", Severity.ERROR, row=4, column="CPC", value="0.7x")
    shown = row_tables.cases((found, as_in_file), Words(language)).rows
    assert said in shown[0][2].text
    assert shown[1][2].text == "0.7x"
