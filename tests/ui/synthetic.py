"""A month of an invented client, made of model values alone: enough to draw every block."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tiger_reports.model.card import Card, CardState, Comment, Duty, Evidence
from tiger_reports.model.change import Change, Coverage, Gap, Lever, Reference, Scope, Segment, Verdict
from tiger_reports.model.client import Client
from tiger_reports.model.data_notes import DataNotes, Source
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.metric import Value
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.period import Period, month, months_up_to, previous_month, same_month_last_year
from tiger_reports.model.report import MonthReport, MonthState

OCTOBER = month(2026, 10)
CLIENT = Client("sample", "Sample Client", date(2025, 3, 17), "PLN", "pl")
SERIES = {
    "spend": (30000.0, 31000, 32000, 33000, 31500, 32500, 33500, 34000, 34500, 35000, 35500, 34800, 36200),
    "impressions": (
        3.1e6,
        3.2e6,
        3.3e6,
        3.2e6,
        3.4e6,
        3.5e6,
        3.6e6,
        3.5e6,
        3.7e6,
        3.8e6,
        3.9e6,
        4.6e6,
        4.86e6,
    ),
    "clicks": (27470.0, 28000, 28100, 29000, 30100, 30500, 31200, 31800, 32500, 33900, 34100, 35110, 38240),
    "ctr": (
        0.0089,
        0.0088,
        0.0085,
        0.0091,
        0.0089,
        0.0087,
        0.0087,
        0.0091,
        0.0088,
        0.0089,
        0.0087,
        0.0076,
        0.0079,
    ),
    "cpc": (1.09, 1.11, 1.14, 1.14, 1.05, 1.07, 1.07, 1.07, 1.06, 1.03, 1.04, 0.99, 0.95),
    "conversions": (326.0, 330, 335, 331, 340, 352, 349, 360, 371, 366, 381, 463, 392),
    "cpa": (92.02, 93.9, 95.5, 99.7, 92.6, 92.3, 96.0, 94.4, 93.0, 95.6, 93.2, 75.16, 92.35),
}
WHOLE = Scope()
DOWN_IS_GOOD = frozenset({"cpc", "cpa"})
NEUTRAL = frozenset({"spend", "impressions"})
HOSTILE = "![x](https://example.invalid/p.png) <b onclick=alert(1)>|campaign| $x$ :red[hm]"


def verdict(metric: str, delta: float) -> Verdict:
    if metric in NEUTRAL:
        return Verdict.NEUTRAL
    if delta == 0:
        return Verdict.SAME
    return Verdict.BETTER if (delta > 0) != (metric in DOWN_IS_GOOD) else Verdict.WORSE


def change(
    metric: str,
    after: float,
    before: float | None,
    reference: Reference,
    base: Period,
    scope: Scope = WHOLE,
) -> Change:
    values = (metric, scope, reference, OCTOBER, base, Value(after), Value(before))
    if before is None:
        return Change(*values, None, None, Verdict.UNKNOWN, Gap.NO_BASE)
    return Change(*values, after - before, after / before - 1, verdict(metric, after - before), notable=True)


def figure(metric: str, share: float = 1.0, scope: Scope = WHOLE) -> Figure:
    series = tuple(value * share for value in SERIES[metric])
    after, before, year_ago = series[-1], series[-2], series[0]
    previous = change(metric, after, before, Reference.PREVIOUS, previous_month(OCTOBER), scope)
    yearly = change(metric, after, year_ago, Reference.YEAR_AGO, same_month_last_year(OCTOBER), scope)
    return Figure(metric, Value(after), previous, yearly, tuple(Value(value) for value in series))


def part(name: str, share: float, channel: str = "") -> Part:
    scope = Scope(channel or name, name if channel else "")
    return Part(name, {metric: figure(metric, share, scope) for metric in SERIES}, channel)


def card(metric: str, duty: Duty, comment: Comment | None = None, state: CardState = CardState.OPEN) -> Card:
    one = figure(metric)
    evidence = Evidence(
        levers=(
            Lever("cpm", 7.57, 7.45, -1.5),
            Lever("ctr", 0.0076, 0.0079, -2.9),
            Lever("cvr", 0.0132, 0.0103, 21.6),
        ),
        segments=(
            Segment((("campaign", HOSTILE),), 70.0, 92.0, 9.4, 8.4, 1.0),
            Segment((("campaign", "Autumn 2026"),), None, 60.0, -2.4, kind="entered"),
        ),
        rest=10.19,
        channels=(
            Segment((("channel", "meta-ads"),), 81.0, 99.0, 10.2),
            Segment((("channel", "google-ads"),), 70.0, 88.0, 6.99),
        ),
        daily=tuple((date(2026, 10, day), None if day == 13 else 10.0 + day % 7) for day in range(1, 32)),
    )
    key = f"2026-10:{metric}:all"
    return Card(
        key,
        duty,
        one.previous,
        one.year_ago,
        evidence,
        "A sentence of evidence.",
        comment,
        None,
        state,
        ("cause",),
    )


def report() -> MonthReport:
    written = Comment(
        "2026-10:ctr:all", "fatigue", "New creatives ran for ten days.", author="Specialist", rev=2
    )
    notes = DataNotes(
        sources=(
            Source(
                "meta_ads",
                "meta_october.csv",
                "ab" * 32,
                datetime(2026, 11, 2, 9, 14, tzinfo=UTC),
                OCTOBER,
                310,
                "imp-1",
            ),
        ),
        checks_run=31,
        checks_passed=30,
        notes=(Finding("partial_month", Severity.NOTE, "meta_october.csv"),),
        version=7,
    )
    return MonthReport(
        client=CLIENT,
        period=OCTOBER,
        coverage=Coverage(31, 31),
        months=months_up_to(OCTOBER, 13),
        figures=tuple(figure(metric) for metric in SERIES),
        channels=(part("Google Ads", 0.6), part("Meta Ads", 0.4)),
        campaigns=(part("Brand", 0.5, "Google Ads"), part(HOSTILE, 0.4, "Meta Ads")),
        cards=(card("cpa", Duty.EXPLAIN_DROP), card("ctr", Duty.EXPLAIN_RISE, written, CardState.CHECKED)),
        key_figures=(KeyFigure("conversions", "Fewer orders from paid channels."),),
        plan=(
            PlanItem("Shorten the form", "Specialist", date(2026, 11, 14), "Cost per conversion under 80 zł"),
        ),
        notes=notes,
        state=MonthState.CHECKED,
        today=date(2026, 11, 3),
        specialist="Specialist",
    )
