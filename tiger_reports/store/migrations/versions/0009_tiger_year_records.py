"""Records of the Tiger Year, how a client is addressed, and when a target is behind."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

LEVELS = '{"warn": 0.9, "alarm": 0.75}'


def upgrade() -> None:
    _records()
    _revisions()
    op.add_column("clients", sa.Column("formal", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("clients", sa.Column("pace", sa.JSON(), nullable=False, server_default=LEVELS))


def downgrade() -> None:
    op.drop_column("clients", "pace")
    op.drop_column("clients", "formal")
    op.drop_table("client_record_revisions")
    op.drop_table("client_records")


def _records() -> None:
    op.create_table(
        "client_records",
        sa.Column("client_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("client_id", "kind", "id", name="pk_client_records"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_client_records_client_id_clients"),
    )


def _revisions() -> None:
    op.create_table(
        "client_record_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("rejected", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_client_record_revisions"),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name="fk_client_record_revisions_client_id_clients"
        ),
    )
    columns = ["client_id", "kind", "record_id"]
    op.create_index("ix_client_record_revisions_record", "client_record_revisions", columns)
