"""What people said of tables that no definition knows; whether raw files keep what speaks of persons."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "column_maps",
        sa.Column("client_id", sa.String(length=64), nullable=False),
        sa.Column("structure", sa.String(length=64), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_column_maps_client_id_clients"),
        sa.PrimaryKeyConstraint("client_id", "structure", name="pk_column_maps"),
    )
    keep: sa.Column[bool] = sa.Column(
        "keep_personal", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("clients", keep)


def downgrade() -> None:
    op.drop_column("clients", "keep_personal")
    op.drop_table("column_maps")
