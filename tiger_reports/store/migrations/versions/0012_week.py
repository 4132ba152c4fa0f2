"""Records of a client with every revision: topics, contacts, posts, notes of the week."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0005"


def upgrade() -> None:
    _records()
    _revisions()


def downgrade() -> None:
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
