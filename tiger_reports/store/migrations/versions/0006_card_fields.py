"""A card's evidence, next step, expected effect and review; outcomes of promises; overrides.

Words written before had no field for evidence: they count as their authors' opinion. What a lead approved
was read by a second person.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TEXTS = ("evidence", "despite", "author_email", "reviewed_by")
CODES = {"action": 32, "expected_metric": 64, "expected_way": 8}
TICKS = ("opinion", "still_holds", "seen")


def upgrade() -> None:
    added: list[sa.Column[Any]] = [
        *(sa.Column(name, sa.String(length), nullable=False, server_default="") for name, length in _words()),
        *(sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false()) for name in TICKS),
        sa.Column("confidence", sa.String(32), nullable=False, server_default="likely"),
        sa.Column("expected_size", sa.Double, nullable=True),
    ]
    with op.batch_alter_table("comments") as table:
        for column in added:
            table.add_column(column)
    op.execute(sa.text("UPDATE comments SET opinion = :yes WHERE cause <> ''").bindparams(yes=True))
    op.execute("UPDATE comments SET reviewed_by = approved_by")
    _create_tables()


def downgrade() -> None:
    op.drop_table("overrides")
    op.drop_table("promise_outcomes")
    with op.batch_alter_table("comments") as table:
        for name in (*(name for name, _ in _words()), *TICKS, "confidence", "expected_size"):
            table.drop_column(name)


def _words() -> list[tuple[str, int | None]]:
    return [*((name, None) for name in TEXTS), *CODES.items()]


def _create_tables() -> None:
    op.create_table(
        "promise_outcomes",
        sa.Column("client_id", sa.String, nullable=False),
        sa.Column("card", sa.String, nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("client_id", "card", name="pk_promise_outcomes"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_promise_outcomes_client_id_clients"),
    )
    op.create_table(
        "overrides",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("client_id", sa.String, nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("items", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_overrides"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_overrides_client_id_clients"),
    )
    op.create_index("ix_overrides_month", "overrides", ["client_id", "month"])
