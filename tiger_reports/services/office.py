"""Everything a use case needs: the store, the reader of files, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from tiger_reports.model.client import Actor, Client, Role
from tiger_reports.model.people import User
from tiger_reports.services.clock import wall_clock
from tiger_reports.services.reading import Reader
from tiger_reports.store.home import Settings, Store, open_store
from tiger_reports.store.recovery import recover
from tiger_reports.store.state import users

LOCAL_EMAIL = "local@localhost"


@dataclass(frozen=True)
class Office:
    """One agency's house; safe to share between threads."""

    store: Store
    reader: Reader
    clock: Callable[[], datetime]

    def now(self) -> datetime:
        """The moment in UTC."""
        return self.clock().astimezone(UTC)

    def today(self, client: Client) -> date:
        """The client's calendar day; a synthetic client stays on the day that its record says."""
        return client.today or self.now().astimezone(ZoneInfo(client.timezone)).date()

    @property
    def secret(self) -> str:
        """Signs download links and cookies; the same as long as the home folder lives."""
        return self.store.settings.cookie_secret()


def open_office(settings: Settings | None = None, clock: Callable[[], datetime] | None = None) -> Office:
    """Open the store that the settings name, mend what a crash left, and make a reader (still cold)."""
    store = open_store(settings or Settings())
    office = Office(store, Reader(), clock or wall_clock)
    recover(store, now=office.now())
    return office


def local_actor() -> Actor:
    """The one user of a program that only this machine reaches."""
    return Actor(LOCAL_EMAIL, "", Role.LEAD)


def actor_for(office: Office, email: str) -> Actor | None:
    """The actor of a signed-in address; None where nobody active has it."""
    user = _user(office, email)
    return user.actor if user else None


def sessions_valid_from(office: Office, email: str) -> datetime | None:
    """Sessions of this person that began earlier are over."""
    user = _user(office, email)
    return user.sessions_valid_from if user else None


def _user(office: Office, email: str) -> User | None:
    with office.store.read() as session:
        user = users.get(session, email)
    return user if user and user.active else None
