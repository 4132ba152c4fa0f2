"""Bringing the state database to the shape that the program expects."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from tiger_reports.store.state.engine import WRITES

SCRIPTS = Path(__file__).parent.parent / "migrations"
LOCK = 7446_2026
"""Number of the PostgreSQL advisory lock that lets one process migrate at a time."""


def upgrade_to_head(engine: Engine) -> None:
    """Run what is missing, in one transaction; two processes that start at once take turns."""
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        _one_at_a_time(connection)
        if current(connection) != head():
            command.upgrade(_config(connection), "head")


def downgrade(engine: Engine, revision: str) -> None:
    """Go back to an older shape; `base` takes every table away."""
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        _one_at_a_time(connection)
        command.downgrade(_config(connection), revision)


def current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    return ScriptDirectory(str(SCRIPTS)).get_current_head()


def _one_at_a_time(connection: Connection) -> None:
    """SQLite locked the file when the transaction began."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
