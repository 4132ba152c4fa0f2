"""The only place where the program reads a clock."""

from __future__ import annotations

from datetime import UTC, datetime


def wall_clock() -> datetime:
    """The moment in UTC."""
    return datetime.now(UTC)
