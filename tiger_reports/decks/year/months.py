"""The main result month by month: this year over the year before, aligned by the place in the year."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.chart_series import LABEL, number_format, plain, titled
from tiger_reports.decks.writing.main_result import main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.writing.titles import opened
from tiger_reports.model.exhibits.columns import ColumnChart, Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.figure import Figure
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.text.periods import stretch_name


def months(telling: TigerTelling) -> tuple[Slide, ...]:
    figure = main_result(telling)
    if figure is None:
        return ()
    page = Page(telling, "main_result", "results")
    return (page.slide(_title(page, figure), _chart(page, figure)),)


def _chart(page: Page, figure: Figure) -> ColumnChart:
    telling = page.telling
    assert isinstance(telling, TigerTelling), "a year is told by its own telling"
    report, metric = telling.report, words.metric(figure.metric)
    held = dict(zip(report.months, figure.series, strict=True))
    now = tuple(held[one.month].amount for one in report.beside)
    before = tuple(held[one.before].amount if one.before in held else None for one in report.beside)
    room = WIDE.body.width / len(now) / 2 * 0.96
    full = tuple(plain(metric, value, telling.language) for value in now)
    short = tuple(plain(metric, value, telling.language, short=True) for value in now)
    labels = full if all(LABEL.width(text) <= room for text in full) else short
    for one, value, text in zip(report.beside, now, labels, strict=True):
        if value is not None:
            page.note(Shown(figure.metric, "all", one.month.key, value, text))
    names = (stretch_name(report.year_ago, telling.language), stretch_name(report.now, telling.language))
    series = (
        Series(names[0], before, Role.YEAR_AGO),
        Series(
            names[1], now, Role.NOW, labels, partial=_partial(telling, tuple(b.month for b in report.beside))
        ),
    )
    title = titled(page, metric)
    alt = telling.say("alt.year_months", name=title)
    legend = telling.say("legend.year_months", now=names[1], before=names[0])
    ticks = tuple(telling.tick(one.month) for one in report.beside)
    return ColumnChart(
        f"months {figure.metric}", f"{title}. {legend}", ticks, series, number_format(metric), alt
    )


def _partial(telling: TigerTelling, shown: tuple[Period, ...]) -> tuple[int, ...]:
    return tuple(at for at, month in enumerate(shown) if month in telling.partial_months)


def _title(page: Page, figure: Figure) -> str:
    """How many months were better than the same ones a year before, and the best of them."""
    telling = page.telling
    assert isinstance(telling, TigerTelling), "a year is told by its own telling"
    report = telling.report
    held = dict(zip(report.months, figure.series, strict=True))
    whole = [
        (held[one.month].amount, held[one.before].amount, one.month)
        for one in report.beside
        if one.whole and one.before in held
    ]
    pairs = [(now, before, month) for now, before, month in whole if now is not None and before is not None]
    known = [(value.amount, month) for month, value in held.items() if value.amount is not None]
    own = [(amount, month) for amount, month in known if month in telling.standing_out]
    text = f"{telling.name(figure.metric)}: {page.headline(figure)}"
    if pairs:
        more = sum(now > before for now, before, _ in pairs)
        counts = {"more": page.count("months_above", more), "n": page.count("months_compared", len(pairs))}
        text += "; " + telling.say("title.months_above", **counts)
    if own:
        amount, month = max(own)
        value = page.amount(figure.metric, amount, month)
        text += "; " + telling.say("title.peak", month=telling.month(month), value=value)
    return opened(text)
