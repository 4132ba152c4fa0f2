"""Every client's deck of a month, one after the other; a refused client stops nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.period import Period
from tiger_reports.services.clients import list_clients
from tiger_reports.services.decks import Exported, export
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.wording import refusal_words


@dataclass(frozen=True)
class Made:
    """The `number`-th of `of` clients; without a deck, `refusal` says why in English."""

    client: Client
    number: int
    of: int
    deck: Exported | None = None
    refusal: str = ""


def make_all(office: Office, actor: Actor, month: Period, *, draft: bool) -> Iterator[Made]:
    found = list_clients(office, actor)
    for number, client in enumerate(found, start=1):
        try:
            deck = export(office, actor, client.id, month, draft=draft)
        except RefusedError as refused:
            words = refusal_words(refused, "en")
            why = " ".join((words.sentence, "; ".join(words.open_items))).strip()
            yield Made(client, number, len(found), refusal=why)
        else:
            yield Made(client, number, len(found), deck)
