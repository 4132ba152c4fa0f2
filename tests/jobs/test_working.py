"""What happens to a job when workers stop, die, or are taken for dead."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.ui.house import CLIENT, LEAD, OTHER
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.job import MOST_ATTEMPTS, JobState
from tiger_reports.model.period import month
from tiger_reports.model.worker import SILENCE
from tiger_reports.services.delivery import batch
from tiger_reports.services.delivery.decks import sent
from tiger_reports.services.delivery.jobs import ask_decks, cancel
from tiger_reports.services.delivery.working import on_duty, take_up, waiting, work
from tiger_reports.store.state import jobs, workers

OCTOBER = month(2026, 10)
BOSS = Actor(LEAD, "Lead", Role.LEAD, None)
LONG = SILENCE + timedelta(seconds=1)


class DiedError(BaseException):
    """Nothing of ours catches it, as nothing catches a killed process."""


@pytest.fixture
def job(office):
    return ask_decks(office, BOSS, OCTOBER, draft=True)


def nothing(_job):
    pass


def die_after(parts):
    def told(job):
        if job.done == parts:
            raise DiedError

    return told


def interrupted(office, job_id, parts):
    with pytest.raises(DiedError), on_duty(office, serves=False) as worker:
        work(office, worker, job_id, die_after(parts))


def killed(office, job_id, parts):
    """As `interrupted`, but nobody tidies up: the row of the worker stays, and so does its claim."""
    with on_duty(office, serves=False) as worker:
        pass
    with office.store.write() as session:
        workers.beat(session, worker, office.now())
    with pytest.raises(DiedError):
        work(office, worker, job_id, die_after(parts))


def finished(office, job_id):
    with on_duty(office, serves=False) as worker:
        work(office, worker, job_id, nothing)


def test_an_interrupted_worker_gives_its_job_back_with_what_is_done(office, job, stored):
    interrupted(office, job.id, 1)
    left = stored(job.id)
    assert (left.state, left.done, left.worker, left.attempts) == (JobState.WAITING, 1, "", 0)


def test_the_next_worker_goes_on_behind_the_last_part(office, job, stored):
    interrupted(office, job.id, 1)
    finished(office, job.id)
    done = stored(job.id)
    assert (done.state, [one.client_id for one in done.outcomes]) == (JobState.DONE, list(job.clients))
    assert len(sent(office, BOSS, CLIENT.id)) == 1


def test_a_job_of_a_dead_worker_waits_again_but_not_before_its_silence(office, job, stored, later):
    killed(office, job.id, 1)
    assert take_up(office) == ()
    assert stored(job.id).state is JobState.RUNNING
    assert take_up(later(office, LONG)) == (job.id,)
    assert (stored(job.id).state, stored(job.id).done) == (JobState.WAITING, 1)
    assert waiting(office) == (job.id,)


def test_a_job_that_ends_its_workers_fails_at_last(office, job, stored, later):
    for attempt in range(1, MOST_ATTEMPTS + 1):
        killed(office, job.id, 0)
        assert stored(job.id).attempts == attempt
        take_up(later(office, LONG))
    assert (stored(job.id).state, stored(job.id).code) == (JobState.FAILED, "worker_died")


def test_a_worker_wrongly_taken_for_dead_lets_go(office, job, stored, later):
    with on_duty(office, serves=False) as slow:

        def overtaken(now):
            if now.done == 1 and now.worker == slow.id:
                assert take_up(later(office, LONG)) == (job.id,)
                finished(office, job.id)

        work(office, slow, job.id, overtaken)
    done = stored(job.id)
    assert (done.state, done.done, done.worker != slow.id) == (JobState.DONE, 2, True)


def test_a_cancelled_job_stops_after_the_part_in_hand(office, job, stored):
    with on_duty(office, serves=False) as worker:
        work(office, worker, job.id, lambda now: now.done == 1 and cancel(office, BOSS, job.id))
    assert (stored(job.id).state, stored(job.id).done) == (JobState.CANCELLED, 1)


def test_a_message_that_comes_twice_or_for_no_job_does_nothing(office, job, stored):
    finished(office, job.id)
    done = stored(job.id)
    finished(office, job.id)
    finished(office, "no-such-job")
    assert stored(job.id) == done


def test_an_error_of_ours_in_one_deck_spares_the_others(office, job, stored, monkeypatch):
    made = batch.export

    def broken(office, actor, client_id, *args, **kwargs):
        if client_id == OTHER.id:
            raise ZeroDivisionError
        return made(office, actor, client_id, *args, **kwargs)

    monkeypatch.setattr(batch, "export", broken)
    finished(office, job.id)
    done = stored(job.id)
    assert (done.state, bool(done.result)) == (JobState.DONE, True)
    assert {one.client_id: one.code for one in done.outcomes} == {CLIENT.id: "", OTHER.id: "deck_fault"}


def test_an_error_of_ours_outside_of_a_deck_fails_the_job_in_words(office, job, stored, monkeypatch):
    def lost(_sha256):
        raise OSError("the disk is gone")

    monkeypatch.setattr(type(office.store.decks), "get", lambda _self, sha256: lost(sha256))
    finished(office, job.id)
    assert (stored(job.id).state, stored(job.id).code) == (JobState.FAILED, "job_fault")


def test_dead_workers_are_forgotten(office, job, later):
    killed(office, job.id, 0)
    take_up(later(office, LONG))
    with office.store.read() as session:
        assert workers.listed(session) == ()
        assert len(jobs.in_state(session, JobState.WAITING)) == 1


def test_clients_of_one_name_get_files_of_their_own():
    taken = set()
    names = [batch.own_name("2026-10 Shop.pptx", client, taken) for client in ("a", "b")]
    assert names == ["2026-10 Shop.pptx", "2026-10 Shop (b).pptx"]
    assert batch.own_name("2026-10 SHOP.pptx", "c", taken) == "2026-10 SHOP (c).pptx"
