"""A small house for each test: one client with figures, one without, a lead and a specialist."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.ui.house import build, open_house
from tiger_reports.model.job import Job
from tiger_reports.services.office import Office
from tiger_reports.store.state import jobs


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("house")
    build(home)
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "home")


@pytest.fixture
def office(home: Path) -> Office:
    return open_house(home)


@pytest.fixture
def later() -> Callable[[Office, timedelta], Office]:
    """The same office when some time has passed."""

    def at(office: Office, passed: timedelta) -> Office:
        def clock() -> datetime:
            return office.now() + passed

        return replace(office, clock=clock)

    return at


@pytest.fixture
def stored(office: Office) -> Callable[[str], Job]:
    """A job as the table has it now."""

    def read(job_id: str) -> Job:
        with office.store.read() as session:
            job = jobs.get(session, job_id)
        assert job is not None
        return job

    return read
