"""Leaf tables behind a month's cards: read when a card asks for them, and kept."""

from __future__ import annotations

from functools import lru_cache

from tiger_reports.metrics.cubes import Cube, cubes
from tiger_reports.model.client import Client
from tiger_reports.services.measuring.measure import Measured, facts_of
from tiger_reports.services.office import Office

KEPT = 16


@lru_cache(maxsize=KEPT)
def cubes_of(office: Office, client: Client, measured: Measured) -> tuple[Cube, ...]:
    """The month and what it is held against, by all breakdowns that the files hold."""
    frame = measured.frame
    facts = facts_of(office, client, measured.version)
    return cubes(facts, measured.plan, (frame.period, frame.previous, frame.year_ago))
