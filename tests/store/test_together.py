"""Threads and processes that import at once: nothing is lost, nothing counts twice."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import narwhals as nw

from tests.store.frames import by_day, frame_of, key, row
from tiger_reports.store.facts import Facts

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
sys.path.insert(0, {root!r})
from tests.store.frames import frame_of, key, row
from tiger_reports.store.facts import Facts
facts = Facts({url!r})
for n in range({times}):
    facts.commit({client!r}, f"{name}-{{n}}", frame_of([row(d, 1.0) for d in range(1, 6)]), key())
    print(n, flush=True)
"""


def writer(url: str, name: str, client: str, times: int) -> subprocess.Popen[str]:
    code = WRITER.format(root=str(ROOT), url=url, name=name, client=client, times=times)
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_two_threads_that_load_the_same_days_count_them_once(facts):
    def load(name: str) -> None:
        for n in range(5):
            facts.commit("acme", f"{name}-{n}", frame_of([row(1, 1.0), row(2, 1.0)]), key())

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(load, ["one", "two"]))
    assert by_day(facts, "acme") == {1: 1.0, 2: 1.0}


def test_processes_of_one_and_of_other_clients_all_get_through(tmp_path):
    url = str(tmp_path / "facts")
    running = [
        writer(url, name, client, 5) for name, client in [("a", "acme"), ("b", "acme"), ("c", "globex")]
    ]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    facts = Facts(url)
    for client in ("acme", "globex"):
        assert by_day(facts, client) == dict.fromkeys(range(1, 6), 1.0)
    assert len(facts.orphans(())) == 15


def test_frames_are_read_in_many_threads(facts, load):
    for client, spend in (("acme", 1.0), ("globex", 2.0)):
        load([row(d, spend) for d in range(1, 11)], client=client)

    def total(client: str) -> float:
        return facts.scan(client).select(nw.col("spend").sum()).collect().item()

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(total, ["acme", "globex"] * 12)) == [10.0, 20.0] * 12


def test_a_frame_read_while_others_commit_stays_as_it_was(facts, load):
    load([row(1, 10)])
    frame = facts.scan("acme")
    load([row(1, 99)])
    assert frame.collect()["spend"].to_list() == [10]
