"""When the agency and the client were in touch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ContactKind(StrEnum):
    MAIL = "mail"
    CALL = "call"
    MEETING = "meeting"


@dataclass(frozen=True)
class Contact:
    on: date
    kind: ContactKind
    note: str = ""


@dataclass(frozen=True)
class Quiet:
    """How long a client has heard nothing: working days since `last`, None where nothing was ever noted."""

    last: date | None
    days: int
    limit: int
    paused: bool = False  # the cooperation pauses today: nothing is asked
    this_week: bool = False  # whether there was any contact since Monday

    @property
    def too_long(self) -> bool:
        return not self.paused and (self.last is None or self.days > self.limit)
