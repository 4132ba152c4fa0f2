"""`tiger run` starts the app."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from tiger_reports.cli.output import Exit, err

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


def register(app: typer.Typer) -> None:
    app.command(run.__name__)(run)
