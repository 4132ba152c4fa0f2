"""Pauses of a cooperation, and what a client's year has of the standard cycle."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "cooperation_pauses",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("client_id", sa.String, nullable=False),
        sa.Column("start", sa.Date, nullable=False),
        sa.Column("end", sa.Date, nullable=True),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cooperation_pauses"),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name="fk_cooperation_pauses_client_id_clients"
        ),
    )
    op.create_index("ix_cooperation_pauses_client_id", "cooperation_pauses", ["client_id"])
    op.add_column("clients", sa.Column("meeting_days", sa.Integer, nullable=False, server_default="14"))
    op.add_column("clients", sa.Column("cycle_off", sa.JSON, nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("clients", "cycle_off")
    op.drop_column("clients", "meeting_days")
    op.drop_table("cooperation_pauses")
