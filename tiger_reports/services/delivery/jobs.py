"""Long work asked for on a page: put into the queue, looked at, stopped, and its file handed out.

A job is shown to those alone who may see every client that it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tiger_reports.model.client import Actor
from tiger_reports.model.job import Job, JobKind, JobState
from tiger_reports.model.log import AuditEntry
from tiger_reports.model.period import Period
from tiger_reports.services.clients import list_clients
from tiger_reports.services.delivery.working import on_duty, take_up, work
from tiger_reports.services.guard import require_lead
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store import queue
from tiger_reports.store.errors import StaleError
from tiger_reports.store.home import Session
from tiger_reports.store.state import audit, jobs, workers
from tiger_reports.text.catalogue import phrase


@dataclass(frozen=True)
class Standing:
    """A job as a page shows it; `idle`: it is not over, and nobody is there to do it."""

    job: Job
    idle: bool

    @property
    def moving(self) -> bool:
        return self.job.active and not self.idle


def ask_decks(office: Office, actor: Actor, month: Period, *, draft: bool) -> Job:
    """Every deck of the month that the actor may see; the same order is not taken twice at once."""
    require_lead(actor)
    ids = tuple(client.id for client in list_clients(office, actor))
    if not ids:
        raise RefusedError("no_clients")
    return _ask(office, actor, JobKind.DECKS, ids, {"month": month.month_key, "draft": draft})


def served(office: Office) -> bool:
    """Whether a worker is alive that takes jobs from the queue."""
    with office.store.read() as session:
        return any(worker.serves and worker.alive(office.now()) for worker in workers.listed(session))


def newest(office: Office, actor: Actor, kind: JobKind) -> tuple[Standing, ...]:
    """Jobs that the actor may see, newest first."""
    with office.store.read() as session:
        found = [job for job in jobs.newest(session, kind) if _sees(actor, job)]
        living = [worker for worker in workers.listed(session) if worker.alive(office.now())]
    idle = {JobState.WAITING: not any(worker.serves for worker in living)}
    busy = {worker.id for worker in living}
    return tuple(Standing(job, idle.get(job.state, job.active and job.worker not in busy)) for job in found)


def cancel(office: Office, actor: Actor, job_id: str) -> None:
    """Stop the job after the part that is being done; what is made stays made."""
    job = _seen(office, actor, job_id)
    while job.active:
        try:
            with office.store.write() as session:
                jobs.move(session, job, JobState.CANCELLED, ended_at=office.now())
                _log(session, office, actor, job, "cancelled")
        except StaleError:  # it went on meanwhile
            job = _seen(office, actor, job_id)
        else:
            return


def do_here(office: Office, actor: Actor, job_id: str, told: Callable[[Job], None]) -> None:
    """Do the job in this process, for want of a worker."""
    job = _seen(office, actor, job_id)
    take_up(office)
    with on_duty(office, serves=False) as worker:
        work(office, worker, job.id, told)


def result_file(office: Office, actor: Actor, job_id: str, language: str) -> tuple[str, bytes]:
    """Name and bytes of the file that a finished job left."""
    job = _seen(office, actor, job_id)
    if not job.result:
        raise RefusedError("job_unknown")
    name = f"{job.order['month']} {phrase('file.batch', language)}.zip"
    return name, office.store.decks.get(job.result)


def _ask(
    office: Office, actor: Actor, kind: JobKind, clients: tuple[str, ...], order: Mapping[str, Any]
) -> Job:
    total = len(clients)
    job = Job(uuid4().hex, kind, actor.email, office.now(), clients, order, total)
    with office.store.write() as session:
        if any(_same(job, other) for other in jobs.newest(session, kind)):
            raise RefusedError("job_asked")
        jobs.add(session, job)
        _log(session, office, actor, job, "asked")
    queue.call(office.store.settings, [job.id])
    return job


def _same(job: Job, other: Job) -> bool:
    return other.active and (other.clients, dict(other.order)) == (job.clients, dict(job.order))


def _sees(actor: Actor, job: Job) -> bool:
    return all(actor.may_see(client_id) for client_id in job.clients)


def _seen(office: Office, actor: Actor, job_id: str) -> Job:
    """The job; raise RefusedError for one that is not the actor's to see as for none."""
    with office.store.read() as session:
        job = jobs.get(session, job_id)
    if job is None or not _sees(actor, job):
        raise RefusedError("job_unknown")
    require_lead(actor)
    return job


def _log(session: Session, office: Office, actor: Actor, job: Job, what: str) -> None:
    audit.record(session, AuditEntry(office.now(), actor.email, f"job.{what}", subject=job.kind))
