"""A rerun of the Month page of one client's month, held against an empty page's; few and many facts stored.

Over a real websocket, from the question to the last message, in three servers side by side.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from pathlib import Path

from benchmarks import panel_file
from benchmarks.bench import Bench
from benchmarks.clients import link_copies
from benchmarks.measure import Result, medians
from benchmarks.one_import import import_for
from benchmarks.server import Reader, served
from tiger_reports.services.office import open_office
from tiger_reports.store.settings import Settings

BAR, FLAT, RERUNS = 2.0, 1.15, 8
ROWS_A_CLIENT, FEW = 250_000, 4
APP = Path(__file__).parents[1] / "app.py"


def run(bench: Bench) -> list[Result]:
    many = max(FEW, bench.stored_rows // ROWS_A_CLIENT)
    small, large = (_home(bench, clients) for clients in (FEW, many))
    script = bench.folder / "empty.py"
    script.write_text("import streamlit\n", "utf-8")
    with ExitStack() as servers:
        empty = servers.enter_context(served(script, bench.folder))
        one, other = (
            servers.enter_context(served(APP, home, query="client=one&month=2026-10", page="month"))
            for home in (small, large)
        )
        bench.say(f"{RERUNS} reruns a round, {bench.rounds} rounds")
        for reader in (empty, one, other, empty, one, other):
            reader.rerun()
        none, few, all_ = medians(bench.rounds, *(lambda r=r: _rerun(r) for r in (empty, one, other)))
    shutil.rmtree(large)
    return [
        Result(f"Month page over {many * ROWS_A_CLIENT:,} facts / empty page", all_ / none, BAR),
        Result(f"Month page, {many * ROWS_A_CLIENT:,} / {FEW * ROWS_A_CLIENT:,} facts", all_ / few, FLAT),
        Result("  Month page", all_ / RERUNS, unit="s"),
        Result("  empty page", none / RERUNS, unit="s"),
    ]


def _rerun(reader: Reader) -> None:
    for _ in range(RERUNS):
        reader.rerun()


def _home(bench: Bench, clients: int) -> Path:
    """A store of `clients` clients with a year or two of one account's ads each."""
    home, file = bench.folder / f"house-{clients}", bench.folder / "one.csv"
    bench.say(f"storing {clients * ROWS_A_CLIENT:,} facts")
    panel_file.write(file, ROWS_A_CLIENT)
    office = open_office(Settings(home=home))
    import_for(office, "one", file)
    office.reader.close()
    link_copies(office, "one", clients - 1)
    return home
