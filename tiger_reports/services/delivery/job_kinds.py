"""What each kind of job does: its parts one after another, and the file that comes out at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from zipfile import ZIP_STORED, ZipFile

from tiger_reports.model.client import Actor
from tiger_reports.model.job import Job, JobKind, Outcome
from tiger_reports.model.period import parse_month
from tiger_reports.services.delivery.batch import make_all, own_name
from tiger_reports.services.delivery.decks import sent_file
from tiger_reports.services.guard import require_lead
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError


@dataclass(frozen=True)
class Kind:
    """`parts` skips what the outcomes tell of already; `result` gives the hash of a kept file, if any."""

    parts: Callable[[Office, Actor, Job], Iterator[Outcome]]
    result: Callable[[Office, Actor, Job], str]


def refusal(client_id: str, refused: RefusedError) -> Outcome:
    """A refusal as the job table keeps it."""
    details = {name: str(value) for name, value in refused.details.items()}
    return Outcome(client_id, code=refused.code, details=details, open_items=refused.open_items)


def _decks(office: Office, actor: Actor, job: Job) -> Iterator[Outcome]:
    require_lead(actor)
    left = job.clients[job.done :]
    for made in make_all(office, actor, left, parse_month(job.order["month"]), draft=job.order["draft"]):
        if made.refused is not None:
            yield refusal(made.client_id, made.refused)
        elif made.deck is not None:
            yield Outcome(made.client_id, made.deck.id)


def _zip(office: Office, actor: Actor, job: Job) -> str:
    """One archive of the decks. They are compressed already."""
    made = [outcome for outcome in job.outcomes if outcome.made]
    if not made:
        return ""
    taken: set[str] = set()
    with TemporaryFile() as file:
        with ZipFile(file, "w", ZIP_STORED) as archive:
            for outcome in made:
                deck = sent_file(office, actor, outcome.client_id, outcome.made)
                archive.writestr(own_name(deck.name, outcome.client_id, taken), deck.data)
        file.seek(0)
        return office.store.decks.put(file)


KINDS = {JobKind.DECKS: Kind(_decks, _zip)}
