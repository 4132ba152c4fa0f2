"""A month's figures as exhibits for the page: values that slides are made of, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

from tiger_reports.changes.breaks import touching
from tiger_reports.decks.pictures.writer import number_format
from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.change import Change, Scope, Verdict
from tiger_reports.model.metric import Unit, Value
from tiger_reports.model.period import Period
from tiger_reports.model.report import Figure, MonthReport, Part, Report
from tiger_reports.model.slide import (
    Cell,
    Column,
    ColumnChart,
    Delta,
    Role,
    Scorecard,
    Scorecards,
    Series,
    Table,
    VarianceBars,
    VariancePanel,
)
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import month_short, month_title, short_date
from tiger_reports.ui.figure_address import figure_address
from tiger_reports.ui.figures import Figures, sign
from tiger_reports.ui.plain import shortened
from tiger_reports.ui.words import Words

BAR_OF = {Verdict.BETTER: Role.BETTER, Verdict.WORSE: Role.WORSE}
LONGEST_NAME = 40
MOST_ROWS = 10
"""Bars that a reader can still compare; the table beside them has every row."""


def scorecards(report: Report, write: Figures) -> Scorecards:
    having = {figure.metric: figure for figure in report.figures if figure.value.amount is not None}
    cards = tuple(
        _scorecard(having[entry.key], write, _terms(entry.key, report, write))
        for entry in headline_metrics(report.figures, report.goals)
    )
    return Scorecards(cards, write.t("ui.month.scorecards"))


def _terms(metric: str, report: Report, write: Figures) -> str:
    """Whether the spend of a client with a margin is shown with it."""
    if metric != "spend" or report.notes.margin is None:
        return ""
    return write.t("ui.money.net" if report.notes.net_spend is None else "ui.money.gross")


def _scorecard(figure: Figure, write: Figures, terms: str) -> Scorecard:
    changes = _apart(figure.previous, figure.year_ago)
    deltas = tuple(Delta(write.moved(c), write.versus(c), c.verdict, sign(c)) for c in changes)
    series = tuple(value.amount for value in figure.series)
    value = write.value(figure.metric, figure.value, short=True)
    tone, badge = figure.previous.verdict, " · ".join(filter(None, (terms, write.remarks(figure))))
    return Scorecard(figure.metric, write.name(figure.metric), value, deltas, series, tone, badge=badge)


def _apart(previous: Change, year_ago: Change) -> tuple[Change, ...]:
    """Both changes, or one where both are measured from the same days: in a first Tiger Year."""
    same = previous.base_period == year_ago.base_period
    return (year_ago,) if same else (previous, year_ago)


def month_columns(figure: Figure, report: MonthReport, write: Figures) -> ColumnChart:
    """Thirteen months: this one and the same one a year ago stand out."""
    last = len(report.months) - 1
    marked = {last: Role.NOW, 0: Role.YEAR_AGO}
    name, as_line = write.name(figure.metric), definition(figure.metric).unit in (Unit.PERCENT, Unit.FACTOR)
    labelled = {0, last - 1, last} if as_line else set(range(last + 1))
    return ColumnChart(
        name=f"months-{figure.metric}",
        title=name,
        categories=tuple(month_short(month, write.t.language) for month in report.months),
        series=(
            Series(
                name,
                tuple(value.amount for value in figure.series),
                Role.PREVIOUS,
                tuple(
                    write.value(figure.metric, value, short=True) if place in labelled else ""
                    for place, value in enumerate(figure.series)
                ),
                tuple(marked.get(place, Role.PREVIOUS) for place in range(last + 1)),
            ),
        ),
        number_format=number_format(figure.metric),
        alt=_months_alt(figure, report, write),
        as_line=as_line,
        shaded=tuple(at for at, month in enumerate(report.months) if month.end <= report.client.start),
        marks=_marks(figure, report, write),
        links=tuple(
            _way(report, month, figure.metric, value)
            for month, value in zip(report.months, figure.series, strict=True)
        ),
    )


def _marks(figure: Figure, report: MonthReport, write: Figures) -> tuple[tuple[int, str], ...]:
    """Where the figure began to mean something else, and the sentence that says so."""
    channels = [part.channel for part in report.channels]
    return tuple(
        (place, write.broken(one))
        for one in touching(report.breaks, figure.metric, channels)
        for place, month in enumerate(report.months)
        if one.day in month
    )


def months_table(figure: Figure, report: MonthReport, write: Figures) -> Table:
    columns = (Column(write.t("ui.word.month"), numeric=False), Column(write.name(figure.metric)))
    rows = tuple(
        (
            Cell(_month(month, report, write)),
            Cell(write.value(figure.metric, value), link=_way(report, month, figure.metric, value)),
        )
        for month, value in zip(report.months, figure.series, strict=True)
    )
    return Table(columns, rows, _months_alt(figure, report, write), f"months-{figure.metric}")


def _month(month: Period, report: MonthReport, write: Figures) -> str:
    """The month's name; one before the cooperation says so."""
    name = month_title(month, write.t.language)
    return f"{name} ({write.t('ui.baseline.word')})" if month.end <= report.client.start else name


