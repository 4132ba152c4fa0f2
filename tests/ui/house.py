"""A small house to look at: one client with fourteen months of two channels, put straight into the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa

from tests.store.frames import frame_of
from tiger_reports.model.card import Comment
from tiger_reports.model.change import Verdict
from tiger_reports.model.client import Client, Role
from tiger_reports.model.fact import Grain, Level
from tiger_reports.model.imports import Upload
from tiger_reports.model.month_words import KeyFigure
from tiger_reports.model.people import User
from tiger_reports.model.period import Period, months_of
from tiger_reports.model.revised import Listed
from tiger_reports.services import records
from tiger_reports.services.clients import add_client
from tiger_reports.services.measuring.restating import base_of
from tiger_reports.services.months.comments import save_comment, set_key_figures
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import Office, local_actor, open_office
from tiger_reports.services.progress import data_moved
from tiger_reports.services.tiger_year.explanations import explanation_of
from tiger_reports.services.tiger_year.figures import asked_quarter, quarter_report
from tiger_reports.store.settings import Settings
from tiger_reports.store.state import imports, staging, users

TODAY = date(2026, 11, 4)
DAYS = Period(date(2025, 9, 1), date(2026, 11, 1))
LEAD, SPECIALIST, STRANGER = "lead@agency.example", "specialist@agency.example", "nobody@agency.example"
HOSTILE = "![x](https://example.invalid/p.png) <b>|Autumn|</b> $x$ :red[hm]"
CLIENT = Client(
    "sample", "Sample Client [x](https://example.invalid)", date(2025, 3, 17), "PLN", "pl", today=TODAY
)
OTHER = Client("other", "Other Client", date(2026, 1, 5), "CZK", "cs", today=TODAY)


def open_house(home: Path) -> Office:
    return open_office(Settings(home=home))


def build(home: Path) -> None:
    """Fill an empty home; October's clicks cost more and convert worse than September's."""
    office = open_house(home)
    for client in (CLIENT, OTHER):
        add_client(office, local_actor(), client)
    with office.store.write() as session:
        users.save(session, User(LEAD, "Lead", Role.LEAD, None))
        users.save(session, User(SPECIALIST, "Specialist", Role.SPECIALIST, frozenset({CLIENT.id})))
    fill(office, CLIENT.id)


def fill(office: Office, client_id: str) -> None:
    """Two channels of figures for a client."""
    for panel, share in (("meta-ads", 1.0), ("google-ads", 1.6)):
        store(office, client_id, panel, _frame(share))


def explain(office: Office, client_id: str, period: Period) -> None:
    """Words for every card and three key figures: nothing is open but the lead's approval."""
    report = month_report(office, local_actor(), client_id, period)
    for card in report.cards:
        words = Comment(card.key, "fatigue", "Old creatives.", "New ones.", owner="Specialist", due=TODAY)
        told = replace(words, evidence="The creatives' own report.", despite="No file has the frequency.")
        seen = replace(told, before=card.change.before.amount, after=card.change.after.amount)
        save_comment(office, local_actor(), client_id, seen)
    chosen = tuple(
        KeyFigure(metric, "One sentence of meaning.") for metric in ("spend", "clicks", "conversions")
    )
    set_key_figures(office, local_actor(), client_id, period, Listed(chosen))


def explain_drops(office: Office, client_id: str, number: int) -> None:
    """The lead's words for each drop of a first year's quarter."""
    asked = asked_quarter(office, local_actor(), client_id, number)
    for one in quarter_report(office, local_actor(), client_id, number).explained:
        if one.change.verdict is Verdict.WORSE:
            mine = explanation_of(office, local_actor(), client_id, asked, one.change)
            words = replace(mine.words, cause="Old creatives.", solution="New ones.")
            records.save(office, local_actor(), client_id, replace(mine, words=words))


def store(
    office: Office, client_id: str, panel: str, frame: pa.Table, *, name: str = "import", days: Period = DAYS
) -> None:
    """Rows of one file as if it had been read, checked and accepted."""
    made = Upload(
        id=f"{name}-{client_id}-{panel}",
        client_id=client_id,
        file=f"{panel}.csv",
        sha256="ab" * 32,
        size=1,
        panel=panel,
        report="campaigns",
        level=Level.CAMPAIGN,
        grain=Grain.DAY,
        rows=frame.num_rows,
        currency="PLN",
        period=days,
        rules_run=20,
    )
    done = office.store.facts.commit(client_id, made.id, frame, made.replace_key)
    with office.store.write() as session:
        staging.stage(session, client_id, made, (), by=LEAD, at=office.now())
        imports.accept(session, client_id, made.id, version=done.version, by=LEAD, at=office.now())
        for month in months_of(days):
            sent = base_of(session, client_id, month) is not None
            data_moved(session, client_id, month.month_key, by=LEAD, at=office.now(), sent=sent)


def _frame(share: float) -> pa.Table:
    days = [DAYS.start + timedelta(days=at) for at in range(DAYS.days)]
    return frame_of(
        row for day in days for row in (row_of(day, "Brand", share), row_of(day, HOSTILE, share * 0.7))
    )


def row_of(day: date, campaign: str, share: float) -> dict[str, object]:
    worse = day >= date(2026, 10, 1)
    return {
        "period_start": day,
        "period_end": day + timedelta(days=1),
        "account_id": "100",
        "campaign": campaign,
        "currency": "PLN",
        "spend": round(500.0 * share, 2),
        "impressions": round(40_000.0 * share),
        "clicks": round((480.0 if worse else 640.0) * share),
        "conversions": round((9.0 if worse else 16.0) * share),
        "conversion_value": round((1200.0 if worse else 2100.0) * share, 2),
    }
