"""Keep the facts small and quick, and every version that a report or a deck rests on."""

from __future__ import annotations

from datetime import timedelta

from tiger_reports.services.office import Office
from tiger_reports.store.state import decks, reports
from tiger_reports.store.upkeep import Upkeep

EVERY = timedelta(days=1)


def tidy(office: Office) -> Upkeep:
    """Compact, write a checkpoint, and clean files that nothing has needed for months."""
    with office.store.read() as session:
        needed = decks.versions(session) | reports.versions(session)
    return office.store.facts.maintain(needed)
