"""What became of a save: said once; words that lost a race are shown, so that nobody types them twice."""

from __future__ import annotations

from typing import Any

from tiger_reports.model.record import SavedRecord
from tiger_reports.ui import notices
from tiger_reports.ui.guard import Visit


def told(visit: Visit, saved: SavedRecord[Any] | None, *mine: str) -> None:
    """`mine` are the words as they were typed; None: a refusal has been told already."""
    if saved is None:
        return
    if saved.rejected is None:
        notices.tell(visit.t("ui.word.saved"))
        return
    words = " · ".join(filter(None, mine))
    lost = f" {visit.t('ui.week.not_taken', text=words)}" if words else ""
    notices.refuse(visit.t("refusal.topic_changed") + lost)
