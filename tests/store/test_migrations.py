"""Migrations make exactly the tables that the program maps, and can take them away."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from tiger_reports.store.state.engine import connect
from tiger_reports.store.state.migrate import current, downgrade, head, upgrade_to_head
from tiger_reports.store.state.tables import all_tables


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'state.sqlite3'}"


def test_a_fresh_database_equals_the_mapped_tables(url):
    engine = connect(url)
    upgrade_to_head(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, all_tables()) == []
        assert current(connection) == head()


def test_the_comparison_sees_a_missing_table(url):
    engine = connect(url)
    upgrade_to_head(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE audit_log"))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), all_tables())


def test_going_down_takes_every_table_away_and_up_brings_them_back(url):
    engine = connect(url)
    upgrade_to_head(engine)
    downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    upgrade_to_head(engine)
    assert set(all_tables().tables) <= set(inspect(engine).get_table_names())


def test_starting_twice_at_once_migrates_once(url):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: upgrade_to_head(connect(url)), range(4)))
    with create_engine(url).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1


def test_sqlite_runs_with_wal_and_foreign_keys(url):
    with connect(url).connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
