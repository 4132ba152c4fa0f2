"""What a file leaves open is asked, and each answer becomes an option to read it again with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from tests.store.frames import upload_of
from tests.ui.house import CLIENT, LEAD, open_house
from tiger_reports.model.data_notes import Waiver
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.imports import Staged
from tiger_reports.model.period import Period
from tiger_reports.services.importing.intake import staged
from tiger_reports.services.office import local_actor
from tiger_reports.store.state import staging
from tiger_reports.text import phrase
from tiger_reports.ui.importing.questions import QUESTIONS, answered, asked
from tiger_reports.ui.importing.standing import Standing, by_severity, codes, standing

NOW = datetime(2026, 11, 4, 9, tzinfo=UTC)


def file_with(*findings, waivers=()):
    return Staged(upload_of("one", client_id=CLIENT.id), NOW, LEAD, findings=findings, waivers=waivers)


def finding(code, severity=Severity.BLOCKING, **more):
    return Finding(code, severity, "jan.csv", **more)


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_is_raised_by_its_findings(question):
    for code in QUESTIONS[question]:
        assert asked(file_with(finding(code))) == (question,)


def test_a_file_that_says_everything_is_asked_nothing():
    assert asked(file_with(finding("jump"))) == ()


def test_answers_lie_over_the_options_of_the_first_reading():
    before = replace(file_with(), upload=upload_of("one", options={"panel": "meta-ads", "month": "2026-10"}))
    options = answered(before, {"currency": "CZK", "year": None})
    assert (options.panel, options.currency, options.year) == ("meta-ads", "CZK", None)
    assert options.month.month_key == "2026-10"


def test_both_days_of_a_stretch_are_meant_to_be_inside():
    options = answered(file_with(), {"period": (date(2026, 10, 1), date(2026, 10, 31))})
    assert options.period == Period(date(2026, 10, 1), date(2026, 11, 1))
    assert answered(file_with(), {"period": (date(2026, 10, 1),)}).period is None


def test_a_file_is_as_good_as_its_worst_open_finding():
    blocking, error = finding("jump"), finding("wrong_currency", Severity.ERROR)
    assert standing(file_with()) is Standing.READY
    assert standing(file_with(finding("bounds", Severity.NOTE))) is Standing.READY
    assert standing(file_with(blocking)) is Standing.TO_ACCEPT
    assert standing(file_with(blocking, error)) is Standing.STOPPED
    assert standing(file_with(blocking, waivers=(Waiver(blocking, "Lead", "why", NOW),))) is Standing.READY


def test_findings_meet_the_reader_worst_first_and_alike_together():
    file = file_with(
        finding("bounds", Severity.NOTE),
        finding("jump"),
        finding("jump", row=3),
        finding("x", Severity.ERROR),
    )
    assert [severity for severity, _ in by_severity(file)] == [
        Severity.ERROR,
        Severity.BLOCKING,
        Severity.NOTE,
    ]
    assert [(code, len(same)) for code, same in codes(file.findings)] == [
        ("bounds", 1),
        ("jump", 2),
        ("x", 1),
    ]


def put(home, *findings):
    office = open_house(home)
    with office.store.write() as session:
        staging.stage(
            session, CLIENT.id, upload_of("waiting", client_id=CLIENT.id), findings, by=LEAD, at=NOW
        )
    return office


def button(at: AppTest, key: str):
    return next(one for one in at.button if one.key == key)


def test_what_nobody_may_accept_has_no_place_to_accept_it(opened, home):
    put(home, finding("wrong_currency", Severity.ERROR))
    at = opened("import_files.py")
    assert not [one for one in at.button if (one.key or "").startswith("waive-")]
    assert button(at, "store-waiting").disabled


def test_a_finding_is_accepted_only_with_a_reason(opened, home):
    office = put(home, finding("jump"))
    at = opened("import_files.py")
    button(at, "waive-waiting-jump-go").click().run()
    assert staged(office, local_actor(), CLIENT.id)[0].waivers == ()
    at.text_input(key="waive-waiting-jump").set_value("The budget was doubled on purpose").run()
    button(at, "waive-waiting-jump-go").click().run()
    waiver = staged(office, local_actor(), CLIENT.id)[0].waivers[0]
    assert waiver.reason == "The budget was doubled on purpose"
    assert not button(at, "store-waiting").disabled


def test_a_file_without_dates_is_asked_for_its_days(opened, home):
    put(home, finding("period_unknown"), finding("currency_missing"))
    at = opened("import_files.py")
    assert not at.exception
    labels = [one.label for one in (*at.selectbox, *at.date_input)]
    assert phrase("ui.question.period", "en") in labels
    assert phrase("ui.question.currency", "en") in labels


def test_a_waiting_file_can_be_thrown_away(opened, home):
    office = put(home, finding("jump"))
    button(opened("import_files.py"), "discard-waiting").click().run()
    assert staged(office, local_actor(), CLIENT.id) == ()
