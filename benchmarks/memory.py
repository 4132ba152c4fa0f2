"""The most memory that a process ever held while it imported a large CSV: the parent, and its child."""

from __future__ import annotations

import multiprocessing
import os
import re
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks import panel_file
from benchmarks.bench import Bench
from benchmarks.measure import Result
from benchmarks.one_import import import_for
from tiger_reports.services.office import open_office
from tiger_reports.store.settings import Settings

BAR = 1024.0


def run(bench: Bench) -> list[Result]:
    file = bench.folder / "memory.csv"
    panel_file.write(file, bench.import_rows)
    bench.say(f"importing {bench.import_rows:,} rows in a fresh process")
    here, there = multiprocessing.Pipe()
    fresh = multiprocessing.get_context("spawn").Process(
        target=_import, args=(bench.folder / "memory", file, there)
    )
    fresh.start()
    there.close()
    parent, child = here.recv()
    fresh.join()
    file.unlink()
    return [
        Result(f"memory, {bench.import_rows:,} rows, parent", parent, BAR, "MiB"),
        Result(f"memory, {bench.import_rows:,} rows, reading child", child, BAR, "MiB"),
    ]


def _import(home: Path, file: Path, answer: Connection) -> None:
    office = open_office(Settings(home=home))
    import_for(office, "large", file)
    answer.send((_peak(os.getpid()), max(map(_peak, _children()))))
    answer.close()
    office.reader.close()
    os._exit(0)


def _children() -> list[int]:
    tasks = Path("/proc/self/task").iterdir()
    return [int(pid) for task in tasks for pid in (task / "children").read_text("ascii").split()]


def _peak(pid: int) -> float:
    """The largest resident size so far, in MiB; Linux only."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0
