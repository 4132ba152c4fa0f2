"""A store of its own for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.store.frames import frame_of, key
from tiger_reports.model.restate import ReplaceKey
from tiger_reports.store.facts import Facts


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
