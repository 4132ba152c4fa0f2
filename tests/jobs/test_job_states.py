"""A job moves by conditional updates: of two who want it one gets it, and no step is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from tiger_reports.model.job import MOVES, Job, JobKind, JobState, Outcome
from tiger_reports.model.open_item import OpenItem
from tiger_reports.store.errors import StaleError
from tiger_reports.store.state import jobs

NOON = datetime(2026, 11, 4, 12, tzinfo=UTC)
ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


def asked(number: int = 1) -> Job:
    order = {"month": "2026-10", "draft": True}
    at = NOON + timedelta(minutes=number)
    return Job(f"job-{number}", JobKind.DECKS, "lead@agency.example", at, ("sample", "other"), order, 2)


def moved(office, seen, state, **changes):
    with office.store.write() as session:
        return jobs.move(session, seen, state, **changes)


@pytest.fixture
def job(office):
    with office.store.write() as session:
        jobs.add(session, asked())
    return asked()


def test_a_job_comes_back_as_it_was_stored(office, job, stored):
    assert stored(job.id) == job


def test_every_part_of_an_outcome_survives(office, job, stored):
    item = OpenItem("not_approved", "", "deck", "approve")
    parts = (Outcome("sample", "deck-1"), Outcome("other", "", "open_items", {"client": "x"}, (item,)))
    moved(office, job, JobState.RUNNING, outcomes=parts)
    assert stored(job.id).outcomes == parts
    assert stored(job.id).refused == parts[1:]


def test_of_many_who_claim_a_job_one_gets_it(office, job, stored):
    def claim(number: int) -> bool:
        try:
            moved(office, job, JobState.RUNNING, worker=f"worker-{number}")
        except StaleError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        took = list(pool.map(claim, range(8)))
    assert sum(took) == 1
    assert stored(job.id).worker == f"worker-{took.index(True)}"


def test_a_step_from_an_outdated_view_changes_nothing(office, job, stored):
    running = moved(office, job, JobState.RUNNING, worker="first")
    ahead = moved(office, running, JobState.RUNNING, outcomes=(Outcome("sample", "deck-1"),))
    with pytest.raises(StaleError):
        moved(office, running, JobState.RUNNING, outcomes=(Outcome("sample", "deck-2"),))
    assert stored(job.id) == ahead


@pytest.mark.parametrize("end", ENDED)
def test_an_ended_job_stays_as_it_is(office, job, stored, end):
    over = moved(office, moved(office, job, JobState.RUNNING), end, ended_at=NOON)
    for state in JobState:
        with pytest.raises(StaleError):
            moved(office, over, state)
    assert stored(job.id) == over


def test_a_job_that_nobody_has_taken_is_neither_done_nor_failed():
    assert set(MOVES[JobState.WAITING]) == {JobState.RUNNING, JobState.CANCELLED}


def test_jobs_are_listed_newest_first_and_counted_by_state(office, job):
    with office.store.write() as session:
        jobs.add(session, asked(2))
    moved(office, job, JobState.CANCELLED)
    with office.store.read() as session:
        assert [one.id for one in jobs.newest(session, JobKind.DECKS)] == ["job-2", "job-1"]
        assert [one.id for one in jobs.in_state(session, JobState.WAITING)] == ["job-2"]
        assert jobs.counts(session) == {JobState.CANCELLED: 1, JobState.WAITING: 1}
