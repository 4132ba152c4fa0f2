"""What a specialist and a lead do with a month, in a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tiger_reports.model.card import Comment, Duty
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.imports import Staged
from tiger_reports.model.period import Period, parse_month
from tiger_reports.model.report import KeyFigure
from tiger_reports.services import comments, intake
from tiger_reports.services.months import month_report
from tiger_reports.services.office import Office
from tiger_reports.services.options import NewFile, Options

SAMPLES = Path(__file__).parents[2] / "sample_data"
OCTOBER = parse_month("2026-10")
SPECIALIST = Actor("specialist@agency.example", "Demo Specialist", Role.SPECIALIST)
LEAD = Actor("lead@agency.example", "Demo Lead", Role.LEAD)


def stage(
    office: Office, client: str, path: str | Path, options: Options | None = None, *, name: str = ""
) -> Staged:
    """One file of one table, staged."""
    file = SAMPLES / path
    (found,) = intake.stage(
        office, SPECIALIST, client, NewFile(name or file.name, file.read_bytes()), options
    )
    return found


def explain(office: Office, client: str, month: Period = OCTOBER) -> None:
    """Every card filled as its duty asks, three key figures chosen."""
    report = month_report(office, SPECIALIST, client, month)
    for number, card in enumerate(report.cards):
        words = Comment(
            card=card.key,
            cause_tag="intended",
            cause=f"Agreed with the client on call {number}; budgets moved to other channels.",
            solution="Two new creatives and a cap on frequency." if card.duty is Duty.EXPLAIN_DROP else "",
            owner="Demo Specialist",
            due=date(2026, 11, 20),
            before=card.change.before.amount,
            after=card.change.after.amount,
            rev=card.comment.rev if card.comment else 0,
        )
        assert comments.save_comment(office, SPECIALIST, client, words).rejected is None
    chosen = tuple(KeyFigure(f.metric, "What it means for the client.") for f in report.figures[:3])
    held = comments.key_figures(office, SPECIALIST, client, month)
    comments.set_key_figures(office, SPECIALIST, client, month, replace(held, items=chosen))


def finish(office: Office, client: str, month: Period = OCTOBER) -> None:
    explain(office, client, month)
    comments.approve_month(office, LEAD, client, month)
