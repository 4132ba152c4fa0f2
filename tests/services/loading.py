"""Rows of the client `shop`, stored without a file."""

from __future__ import annotations

from datetime import timedelta

from tests.store.frames import frame_of, upload_of
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.period import Period
from tiger_reports.model.restate import ReplaceKey
from tiger_reports.store.state import imports, staging


def load(
    office,
    name,
    spans,
    *,
    panel="meta-ads",
    grain=Grain.DAY,
    of=lambda _span: {"spend": 1.0},
    report="report",
):
    rows = [
        {
            "period_start": span.start,
            "period_end": span.end,
            "account_id": "1",
            "campaign": "A",
            "currency": "PLN",
            **of(span),
        }
        for span in spans
    ]
    key = ReplaceKey(panel, report, Level.CAMPAIGN, grain)
    done = office.store.facts.commit("shop", name, frame_of(rows), key)
    period = Period(spans[0].start, spans[-1].end)
    made = upload_of(name, client_id="shop", panel=panel, grain=grain, period=period, rules_run=12)
    with office.store.write() as session:
        staging.stage(session, "shop", made, (), by="x", at=office.now())
        imports.accept(session, "shop", name, version=done.version, by="x", at=office.now())


def days(first, end):
    return [Period(first + timedelta(at), first + timedelta(at + 1)) for at in range((end - first).days)]
