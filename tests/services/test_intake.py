"""A file on its way in: refused, asked about, accepted, stored once."""

from __future__ import annotations

import pytest

from tests.services.writing import LEAD, OCTOBER, SAMPLES, SPECIALIST, finish, stage
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.card import CardState
from tiger_reports.model.client import Actor
from tiger_reports.model.finding import Severity
from tiger_reports.model.period import parse_month
from tiger_reports.model.report import MonthState
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.services.months.reports import month_report, months_with_data
from tiger_reports.services.refusals import NotAllowedError, RefusedError

META_OCTOBER = "files/warsaw/meta_campaigns-by-day_2026-10_pl_synthetic.csv"
TRAP = "inbox/google_campaigns-by-day_2026-10_en-GB_synthetic_A-DAY-IS-MISSING.csv"
CORRECTED = "inbox/google_campaigns-by-day_2026-10_en-GB_synthetic_corrected.csv"


def _spend(office, client):
    figure = month_report(office, LEAD, client, OCTOBER).figure("spend")
    return figure.value.amount if figure else None


def _restated(text: bytes) -> bytes:
    """The same export with one day's spend raised by a thousand."""
    lines = text.decode("utf-8").splitlines()
    spend = lines[0].split(",").index('"Wydana kwota (PLN)"')
    cells = lines[5].split(",")
    cells[spend] = str(float(cells[spend]) + 1000)
    return "\n".join([*lines[:5], ",".join(cells), *lines[6:]]).encode()


def test_the_same_file_twice_changes_nothing(office):
    before = _spend(office, "warsaw")
    again = stage(office, "warsaw", META_OCTOBER)
    outcome = intake.accept(office, SPECIALIST, "warsaw", again.upload.id)
    assert outcome.unchanged
    assert _spend(office, "warsaw") == before
    assert intake.staged(office, SPECIALIST, "warsaw") == ()


def test_a_restated_file_replaces_its_days_and_says_what_changed(office):
    before = _spend(office, "warsaw")
    data = _restated((SAMPLES / META_OCTOBER).read_bytes())
    (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile("restated.csv", data))
    for code in {f.code for f in found.open_findings}:
        intake.waive(office, SPECIALIST, "warsaw", found.upload.id, code, "the panel restated a day")
    plan = intake.planned(office, SPECIALIST, "warsaw", found.upload.id)
    assert [(c.measure, round(c.after - c.before, 2)) for c in plan.changes] == [("spend", 1000.0)]
    assert not plan.days_added
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    assert _spend(office, "warsaw") == pytest.approx(before + 1000)


def test_a_changed_figure_takes_back_the_approval_and_makes_its_words_stale(office):
    finish(office, "warsaw")
    assert month_report(office, LEAD, "warsaw", OCTOBER).state is MonthState.APPROVED
    data = _restated((SAMPLES / META_OCTOBER).read_bytes())
    (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile("restated.csv", data))
    for code in {f.code for f in found.open_findings}:
        intake.waive(office, SPECIALIST, "warsaw", found.upload.id, code, "the panel restated a day")
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    assert report.state is MonthState.CHECKED
    stale = {card.metric for card in report.cards if card.state is CardState.STALE}
    assert "cpa" in stale
    assert "conversions" not in stale


def test_a_missing_day_stops_the_file_until_someone_gives_a_reason(office):
    found = stage(office, "prague", TRAP)
    assert [f.code for f in found.open_findings] == ["missing_days"]
    with pytest.raises(RefusedError, match="findings_open"):
        intake.accept(office, SPECIALIST, "prague", found.upload.id)
    with pytest.raises(RefusedError, match="reason_missing"):
        intake.waive(office, SPECIALIST, "prague", found.upload.id, "missing_days", " ")
    waived = intake.waive(office, SPECIALIST, "prague", found.upload.id, "missing_days", "panel was down")
    assert waived.open_findings == ()
    assert waived.waivers[0].name == "Demo Specialist"
    assert not intake.accept(office, SPECIALIST, "prague", found.upload.id).unchanged
    notes = month_report(office, LEAD, "prague", OCTOBER).notes
    assert [waiver.reason for waiver in notes.waivers] == ["panel was down"]


