"""What was done: the audit log, starts that moved, decks that went out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tiger_reports.model.period import Period


@dataclass(frozen=True)
class AuditEntry:
    """Who did what, when, to what; `before` and `after` are short texts. Times are UTC."""

    at: datetime
    who: str
    what: str  # a code such as `client.start`; its words live in `text`
    client_id: str | None = None
    subject: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class StartChange:
    """The cooperation's first day as it was and as it became."""

    at: datetime
    who: str
    before: date
    after: date


class DeckKind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class SentDeck:
    """A deck that was made and kept: `sha256` finds the file, `version` the facts it was built from."""

    id: str
    client_id: str
    kind: DeckKind
    period: Period
    language: str
    sha256: str
    file: str
    version: int
    made_at: datetime
    made_by: str
    draft: bool = False
