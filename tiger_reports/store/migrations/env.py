"""Alembic's entry: runs over the connection that `state.migrate` hands in."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator

from tiger_reports.store.state.tables import all_tables


def _as_stored(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Migrations name the database's types: ours may move or change, an old migration may not."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=all_tables(),
    render_as_batch=True,
    render_item=_as_stored,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
