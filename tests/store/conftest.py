"""A store of its own for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from tests.store.frames import frame_of, key
from tiger_reports.model.client import Client
from tiger_reports.model.restate import ReplaceKey
from tiger_reports.store.facts import Facts
from tiger_reports.store.home import Settings, Store, open_store
from tiger_reports.store.state import clients


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    return Facts(str(tmp_path / "my facts"))


@pytest.fixture
def load(facts: Facts) -> Callable:
    """Commit rows for client `acme`, each call as the next import."""
    numbers = iter(range(1, 100))

    def commit(rows: Iterable[dict], client: str = "acme", using: ReplaceKey | None = None):
        return facts.commit(client, f"import-{next(numbers)}", frame_of(rows), using or key())

    return commit


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(Settings(home=tmp_path / "home"))


@pytest.fixture
def write(store: Store) -> Callable:
    return store.write


@pytest.fixture
def acme(store: Store) -> Client:
    return _added(store, "acme", "Acme")


@pytest.fixture
def globex(store: Store) -> Client:
    return _added(store, "globex", "Globex")


def _added(store: Store, client_id: str, name: str) -> Client:
    with store.write() as session:
        return clients.add(session, Client(client_id, name, date(2025, 3, 15), "PLN", "pl"))
