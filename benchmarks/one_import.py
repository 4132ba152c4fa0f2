"""One file through the real way in: kept, read and checked in the child, looked at, stored."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tiger_reports.model.client import Client
from tiger_reports.services.clients import add_client
from tiger_reports.services.importing.files import import_file
from tiger_reports.services.importing.options import NewFile
from tiger_reports.services.office import Office, local_actor

TODAY = date(2026, 11, 4)


def import_for(office: Office, client_id: str, file: Path) -> None:
    """Import `file` for a new client; raise RuntimeError where it was not stored."""
    client = Client(client_id, "Synthetic Client", date(2024, 11, 1), "PLN", "en", today=TODAY)
    add_client(office, local_actor(), client)
    done = import_file(office, local_actor(), client_id, NewFile(file.name, file.read_bytes()))
    if not (done.ok and done.stored):
        raise RuntimeError(f"not stored: {', '.join(finding.code for finding in done.findings)}")
