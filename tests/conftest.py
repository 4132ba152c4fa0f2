"""The demo agency, loaded once for a whole test run and copied for each test that wants to change it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from tiger_reports.services.demo.agency import load_demo
from tiger_reports.services.office import Office, open_office
from tiger_reports.services.reading import Reader
from tiger_reports.store.home import Settings


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A home with the demo agency; workers of one run share it, nobody writes to it."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "demo"
    with FileLock(f"{shared}.lock"):
        if not (shared / "ready").exists():
            shutil.rmtree(shared, ignore_errors=True)
            office = open_office(Settings(home=shared))
            load_demo(office, lambda _name, _done, _of: None)
            office.reader.close()
            (shared / "ready").touch()
    return shared


@pytest.fixture
def home(demo_home: Path, tmp_path: Path) -> Path:
    """A copy of the demo's home for one test."""
    place = tmp_path / "home"
    shutil.copytree(demo_home, place)
    return place


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """One warm child for all tests of a worker: loading the checks takes seconds."""
    warm = Reader()
    yield warm
    warm.close()


@pytest.fixture
def office(home: Path, reader: Reader) -> Office:
    return replace(open_office(Settings(home=home)), reader=reader)
