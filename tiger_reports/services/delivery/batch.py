"""Many clients' decks of a month, one after the other; a refused client stops nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import structlog

from tiger_reports.model.client import Actor
from tiger_reports.model.period import Period
from tiger_reports.services.delivery.decks import Exported, export
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError

LOG = structlog.get_logger("tiger_reports.batch")
FAULT = "deck_fault"
"""Code of a deck that an error of ours prevented; the log has the story."""


@dataclass(frozen=True)
class Made:
    """What became of one client: a deck, or why there is none."""

    client_id: str
    deck: Exported | None = None
    refused: RefusedError | None = None


def make_all(
    office: Office, actor: Actor, client_ids: Sequence[str], month: Period, *, draft: bool
) -> Iterator[Made]:
    for client_id in client_ids:
        yield _made(office, actor, client_id, month, draft=draft)


def own_name(name: str, client_id: str, taken: set[str]) -> str:
    """The file's name, with the client's id where clients share a name; `taken` grows by it."""
    if name.casefold() in taken:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem} ({client_id}){dot}{ending}"
    taken.add(name.casefold())
    return name


def _made(office: Office, actor: Actor, client_id: str, month: Period, *, draft: bool) -> Made:
    try:
        return Made(client_id, export(office, actor, client_id, month, draft=draft))
    except RefusedError as refused:
        return Made(client_id, refused=refused)
    except Exception:
        LOG.exception("deck failed", client=client_id, month=month.month_key)
        return Made(client_id, refused=RefusedError(FAULT))
