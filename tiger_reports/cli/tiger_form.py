"""A quarter's or a year's figures as a JSON document."""

from __future__ import annotations

from dataclasses import asdict

from tiger_reports.cli.month_form import Document, change_document, period_document
from tiger_reports.cli.periods import pause_document
from tiger_reports.cli.source_form import sources_document
from tiger_reports.metrics.registry import metric
from tiger_reports.model.change import Change
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.log import DeckKind
from tiger_reports.model.metric import Kind
from tiger_reports.model.period import Period
from tiger_reports.model.stretch import Stretch
from tiger_reports.model.tiger_report import TigerReport


def tiger_document(report: TigerReport, by: str) -> Document:
    """All figures with what they are held against; a comparison that does not exist yet is null."""
    is_year = report.now.kind is DeckKind.YEAR
    document: Document = {
        "client": report.client.id,
        "currency": report.client.currency,
        "kind": report.now.kind,
        "tiger_year": report.now.year,
        "quarter": None if is_year else report.now.number,
        "period": _stretch(report.now),
        "previous_quarter": None if is_year else _stretch(report.previous),
        "previous_year": None if report.year_ago.before_cooperation else _stretch(report.year_ago),
        "baseline": _stretch(report.baseline),
        "coverage": {"days": report.coverage.days, "of": report.coverage.of},
        "compared_months": {
            str(reference): {"n": counted.days, "of": counted.of} for reference, counted in report.compared
        },
        "rule": {
            "months": "calendar" if report.rule.whole_months else "tiger",
            "channels_by_month_only": report.rule.channels,
        },
        "state": report.state,
        "month_states": [{"month": month.month_key, "state": state} for month, state in report.month_states],
        "new_channels": report.new_channels,
        "feasts": [
            {
                "feast": "easter",
                "day": feast.day,
                "in": period_document(feast.month),
                "not_in": period_document(feast.beside),
            }
            for feast in report.feasts
        ],
        "pauses": [pause_document(one) for one in report.pauses],
        "sources": sources_document(report.notes),
        "breaks": [asdict(one) for one in report.breaks],
        "months": [_beside(report, place) for place in range(len(report.beside))],
        "figures": [_figure(report, figure) for figure in report.figures],
    }
    if is_year:
        document["successes"] = [
            {**asdict(one), "scope": one.scope.key, "period": period_document(one.period)}
            for one in report.successes
        ]
    if by:
        parts = report.channels if by == "channel" else report.campaigns
        document[f"by_{by}"] = [_part(report, part) for part in parts]
    return document


def _stretch(stretch: Stretch) -> Document:
    return {
        **period_document(stretch.period),
        "days": stretch.period.days,
        "tiger_year": stretch.year,
        "months": [period_document(month) for month in stretch.months],
    }


def _beside(report: TigerReport, at: int) -> Document:
    one = report.beside[at]
    return {
        "place": one.place,
        "month": period_document(one.month),
        "beside": period_document(one.before) if one.before else None,
        "compared": one.whole,
        "figures": {
            figure.metric: {
                "value": _in(report, figure, one.month),
                "before": _in(report, figure, one.before) if one.before else None,
            }
            for figure in report.figures
        },
    }


def _in(report: TigerReport, figure: Figure, month: Period) -> float | None:
    shown = report.months
    return figure.series[shown.index(month)].amount if month in shown else None


def _part(report: TigerReport, part: Part) -> Document:
    return {
        "name": part.name,
        "channel": part.channel,
        "new": part.channel in report.new_channels,
        "figures": [_figure(report, figure) for figure in part.figures.values()],
    }


def _figure(report: TigerReport, figure: Figure) -> Document:
    entry, value = metric(figure.metric), figure.value
    first_year = report.year_ago.before_cooperation
    known: dict[str, Change | None] = {
        "previous_quarter": None if report.now.kind is DeckKind.YEAR else figure.previous,
        "previous_year": None if first_year else figure.year_ago,
        "baseline": figure.baseline,
    }
    per_day = value.amount / report.coverage.days if value.amount and report.coverage.days else None
    return {
        "metric": figure.metric,
        "unit": entry.unit,
        "good": entry.good,
        "value": value.amount,
        "per_day": per_day if entry.kind is Kind.SUM else None,
        "lower": value.lower,
        "upper": value.upper,
        "lacks": value.lacks,
        "final_on": figure.final_on,
        **{name: _change(change) for name, change in known.items()},
    }


def _change(change: Change | None) -> Document | None:
    if change is None:
        return None
    counted = change.months
    return {
        **change_document(change),
        "compared_value": change.after.amount,
        "months": {"n": counted[0], "of": counted[1]} if counted else None,
    }
