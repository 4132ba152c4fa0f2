"""Words for what a file holds: its panel, a column, the days that it covers."""

from __future__ import annotations

from tiger_reports.model.fact import REPORTED
from tiger_reports.model.period import Period
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range
from tiger_reports.text.measures import measure_name
from tiger_reports.ui.words import Words


def period_text(period: Period | None, t: Words) -> str:
    return date_range(period, t.language) if period else t("ui.word.unknown")


def column_name(column: str, t: Words) -> str:
    """One of our columns in words: a measure, a rate as a panel prints it, or what says whose row it is."""
    if column in REPORTED:
        return t("ui.mapping.printed", name=measure_name(column.removeprefix("reported_"), t.language))
    return t(f"ui.column.{column}") if t.has(f"ui.column.{column}") else measure_name(column, t.language)


def panel_word(panel: str, t: Words) -> str:
    """The panel's name, or a word for a file that nothing recognised."""
    return panel_name(panel) if panel else t("ui.word.unknown")
