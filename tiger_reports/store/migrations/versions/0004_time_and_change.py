"""What moved since a report was sent, rates of currencies, margins, breaks of definitions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _decisions()
    _rates()
    _breaks()
    with op.batch_alter_table("clients") as clients:
        clients.add_column(sa.Column("margins", sa.JSON(), nullable=False, server_default="[]"))
        clients.add_column(sa.Column("gross", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("month_reports") as reports:
        reports.add_column(sa.Column("approved_version", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("month_reports") as reports:
        reports.drop_column("approved_version")
    with op.batch_alter_table("clients") as clients:
        clients.drop_column("gross")
        clients.drop_column("margins")
    for table in ("definition_breaks", "currency_rates", "restatement_decisions"):
        op.drop_table(table)


def _decisions() -> None:
    op.create_table(
        "restatement_decisions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("client_id", sa.String(length=64), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("way", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deck_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["clients.id"], name="fk_restatement_decisions_client_id_clients"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_restatement_decisions"),
    )
    op.create_index("ix_restatement_decisions_client_id", "restatement_decisions", ["client_id"])


def _rates() -> None:
    op.create_table(
        "currency_rates",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("client_id", sa.String(length=64), nullable=False),
        sa.Column("base", sa.String(length=3), nullable=False),
        sa.Column("quote", sa.String(length=3), nullable=False),
        sa.Column("rate", sa.String(length=32), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("end_day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_currency_rates_client_id_clients"),
        sa.PrimaryKeyConstraint("id", name="pk_currency_rates"),
    )
    op.create_index("ix_currency_rates_client_id", "currency_rates", ["client_id"])


def _breaks() -> None:
    op.create_table(
        "definition_breaks",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("client_id", sa.String(length=64), nullable=True),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("metrics", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("compared", sa.Boolean(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name="fk_definition_breaks_client_id_clients"),
        sa.PrimaryKeyConstraint("id", name="pk_definition_breaks"),
    )
    op.create_index("ix_definition_breaks_client_id", "definition_breaks", ["client_id"])
