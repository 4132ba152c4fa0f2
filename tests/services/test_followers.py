"""Followers that an activity won, from the counts in profile exports, and how many were there a month later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.services.writing import LEAD, SPECIALIST
from tiger_reports.cli.activity_form import activity_document
from tiger_reports.decks.quarter import quarter_deck
from tiger_reports.model.activity import Activity, ActivityKind, Stage
from tiger_reports.model.log import DeckKind
from tiger_reports.services import records
from tiger_reports.services.clients import get_client
from tiger_reports.services.importing.files import import_file
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.services.tiger_year import activities
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.records import quarter_records
from tiger_reports.services.tiger_year.reports import told_report
from tiger_reports.text import LANGUAGES
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.plain import html
from tiger_reports.ui.quarter.effect import effect_markup
from tiger_reports.ui.words import Words

FIRST, LAST = date(2026, 9, 1), date(2026, 9, 14)
LATER = LAST + timedelta(30)


def counted(office, levels):
    """A file of TikTok's analytics with the counts at the end of each day."""
    rows = "".join(f"{day:%Y-%m-%d},1,{count}\n" for day, count in sorted(levels.items()))
    file = NewFile("Followers.csv", f"Date,New followers,Total followers\n{rows}".encode())
    accepted = {"standing_jump": "seen on the profile", "missing_days": "not exported"}
    done = import_file(office, SPECIALIST, "warsaw", file, Options(), accepted)
    assert done.ok, [(found.code, found.value) for found in done.findings if found.stops]


def every_day(first, last, level):
    days = (first + timedelta(at) for at in range((last - first).days + 1))
    return {day: level(day) for day in days}


def contest(office, **more):
    known = {"kind": ActivityKind.CONTEST, "title": "Autumn contest", "metric": "clicks"}
    words = Activity(**(known | {"start": FIRST, "last": LAST} | more))
    made = records.add(office, LEAD, "warsaw", words)
    return activities.decide(office, LEAD, "warsaw", made, Stage.ACCEPTED).stored


def followers(office, made):
    return activities.effect_of(office, get_client(office, LEAD, "warsaw"), made).followers


def test_followers_that_came_with_a_contest_are_looked_for_thirty_days_later(office):
    peak = dict.fromkeys((LAST, LAST + timedelta(1)), 1400)
    level = every_day(FIRST - timedelta(1), LATER, lambda day: 1000 if day < FIRST else 1100)
    counted(office, {**level, **peak})
    (found,) = followers(office, contest(office))
    assert (found.channel, found.before, found.after, found.later) == ("tiktok-analytics", 1000, 1400, 1100)
    assert (found.gained, found.kept) == (400, pytest.approx(0.25))


def test_a_count_that_was_not_imported_is_missed(office):
    level = every_day(FIRST - timedelta(1), LAST, lambda day: 1000 if day < FIRST else 1050)
    counted(office, level)
    (found,) = followers(office, contest(office))
    assert (found.gained, found.kept, found.waits) == (50, None, False)


def test_what_cannot_be_known_yet_waits(office):
    counted(office, every_day(date(2026, 10, 9), date(2026, 10, 20), lambda day: 1000 + day.day))
    (found,) = followers(office, contest(office, start=date(2026, 10, 10), last=date(2026, 10, 20)))
    assert (found.gained, found.kept, found.waits) == (11, None, True)


def test_an_activity_of_other_channels_wins_no_followers_here(office):
    counted(office, every_day(FIRST - timedelta(1), LATER, lambda _day: 1000))
    assert followers(office, contest(office, channels=("meta-ads",))) == ()
    assert followers(office, contest(office, kind=ActivityKind.TRAINING)) == ()


def test_without_counts_it_is_said_where_followers_are_the_goal(office):
    assert followers(office, contest(office)) == ()
    (found,) = followers(office, contest(office, metric="follows"))
    assert (found.channel, found.gained, found.kept) == ("", None, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_and_slide_say_the_same_of_followers(office, language):
    peak = dict.fromkeys((LAST, LAST + timedelta(1)), 1400)
    counted(office, every_day(FIRST - timedelta(1), LATER, lambda day: 1000 if day < FIRST else 1100) | peak)
    contest(office)
    client = get_client(office, LEAD, "warsaw")
    report = told_report(office, LEAD, client, Asked(DeckKind.QUARTER, 1, 2), language)
    (one,) = [one for one in report.meeting.activities if one.activity.title == "Autumn contest"]
    deck = quarter_deck(report, language, draft=True)
    slide = [one for one in deck.slides if one.key.startswith("activity")][-1]
    (said,) = [part.text for part in slide.comment if "TikTok" in part.text]
    sentence = said[said.index("TikTok") :]
    page = effect_markup(one.effect, Figures(Words(language), client.currency))
    assert html(sentence) in page
    assert any(shown.kind == "kept" and shown.value == pytest.approx(0.25) for shown in slide.shown)


def test_the_command_line_tells_them_too(office):
    counted(office, every_day(FIRST - timedelta(1), LATER, lambda day: 1000 if day < FIRST else 1100))
    made = contest(office)
    found = quarter_records(office, LEAD, "warsaw", 1, 2).activities
    document = next(activity_document(one) for one in found if one.id == made.id)
    assert document["effect"]["followers"][0]["kept"] == pytest.approx(1.0)
