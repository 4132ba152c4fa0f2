"""What the tables share: naming, UTC times, frozen values kept as JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, DateTime, Dialect, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)


class UtcTime(TypeDecorator[datetime]):
    """A moment. A time without a zone is refused; what comes back is in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy passes it)
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time needs a zone: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  (SQLAlchemy passes it)
        """SQLite gives naive times back: they were written in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Word(TypeDecorator[E], Generic[E]):
    """A member of a string enumeration, stored as its text."""

    impl = String(32)
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:  # noqa: ARG002  (SQLAlchemy passes it)
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> E | None:  # noqa: ARG002  (SQLAlchemy passes it)
        return None if value is None else self.kind(value)


class Plain(TypeDecorator[T], Generic[T]):
    """A frozen value (dataclass, tuple, mapping) stored as JSON and checked on the way back."""

    impl = JSON
    cache_ok = False

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.adapter: TypeAdapter[T] = TypeAdapter(kind)

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Any:  # noqa: ARG002  (SQLAlchemy passes it)
        if value is None:
            return None
        # pydantic does not know read-only mappings: it warns of them and falls back
        return self.adapter.dump_python(value, mode="json", fallback=dict, warnings=False)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> T | None:  # noqa: ARG002  (SQLAlchemy passes it)
        return None if value is None else self.adapter.validate_python(value)
