"""A segment in words: `Spring · mobile · age 25-34`."""

from __future__ import annotations

from tiger_reports.model.change import Segment, Where
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.catalogue import has, phrase

JOINED = " · "
BARE = ("age", "segment")
"""Values that say nothing without the name of their dimension."""


def segment_name(segment: Segment, language: str) -> str:
    """Campaigns by their own names, a channel by its panel's; what no file holds is said so."""
    return where_name(segment.where, language) or phrase("segment.unallocated", language)


def where_name(where: Where, language: str) -> str:
    return JOINED.join(_condition(name, value, language) for name, value in where)


def dimension_name(name: str, language: str) -> str:
    return phrase(f"segment.dimension.{name}", language)


def _condition(name: str, value: str, language: str) -> str:
    if name == "channel" and value:
        return panel_name(value)
    if not value:
        return phrase("segment.not_told", language, dimension=dimension_name(name, language))
    if name == "gender" and has(f"segment.gender.{value}", language):
        return phrase(f"segment.gender.{value}", language)
    if name in BARE:
        return phrase("segment.bare", language, dimension=dimension_name(name, language), value=value)
    return value


def own_name(segment: Segment) -> str:
    """The values alone, in nobody's language: what a finding carries until it is told."""
    return JOINED.join(panel_name(value) if name == "channel" else value for name, value in segment.where)
