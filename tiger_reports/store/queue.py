"""The queue between those who ask for a job and the workers: a message is a job's id and nothing more.

What a job is stands in the job table, and a worker claims it there. A message that comes twice, or late,
does no harm; one that was lost is sent again when a worker starts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from huey import Huey, PostgresHuey, SqliteHuey
from huey.serializer import SignedSerializer
from sqlalchemy.engine import make_url

from tiger_reports.store.settings import Settings

NAME = "tiger"
FILE = "queue.sqlite3"
LONGEST_NAP = 1.0
"""An idle worker looks into a SQLite queue at least this often, in seconds."""
PATIENCE = 5.0
"""How long a worker that is asked to stop may go on, in seconds; what is unfinished is done by the next."""

Work = Callable[[str], None]


def call(settings: Settings, job_ids: Sequence[str]) -> None:
    """Ask the workers for these jobs."""
    if not job_ids:
        return
    queue, job = _open(settings, _nothing)
    for job_id in job_ids:
        job(job_id)
    queue.storage.close()


def serve(settings: Settings, work: Work) -> None:
    """Do jobs, one after another, until the process is told to stop. Takes the process's signals over."""
    queue, _ = _open(settings, work)
    queue.create_consumer(
        workers=1, worker_type="thread", periodic=False, max_delay=LONGEST_NAP, shutdown_timeout=PATIENCE
    ).run()


def _open(settings: Settings, work: Work) -> tuple[Huey, Callable[[str], object]]:
    """The queue beside the state: in PostgreSQL where the state is, else in a file of the home folder."""
    url = make_url(settings.state_address)
    signed = SignedSerializer(secret=settings.cookie_secret(), salt=NAME)
    if url.get_backend_name() == "postgresql":
        dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
        queue = PostgresHuey(NAME, dsn=dsn, results=False, serializer=signed)
    else:
        queue = SqliteHuey(NAME, filename=str(settings.home / FILE), results=False, serializer=signed)

    def job(job_id: str) -> None:  # named after this module, whoever works
        work(job_id)

    return queue, queue.task(name="job")(job)


def _nothing(_job_id: str) -> None:
    """Who only asks, works on nothing."""
