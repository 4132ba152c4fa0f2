"""The demo agency's months: what was planted asks for words, and where nothing was planted nobody has to write."""

from __future__ import annotations

import tomllib

import pytest

from tests.services.writing import LEAD, OCTOBER, SAMPLES
from tiger_reports.changes.standing import ASKING
from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.model.card import Duty
from tiger_reports.model.judgement import Overlay, Standing
from tiger_reports.model.period import parse_month
from tiger_reports.services.months.reports import month_report

STORIES = tomllib.loads((SAMPLES / "stories.toml").read_text("utf-8"))["story"]
WAITING = ("prague", "2026-10")
"""Its files wait to be loaded by hand."""
MOVES = [
    (story["client"], story["month"], expect["metric"])
    for story in STORIES
    for expect in story["expect"]
    if not {"channel", "campaign"} & set(expect)
    and expect["direction"] in ("up", "down")
    and (story["client"], story["month"]) != WAITING
]
QUIET = [("warsaw", month) for month in ("2026-05", "2026-06", "2026-07")] + [
    ("prague", month) for month in ("2026-05", "2026-06", "2026-07", "2026-08")
]


@pytest.mark.parametrize(("client", "month", "metric"), sorted(set(MOVES)))
def test_every_told_story_gets_its_card(office, client, month, metric):
    cards = {card.metric: card for card in month_report(office, LEAD, client, parse_month(month)).cards}
    assert cards[metric].change.judgement.standing in ASKING


LEVERS = [
    pytest.param(story, expect, id=f"{story['id']}-{expect['metric']}")
    for story in STORIES
    for expect in story["expect"]
    if "lever" in expect
    and not {"channel", "campaign"} & set(expect)
    and expect["reference"] == "previous"
    and (story["client"], story["month"]) != WAITING
]


def _largest(effects, delta):
    return max((one for one in effects if one.effect * delta > 0), key=lambda one: abs(one.effect))


@pytest.mark.parametrize(("story", "expect"), LEVERS)
def test_a_told_story_is_found_at_its_lever_and_its_segment(office, story, expect):
    report = month_report(office, LEAD, story["client"], parse_month(story["month"]))
    card = next(card for card in report.cards if card.metric == expect["metric"])
    delta = card.change.delta
    assert _largest(card.evidence.levers, delta).metric == expect["lever"]
    planted = {(one.get("panel"), one.get("campaign")) for one in story.get("effect", ())}
    panel, campaign = next(iter(planted), (None, None))
    if len(planted) == 1 and campaign:
        assert ("campaign", campaign) in _largest(card.evidence.told, delta).where
    elif len(planted) == 1 and panel:
        assert _largest(card.evidence.channels, delta).scope.channel == panel


@pytest.mark.parametrize(("client", "month"), QUIET)
def test_a_month_in_which_nothing_was_planted_asks_for_nothing(office, client, month):
    cards = month_report(office, LEAD, client, parse_month(month)).cards
    assert [card.key for card in cards if card.duty is not Duty.NOTICE] == []


def test_every_headline_is_judged_against_both_references(office):
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    for entry in headline_metrics(report.figures):
        figure = report.figure(entry.key)
        for change in (figure.previous, figure.year_ago):
            assert change.judgement is not None, entry.key
            assert change.notable == (change.judgement.standing in ASKING)


def test_the_calendar_and_the_rest_add_up_to_every_change(office):
    for figure in month_report(office, LEAD, "warsaw", OCTOBER).figures:
        split = figure.previous.judgement and figure.previous.judgement.calendar
        if split:
            parts = split.length + split.weekdays + split.like_for_like
            assert parts == pytest.approx(figure.previous.delta, rel=1e-9, abs=1e-9)


def test_conversions_of_last_month_are_marked_as_not_final(office):
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    judgement = report.figure("conversions").previous.judgement
    assert (Overlay.DATA in judgement.overlays, judgement.p) == (True, None)
    assert report.figure("clicks").previous.judgement.p < 0.05


def test_a_card_shows_what_each_day_would_have_been(office):
    report = month_report(office, LEAD, "warsaw", OCTOBER)
    card = next(card for card in report.cards if card.metric == "cpc")
    assert [one.day for one in card.evidence.band] == [day for day, _ in card.evidence.daily]
    above = sum(
        (amount or 0) > one.high
        for (_, amount), one in zip(card.evidence.daily, card.evidence.band, strict=True)
    )
    assert above > 20


def test_what_is_normal_variation_is_said_once_with_the_weeks_it_rests_on(office):
    report = month_report(office, LEAD, "prague", parse_month("2026-07"), "en")
    noticed = [card for card in report.cards if card.duty is Duty.NOTICE]
    assert noticed
    for one in noticed:
        assert one.change.judgement.standing is Standing.NOISE
        assert one.sentence.endswith("Within normal variation (n = 13).")


@pytest.mark.parametrize("language", ["en", "pl", "cs", "ru"])
def test_the_sentence_tells_the_calendar_in_every_language(office, language):
    report = month_report(office, LEAD, "warsaw", OCTOBER, language)
    words = {
        "en": "like-for-like",
        "pl": "zmiana porównywalna",
        "cs": "srovnatelná změna",
        "ru": "сопоставимое",
    }
    clicks = next(card for card in report.cards if card.metric == "clicks")
    assert words[language] in clicks.sentence
