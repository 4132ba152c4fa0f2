"""The worker's side of jobs: claim one, do it part by part, say what became of it.

Whoever loses a job (it was cancelled, or others took its worker for dead) finds its next step refused by
the job table and lets go. A worker that dies leaves its job to the next one, which goes on behind the
last part that is noted.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from uuid import uuid4

import structlog

from tiger_reports.model.client import Actor
from tiger_reports.model.job import MOST_ATTEMPTS, Job, JobState
from tiger_reports.model.worker import BEAT, Worker
from tiger_reports.services.office import LOCAL_EMAIL, Office, actor_for, local_actor
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.store.errors import StaleError
from tiger_reports.store.state import jobs, workers

LOG = structlog.get_logger("tiger_reports.jobs")
DIED, FAULT = "worker_died", "job_fault"
Told = Callable[[Job], None]


def work(office: Office, worker: Worker, job_id: str, told: Told) -> None:
    """Do the job if it still waits; `told` hears of it at its start, after every part and at its end."""
    job = _claim(office, worker, job_id)
    if job is None:
        return
    try:
        _do(office, job, told)
    except StaleError:
        LOG.info("job lost", job=job.id)


@contextmanager
def on_duty(
    office: Office, *, serves: bool, each_beat: Callable[[], object] = lambda: None
) -> Iterator[Worker]:
    """A worker that lives as long as the block; what it leaves unfinished waits for the next one."""
    now = office.now()
    worker = Worker(uuid4().hex, socket.gethostname(), os.getpid(), serves, now, now)
    over = Event()
    _beat(office, worker)
    heart = Thread(target=_beating, args=(office, worker, over, each_beat), name="heart", daemon=True)
    heart.start()
    try:
        yield worker
    finally:
        over.set()
        heart.join()
        _leave(office, worker)


def take_up(office: Office) -> tuple[str, ...]:
    """Let jobs of dead workers wait again, or fail if they lost too many; give the ids of those that wait."""
    now = office.now()
    with office.store.read() as session:
        known = workers.listed(session)
        running = jobs.in_state(session, JobState.RUNNING)
    living = {worker.id for worker in known if worker.alive(now)}
    revived = tuple(job.id for job in running if job.worker not in living and _revive(office, job))
    for worker in known:
        if worker.id not in living:
            _bury(office, worker)
    return revived


def _revive(office: Office, job: Job) -> bool:
    """Whether the job waits again."""
    try:
        if job.attempts >= MOST_ATTEMPTS:
            _end(office, job, JobState.FAILED, code=DIED)
            return False
        _step(office, job, JobState.WAITING, worker="")
    except StaleError:  # another worker was quicker, or it was not dead
        return False
    return True


def waiting(office: Office) -> tuple[str, ...]:
    """Ids of jobs that nobody has taken yet, oldest first."""
    with office.store.read() as session:
        return tuple(job.id for job in jobs.in_state(session, JobState.WAITING))


def _claim(office: Office, worker: Worker, job_id: str) -> Job | None:
    """The job, ours now; None where someone else has it or nobody shall."""
    with office.store.read() as session:
        seen = jobs.get(session, job_id)
    if seen is None or seen.state is not JobState.WAITING:
        return None
    mine = {"worker": worker.id, "attempts": seen.attempts + 1, "started_at": seen.started_at or office.now()}
    try:
        return _step(office, seen, JobState.RUNNING, **mine)
    except StaleError:
        return None


def _do(office: Office, job: Job, told: Told) -> None:
    """Part by part; raise StaleError as soon as the job is not ours any more."""
    from tiger_reports.services.delivery.job_kinds import KINDS, refusal  # heavy: an idle worker stays small

    kind = KINDS[job.kind]
    try:
        told(job)
        actor = _asker(office, job)
        for outcome in kind.parts(office, actor, job):
            job = _step(office, job, JobState.RUNNING, outcomes=(*job.outcomes, outcome))
            told(job)
        job = _end(office, job, JobState.DONE, result=kind.result(office, actor, job))
    except StaleError:
        raise
    except RefusedError as refused:
        told_why = (*job.outcomes, refusal("", refused))
        job = _end(office, job, JobState.FAILED, code=refused.code, outcomes=told_why)
    except Exception:
        LOG.exception("job failed", job=job.id, kind=job.kind)
        job = _end(office, job, JobState.FAILED, code=FAULT)
    told(job)


def _asker(office: Office, job: Job) -> Actor:
    """Who asked, with the rights that they have now."""
    actor = local_actor() if job.asked_by == LOCAL_EMAIL else actor_for(office, job.asked_by)
    if actor is None:
        raise NotAllowedError("user_unknown")
    return actor


def _step(office: Office, seen: Job, state: JobState, **changes: object) -> Job:
    with office.store.write() as session:
        return jobs.move(session, seen, state, **changes)


def _end(office: Office, seen: Job, state: JobState, **changes: object) -> Job:
    return _step(office, seen, state, ended_at=office.now(), **changes)


def _beating(office: Office, worker: Worker, over: Event, each_beat: Callable[[], object]) -> None:
    while not over.wait(BEAT.total_seconds()):
        try:
            _beat(office, worker)
            each_beat()
        except Exception:
            LOG.exception("heartbeat failed", worker=worker.id)


def _beat(office: Office, worker: Worker) -> None:
    with office.store.write() as session:
        workers.beat(session, worker, office.now())


def _leave(office: Office, worker: Worker) -> None:
    """Give back what is unfinished. A job that moves on just now is taken up as a dead worker's."""
    with office.store.read() as session:
        mine = [job for job in jobs.in_state(session, JobState.RUNNING) if job.worker == worker.id]
    for job in mine:
        with suppress(StaleError):
            _step(office, job, JobState.WAITING, worker="", attempts=job.attempts - 1)
    _bury(office, worker)


def _bury(office: Office, worker: Worker) -> None:
    with office.store.write() as session:
        workers.leave(session, worker.id)
