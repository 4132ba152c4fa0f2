"""The rows under a figure as a workbook: to be held against the panel line by line."""

from __future__ import annotations

from datetime import date

from tiger_reports.metrics.registry import metric as definition
from tiger_reports.metrics.values import measures
from tiger_reports.model.change import Scope
from tiger_reports.model.client import Actor
from tiger_reports.model.period import Period
from tiger_reports.model.trace import TracedRow
from tiger_reports.services.delivery.tracing import rows_of
from tiger_reports.services.office import Office
from tiger_reports.services.workbook_sheet import Value, workbook
from tiger_reports.text import phrase
from tiger_reports.text.measures import measure_name

MOST = 1_000_000
"""A sheet ends soon after; whoever has more rows has the files."""
WIDTHS = {"file": 44, "row": 8, "first_day": 12, "last_day": 12, "names": 60}
AMOUNT_WIDTH = 16


def traced_workbook(  # noqa: PLR0913, PLR0917  (a figure is named by four things)
    office: Office, actor: Actor, client_id: str, period: Period, metric: str, scope: Scope, language: str
) -> bytes:
    """An .xlsx of the first MOST rows, by day and file."""
    rows = rows_of(office, actor, client_id, period, metric, scope, 0, MOST)
    columns = {phrase(f"trace.sheet.{name}", language): width for name, width in WIDTHS.items()}
    wanted = measures(definition(metric))
    amounts = {measure_name(name, language): AMOUNT_WIDTH for name in wanted}
    return workbook(phrase("trace.sheet.title", language), columns | amounts, map(_line, rows))


def _line(row: TracedRow) -> list[Value]:
    days: tuple[date, date] = (row.days.start, row.days.last_day)
    return [row.file, row.row, *days, " › ".join(row.names), *row.amounts]
