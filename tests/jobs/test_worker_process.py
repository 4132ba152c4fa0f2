"""`tiger worker` as people run it: a process of its own that takes jobs from the queue."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.ui.house import LEAD, OTHER
from tiger_reports.cli import server
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.job import JobState
from tiger_reports.model.period import month
from tiger_reports.model.worker import SILENCE
from tiger_reports.services.delivery.jobs import ask_decks, result_file, served
from tiger_reports.services.delivery.working import take_up
from tiger_reports.services.doctor import examine

OCTOBER = month(2026, 10)
BOSS = Actor(LEAD, "Lead", Role.LEAD, None)
PATIENCE = 60
COMMAND = [sys.executable, "-m", "tiger_reports.cli", "worker"]


@contextmanager
def running(home: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    log = home.parent / "worker.log"
    with (
        log.open("ab") as out,
        subprocess.Popen(
            [*COMMAND, *words],
            env={**os.environ, "TIGER_HOME": str(home)},
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=out,
        ) as worker,
    ):
        try:
            yield worker
        finally:
            worker.kill()


def wait(happened: Callable[[], bool], home: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, (home.parent / "worker.log").read_text()
        time.sleep(0.05)


def worker_line(office):
    return next(line for line in examine(office).lines if line.what == "worker")


def test_a_worker_does_what_was_asked_before_and_after_it_started(office, home, stored):
    early = ask_decks(office, BOSS, OCTOBER, draft=True)
    assert not worker_line(office).ok
    assert "1 waiting" in worker_line(office).found
    with running(home) as worker:
        wait(lambda: stored(early.id).state is JobState.DONE, home)
        late = ask_decks(office, BOSS, OCTOBER, draft=False)
        wait(lambda: stored(late.id).state is JobState.DONE, home)
        assert worker_line(office).ok
        assert "1 alive; jobs: 2 done" in worker_line(office).found
        worker.send_signal(signal.SIGINT)
        assert worker.wait(PATIENCE) == 0
    assert not served(office)
    _, archive = result_file(office, BOSS, early.id, "en")
    assert archive.startswith(b"PK")
    assert {one.code for one in stored(early.id).refused if one.client_id == OTHER.id} == {"no_data"}
    assert {one.code for one in stored(late.id).refused} == {"open_items", "no_data"}
    assert "Traceback" not in (home.parent / "worker.log").read_text()


def test_a_job_of_a_killed_worker_is_taken_up_by_the_next_one(office, home, stored, later):
    with running(home) as worker:
        wait(lambda: served(office), home)
        job = ask_decks(office, BOSS, OCTOBER, draft=True)
        wait(lambda: stored(job.id).state is JobState.RUNNING, home)
        worker.kill()
        worker.wait(PATIENCE)
    left = stored(job.id)
    assert left.state is JobState.RUNNING
    assert take_up(office) == ()
    assert take_up(later(office, SILENCE + timedelta(seconds=1))) == (job.id,)
    with running(home):
        wait(lambda: stored(job.id).state is JobState.DONE, home)
    assert (stored(job.id).attempts, stored(job.id).done) == (2, 2)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_a_worker_that_is_told_to_stop_gives_its_job_back(office, home, stored):
    with running(home) as worker:
        wait(lambda: served(office), home)
        job = ask_decks(office, BOSS, OCTOBER, draft=True)
        wait(lambda: stored(job.id).state is JobState.RUNNING, home)
        worker.send_signal(signal.SIGTERM)
        worker.wait(PATIENCE)
    assert stored(job.id).state is JobState.WAITING
    assert not served(office)


def test_a_worker_beside_the_app_ends_with_it(office, home):
    with running(home, "--beside") as worker:
        wait(lambda: served(office), home)
        assert worker.stdin is not None
        worker.stdin.close()  # as it happens when the app's process ends, however it ends
        worker.wait(PATIENCE)
    assert not served(office)


@pytest.mark.parametrize("beside", [True, False])
def test_the_app_starts_a_worker_and_ends_it_unless_it_is_told_not_to(office, home, monkeypatch, beside):
    seen = []

    def app(_command):
        if beside:
            wait(lambda: served(office), home)
        seen.append(served(office))
        return 0

    (home.parent / "worker.log").touch()
    monkeypatch.setenv("TIGER_HOME", str(home))
    monkeypatch.setattr(server, "_served", app)
    assert server.run(worker=beside) == 0
    assert seen == [beside]
    assert not served(office)
