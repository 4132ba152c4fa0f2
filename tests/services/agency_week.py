"""A small agency on a day that the test names: two clients, no figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tiger_reports.model.client import Actor, Client, Role
from tiger_reports.services.clients import add_client
from tiger_reports.services.office import Office, local_actor, open_office
from tiger_reports.store.settings import Settings

ANNA = Actor("anna@agency.example", "Anna Example", Role.SPECIALIST, frozenset({"acme"}))
STRANGER = Actor("eve@agency.example", "Eve Example", Role.SPECIALIST, frozenset())


def agency(home: Path, today: date, *, language: str = "pl", country: str = "PL") -> Office:
    """Clients `acme` (since 17 March 2025) and `globex`, both on `today`."""
    office = open_office(Settings(home=home))
    for client_id, name in (("acme", "Acme"), ("globex", "Globex")):
        client = Client(client_id, name, date(2025, 3, 17), "PLN", language, country=country, today=today)
        add_client(office, local_actor(), client)
    return office
