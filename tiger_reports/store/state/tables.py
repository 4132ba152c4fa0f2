"""All tables in one place: what migrations are held against."""

from __future__ import annotations

from sqlalchemy import MetaData

from tiger_reports.store.state import (
    accounts,
    agency,
    audit,
    choices,
    clients,
    comments,
    decks,
    findings,
    mappings,
    month_lists,
    reports,
    uploads,
    users,
)
from tiger_reports.store.state.base import Base

MODULES = (
    accounts,
    agency,
    audit,
    choices,
    clients,
    comments,
    decks,
    findings,
    mappings,
    month_lists,
    reports,
    uploads,
    users,
)


def all_tables() -> MetaData:
    return Base.metadata
