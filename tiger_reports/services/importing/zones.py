"""Days of a file counted in another time zone than the client's."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tiger_reports.model.finding import Finding, Severity
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.reading.table import TableRead

CODE = "zone_differs"


def zone_findings(table: TableRead, wanted: str) -> tuple[Finding, ...]:
    """A note where the table's days begin at another moment than the client's; silent where nobody knows."""
    if not table.timezone or table.period is None:
        return ()
    edges = (table.period.start, table.period.end)
    if all(_begins(day, table.timezone) == _begins(day, wanted) for day in edges):
        return ()
    details = {"channel": panel_name(table.panel), "zone": table.timezone, "wanted": wanted}
    return (Finding(CODE, Severity.NOTE, details=details),)


def _begins(day: date, zone: str) -> datetime | None:
    """The moment at which a day begins; None for a zone that this machine does not know."""
    try:
        return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        return None
