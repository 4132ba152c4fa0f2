"""A client of the agency, and the people who work for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tiger_reports.model.target import PaceLevels
from tiger_reports.model.terms import Margin

LANGUAGES = ("en", "pl", "cs", "ru")


class Role(StrEnum):
    SPECIALIST = "specialist"
    LEAD = "lead"
    ADMIN = "admin"


@dataclass(frozen=True)
class Actor:
    """Who asks. `clients` None means every client; services check both role and client."""

    email: str
    name: str
    role: Role = Role.SPECIALIST
    clients: frozenset[str] | None = None

    def may_see(self, client_id: str) -> bool:
        return self.clients is None or client_id in self.clients

    @property
    def shown(self) -> str:
        """How others read who did something."""
        return self.name or self.email

    @property
    def may_approve(self) -> bool:
        return self.role in (Role.LEAD, Role.ADMIN)


@dataclass(frozen=True)
class Brand:
    """Colours as six hex digits without `#`; `logo` is the key of a stored file, or empty."""

    primary: str = "14213D"
    accent: str = "E8590C"
    font: str = "Calibri"
    logo: str = ""


@dataclass(frozen=True)
class Threshold:
    """A change is material when it passes all three: share, amount and volume.

    `relative` is a fraction of the base. `absolute` is in the metric's own unit (points as fractions
    for rates). `volume` is the least the larger side's denominator, or the figure itself, must reach.
    `of_spend` is the least share of the period's spend that a change of a money figure must be worth.
    `always`: the client wants a word on the figure every month, whatever it does.
    """

    relative: float
    absolute: float
    volume: float = 0.0
    of_spend: float = 0.0
    always: bool = False


@dataclass(frozen=True)
class Client:
    id: str
    name: str
    start: date
    currency: str
    language: str
    timezone: str = "Europe/Warsaw"
    country: str = "PL"
    brand: Brand = field(default_factory=Brand)
    accounts: tuple[tuple[str, str], ...] = ()
    """Pairs of panel and account id or name, as the files state them; learnt at the first import."""
    thresholds: tuple[tuple[str, Threshold], ...] = ()
    """Only what differs from the defaults, by metric key."""
    keep_personal: bool = False
    """Whether raw files keep columns about private persons; figures never hold them."""
    today: date | None = None
    """Synthetic clients stay on this day; None follows the calendar."""
    margins: tuple[Margin, ...] = ()
    """The agency's margin on net spend, by the day from which each holds."""
    gross: bool = False
    """Whether the client's reports show spend with the margin."""
    meeting_days: int = 14
    """How many days before the end of a quarter its meeting is due."""
    cycle_off: tuple[str, ...] = ()
    """Activities of the standard cycle that this client does without, by key."""
    formal: bool = True
    """How texts to the client address people: formally, or by their first name."""
    pace: PaceLevels = field(default_factory=PaceLevels)
    """From which share of the expected on a target is watched, or behind."""
    rev: int = 1
