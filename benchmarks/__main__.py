"""`python -m benchmarks [name ...]` runs all benchmarks or those named and prints one table."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

from benchmarks import ad_months, batch, cards, deck, figures_in_text, imports, memory, null_months, page
from benchmarks.bench import Bench
from benchmarks.measure import Result, show

BENCHMARKS: dict[str, Callable[[Bench], list[Result]]] = {
    "deck": deck.run,
    "batch": batch.run,
    "memory": memory.run,
    "imports": imports.run,
    "page": page.run,
    "null_months": null_months.run,
    "ad_months": ad_months.run,
    "cards": cards.run,
    "figures": figures_in_text.run,
}


def main(
    names: Annotated[list[str] | None, typer.Argument(help=", ".join(BENCHMARKS))] = None,
    *,
    rounds: Annotated[int, typer.Option(help="How often each side of a ratio runs.")] = 5,
    rows: Annotated[int, typer.Option(help="Rows of the imported file.")] = 1_000_000,
    stored: Annotated[int, typer.Option(help="Rows in the store of the page benchmark.")] = 50_000_000,
    as_json: Annotated[Path | None, typer.Option("--json", help="Also write the table here.")] = None,
) -> None:
    """Speed and memory as ratios inside one run, and how far one can trust what is said of a month."""
    console = Console()
    unknown = set(names or ()) - BENCHMARKS.keys()
    if unknown:
        raise typer.BadParameter(f"no benchmark called {', '.join(sorted(unknown))}")
    found: list[Result] = []
    with TemporaryDirectory(prefix="tiger-benchmarks-") as folder:
        bench = Bench(Path(folder), console, rounds, rows, stored)
        for name in names or BENCHMARKS:
            console.rule(name)
            found += BENCHMARKS[name](bench)
    show(found, console)
    console.print(f"load while measuring: {os.getloadavg()[1]:.1f} on {os.cpu_count()} cores")
    if as_json:
        as_json.write_text(json.dumps([asdict(result) for result in found], indent=2), "utf-8")


if __name__ == "__main__":
    typer.run(main)
    sys.stdout.flush()
