"""The way of the year: what happened when, as numbered flags over the curve of the main result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.writing.chart_series import drawable, months_chart
from tiger_reports.decks.writing.comments import with_comment
from tiger_reports.decks.writing.main_result import main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.exhibits.milestones import Flag, Milestones
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.metric import Value
from tiger_reports.model.period import Period
from tiger_reports.model.problem import ProblemState
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_year import MONTHS_A_YEAR
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import short_date

MOST = 8
FEWEST = 2


@dataclass(frozen=True)
class _Milestone:
    """`rank` says which fall away first where there are too many: the highest."""

    day: date
    text: str
    rank: int


def milestones(telling: TigerTelling) -> tuple[Slide, ...]:
    """Left out where fewer than two things are known to have happened."""
    figure, found = main_result(telling), _known(telling)
    if figure is None or not drawable(figure) or len(found) < FEWEST:
        return ()
    page = Page(telling, "milestones", "results")
    months = telling.report.now.months
    own = replace(figure, series=tuple(_whole(telling, figure, months)))
    chart = months_chart(page, own, WIDE.exhibit.width, name=f"way {figure.metric}", as_line=True)
    plain = replace(chart, series=tuple(replace(one, roles=()) for one in chart.series), groups=())
    flags = tuple(Flag(_at(months, one.day), str(at)) for at, one in enumerate(found, start=1))
    comment = tuple(
        Paragraph(one.text, f"{at} · {short_date(one.day, telling.language)}")
        for at, one in enumerate(found, start=1)
    )
    slide = page.slide(_title(page, own, len(found)), Milestones(plain, flags), comment=comment)
    return with_comment(telling, replace(slide, comment_heading=telling.say("comment.milestones")))


def _whole(telling: TigerTelling, figure: Figure, months: tuple[Period, ...]) -> Iterator[Value]:
    """The year's months; one that is known only in part is a gap instead of a fall."""
    for month, value in zip(months, figure.series[-len(months) :], strict=True):
        yield Value() if month in telling.partial_months else value


def _known(telling: TigerTelling) -> tuple[_Milestone, ...]:
    """In the order of their days, the less telling ones left out where there are too many."""
    period = telling.report.period
    found = [one for one in _all(telling) if one.day in period]
    kept = sorted(found, key=lambda one: (one.rank, one.day))[:MOST]
    return tuple(sorted(kept, key=lambda one: one.day))


def _all(telling: TigerTelling) -> Iterator[_Milestone]:
    report = telling.report
    if report.client.start in report.period:
        yield _Milestone(report.client.start, telling.say("milestone.start"), 1)
    yield from _channels(telling)
    yield from _records(telling)
    for pause in report.pauses:
        yield _Milestone(pause.start, telling.say("milestone.pause", reason=pause.reason), 0)


def _channels(telling: TigerTelling) -> Iterator[_Milestone]:
    for part in telling.report.channels:
        if part.channel in telling.report.new_channels and (first := _first(telling, part)) is not None:
            yield _Milestone(first, telling.say("milestone.channel", name=panel_name(part.channel)), 0)


def _records(telling: TigerTelling) -> Iterator[_Milestone]:
    """Activities that began, and problems of the start that were solved."""
    closing = telling.report.closing
    for one in closing.activities if closing else ():
        if one.activity.start is not None:
            yield _Milestone(one.activity.start, one.activity.title, 0)
    for problem in closing.problems if closing else ():
        solved = [day for day, state in problem.history if state is ProblemState.SOLVED]
        if solved and problem.problem.state is ProblemState.SOLVED:
            yield _Milestone(solved[-1], telling.say("milestone.solved", what=problem.problem.what), 2)


def _first(telling: TigerTelling, part: Part) -> date | None:
    """The first day of the first month with spend or views, or of the year."""
    known = [
        month.start
        for key in ("spend", "impressions")
        if key in part.figures
        for month, value in zip(telling.report.months, part.figures[key].series, strict=True)
        if value.amount
    ]
    return max(min(known), telling.report.period.start) if known else None


def _at(months: tuple[Period, ...], day: date) -> float:
    """The place along an axis on which every month is equally wide."""
    index = next(at for at, month in enumerate(months) if day in month)
    return (index + (day - months[index].start).days / months[index].days) / len(months)


def _title(page: Page, figure: Figure, count: int) -> str:
    telling = page.telling
    months = telling.report.months[-MONTHS_A_YEAR:]
    known = [
        (value.amount, month)
        for month, value in zip(months, figure.series, strict=True)
        if value.amount is not None
    ]
    text = telling.say("title.milestones", n=page.count("milestones", count))
    if not known:
        return text
    amount, month = max(known)
    value = page.amount(figure.metric, amount, month)
    best = telling.say("title.peak", month=telling.month(month), value=value)
    return f"{text}; {telling.name(figure.metric)}, {best}"
