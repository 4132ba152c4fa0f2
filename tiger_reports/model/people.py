"""People who may sign in, and the agency that they work for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tiger_reports.model.client import Actor, Brand, Role


@dataclass(frozen=True)
class User:
    """`clients` None means every client. Sessions begun before `sessions_valid_from` are over."""

    email: str
    name: str
    role: Role = Role.SPECIALIST
    clients: frozenset[str] | None = frozenset()
    language: str = "en"
    active: bool = True
    sessions_valid_from: datetime | None = None

    @property
    def actor(self) -> Actor:
        return Actor(self.email, self.name, self.role, self.clients)


@dataclass(frozen=True)
class Agency:
    """Defaults of the agency; a new client starts from them."""

    name: str = ""
    language: str = "en"
    currency: str = "PLN"
    timezone: str = "Europe/Warsaw"
    country: str = "PL"
    brand: Brand = field(default_factory=Brand)
