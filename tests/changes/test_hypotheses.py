"""Every hypothesis can be kept, rejected, or left without data; and none of them states a cause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.text.test_catalogue import CAUSE_WORDS
from tiger_reports.changes.case import Known
from tiger_reports.changes.compare import Side, compare
from tiger_reports.changes.hypotheses import hypotheses
from tiger_reports.commentary.reasons import reason_words
from tiger_reports.commentary.sentence import Voice
from tiger_reports.metrics.registry import metric
from tiger_reports.model.campaign_log import Action, LogEntry
from tiger_reports.model.card import CAUSES, Evidence
from tiger_reports.model.change import Lever, Reference, Scope, Segment
from tiger_reports.model.definition_break import Break, BreakKind
from tiger_reports.model.hypothesis import CHECKLIST, TESTED_BY, DataVerdict
from tiger_reports.model.judgement import Calendar, Judgement, Standing
from tiger_reports.model.metric import Value
from tiger_reports.model.period import month
from tiger_reports.text.catalogue import LANGUAGES, phrases

OCTOBER, SEPTEMBER, YEAR_AGO = month(2026, 10), month(2026, 9), month(2025, 10)
KEPT, REJECTED, NO_DATA = DataVerdict.KEPT, DataVerdict.REJECTED, DataVerdict.NO_DATA


def moved(key, before, after, reference=Reference.PREVIOUS):
    base = SEPTEMBER if reference is Reference.PREVIOUS else YEAR_AGO
    return compare(metric(key), Scope(), reference, Side(OCTOBER, Value(after)), Side(base, Value(before)))


CPA = moved("cpa", 60.0, 80.0)
CONVERSIONS = moved("conversions", 500.0, 400.0)


def levers(**effects):
    sides = {"cpm": (10.0, 14.0), "ctr": (0.02, 0.019), "cvr": (0.02, 0.016), "aov": (200.0, 150.0)}
    return Evidence(levers=tuple(Lever(key, *sides[key], effect) for key, effect in effects.items()))


def figures(*changes):
    return Known(figures={change.metric: change for change in changes})


def logged(action):
    return Evidence(events=(LogEntry("1", date(2026, 10, 9), action, "as agreed on the phone"),))


def days(*silent):
    return Evidence(
        daily=tuple((date(2026, 10, day), None if day in silent else 16.0) for day in range(1, 32))
    )


def parts(*mixes, rate=1.0):
    cut = (Segment((("channel", f"c{n}"),), 1.0, 2.0, rate + mix, rate, mix) for n, mix in enumerate(mixes))
    return Evidence(channels=tuple(cut))


def yearly(relative, calendar=None):
    judged = Judgement(Standing.MUST_DROP, calendar=calendar)
    change = replace(CONVERSIONS, judgement=judged)
    return change, Known(other=moved("conversions", 400.0 / (1 + relative), 400.0, Reference.YEAR_AGO))


FEWER_CLICKS, MORE_OFTEN = moved("ctr", 0.02, 0.016), moved("frequency", 3.0, 4.5)
WORN_CHANNEL = replace(
    levers(ctr=10.0),
    channels=(
        Segment((("channel", "meta-ads"),), 1.0, 2.0, 9.0),
        Segment((("channel", "google-ads"),), 1.0, 2.0, 3.0),
    ),
)
BY_CHANNEL = Known(
    figures={"ctr": FEWER_CLICKS},
    channels={
        "meta-ads": {"frequency": MORE_OFTEN},
        "google-ads": {"frequency": moved("frequency", 3.0, 2.0)},
    },
)
LATE = Known(final_on=date(2026, 11, 30))
FAULT = Known(breaks=(Break(BreakKind.TRACKING, date(2026, 10, 7)),))
OLD_FAULT = Known(breaks=(Break(BreakKind.TRACKING, date(2026, 8, 7)),))
SEASON_KEPT = yearly(0.0)
SEASON_UNCLEAR = yearly(0.4)
CALENDAR_KEPT = yearly(0.4, Calendar(-30.0, -10.0, -60.0))
CALENDAR_AGAINST = yearly(-0.3, Calendar(1.0, 2.0, -103.0))
AGE = Segment((("age", "18-24"),), 1.0, 2.0, 12.0)

CASES = [
    ("auction", CPA, levers(cpm=15.0), Known(), KEPT, "lever"),
    ("auction", CPA, levers(cpm=-15.0), Known(), REJECTED, "lever"),
    ("auction", CPA, Evidence(), Known(), NO_DATA, "apart"),
    ("auction", moved("cpm", 10.0, 14.0), Evidence(), Known(), KEPT, "itself"),
    ("landing_page", CPA, levers(cvr=15.0), Known(), KEPT, "lever"),
    ("landing_page", CPA, levers(cvr=1.0), Known(), REJECTED, "lever"),
    ("landing_page", moved("ctr", 0.02, 0.01), Evidence(), Known(), NO_DATA, "apart"),
    ("offer", moved("roas", 5.0, 3.0), levers(aov=-1.5), Known(), KEPT, "lever"),
    ("offer", moved("roas", 5.0, 3.0), levers(aov=0.5), Known(), REJECTED, "lever"),
    ("offer", CPA, logged(Action.OFFER), Known(), KEPT, "logged"),
    ("offer", CPA, Evidence(), Known(), NO_DATA, "apart"),
    ("budget", CPA, logged(Action.BUDGET), Known(), KEPT, "logged"),
    ("budget", CPA, Evidence(), figures(moved("spend", 100.0, 101.0)), REJECTED, "held"),
    ("budget", CPA, Evidence(), figures(moved("spend", 100.0, 150.0)), KEPT, "moved"),
    ("budget", CPA, Evidence(), Known(), NO_DATA, "apart"),
    (
        "budget",
        CPA,
        Evidence(segments=(Segment((("campaign", "Spring"),), 1.0, None, 9.0, kind="ended"),)),
        figures(moved("spend", 100.0, 101.0)),
        KEPT,
        "ended",
    ),
    ("fatigue", CPA, levers(ctr=10.0), figures(FEWER_CLICKS, MORE_OFTEN), KEPT, "worn"),
    ("fatigue", CPA, levers(ctr=10.0), figures(FEWER_CLICKS), NO_DATA, "frequency_unknown"),
    ("fatigue", CPA, levers(ctr=10.0), figures(FEWER_CLICKS, moved("frequency", 4.5, 3.0)), REJECTED, "held"),
    ("fatigue", CPA, WORN_CHANNEL, BY_CHANNEL, KEPT, "worn"),
    ("fatigue", CPA, levers(ctr=-1.0), figures(FEWER_CLICKS, MORE_OFTEN), REJECTED, "lever"),
    ("fatigue", CPA, Evidence(), figures(moved("ctr", 0.016, 0.02), MORE_OFTEN), REJECTED, "held"),
    ("fatigue", CPA, Evidence(), Known(), NO_DATA, "apart"),
    ("audience", CPA, logged(Action.AUDIENCE), Known(), KEPT, "logged"),
    ("audience", CPA, Evidence(segments=(AGE,)), Known(), KEPT, "segment"),
    ("audience", CPA, Evidence(), Known(), NO_DATA, "audience_unknown"),
    ("mix", CPA, parts(3.0, 4.0), Known(), KEPT, "mix"),
    ("mix", CPA, parts(3.0, -4.0), Known(), REJECTED, "mix"),
    ("mix", CPA, Evidence(), Known(), NO_DATA, "no_parts"),
    ("immaturity", CONVERSIONS, Evidence(), LATE, KEPT, "grows"),
    ("immaturity", moved("conversions", 400.0, 500.0), Evidence(), LATE, REJECTED, "grows_anyway"),
    ("immaturity", CONVERSIONS, Evidence(), Known(), REJECTED, "final"),
    ("immaturity", moved("clicks", 500.0, 400.0), Evidence(), Known(), REJECTED, "final"),
    ("tracking", CONVERSIONS, Evidence(), FAULT, KEPT, "broken"),
    ("tracking", CONVERSIONS, Evidence(), OLD_FAULT, NO_DATA, "no_sign"),
    ("tracking", CONVERSIONS, logged(Action.TAG), Known(), KEPT, "logged"),
    ("tracking", CONVERSIONS, days(5, 6, 7), Known(), KEPT, "silent"),
    ("tracking", CONVERSIONS, days(5, 7), Known(), NO_DATA, "no_sign"),
    ("tracking", CPA, levers(cvr=1.0), Known(), REJECTED, "lever"),
    ("tracking", moved("clicks", 500.0, 400.0), Evidence(), Known(), NO_DATA, "apart"),
    ("season", SEASON_KEPT[0], Evidence(), SEASON_KEPT[1], KEPT, "as_last_year"),
    ("season", SEASON_UNCLEAR[0], Evidence(), SEASON_UNCLEAR[1], NO_DATA, "year_unclear"),
    ("season", CALENDAR_KEPT[0], Evidence(), CALENDAR_KEPT[1], KEPT, "calendar"),
    ("season", CALENDAR_AGAINST[0], Evidence(), CALENDAR_AGAINST[1], REJECTED, "unlike_last_year"),
    ("season", CONVERSIONS, Evidence(), Known(), NO_DATA, "no_year"),
    ("competitor", CPA, levers(cvr=15.0), figures(MORE_OFTEN), NO_DATA, "outside"),
]


@pytest.mark.parametrize(("cause", "change", "evidence", "known", "verdict", "reason"), CASES)
def test_the_data_keep_or_reject(cause, change, evidence, known, verdict, reason):
    found = next(one for one in hypotheses(change, evidence, known) if one.cause == cause)
    assert (found.verdict, found.reason) == (verdict, reason)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("change", "evidence", "known"), [case[1:4] for case in CASES])
def test_every_verdict_has_its_reason_in_words(change, evidence, known, language):
    for one in hypotheses(change, evidence, known):
        words = reason_words(one, Voice(language, "PLN"))
        assert words
        assert "None" not in words
        assert not CAUSE_WORDS.search(words)


def test_a_reason_names_the_figures():
    found = hypotheses(CPA, levers(cvr=15.0), Known())
    told = next(reason_words(one, Voice("en", "PLN")) for one in found if one.cause == "landing_page")
    assert "2.00% → 1.60%" in told
    assert "+PLN15.00" in told.replace("\u00a0", "")


def test_every_item_of_the_list_is_judged_once_and_in_one_order():
    for change in (CPA, CONVERSIONS, moved("spend", 1.0, 2.0)):
        assert tuple(one.cause for one in hypotheses(change, Evidence(), Known())) == CHECKLIST
    assert hypotheses(moved("cpa", None, 80.0), Evidence(), Known()) == ()


def test_every_case_of_every_hypothesis_is_tried():
    tried = {(cause, verdict) for cause, *_, verdict, _ in CASES}
    silent = {("competitor", KEPT), ("competitor", REJECTED), ("immaturity", NO_DATA), ("audience", REJECTED)}
    wanted = {(cause, verdict) for cause in CHECKLIST for verdict in DataVerdict} - silent
    assert tried >= wanted


def test_tags_lead_to_hypotheses_that_exist():
    assert set(TESTED_BY) <= set(CAUSES)
    assert {cause for tested in TESTED_BY.values() for cause in tested} == set(CHECKLIST)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hypothesis_has_a_name(language):
    assert all(f"hypothesis.name.{cause}" in phrases(language) for cause in CHECKLIST)
