"""How many of the twelve months before the cooperation are stored, and why they are needed now."""

from __future__ import annotations

from tiger_reports.model.baseline import ChannelBaseline
from tiger_reports.services.measuring.baseline import channels
from tiger_reports.text.dates import date_range
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing.named import panel_word
from tiger_reports.ui.markup import note


def client_baseline(visit: Visit) -> None:
    t = visit.t
    found = channels(*visit.scope)
    if not found:
        note(t("ui.baseline.none"), "warn")
    elif all(one.complete for one in found):
        note(t("ui.baseline.complete"), "better")
    else:
        note(t("ui.baseline.warning"), "warn")
    for one in found:
        note(_words(visit, one), "better" if one.complete else "warn")


def _words(visit: Visit, one: ChannelBaseline) -> str:
    t = visit.t
    said = [t("ui.baseline.count", channel=panel_word(one.channel, t), n=one.count)]
    if one.missing:
        months = ", ".join(date_range(month, t.language) for month in one.missing)
        said.append(t("ui.baseline.missing", months=months))
    if one.missing and one.retention is not None:
        said.append(t(f"ui.baseline.{one.retention.note}", months=one.retention.months))
    return " · ".join(said)
