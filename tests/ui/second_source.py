"""A second source of October's Meta figures, by ad, put straight into the store."""

from __future__ import annotations

from datetime import date, timedelta

from tests.store.frames import frame_of
from tests.ui.house import LEAD
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.imports import Upload
from tiger_reports.model.period import month
from tiger_reports.services.office import Office
from tiger_reports.store.state import imports, staging

OCTOBER = month(2026, 10)
DAILY = 500.0 * 1.7
"""What the house's Meta campaigns cost a day."""


def store_ads(office: Office, client_id: str, *, times: float) -> None:
    """The same days by ad, with `times` the money; nothing else that could disagree."""
    days = [OCTOBER.start + timedelta(at) for at in range(OCTOBER.days)]
    frame = frame_of(_row(day, DAILY * times) for day in days)
    made = Upload(
        id=f"import-{client_id}-ads",
        client_id=client_id,
        file="ads by day.csv",
        sha256="cd" * 32,
        size=1,
        panel="meta-ads",
        report="ads",
        level=Level.AD,
        grain=Grain.DAY,
        rows=frame.num_rows,
        currency="PLN",
        period=OCTOBER,
        rules_run=20,
    )
    done = office.store.facts.commit(client_id, made.id, frame, made.replace_key)
    with office.store.write() as session:
        staging.stage(session, client_id, made, (), by=LEAD, at=office.now())
        imports.accept(session, client_id, made.id, version=done.version, by=LEAD, at=office.now())


def _row(day: date, spend: float) -> dict[str, object]:
    return {
        "period_start": day,
        "period_end": day + timedelta(days=1),
        "account_id": "100",
        "campaign": "Brand",
        "ad": "Ad",
        "currency": "PLN",
        "spend": spend,
    }
