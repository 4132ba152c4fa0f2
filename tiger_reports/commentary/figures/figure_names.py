"""What a figure of the report is called, for a writer who is told which one is meant."""

from __future__ import annotations

from tiger_reports.commentary.figures.report_fact import FactKind, ReportFact
from tiger_reports.model.change import Scope
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.catalogue import phrase
from tiger_reports.text.dates import compared_with, compared_with_year, month_title


def figure_name(fact: ReportFact, language: str) -> str:
    """`CPA, October 2026, Meta Ads`; a change names what it is measured from."""
    name = phrase(f"metric.{fact.metric}.short", language)
    if fact.about:
        lever = phrase(f"metric.{fact.about}.short", language)
        name = phrase("claim.effect", language, metric=name, lever=lever)
    kind = _kind(fact, language)
    when = month_title(fact.period, language) if fact.base is None else _versus(fact, language)
    return ", ".join(part for part in (f"{name}{kind}", when, place_name(fact.scope)) if part)


def place_name(scope: Scope) -> str:
    return " / ".join(
        part for part in (panel_name(scope.channel) if scope.channel else "", scope.campaign) if part
    )


def _kind(fact: ReportFact, language: str) -> str:
    if fact.kind is FactKind.VALUE:
        return ""
    return f" ({phrase(f'claim.kind.{fact.kind}', language)})"


def _versus(fact: ReportFact, language: str) -> str:
    assert fact.base is not None
    other_year = fact.base.start.year != fact.period.start.year
    return (compared_with_year if other_year else compared_with)(fact.base, language)
