"""The month in one sentence over its scorecards."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.choice import scorecard_figures
from tiger_reports.decks.writing.main_result import RESULTS, cost_of_result, main_result
from tiger_reports.decks.writing.page import Page, versus_previous, versus_year
from tiger_reports.decks.writing.targets import target_badge
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.titles import brief, fitting, headline, partial_words
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.scorecard import Scorecard, Scorecards
from tiger_reports.model.exhibits.words import Delta
from tiger_reports.model.figure import Figure
from tiger_reports.model.slide import Slide
from tiger_reports.text import phrase
from tiger_reports.text.dates import short_date

CHANGE_WIDTH = 2.34
"""Inches of a scorecard for a change and what it is measured from; else the short mark is taken."""
COST_SLIDE = frozenset({"spend", "cpa", "cpl", "cpc", "cpm", "link_cpc", "cost_per_result"})
REACH_SLIDE = frozenset({"reach", "frequency", "engagement_rate", "ctr", "link_ctr"})


def summary(telling: Telling) -> tuple[Slide, ...]:
    page = Page(telling, "summary", "summary")
    figures = scorecard_figures(telling)
    if not figures:
        return ()
    title = _title(telling, page)
    marks = comparison_marks(
        telling, Type(12.0, family=telling.family), CHANGE_WIDTH - _widest(page, figures)
    )
    cards = tuple(_card(page, figure, marks) for figure in figures)
    alt = telling.say("alt.scorecards", month=telling.month(telling.period))
    return (page.slide(title, Scorecards(cards, alt)),)


def _widest(page: Page, figures: tuple[Figure, ...]) -> float:
    kind = Type(12.0, bold=True, family=page.telling.family)
    moves = (
        page.moved(change, brief=True) for figure in figures for change in (figure.previous, figure.year_ago)
    )
    return max(kind.width(f"{text}  ") for text in moves)


def comparison_marks(telling: Telling, kind: Type, width: float) -> tuple[str, str]:
    """What the changes are measured from: in full where both fit `width`, else `m/m` and `r/r`."""
    full = versus_previous(telling), versus_year(telling)
    if all(kind.width(text) <= width for text in full):
        return full
    return telling.say("mark.previous"), telling.say("mark.year_ago")


def arrows(page: Page, figure: Figure, marks: tuple[str, str]) -> tuple[Delta, ...]:
    first = page.arrow(figure.previous, marks[0])
    if not page.telling.one_reference:
        return first, page.arrow(figure.year_ago, marks[1])
    if page.telling.baseline is None or figure.baseline is None:
        return (first,)
    return first, page.arrow(figure.baseline, page.telling.say("mark.baseline"))


def _title(telling: Telling, page: Page) -> str:
    main, cost = main_result(telling), cost_of_result(telling)
    if main is None:
        return telling.say("title.summary_empty", month=telling.month(telling.period))
    partial = partial_words(telling, page)
    first = f"{partial}. {headline(page, main)}" if partial else headline(page, main)
    return fitting(page, first, brief(page, cost) if cost else "")


def _card(page: Page, figure: Figure, marks: tuple[str, str]) -> Scorecard:
    told = _lacking(page.telling, figure) or _final_on(page.telling, figure)
    badge, met = (told, Verdict.NEUTRAL) if told else target_badge(page.telling, figure)
    tone = met if badge and not told else figure.previous.verdict
    return Scorecard(
        metric=figure.metric,
        name=page.telling.name(figure.metric),
        value=page.headline(figure),
        deltas=arrows(page, figure, marks),
        series=whole_months(page.telling, figure),
        tone=tone if tone is not Verdict.UNKNOWN else Verdict.NEUTRAL,
        badge=badge,
        badge_verdict=met,
        links_to=_detail(figure.metric),
        short=words.title_name(figure.metric, page.telling.language),
    )


def _lacking(telling: Telling, figure: Figure) -> str:
    """The channel that does not measure the figure; how many, where a card has no room for their names."""
    missing = len(figure.value.lacks)
    return telling.lacking(figure) if missing <= 1 else telling.say("without", n=missing)


def _final_on(telling: Telling, figure: Figure) -> str:
    day = figure.final_on
    return phrase("figure.final_on", telling.language, day=short_date(day, telling.language)) if day else ""


def whole_months(telling: Telling, figure: Figure) -> tuple[float | None, ...]:
    """The months of the small line: one that is only partly covered is left out, a gap instead of a fall."""
    months = telling.report.months[-len(figure.series) :]
    partial = telling.partial_months.keys() - {telling.period}
    return tuple(
        None if month in partial else value.amount for month, value in zip(months, figure.series, strict=True)
    )


def _detail(metric: str) -> str:
    if metric in COST_SLIDE:
        return "cost"
    if metric in RESULTS and metric != "impressions":
        return "main_result"
    return "reach" if metric in REACH_SLIDE else "kpis"