def parts_variance(
    parts: tuple[Part, ...], metric: str, write: Figures, ways: Callable[[Part], str] | None = None
) -> VarianceBars:
    """Parts that have the metric, largest first, with both changes in the metric's own unit."""
    shown = ranked(parts, metric)[:MOST_ROWS]
    figures = tuple(part.figures[metric] for part in shown)
    previous, yearly = figures[0].previous, figures[0].year_ago
    name = write.name(metric)
    panels = (
        VariancePanel("level", name, "", (_before(figures, write), _now(figures, metric, write))),
        _change_panel(write, metric, tuple(figure.previous for figure in figures), previous),
        _change_panel(write, metric, tuple(figure.year_ago for figure in figures), yearly),
    )
    alt = write.t("ui.month.by_part_alt", metric=name, n=len(shown))
    names = tuple(shortened(panel_name(part.name), LONGEST_NAME) for part in shown)
    links = tuple(map(ways, shown)) if ways else ()
    return VarianceBars(names, panels, number_format(metric), "", alt, links)


def way_of_part(report: MonthReport, metric: str, part: Part) -> str:
    """To the rows of a channel's or campaign's figure of the month."""
    scope = Scope(part.channel, part.name if part in report.campaigns else "")
    return figure_address(report.client.id, report.period, metric, scope)


def ranked(parts: tuple[Part, ...], metric: str) -> tuple[Part, ...]:
    having = [part for part in parts if metric in part.figures and _amount(part, metric) is not None]
    return tuple(sorted(having, key=lambda part: -(_amount(part, metric) or 0.0)))


def parts_table(
    report: MonthReport, metric: str, heading: str, write: Figures, *, channels: bool = False
) -> Table:
    """Every channel, or campaign with its channel, its two changes and the way to its rows."""
    parts = report.campaigns if channels else report.channels
    rows = tuple(_part_row(report, part, metric, write, channels=channels) for part in ranked(parts, metric))
    first = Column(heading, numeric=False, weight=3)
    channel = (Column(write.t("ui.word.channel"), numeric=False, weight=1.5),) if channels else ()
    sample = next((part.figures[metric] for part in parts if metric in part.figures), None)
    versus = tuple(Column(write.versus(c)) for c in (sample.previous, sample.year_ago)) if sample else ()
    columns = (first, *channel, Column(write.name(metric)), *versus)
    return Table(
        columns,
        rows,
        write.t("ui.month.by_part_alt", metric=write.name(metric), n=len(rows)),
        f"parts-{metric}",
    )


