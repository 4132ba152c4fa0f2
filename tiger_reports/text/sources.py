"""A source in words: what its rows stand for, over how much time, cut by what, from which report."""

from __future__ import annotations

from tiger_reports.model.sources import Agreement, Compared, Origin
from tiger_reports.text.catalogue import phrase


def origin_words(origin: Origin, language: str) -> str:
    """`campaigns by day (ads-manager-table)`: the report keeps the panel's own name for it."""
    said = phrase(
        "source.origin",
        language,
        level=phrase(f"source.level.{origin.level}", language),
        grain=phrase(f"source.grain.{origin.grain}", language),
        report=origin.report,
    )
    if not origin.breakdown:
        return said
    cuts = (phrase(f"source.breakdown.{name}", language) for name in origin.breakdown.split(","))
    return phrase("source.cut", language, origin=said, cut=", ".join(cuts))


def agreement_words(one: Compared, language: str) -> str:
    """How two sources stand to each other; where they cannot be compared, what sets them apart."""
    if one.agreement is Agreement.APART:
        attribute = phrase(f"source.apart.{one.attribute}", language)
        return phrase("source.agreement.apart", language, attribute=attribute)
    return phrase(f"source.agreement.{one.agreement}", language)
