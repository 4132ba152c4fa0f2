"""All tables in one place: what migrations are held against."""

from __future__ import annotations

from sqlalchemy import MetaData

from tiger_reports.store.state import (
    accounts,
    agency,
    audit,
    breaks,
    choices,
    clients,
    column_maps,
    comments,
    decisions,
    decks,
    findings,
    jobs,
    mappings,
    month_lists,
    rates,
    records,
    reports,
    uploads,
    users,
    workers,
)
from tiger_reports.store.state.base import Base

MODULES = (
    accounts,
    agency,
    audit,
    breaks,
    choices,
    clients,
    column_maps,
    comments,
    decisions,
    decks,
    findings,
    jobs,
    mappings,
    month_lists,
    rates,
    records,
    reports,
    uploads,
    users,
    workers,
)


def all_tables() -> MetaData:
    return Base.metadata
