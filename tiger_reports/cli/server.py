"""`tiger run` starts the app; `tiger periods` counts the cooperation's months, quarters and years."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from tiger_reports.cli.output import Exit, err, print_json
from tiger_reports.model.tiger_year import baseline, months, quarters, tiger_year

ROOT = Path(__file__).resolve().parents[2]


def run(
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8501,
    *,
    worker: Annotated[bool, typer.Option(help="Start a worker for long work beside the app.")] = True,
) -> int:
    """Start the app; it answers on this machine only and prints its address."""
    err.print(f"Tiger Reports: http://localhost:{port}", markup=False)
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), f"--server.port={port}"]
    with _worker_beside() if worker else nullcontext():
        return _served(command)


def _served(command: list[str]) -> int:
    """The server's exit code; asked to stop, by a key or by a signal, this process stops it first."""
    with subprocess.Popen(command, cwd=ROOT) as app:  # noqa: S603  (our own words)
        signal.signal(signal.SIGTERM, lambda _number, _frame: app.terminate())
        try:
            code = app.wait()
        except KeyboardInterrupt:
            return Exit.DONE
    return Exit.DONE if code == -signal.SIGTERM else code


@contextmanager
def _worker_beside() -> Iterator[None]:
    """A worker that ends with this process, however it ends: its standard input closes then."""
    command = [sys.executable, "-m", "tiger_reports.cli", "worker", "--beside"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE):  # noqa: S603  (our own words)
        yield


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


def register(app: typer.Typer) -> None:
    for command in (run, periods):
        app.command(command.__name__)(command)
