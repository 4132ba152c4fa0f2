"""The history of findings: refused files count, a file read twice counts once, every month has its place."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.store.frames import upload_of
from tests.ui.house import CLIENT, LEAD, open_house
from tests.ui.test_pages import markup, open_box
from tiger_reports.model.client import Actor
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.finding_history import FoundInMonth
from tiger_reports.model.finding_kind import CODES, KINDS, kind_of
from tiger_reports.model.period import Period, month
from tiger_reports.services.importing.finding_history import finding_history
from tiger_reports.services.office import local_actor
from tiger_reports.services.refusals import NotAllowedError
from tiger_reports.store.state import staging
from tiger_reports.text import LANGUAGES, has, phrase
from tiger_reports.ui.charts.history import history_grid
from tiger_reports.ui.charts.look import Look
from tiger_reports.ui.importing.history import history_table, kinds_of, months_of, spots
from tiger_reports.ui.words import Words

AUGUST, OCTOBER = month(2026, 8), month(2026, 10)


def stage(office, name, code, severity, period=OCTOBER, *, sha="ee", refused=False):
    made = replace(upload_of(name), client_id=CLIENT.id, sha256=sha * 32, period=period)
    with office.store.write() as session:
        staging.stage(session, CLIENT.id, made, [Finding(code, severity)], by=LEAD, at=office.now())
        if refused:
            staging.refuse(session, CLIENT.id, name)


@pytest.fixture
def past(home):
    office = open_house(home)
    stage(office, "one", "missing_days", Severity.BLOCKING, AUGUST)
    stage(office, "two", "total_differs", Severity.BLOCKING, sha="f1", refused=True)
    stage(office, "three", "total_differs", Severity.BLOCKING, sha="f1")  # the same file, read again
    stage(office, "four", "wrong_currency", Severity.ERROR, sha="f2", refused=True)
    stage(office, "five", "unrecognised", Severity.ERROR, None, sha="f3", refused=True)
    return office


def test_findings_are_told_by_month_and_kind_with_refused_files(past):
    assert finding_history(past, local_actor(), CLIENT.id) == (
        FoundInMonth(AUGUST, "days", Severity.BLOCKING, 1, 0),
        FoundInMonth(OCTOBER, "currency", Severity.ERROR, 1, 1),
        FoundInMonth(OCTOBER, "totals", Severity.BLOCKING, 1, 0),
        FoundInMonth(None, "file", Severity.ERROR, 1, 1),
    )


def test_nobody_sees_the_history_of_a_client_that_is_not_theirs(past):
    with pytest.raises(NotAllowedError):
        finding_history(past, Actor("x@agency.example", "X", clients=frozenset({"other"})), CLIENT.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_has_a_name_its_table_and_words_of_the_language(opened, past, language):
    at = opened("import_files.py", language=language)
    open_box(at, "history")
    assert not at.exception
    (grid,) = at.get("vega_lite_chart")
    kinds = json.loads(grid.proto.spec)["encoding"]["y"]["scale"]["domain"]
    assert kinds[0] == phrase("finding.kind.file", language)
    assert "2026" in grid.proto.alt or "26" in grid.proto.alt
    assert phrase("ui.history.thrown", language) in markup(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_between_without_findings_keeps_its_column(past, language):
    t, found = Words(language), finding_history(past, local_actor(), CLIENT.id)
    months, kinds = months_of(found, t), kinds_of(found, t)
    assert len(months) == 4  # August, September, October, and the file without a month
    spec = history_grid(spots(found, t), months, kinds, Look(language))
    assert spec["encoding"]["x"]["scale"]["domain"] == list(months)
    assert {row["month"] for row in spec["data"]["values"]} <= set(months)
    assert {row["check"] for row in spec["data"]["values"]} == set(kinds)
    assert len(history_table(found, t).rows) == len(found)


def test_a_client_without_findings_has_a_friendly_word(opened):
    at = opened("import_files.py")
    open_box(at, "history")
    assert phrase("ui.history.empty", "en") in markup(at)


def test_every_code_of_a_kind_has_words_and_is_in_one_kind_only():
    codes = [code for held in CODES.values() for code in held.split()]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not has(f"finding.{code}.title", "en")] == []
    assert kind_of("no_such_code") == "other"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_words(language):
    assert all(has(f"finding.kind.{kind}", language) for kind in KINDS)


def test_months_of_a_long_gap_are_all_there():
    ends = (Period(AUGUST.start.replace(year=2025), AUGUST.start.replace(year=2025, month=9)), OCTOBER)
    found = tuple(FoundInMonth(one, "days", Severity.NOTE, 1, 0) for one in ends)
    assert len(months_of(found, Words("en"))) == 15
