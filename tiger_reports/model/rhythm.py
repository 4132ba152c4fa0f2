"""How often one client hears from the agency, and what its month has beside the standard steps."""

from __future__ import annotations

from dataclasses import dataclass

CONTACT_LIMIT = 2
REPORT_DAY = 5


@dataclass(frozen=True)
class Rhythm:
    """`report_day` is a working day of the month after; `steps` are the client's own ones of every month."""

    contact_limit: int = CONTACT_LIMIT  # working days without contact that are still well
    report_day: int = REPORT_DAY
    steps: tuple[str, ...] = ()
