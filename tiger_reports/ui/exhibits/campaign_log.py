"""The campaign log as a table."""

from __future__ import annotations

from tiger_reports.model.campaign_log import LogEntry
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import short_date
from tiger_reports.ui.plain import shortened
from tiger_reports.ui.words import Words

LONGEST_NAME = 40


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
