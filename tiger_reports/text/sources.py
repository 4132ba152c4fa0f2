"""A source in words: what its rows stand for, over how much time, cut by what, from which report."""

from __future__ import annotations

from tiger_reports.model.sources import Agreement, Compared, Origin
from tiger_reports.text.catalogue import has, phrase


def origin_words(origin: Origin, language: str) -> str:
    """`campaigns by day (Ads Manager table)`."""
    said = phrase(
        "source.origin",
        language,
        level=phrase(f"source.level.{origin.level}", language),
        grain=phrase(f"source.grain.{origin.grain}", language),
        report=report_name(origin.report, language),
    )
    if not origin.breakdown:
        return said
    cuts = (phrase(f"source.breakdown.{name}", language) for name in origin.breakdown.split(","))
    return phrase("source.cut", language, origin=said, cut=", ".join(cuts))


def report_name(key: str, language: str) -> str:
    """What people call a report; the definition's own word where nobody calls it anything."""
    named = f"source.report.{key}"
    return phrase(named, language) if has(named, language) else key.replace("-", " ")


def agreement_words(one: Compared, language: str) -> str:
    """How two sources stand to each other; where they cannot be compared, what sets them apart."""
    if one.agreement is Agreement.APART:
        attribute = phrase(f"source.apart.{one.attribute}", language)
        return phrase("source.agreement.apart", language, attribute=attribute)
    return phrase(f"source.agreement.{one.agreement}", language)
