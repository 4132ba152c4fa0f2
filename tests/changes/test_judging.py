"""What a month's figures ask of the specialist, on accounts drawn with a known truth."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

import tiger_reports.text
from benchmarks.ad_months import MUST, figures_of, tables_of, told
from benchmarks.ad_scenarios import SCENARIOS
from benchmarks.ad_world import account, drawn
from tiger_reports.changes.band import band
from tiger_reports.changes.counted import counted
from tiger_reports.changes.evidence import Tables
from tiger_reports.changes.judging import Setting, book_of, judged
from tiger_reports.changes.mix import is_mix
from tiger_reports.changes.notable import thresholds
from tiger_reports.changes.standing import Weight, standing
from tiger_reports.commentary.cards import Moved, chosen, duty_of
from tiger_reports.metrics.registry import metric, metrics
from tiger_reports.metrics.sums import Part, Sums
from tiger_reports.model.card import Duty
from tiger_reports.model.change import Gap, Reference, Scope, Segment, Verdict
from tiger_reports.model.client import Threshold
from tiger_reports.model.definition_break import Break, BreakKind
from tiger_reports.model.judgement import Overlay, Standing
from tiger_reports.model.metric import Floor, Kind, Unit

TEXTS = Path(tiger_reports.text.__file__).parent
FORBIDDEN = ("significan", "istotn", "významn", "signifik", "значим")


def month_of(name, seed=31, *, late=False):
    """World, tables and judged figures of one drawn month."""
    scenario, rng = SCENARIOS[name], np.random.default_rng(seed)
    world = account(scenario.truth.at, rng)
    scenario.bend(world, world.span(scenario.truth.at), rng)
    tables = tables_of(world, drawn(world, 0.3, rng))
    return world, tables, figures_of(world, tables, replace(scenario.truth, late=late or scenario.truth.late))


def judge_again(world, tables, figures, **other):
    plain = {"feasts": {}, "since": world.first, "limits": thresholds()}
    return judged(figures, Setting(tables, world.months, **(plain | other)))


def channels_of(parts):
    return sorted({part.channel for part in parts})


def added(parts, channel):
    own = [part.amounts for part in parts if part.channel == channel]
    return Part(channel, amounts={name: sum(one[name] for one in own) for name in own[0]})


def find(figures, key):
    return next(figure for figure in figures if figure.metric == key)


@pytest.mark.parametrize(
    ("verdict", "material", "beyond", "expected"),
    [
        (Verdict.WORSE, True, True, Standing.MUST_DROP),
        (Verdict.BETTER, True, True, Standing.MUST_RISE),
        (Verdict.NEUTRAL, True, None, Standing.CONTEXT),
        (Verdict.WORSE, True, False, Standing.NOISE),
        (Verdict.WORSE, False, True, Standing.QUIET),
        (Verdict.WORSE, True, None, Standing.MUST_DROP),
    ],
)
def test_a_change_must_be_large_and_beyond_normal_variation(verdict, material, beyond, expected):
    assert standing(Weight(verdict, material, beyond)) is expected


def test_a_client_may_want_a_word_on_a_quiet_figure():
    assert standing(Weight(Verdict.WORSE, False, False, always=True)) is Standing.CONTEXT


def test_an_odd_reference_asks_for_a_sentence_and_no_more():
    assert standing(Weight(Verdict.WORSE, True, True, odd_reference=True)) is Standing.CONTEXT


@pytest.mark.parametrize("name", sorted(SCENARIOS))
def test_what_is_said_of_a_drawn_month_adds_up(name):
    assert told(SCENARIOS[name], 77).error < 1e-9


@pytest.mark.parametrize(
    "name", ["landing page", "mix shift", "late conversions", "restated", "budget cut", "cancelling causes"]
)
def test_a_drawn_month_has_the_standing_of_its_truth(name):
    found = [told(SCENARIOS[name], seed) for seed in range(500, 504)]
    assert sum(one.state for one in found) >= 3


def test_in_months_in_which_nothing_happened_hardly_anything_is_asked():
    found = [told(SCENARIOS["null"], seed) for seed in range(600, 616)]
    assert sum(bool(one.alarmed) for one in found) <= 3


def test_a_drop_beyond_normal_variation_says_what_was_expected_and_by_how_much_it_fell():
    _, _, figures = month_of("landing page")
    change = find(figures, "conversions").previous
    judgement = change.judgement
    assert judgement.standing is Standing.MUST_DROP
    assert change.notable
    assert change.after.amount < judgement.low < judgement.expected < judgement.high
    assert (judgement.history, judgement.p < 0.05) == (13, True)


def test_without_daily_rows_a_change_stands_by_its_size_alone_and_says_so():
    world, tables, figures = month_of("landing page")
    found = judge_again(world, replace(tables, history={}), figures)
    judgement = find(found, "conversions").previous.judgement
    assert judgement.standing is Standing.MUST_DROP
    assert (judgement.p, judgement.history, judgement.expected) == (None, 0, None)
    assert judgement.calendar.weekdays == 0


def test_five_weeks_of_days_are_too_few_for_a_test():
    world, tables, figures = month_of("null")
    first = world.months[-1].start - timedelta(35)
    short = {day: sums for day, sums in tables.history[Scope()].items() if day.start >= first}
    held = Tables(tables.whole, tables.channels, tables.campaigns, history={Scope(): short})
    assert find(judge_again(world, held, figures), "conversions").previous.judgement.history == 0


def test_days_on_which_a_figure_meant_something_else_say_nothing_of_what_is_normal():
    world, tables, figures = month_of("null")
    start = world.months[-1].start
    made = [Break(BreakKind.METRIC, start - timedelta(days), "", ("clicks",), "note") for days in (50, 20)]
    weeks = [
        find(judge_again(world, tables, figures, breaks=(one,)), "clicks").previous.judgement.history
        for one in made
    ]
    assert weeks == [7, 0]
    found = judge_again(world, tables, figures, breaks=(made[1],))
    assert find(found, "conversions").previous.judgement.history == 13
    assert find(found, "ctr").previous.judgement.history == 0


def test_conversions_that_are_still_coming_are_judged_by_the_days_that_are_final():
    world, _, figures = month_of("late conversions")
    judgement = find(figures, "conversions").previous.judgement
    assert Overlay.DATA in judgement.overlays
    assert judgement.tested.days == world.months[-1].days - 7
    assert judgement.standing not in MUST
    assert find(figures, "clicks").previous.judgement.overlays == frozenset()


def test_when_hardly_any_day_is_final_the_probability_is_withheld():
    world, tables, figures = month_of("landing page")
    young = world.months[-1].start + timedelta(3)
    aged = tuple(
        replace(one, final_on=world.months[-1].end + timedelta(30))
        if metric(one.metric).settles_late
        else one
        for one in figures
    )
    judgement = find(judge_again(world, tables, aged, young_from=young), "conversions").previous.judgement
    assert (judgement.p, Overlay.DATA in judgement.overlays) == (None, True)


def test_days_of_another_shape_than_the_month_are_not_taken_for_it():
    world, tables, figures = month_of("null")
    half = {day: sums for at, (day, sums) in enumerate(tables.history[Scope()].items()) if at % 2}
    held = Tables(tables.whole, tables.channels, tables.campaigns, history={Scope(): half})
    assert find(judge_again(world, held, figures), "clicks").previous.judgement.history == 0


def test_a_missed_target_asks_for_a_sentence_and_one_that_was_met_for_nothing():
    world, tables, figures = month_of("null")
    made = find(figures, "conversions").value.amount
    missed, met = (
        find(
            judge_again(world, tables, figures, targets={"conversions": made * share}), "conversions"
        ).planned
        for share in (1.5, 0.7)
    )
    assert (missed.reference, missed.judgement.standing) == (Reference.PLAN, Standing.CONTEXT)
    assert met.judgement.standing is Standing.QUIET


def test_a_part_of_a_month_is_held_against_the_same_days():
    world, tables, figures = month_of("landing page")
    now = world.months[-1]
    days = {
        day: sums for day, sums in tables.history[Scope()].items() if day.start < now.start + timedelta(15)
    }
    parts = [part for day, sums in days.items() if day.start in now for part in sums.parts]
    whole = {
        **tables.whole[Scope()],
        now: Sums(tuple(added(parts, channel) for channel in channels_of(parts))),
    }
    partial = tuple(
        replace(one, previous=replace(one.previous, gap=Gap.PARTIAL, delta=None, relative=None))
        for one in figures
    )
    held = Tables({Scope(): whole}, tables.channels, tables.campaigns, history={Scope(): days})
    change = find(judge_again(world, held, partial), "conversions").previous
    assert change.judgement.tested.days == 15
    assert (change.judgement.standing, change.notable) == (Standing.MUST_DROP, False)
    assert Overlay.DATA in change.judgement.overlays


def test_noise_is_listed_once_a_figure_and_only_where_no_card_stands():
    _, _, figures = month_of("landing page")
    quiet = find(figures, "clicks")
    loud = replace(quiet.previous, judgement=replace(quiet.previous.judgement, standing=Standing.NOISE))
    held = replace(quiet, previous=loud)
    ((change, _),) = chosen([Moved(held.previous)])
    assert (change, duty_of(change)) == (loud, Duty.NOTICE)
    asking = replace(quiet.year_ago, judgement=replace(loud.judgement, standing=Standing.MUST_DROP))
    ((change, _),) = chosen([Moved(held.previous, asking)])
    assert duty_of(change) is Duty.EXPLAIN_DROP


def test_the_shares_of_parts_can_move_a_rate_against_all_of_them():
    parts = [Segment((("channel", name),), 0.1, 0.11, 0.0, rate=0.01, mix=-0.03) for name in "ab"]
    assert is_mix(-0.04, parts)
    assert not is_mix(0.02, [replace(part, mix=0.0) for part in parts])
    assert not is_mix(-0.04, parts[:1])


def test_most_days_lie_in_the_band_and_the_days_of_a_fault_do_not():
    world, tables, _ = month_of("tracking break")
    now = world.months[-1]
    held = counted(metric("conversions"), book_of(tables, world.first), now, {})
    days = {one.day: one for one in band(held, now)}
    made = dict(zip(days, held.counts.within(now), strict=True))
    outside = [day for day, one in days.items() if not one.low <= made[day] <= one.high]
    assert len(days) == now.days
    assert outside
    assert min(outside) > now.start + timedelta(3)


def test_every_band_holds_its_own_middle():
    world, tables, _ = month_of("null")
    for key in ("spend", "clicks", "cpa", "ctr", "roas"):
        held = counted(metric(key), book_of(tables, world.first), world.months[-1], {})
        assert all(one.low <= one.expected <= one.high for one in band(held, world.months[-1])), key


def test_a_client_may_have_a_word_on_every_month_of_a_figure():
    world, tables, figures = month_of("null")
    limits = thresholds([("clicks", Threshold(0.15, 100, always=True))])
    assert find(judge_again(world, tables, figures, limits=limits), "clicks").previous.notable


@pytest.mark.parametrize("key", sorted(metrics()))
def test_the_least_variance_of_a_metric_suits_its_kind(key):
    entry = metric(key)
    if entry.floor is Floor.POISSON:
        assert (entry.kind, entry.unit) == (Kind.SUM, Unit.COUNT)
    if entry.floor is Floor.BINOMIAL:
        assert (entry.kind, entry.unit) == (Kind.RATIO, Unit.PERCENT)
    if entry.floor is Floor.RESULTS:
        assert (entry.kind, entry.unit, entry.numerator) == (Kind.RATIO, Unit.MONEY, "spend")


@pytest.mark.parametrize("language", ["en", "pl", "cs", "ru"])
def test_no_text_calls_anything_statistically_important(language):
    def words(table):
        for value in table.values():
            yield from words(value) if isinstance(value, dict) else [str(value)]

    texts = words(tomllib.loads((TEXTS / f"{language}.toml").read_text("utf-8")))
    assert [text for text in texts if any(word in text.lower() for word in FORBIDDEN)] == []