def test_a_file_of_another_client_s_account_is_refused_for_good(office):
    found = stage(office, "prague", META_OCTOBER)
    codes = {f.code: f.severity for f in found.findings}
    assert codes["foreign_account"] is Severity.ERROR
    assert codes["wrong_currency"] is Severity.ERROR
    with pytest.raises(RefusedError, match="not_waivable"):
        intake.waive(office, LEAD, "prague", found.upload.id, "foreign_account", "it is fine")
    assert "warsaw" not in str(found.findings).lower()


def test_a_file_of_another_month_than_meant_is_refused(office):
    found = stage(office, "prague", CORRECTED, Options(month=parse_month("2026-09")))
    assert "wrong_period" in {f.code for f in found.findings if f.severity is Severity.ERROR}


def test_the_corrected_file_goes_in_and_the_month_moves_on(office):
    assert OCTOBER not in months_with_data(office, SPECIALIST, "prague")
    found = stage(office, "prague", CORRECTED, Options(month=OCTOBER))
    intake.accept(office, SPECIALIST, "prague", found.upload.id)
    assert months_with_data(office, SPECIALIST, "prague")[-1] == OCTOBER
    assert month_report(office, LEAD, "prague", OCTOBER).state is MonthState.CHECKED


def test_staging_the_same_bytes_again_leaves_one_waiting(office):
    first, second = stage(office, "prague", CORRECTED), stage(office, "prague", CORRECTED)
    assert [one.upload.id for one in intake.staged(office, SPECIALIST, "prague")] == [second.upload.id]
    with pytest.raises(RefusedError, match="upload_gone"):
        intake.accept(office, SPECIALIST, "prague", first.upload.id)


def test_a_mapping_is_remembered_for_client_and_panel(office):
    data = (SAMPLES / CORRECTED).read_text("utf-8").replace("Conversions", "My own goal", 1).encode()
    (found,) = intake.stage(office, SPECIALIST, "prague", NewFile("renamed.csv", data))
    assert found.upload.unknown_columns == ("My own goal",)
    (mapped,) = intake.recheck(
        office, SPECIALIST, "prague", found.upload.id, mapping={"My own goal": "conversions"}
    )
    assert mapped.upload.unknown_columns == ()
    assert mapped.upload.sums["conversions"] > 0
    (later,) = intake.stage(office, SPECIALIST, "prague", NewFile("next.csv", data + b"\n"))
    assert later.upload.unknown_columns == ()


def test_a_name_that_is_a_path_stays_a_name(office):
    (found,) = intake.stage(
        office, SPECIALIST, "prague", NewFile("../../etc/pass\u0007wd.csv", b"a,b\n1,2\n")
    )
    assert found.upload.file == "passwd.csv"


def test_a_stranger_sees_neither_files_nor_that_the_client_exists(office):
    stranger = Actor("x@agency.example", "X", clients=frozenset({"berlin"}))
    for client in ("warsaw", "no-such-client"):
        with pytest.raises(NotAllowedError, match="not_allowed"):
            intake.staged(office, stranger, client)
        with pytest.raises(NotAllowedError, match="not_allowed"):
            intake.stage(office, stranger, client, NewFile("a.csv", b"x"))


def test_every_metric_of_a_report_is_defined(office):
    figures = month_report(office, LEAD, "warsaw", OCTOBER).figures
    assert {figure.metric for figure in figures} <= set(metrics())


def test_whoever_waits_hears_each_step_and_a_stream_is_read_like_bytes(office):
    heard, path = [], SAMPLES / META_OCTOBER
    with path.open("rb") as stream:
        (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile(path.name, stream), tell=heard.append)
    assert heard == ["reading", "checking"]
    (again,) = intake.stage(office, SPECIALIST, "warsaw", NewFile(path.name, path.read_bytes()))
    assert (found.upload.sha256, found.upload.sums) == (again.upload.sha256, again.upload.sums)
