"""A hundred clients' decks in one batch, held against as many single runs of the command line.

Single runs are all alike, so a few are measured, in fresh processes, and multiplied.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.clients import add_copies
from benchmarks.measure import Result, medians, seconds
from tiger_reports.services.office import open_office
from tiger_reports.store.settings import Settings

BAR = 0.5
CLIENTS, SINGLES = 100, 5
MONTH = "2026-10"


def run(bench: Bench) -> list[Result]:
    home = bench.folder / "batch"
    shutil.copytree(bench.demo, home)
    office = open_office(Settings(home=home))
    bench.say(f"{CLIENTS} clients")
    names = add_copies(office, "warsaw", CLIENTS)
    bench.say(f"{SINGLES} single runs, then {CLIENTS} decks in one")

    def single() -> None:
        out = home / "single.pptx"
        _tiger(home, "deck", "--client", names[0], "--month", MONTH, "--draft", "-o", str(out))

    single()
    (one,) = medians(SINGLES, single)
    many = seconds(lambda: _tiger(home, "batch", "--month", MONTH, "--draft", "-o", str(home / "out")))
    made = len(list((home / "out").glob("*.pptx")))
    if made < CLIENTS:
        raise RuntimeError(f"only {made} of {CLIENTS} decks were made")
    shutil.rmtree(home)
    return [
        Result(f"{made} decks in one batch / {made} single runs", many / (made * one), BAR),
        Result("  one deck of the batch", many / made, unit="s"),
        Result("  one single run", one, unit="s"),
    ]


def _tiger(home: Path, *arguments: str) -> None:
    """The `tiger` command in a process of its own; clients that are refused are no fault."""
    code = "from tiger_reports.cli import main; main()"
    subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "TIGER_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=arguments[0] != "batch",
    )
