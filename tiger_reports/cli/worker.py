"""`tiger worker` does the long work that pages ask for."""

from __future__ import annotations

import os
import signal
import sys
from threading import Thread
from types import FrameType
from typing import Annotated

import typer

from tiger_reports.cli.output import err
from tiger_reports.model.job import Job
from tiger_reports.services.office import open_office
from tiger_reports.services.serving import serve


def worker(
    *,
    beside: Annotated[
        bool, typer.Option("--beside", hidden=True, help="End when standard input is closed.")
    ] = False,
) -> None:
    """Do background jobs, one after another, until Ctrl+C."""
    signal.signal(signal.SIGTERM, _stop)  # until the queue takes signals over
    if beside:
        Thread(target=_end_with_parent, name="parent", daemon=True).start()
    err.print("Worker: waiting for jobs; Ctrl+C ends it.", markup=False)
    serve(open_office(), _say)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise typer.Exit


def _say(job: Job) -> None:
    refused = f", {len(job.refused)} refused" if job.refused else ""
    err.print(f"{job.kind} {job.id[:8]}: {job.state}, {job.done} of {job.total}{refused}", markup=False)


def _end_with_parent() -> None:
    """Whatever ends the program that started us also closes our standard input."""
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


def register(app: typer.Typer) -> None:
    app.command("worker")(worker)
