"""While a cooperation pauses nothing is missing, nothing is late, and its days are held against nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.loading import days, load
from tiger_reports.model.change import Coverage, Gap
from tiger_reports.model.client import Client
from tiger_reports.model.contact import Contact, ContactKind
from tiger_reports.model.cooperation import Pause
from tiger_reports.model.goal import Goal
from tiger_reports.model.period import month
from tiger_reports.model.week_note import EntryKind, NoteKind
from tiger_reports.services import cooperation, records
from tiger_reports.services.clients import add_client
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.services.week import contacts
from tiger_reports.services.week import notes as week
from tiger_reports.services.week.lead_board import DueKind, lead_board
from tiger_reports.store.settings import Settings
from tiger_reports.text.pauses import paused_words, with_pauses

ME = local_actor()
MAY, JUNE = month(2026, 5), month(2026, 6)


@pytest.fixture
def house(tmp_path):
    """Since January; May is paused from the 3rd to the 17th."""

    def on(today):
        office = open_office(Settings(home=tmp_path / "home"))
        add_client(office, ME, Client("shop", "Shop", date(2026, 1, 1), "PLN", "pl", today=today))
        cooperation.pause(office, ME, "shop", date(2026, 5, 3), "No budget", date(2026, 5, 18))
        return office

    return on


def spend(report):
    return report.figure("spend")


def test_a_month_around_a_pause_says_so_and_has_no_percent(house):
    office = house(date(2026, 6, 3))
    load(office, "all", days(date(2026, 1, 1), date(2026, 6, 1)))
    report = month_report(office, ME, "shop", MAY)
    assert report.coverage == Coverage(16, 31, paused=15)
    assert (spend(report).previous.gap, spend(report).previous.relative) == (Gap.PARTIAL, None)
    assert [one.reason for one in report.pauses] == ["No budget"]
    assert paused_words(report.pauses, MAY, "en") == "paused 3–17\u00a0May\u00a02026"


def test_the_month_after_is_not_held_against_one_with_a_pause(house):
    office = house(date(2026, 7, 3))
    load(office, "all", days(date(2026, 1, 1), date(2026, 7, 1)))
    change = spend(month_report(office, ME, "shop", JUNE)).previous
    assert (change.gap, change.delta) == (Gap.PARTIAL, None)


def test_days_of_a_pause_say_nothing_of_what_is_normal(house):
    """One level before the pause and after it: the next month is expected at that level."""
    office = house(date(2026, 8, 3))
    ran = [*days(date(2026, 1, 1), date(2026, 5, 3)), *days(date(2026, 5, 18), date(2026, 8, 1))]
    load(office, "all", ran, of=lambda span: {"spend": 100.0 + span.start.day % 3, "clicks": 50.0})
    judgement = spend(month_report(office, ME, "shop", month(2026, 7))).previous.judgement
    assert judgement.expected == pytest.approx(31 * 101, rel=0.02)
    assert judgement.history == 6


def test_a_channel_that_is_silent_in_a_pause_is_not_missing(house):
    office = house(date(2026, 7, 3))
    load(office, "meta", days(date(2026, 1, 1), date(2026, 7, 1)))
    load(office, "google", days(date(2026, 1, 1), date(2026, 6, 1)), panel="google-ads")
    assert month_report(office, ME, "shop", JUNE).notes.missing_channels == ("google-ads",)
    cooperation.pause(office, ME, "shop", JUNE.start, "Holidays", JUNE.end)
    assert month_report(office, ME, "shop", JUNE).notes.missing_channels == ()


def test_a_target_is_split_over_the_days_that_are_worked(house):
    office = house(date(2026, 5, 22))
    records.add(office, ME, "shop", Goal("Spend it", metric="spend", value=310.0))
    ran = [*days(date(2026, 5, 1), date(2026, 5, 3)), *days(date(2026, 5, 18), date(2026, 5, 22))]
    load(office, "all", ran, of=lambda _: {"spend": 10.0})
    (pace,) = month_report(office, ME, "shop", MAY).paces
    assert (pace.target.value, pace.days_over, pace.expected) == (
        pytest.approx(160.0),
        6,
        pytest.approx(60.0),
    )


def test_a_report_of_a_paused_month_is_not_late_and_nobody_has_to_call(house):
    office = house(date(2026, 7, 20))
    contacts.add_contact(office, ME, "shop", Contact(date(2026, 5, 29), ContactKind.CALL))

    def kinds():
        (row,) = lead_board(office, ME)
        late = week.written_note(office, ME, "shop", date(2026, 7, 20), NoteKind.MONDAY).facts.overdue
        return {one.kind for one in row.due}, {one.kind for one in late}, row.quiet.too_long

    due, late, quiet = kinds()
    assert (DueKind.REPORT in due, EntryKind.REPORT in late, quiet) == (True, True, True)
    cooperation.pause(office, ME, "shop", JUNE.start, "Holidays")
    due, late, quiet = kinds()
    assert (DueKind.REPORT in due, EntryKind.REPORT in late, quiet) == (False, False, False)


def test_silence_is_counted_from_the_restart(house):
    office = house(date(2026, 5, 20))
    contacts.add_contact(office, ME, "shop", Contact(date(2026, 4, 30), ContactKind.CALL))
    assert contacts.quiet(office, ME, "shop").days == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "16 of 31 days (paused 3–17 May 2026)."),
        ("pl", "16 of 31 days (przerwa 3–17.05.2026)."),
        ("cs", "16 of 31 days (přestávka 3.–17. 5. 2026)."),
        ("ru", "16 of 31 days (пауза 03–17.05.2026)."),
    ],
)
def test_a_sentence_tells_the_paused_days_before_its_full_stop(language, said):
    pauses = (Pause("p", date(2026, 5, 3), date(2026, 5, 18)),)
    found = with_pauses("16 of 31 days.", pauses, MAY, language)
    assert found.replace("\u00a0", " ") == said
    assert with_pauses("16 of 31 days.", pauses, JUNE, language) == "16 of 31 days."


def test_an_open_pause_is_told_to_the_end_of_the_period():
    assert "3–31" in paused_words((Pause("p", date(2026, 5, 3)),), MAY, "en")
