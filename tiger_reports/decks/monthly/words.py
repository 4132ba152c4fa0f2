"""Names of metrics and panels as a deck writes them."""

from __future__ import annotations

from tiger_reports.metrics import registry
from tiger_reports.model.finding import Finding
from tiger_reports.model.metric import Metric
from tiger_reports.text import has, phrase
from tiger_reports.text.findings import describe


def metric(key: str) -> Metric:
    return registry.metric(key)


def metric_name(key: str, language: str) -> str:
    return phrase(f"metric.{key}.name", language)


def metric_short(key: str, language: str) -> str:
    return phrase(f"metric.{key}.short", language)


def definition(key: str, language: str) -> str:
    return phrase(f"metric.{key}.definition", language)


def cause(tag: str, language: str) -> str:
    return phrase(f"cause.{tag}", language)


def panel_name(key: str, language: str) -> str:
    return phrase(f"panel.{key}", language) if has(f"panel.{key}", language) else key


def finding_title(finding: Finding, language: str) -> str:
    """What an accepted finding is about, in words; a code is never shown to a client."""
    return describe(finding, language).title or phrase("decks.notes.finding", language)
