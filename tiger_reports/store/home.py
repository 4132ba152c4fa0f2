"""The whole store behind one value: state, facts and files of one agency."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tiger_reports.store.facts import Facts
from tiger_reports.store.files import Files
from tiger_reports.store.settings import Settings
from tiger_reports.store.state.engine import WRITES, connect
from tiger_reports.store.state.migrate import upgrade_to_head

__all__ = ["Session", "Settings", "Store", "open_store"]


@dataclass(frozen=True)
class Store:
    """`raw` keeps uploaded files, `decks` the decks that were made. Safe to share between threads."""

    settings: Settings
    engine: Engine
    facts: Facts
    raw: Files
    decks: Files

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that only reads: never waits for a writer, keeps nothing."""
        with Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session in one transaction: all of it is kept at the end, or none on an exception.

        Keep it short: in SQLite there is one writer at a time.
        """
        writing = self.engine.execution_options(**{WRITES: True})
        with Session(writing) as session, session.begin():
            yield session


def open_store(settings: Settings) -> Store:
    """Make or upgrade what the settings point at. Call `recovery.recover` once after it, at start."""
    settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = connect(settings.state_address)
    upgrade_to_head(engine)
    return Store(
        settings=settings,
        engine=engine,
        facts=Facts(settings.facts_address),
        raw=Files(settings.home / "raw"),
        decks=Files(settings.home / "decks"),
    )
