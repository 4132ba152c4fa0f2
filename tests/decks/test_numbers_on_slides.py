"""Each number on a slide is a figure of the report, and each number of a title is among those noted."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

import pytest

from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.model.change import Scope
from tiger_reports.model.figure import Figure
from tiger_reports.model.period import parse_month
from tiger_reports.model.report import MonthReport
from tiger_reports.model.slide import Shown
from tiger_reports.text import LANGUAGES

from .reports import clicks_only_report, partial_report, whole_report
from .seen import numbers, texts

REPORTS = (whole_report, partial_report, clicks_only_report)


def figures(report: MonthReport) -> dict[tuple[str, str], Figure]:
    found = {(figure.metric, "all"): figure for figure in report.figures}
    for part in report.channels:
        found |= {(key, Scope(part.channel).key): figure for key, figure in part.figures.items()}
    for part in report.own:
        found |= {(key, Scope(part.channel).key): figure for key, figure in part.figures.items()}
    for part in report.campaigns:
        found |= {(key, Scope(part.channel, part.name).key): f for key, f in part.figures.items()}
    return found


def shares(report: MonthReport) -> dict[tuple[str, str], float]:
    """What each part and each factor adds to a change, by the names that slides note them under."""
    found = {}
    for card in report.cards:
        held, change = card.evidence, card.change
        found |= {(card.metric, lever.metric): lever.effect for lever in held.levers}
        scope, split = card.scope.key, held.found
        for one in (*held.channels, *held.segments, *(split.segments if split else ())):
            part = "/".join((one.channel, *(value for _, value in one.where)))
            effects = {part: one.effect, f"{part}:rate": one.rate, f"{part}:mix": one.mix}
            found |= {(card.metric, name): effect for name, effect in effects.items()}
        found |= {(card.metric, f"{scope}:rest"): held.told_rest, (card.metric, f"{scope}:all"): change.delta}
    return found


def of_posts(report: MonthReport) -> dict[tuple[str, str], float]:
    """Figures of posts and medians of profiles and formats, counted again in the plainest way."""
    found: dict[tuple[str, str], float] = {}
    counts, rates, kinds = defaultdict(list), defaultdict(list), defaultdict(list)
    for post in report.posts:
        counts[post.account].append(post.interactions)
        rates[post.account].append(post.interactions / post.figures["reach"])
        kinds[f"{post.channel}/{post.account}/{post.kind}"].append(post.interactions)
    for post in report.posts:
        rate = post.interactions / post.figures["reach"]
        told = {
            "post_interactions": post.interactions,
            "post_reach": post.figures["reach"],
            "post_rate_reach": rate,
            "post_interactions_times": post.interactions / median(counts[post.account]),
            "post_rate_times": rate / median(rates[post.account]),
        }
        found |= {(name, f"{post.channel}/{post.key}"): value for name, value in told.items()}
    return found | {("post_interactions", kind): median(held) for kind, held in kinds.items()}


def expected(report: MonthReport, shown: Shown) -> float | None:
    if shown.kind in ("share", "post"):
        told = shares(report) if shown.kind == "share" else of_posts(report)
        return told[shown.metric, shown.scope]
    figure = figures(report)[shown.metric, shown.scope]
    change = next(
        (c for c in (figure.previous, figure.year_ago) if c.base_period.month_key == shown.base), None
    )
    if shown.kind == "target":
        return figure.target
    if shown.kind in ("expected", "reached"):
        (pace,) = (one for one in report.paces if one.target.metric == shown.metric)
        return pace.expected if shown.kind == "expected" else pace.result / pace.target.value
    if shown.kind in ("lower", "upper"):
        return getattr(figure.value, shown.kind)
    if shown.kind == "value":
        return figure.series[report.months.index(parse_month(shown.period))].amount
    assert change is not None
    return change.delta if shown.kind == "delta" else change.relative


@pytest.mark.parametrize("make", REPORTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noted_figure_is_the_reports_own(make, language):
    report = make(language)
    for slide in monthly_deck(report, language, draft=False).slides:
        for shown in slide.shown:
            if shown.kind != "count":
                assert shown.value == expected(report, shown), (slide.key, shown)


@pytest.mark.parametrize("make", REPORTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noted_figure_stands_on_its_slide(make, language):
    for slide in monthly_deck(make(language), language, draft=False).slides:
        if "-" in slide.key:
            continue  # goes on with another slide's figures
        said = "\n".join(texts(slide))
        missing = [shown for shown in slide.shown if shown.text not in said]
        assert not missing, slide.key


@pytest.mark.parametrize("make", REPORTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_a_title_is_among_the_noted_figures(make, language):
    report = make(language)
    years = {str(month.start.year) for month in report.months} | {"2027"}
    names = {"14", "2", "1", "1\u00a0000"} if language else set()  # campaigns' and metrics' own names
    for slide in monthly_deck(report, language, draft=False).slides:
        noted = {number for shown in slide.shown for number in numbers(shown.text)}
        own = {"campaigns": names, "own": {"4"}}.get(slide.key, set())  # Google Analytics 4
        assert numbers(slide.title) <= noted | years | own, slide.title


def test_the_check_of_titles_would_see_a_wrong_number():
    assert not numbers("Conversions: 1,509") <= numbers("1,508")
    assert numbers("wzrost o 7,7% do 1\u00a0508") == {"7,7", "1\u00a0508"}
