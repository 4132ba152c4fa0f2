"""Migrations make exactly the tables that the program maps, and can take them away."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.orm import Session

from tiger_reports.model.card import Confidence
from tiger_reports.model.client import Client
from tiger_reports.store.state import clients, comments
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


def test_words_from_before_the_cards_had_evidence_stay_as_settled_as_they_were(url):
    engine = connect(url)
    upgrade_to_head(engine)
    with Session(engine) as session, session.begin():
        clients.add(session, Client("acme", "Acme", date(2025, 3, 15), "PLN", "pl"))
    downgrade(engine, "0005")
    columns = "client_id, card, rev, cause_tag, cause, solution, no_solution, owner, expected, internal"
    with engine.begin() as connection:
        for card, cause, approved in (("a", "Sale ended.", "Lead"), ("b", "", "")):
            connection.execute(
                text(
                    f"INSERT INTO comments ({columns}, author, approved_by, returned) VALUES"
                    " ('acme', :card, 1, 'offer', :cause, 'Wait.', 0, 'Ann', '', 0, 'Ann', :approved, '')"
                ),
                {"card": card, "cause": cause, "approved": approved},
            )
    upgrade_to_head(engine)
    with Session(engine) as session:
        one, two = (comments.get(session, "acme", card) for card in ("a", "b"))
    assert (one.cause, one.opinion, one.reviewed_by, one.confidence) == (
        "Sale ended.",
        True,
        "Lead",
        Confidence.LIKELY,
    )
    assert (two.opinion, two.reviewed_by, two.expected_size) == (False, "", None)


def test_starting_twice_at_once_migrates_once(url):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: upgrade_to_head(connect(url)), range(4)))
    with create_engine(url).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1


def test_sqlite_runs_with_wal_and_foreign_keys(url):
    with connect(url).connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
