"""Commands about the program itself: run it, load the demo, look at its health, name the periods."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from tiger_reports.cli.output import Exit, err, print_json
from tiger_reports.model.tiger_year import baseline, months, quarters, tiger_year
from tiger_reports.services.demo import load_demo
from tiger_reports.services.doctor import examine
from tiger_reports.services.office import open_office

ROOT = Path(__file__).resolve().parents[2]


def run(port: Annotated[int, typer.Option(help="Port on this machine.")] = 8501) -> int:
    """Start the app; it answers on this machine only and prints its address."""
    err.print(f"Tiger Reports: http://localhost:{port}", markup=False)
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), f"--server.port={port}"]
    try:
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return Exit.DONE


def demo(*, force: Annotated[bool, typer.Option(help="Load its files and words again.")] = False) -> None:
    """Load the synthetic demo agency; a second call changes nothing."""
    office = open_office()
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task("demo", total=None)
        loaded = load_demo(
            office,
            lambda name, done, total: progress.update(task, description=name, completed=done, total=total),
            force=force,
        )
    office.reader.close()
    err.print(f"Demo agency: {loaded.clients} new clients, {loaded.files} new files.", markup=False)


def periods(
    start: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="First day of the cooperation.")],
    years: Annotated[int, typer.Option(min=1, max=30)] = 2,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Tiger months, quarters and years, counted from the first day of the cooperation."""
    document = _periods(start.date(), years)
    if as_json:
        print_json(document)
        return
    for name, found in document.items():
        err.print(name, style="bold")
        for entry in found:
            err.print("  " + "  ".join(str(value) for value in entry.values()), markup=False)


def _periods(start: date, years: int) -> dict[str, list[dict[str, date | int]]]:
    before = baseline(start)
    return {
        "baseline": [{"start": before.start, "end": before.last_day}],
        "years": [
            {"year": n, "start": tiger_year(start, n).start, "end": tiger_year(start, n).last_day}
            for n in range(1, years + 1)
        ],
        "quarters": [
            {"year": q.year, "quarter": q.number, "start": q.period.start, "end": q.period.last_day}
            for q in quarters(start, years)
        ],
        "months": [
            {"year": m.year, "month": m.number, "start": m.period.start, "end": m.period.last_day}
            for m in months(start, years)
        ],
    }


def doctor(*, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> int:
    """A health report: store, settings, versions, fonts."""
    report = examine(open_office())
    if as_json:
        print_json(report)
    for line in report.lines if not as_json else ():
        err.print(f"{'ok ' if line.ok else 'BAD'}  {line.what}: {line.found}", markup=False)
    return Exit.DONE if report.ok else Exit.REFUSED


def register(app: typer.Typer) -> None:
    for command in (run, demo, periods, doctor):
        app.command(command.__name__)(command)
