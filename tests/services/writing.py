"""What a specialist and a lead do with a month, in a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tiger_reports.model.card import Comment, Duty
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.imports import Staged
from tiger_reports.model.month_words import KeyFigure
from tiger_reports.model.period import Period, parse_month
from tiger_reports.services.importing import intake
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.services.months import comments
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import Office

SAMPLES = Path(__file__).parents[2] / "sample_data"
META = SAMPLES / "files/warsaw/meta_campaigns-by-day_2026-10_pl_synthetic.csv"
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
            evidence=f"Minutes of call {number}",
            despite="The budget was moved between campaigns; the sum is the same.",
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


def pull(office, *, more: float, name: str = "later.csv", header: str = '"Wydana kwota (PLN)"') -> None:
    """A second pull of October: one cell of the fifth line is higher by `more`."""
    lines = META.read_text("utf-8").splitlines()
    place = lines[0].split(",").index(header)
    cells = lines[5].split(",")
    cells[place] = str(float(cells[place] or 0) + more)
    data = "\n".join([*lines[:5], ",".join(cells), *lines[6:]]).encode()
    (found,) = intake.stage(office, SPECIALIST, "warsaw", NewFile(name, data))
    for code in {f.code for f in found.open_findings}:
        intake.waive(office, SPECIALIST, "warsaw", found.upload.id, code, "the panel restated a day")
    intake.accept(office, SPECIALIST, "warsaw", found.upload.id)
