"""What comments say is wrong in the data: told where data are loaded."""

from __future__ import annotations

from tiger_reports.model.report import MonthReport
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note


def doubted(visit: Visit, report: MonthReport) -> None:
    t = visit.t
    for card in report.doubted:
        words = card.comment.cause.strip() if card.comment else ""
        note(t("ui.import.doubted", metric=visit.write.name(card.metric), text=words), "worse")
    if report.doubted:
        note(t("ui.import.doubted_lead"))
