"""Names of metrics and panels as a deck writes them."""

from __future__ import annotations

from tiger_reports.metrics import registry
from tiger_reports.model.finding import Finding
from tiger_reports.model.metric import Metric
from tiger_reports.text import phrase
from tiger_reports.text.findings import describe


def metric(key: str) -> Metric:
    return registry.metric(key)


def metric_name(key: str, language: str) -> str:
    return phrase(f"metric.{key}.name", language)


def metric_short(key: str, language: str) -> str:
    return phrase(f"metric.{key}.short", language)


def title_name(key: str, language: str) -> str:
    """The name for a sentence: its abbreviation where it gives one in brackets, else without brackets."""
    name, short = metric_name(key, language), metric_short(key, language)
    return short if f"({short})" in name else name.partition(" (")[0]


def definition(key: str, language: str) -> str:
    return phrase(f"metric.{key}.definition", language)


def cause(tag: str, language: str) -> str:
    return phrase(f"cause.{tag}", language)


def within(name: str) -> str:
    """A name inside a sentence: small at its start, unless it is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def finding_title(finding: Finding, language: str) -> str:
    """What an accepted finding is about, in words; a code is never shown to a client."""
    return describe(finding, language).title or phrase("decks.notes.finding", language)
