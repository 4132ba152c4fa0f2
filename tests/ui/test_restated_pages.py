"""Pages tell of a sent report whose figures moved, in the reader's language, and take a decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.store.frames import frame_of
from tests.ui.house import CLIENT, LEAD, explain, open_house, row_of, store
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.period import Period, month
from tiger_reports.model.report import MonthState
from tiger_reports.model.restated import Way
from tiger_reports.services.delivery.decks import export
from tiger_reports.services.measuring.restating import decide
from tiger_reports.services.months.comments import approve_month
from tiger_reports.services.months.reports import month_report
from tiger_reports.text import LANGUAGES, phrase

OCTOBER = month(2026, 10)
BOSS = Actor(LEAD, "Lead", Role.LEAD)
DAY = date(2026, 10, 7)


def markup(at):
    return "\n".join(element.proto.body for element in at.get("html"))


@pytest.fixture
def moved(home):
    """October's deck went out; then a file of one day came with three more conversions."""
    office = open_house(home)
    explain(office, CLIENT.id, OCTOBER)
    approve_month(office, BOSS, CLIENT.id, OCTOBER)
    export(office, BOSS, CLIENT.id, OCTOBER)
    row = {**row_of(DAY, "Brand", 1.0), "conversions": 12.0}
    other = row_of(DAY, "Second", 0.7)
    store(
        office,
        CLIENT.id,
        "meta-ads",
        frame_of([row, other]),
        name="later",
        days=Period(DAY, DAY + timedelta(1)),
    )
    return office


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_board_the_month_and_the_deck_say_that_figures_changed(moved, opened, language):
    title = phrase("ui.restated.title", language)
    for file in ("month.py", "deck.py"):
        at = opened(file, language=language, month="2026-10")
        assert not at.exception
        assert title in markup(at)
        assert phrase("metric.conversions.name", language) in markup(at)
    at = opened("start.py", language=language)
    assert not at.exception
    assert phrase("ui.start.moved", language, months="").strip(": ") in markup(at)


def test_the_client_deck_waits_for_a_decision(moved, opened):
    at = opened("deck.py", month="2026-10")
    assert at.button(key="make-client").disabled
    assert {f"restated-{way}" for way in Way} <= {button.key for button in at.button}


def test_a_report_is_not_kept_without_a_reason(moved, opened):
    at = opened("deck.py", month="2026-10")
    at.button(key="restated-keep").click().run()
    assert phrase("refusal.reason_missing", "en") in markup(at)
    at.text_input(key="restated-reason").set_value("Agreed with the client").run()
    at.button(key="restated-keep").click().run()
    report = month_report(moved, BOSS, CLIENT.id, OCTOBER)
    assert report.restated.decided is Way.KEEP
    assert report.state is MonthState.EXPORTED
    assert "Agreed with the client" in markup(at)


def test_a_report_issued_anew_is_at_work_again(moved, opened):
    opened("deck.py", month="2026-10").button(key="restated-reissue").click().run()
    assert month_report(moved, BOSS, CLIENT.id, OCTOBER).state is MonthState.CHECKED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_footnote_stands_in_the_data_notes_of_the_next_deck(moved, language):
    from tiger_reports.decks.monthly import monthly_deck

    made = decide(moved, BOSS, CLIENT.id, OCTOBER, Way.FOOTNOTE, "late conversions")
    report = month_report(moved, BOSS, CLIENT.id, OCTOBER)
    next_one = replace(report, notes=replace(report.notes, footnotes=(made,)))
    deck = monthly_deck(next_one, language, draft=True)
    told = [
        cell.text
        for s in deck.slides
        if s.key.startswith("data_notes")
        for e in s.exhibits
        for row in e.rows
        for cell in row
    ]
    assert any(phrase("metric.conversions.short", language) in text and "→" in text for text in told)
    assert "late conversions" in told
