"""Headline figures as scorecards with what each is held against."""

from __future__ import annotations

from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.model.change import Change
from tiger_reports.model.exhibits.scorecard import Scorecard, Scorecards
from tiger_reports.model.exhibits.words import Delta
from tiger_reports.model.figure import Figure
from tiger_reports.model.report import Report
from tiger_reports.ui.figures import Figures, sign


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
