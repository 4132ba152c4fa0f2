"""Who writes in which field of which record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from tiger_reports.model.record import Record
from tiger_reports.ui import state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.records.form import Entry, Form
from tiger_reports.ui.records.saving import save_field

LONGEST = 200


@dataclass(frozen=True)
class Writing:
    """Who writes in which field of which record."""

    visit: Visit
    form: Form
    record: Record[Any]
    entry: Entry

    @property
    def key(self) -> str:
        return f"{self.form.kind}{self.form.part}-{self.record.id}-{self.entry.name}"

    @property
    def label(self) -> str:
        return self.visit.t(f"record.{self.form.kind}.{self.entry.name}")

    @property
    def shown(self) -> Literal["visible", "collapsed"]:
        return "collapsed" if self.form.compact else "visible"

    @property
    def value(self) -> Any:
        return getattr(self.record.words, self.entry.name)

    def save(self, now: Any) -> None:
        save_field(self.visit, self.record, self.entry.name, now)

    def left(self) -> None:
        """What the widget holds, as the record wants it."""
        now = state.widget(self.key)
        if isinstance(self.value, str):
            now = str(now or "")[:LONGEST]
        self.save(now)
