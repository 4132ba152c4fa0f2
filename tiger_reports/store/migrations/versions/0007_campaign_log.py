"""What was done to the campaigns, day by day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "campaign_log",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("client_id", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("channel", sa.String(64), nullable=False),
        sa.Column("campaign", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_campaign_log"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_campaign_log_client_id_clients"),
    )
    op.create_index("ix_campaign_log_days", "campaign_log", ["client_id", "day"])


def downgrade() -> None:
    op.drop_table("campaign_log")
