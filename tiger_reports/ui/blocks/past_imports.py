"""Files that are stored: what the client's figures rest on."""

from __future__ import annotations

from tiger_reports.model.imports import ImportRecord
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing.stored import past
from tiger_reports.ui.markup import note


def past_imports(visit: Visit, records: tuple[ImportRecord, ...]) -> None:
    if records:
        table(past(records, visit.client.timezone, visit.t))
    else:
        note(visit.t("ui.import.past_empty"))
