"""A month without figures: an invitation to load them, and all that can be written down before."""

from __future__ import annotations

from tiger_reports.model.report import MonthReport
from tiger_reports.text.dates import month_title
from tiger_reports.ui.blocks.links import link
from tiger_reports.ui.blocks.pacing import pacing
from tiger_reports.ui.blocks.plan import plan
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import empty
from tiger_reports.ui.selection import address
from tiger_reports.ui.week.steps import steps


def awaited(visit: Visit, report: MonthReport) -> None:
    t = visit.t
    empty(t("ui.month.awaited_title", month=month_title(visit.month, t.language)), t("ui.month.awaited"))
    link("import", t("ui.month.awaited_link"), address(visit.client, visit.month))
    pacing(report, visit.write)
    plan(visit, report)
    steps(visit)
