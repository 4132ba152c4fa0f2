"""Settings and opening: everything in one folder, made on the first start and found on the next."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from pydantic import ValidationError

from tiger_reports.model.people import Agency
from tiger_reports.store.home import Settings, open_store
from tiger_reports.store.state import agency


def test_variables_move_the_parts(monkeypatch, tmp_path):
    monkeypatch.setenv("TIGER_HOME", str(tmp_path))
    assert Settings().state_address == f"sqlite:///{tmp_path}/state.sqlite3"
    assert Settings().facts_address == f"{tmp_path}/facts"
    monkeypatch.setenv("TIGER_STATE_URL", "postgresql+psycopg://db/tiger")
    monkeypatch.setenv("TIGER_FACTS_URL", "s3://bucket/facts")
    assert Settings().state_address.startswith("postgresql")
    assert Settings().facts_address == "s3://bucket/facts"


def test_the_default_home_is_in_the_users_folder(monkeypatch):
    monkeypatch.delenv("TIGER_HOME", raising=False)
    assert Settings().home == Path.home() / ".tiger-reports"


def test_an_engine_that_does_not_exist_is_refused(monkeypatch):
    monkeypatch.setenv("TIGER_ENGINE", "abacus")
    with pytest.raises(ValidationError, match="abacus"):
        Settings()


def test_the_cookie_secret_is_made_once_for_its_owner_only(tmp_path):
    settings = Settings(home=tmp_path / "home")
    first = settings.cookie_secret()
    assert len(first) == 64
    assert settings.cookie_secret() == first
    assert stat.S_IMODE(settings.cookie_secret_file.stat().st_mode) == 0o600


def test_a_second_opening_finds_the_first_ones_state(tmp_path):
    settings = Settings(home=tmp_path / "a home with spaces")
    with open_store(settings).write() as session:
        agency.save(session, Agency(name="Sample"))
    with open_store(settings).read() as session:
        assert agency.get(session).name == "Sample"


def test_a_reader_never_waits_for_a_writer(tmp_path):
    store = open_store(Settings(home=tmp_path))
    with store.write() as writing, store.read() as reading:
        agency.save(writing, Agency(name="Later"))
        assert agency.get(reading).name == ""