def own_table(part: Part, period: Period, write: Figures) -> Table:
    """All figures of a profile or a website with both changes; people only between what and what."""
    figures = tuple(figure for figure in part.figures.values() if _known(figure))
    sample = figures[0]
    versus = tuple(Column(write.versus(change)) for change in (sample.previous, sample.year_ago))
    month = Column(month_title(period, write.t.language))
    columns = (Column(panel_name(part.name), numeric=False, weight=3), month, *versus)
    rows = tuple(
        (
            Cell(write.name(figure.metric)),
            Cell(write.bounded(figure), bold=True),
            *(Cell(write.moved(change), change.verdict) for change in (figure.previous, figure.year_ago)),
        )
        for figure in figures
    )
    alt = write.t("ui.month.own_alt", channel=panel_name(part.name))
    return Table(columns, rows, alt, f"own-{part.name}")


def log_table(entries: tuple[LogEntry, ...], alt: str, t: Words) -> Table:
    """What was done, day by day."""
    names = ("day", "action", "channel", "campaign", "what", "reason", "author")
    columns = tuple(Column(t(f"ui.log.{name}").partition(" (")[0], numeric=False) for name in names)
    rows = tuple(
        (
            Cell(short_date(one.day, t.language)),
            Cell(t(f"log.action.{one.action}")),
            Cell(panel_name(one.channel) or t("ui.log.everywhere")),
            Cell(shortened(one.campaign, LONGEST_NAME)),
            Cell(one.what, bold=True),
            Cell(one.reason),
            Cell(one.author),
        )
        for one in entries
    )
    return Table(columns, rows, alt, "campaign-log")


def has_own(part: Part) -> bool:
    return any(map(_known, part.figures.values()))


def _known(figure: Figure) -> bool:
    return figure.value.amount is not None or figure.value.lower is not None


def _amount(part: Part, metric: str) -> float | None:
    return part.figures[metric].value.amount


def _way(report: MonthReport, month: Period, metric: str, value: Value) -> str:
    """To the rows of a figure of all channels; a month without the figure has none."""
    return "" if value.amount is None else figure_address(report.client.id, month, metric, Scope())


def _part_row(
    report: MonthReport, part: Part, metric: str, write: Figures, *, channels: bool
) -> tuple[Cell, ...]:
    figure = part.figures[metric]
    changes = (figure.previous, figure.year_ago)
    moved = tuple(Cell(write.moved(change), change.verdict) for change in changes)
    channel = (Cell(panel_name(part.channel)),) if channels else ()
    way = way_of_part(report, metric, part)
    return (
        Cell(panel_name(part.name)),
        *channel,
        Cell(write.value(metric, figure.value), bold=True, link=way),
        *moved,
    )


def _before(figures: tuple[Figure, ...], write: Figures) -> Series:
    values = tuple(figure.previous.before.amount for figure in figures)
    return Series(write.versus(figures[0].previous), values, Role.PREVIOUS)


def _now(figures: tuple[Figure, ...], metric: str, write: Figures) -> Series:
    values = tuple(figure.value.amount for figure in figures)
    labels = tuple(write.value(metric, value, short=True) for value in values)
    return Series(write.name(metric), values, Role.NOW, labels)


def _change_panel(write: Figures, metric: str, changes: tuple[Change, ...], sample: Change) -> VariancePanel:
    labels = tuple(write.delta(metric, change.delta) for change in changes)
    roles = tuple(BAR_OF.get(change.verdict, Role.NEUTRAL) for change in changes)
    series = Series(
        write.versus(sample), tuple(change.delta for change in changes), Role.NEUTRAL, labels, roles
    )
    return VariancePanel(str(sample.reference), f"Δ {write.versus(sample)}", "", (series,))


def _months_alt(figure: Figure, report: MonthReport, write: Figures) -> str:
    return write.t(
        "ui.month.series_alt",
        metric=write.name(figure.metric),
        first=month_title(report.months[0], write.t.language),
        last=month_title(report.months[-1], write.t.language),
        value=write.value(figure.metric, figure.value),
    )
