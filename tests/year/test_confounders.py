"""What else happened while an activity ran is told, and nothing that did not."""

from __future__ import annotations

from datetime import date

from tiger_reports.model.activity import Activity, Stage
from tiger_reports.model.campaign_log import Action, LogEntry
from tiger_reports.model.definition_break import Break, BreakKind
from tiger_reports.model.effect import ConfounderKind
from tiger_reports.model.period import Period
from tiger_reports.year import confounders

BEFORE, DURING = Period(date(2026, 4, 20), date(2026, 5, 4)), Period(date(2026, 5, 4), date(2026, 5, 18))
BOTH = (BEFORE, DURING)
WHOLE = Period(BEFORE.start, DURING.end)


def entry(day, channel=""):
    return LogEntry("1", day, Action.BUDGET, "Budget up", channel=channel)


def test_log_entries_inside_the_windows_are_told_those_of_other_channels_are_not():
    known = [entry(date(2026, 5, 6)), entry(date(2026, 5, 18)), entry(date(2026, 5, 7), "google-ads")]
    found = list(confounders.of_log(known, BOTH, ("meta-ads",)))
    assert [(one.day, one.what) for one in found] == [(date(2026, 5, 6), "Budget up")]
    assert len(list(confounders.of_log(known, BOTH, ()))) == 2


def test_only_activities_that_ran_meanwhile_are_told():
    days = {"start": date(2026, 4, 1), "last": date(2026, 4, 20)}
    accepted = Activity(title="Contest", stage=Stage.DONE, **days)
    proposed = Activity(title="Idea", **days)
    gone = Activity(title="Old", stage=Stage.DONE, start=date(2026, 4, 1), last=date(2026, 4, 19))
    found = list(confounders.of_activities((accepted, proposed, gone), BOTH))
    assert [(one.kind, one.what) for one in found] == [(ConfounderKind.ACTIVITY, "Contest")]


def test_holidays_are_told_by_their_names():
    known = {date(2026, 5, 3): "Constitution Day", date(2026, 6, 4): "Corpus Christi"}
    assert [one.what for one in confounders.of_holidays(known, BOTH)] == ["Constitution Day"]


def test_a_changed_definition_of_this_figure_makes_it_untellable():
    ours = Break(BreakKind.METRIC, date(2026, 5, 4), metrics=("clicks",), text="Counts taps too")
    other = Break(BreakKind.METRIC, date(2026, 5, 4), metrics=("reach",), text="Views")
    first = Break(
        BreakKind.METRIC, BEFORE.start, metrics=("clicks",), text="On the first day: same all along"
    )
    found = tuple(confounders.of_breaks((ours, other, first), "clicks", WHOLE, ()))
    assert [one.what for one in found] == ["Counts taps too"]


def test_missing_days_are_told_as_runs():
    held = {date(2026, 5, day) for day in range(4, 18)} - {
        date(2026, 5, 8),
        date(2026, 5, 9),
        date(2026, 5, 17),
    }
    found = list(confounders.of_missing(held, (DURING,)))
    assert [(one.day, one.last) for one in found] == [
        (date(2026, 5, 8), date(2026, 5, 9)),
        (date(2026, 5, 17), date(2026, 5, 17)),
    ]
