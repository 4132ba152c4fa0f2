"""Choices between sources that disagree."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "source_choices",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("client_id", sa.String, nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("channel", sa.String(64), nullable=False),
        sa.Column("account", sa.String, nullable=False),
        sa.Column("origin", sa.JSON, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source_choices"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_source_choices_client_id_clients"),
    )
    op.create_index("ix_source_choices_place", "source_choices", ["client_id", "month", "channel", "account"])


def downgrade() -> None:
    op.drop_table("source_choices")
