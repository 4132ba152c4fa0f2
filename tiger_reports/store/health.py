"""Whether the state database has the shape that this program expects."""

from __future__ import annotations

from tiger_reports.store.home import Store
from tiger_reports.store.state.migrate import current, head


def state_revisions(store: Store) -> tuple[str, str]:
    """(the database's revision, the program's newest)."""
    with store.engine.connect() as connection:
        return current(connection) or "none", head() or "none"
