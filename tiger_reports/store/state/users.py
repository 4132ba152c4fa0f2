"""People who may sign in, and the clients that each of them works for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from tiger_reports.model.client import Role
from tiger_reports.model.people import User
from tiger_reports.store.state.base import Base, UtcTime, Word


class MembershipRow(Base):
    __tablename__ = "memberships"

    email: Mapped[str] = mapped_column(ForeignKey("users.email"), primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True)


class UserRow(Base):
    __tablename__ = "users"

    email: Mapped[str] = mapped_column(String(320), primary_key=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(Word(Role))
    every_client: Mapped[bool]
    language: Mapped[str] = mapped_column(String(8))
    active: Mapped[bool]
    sessions_valid_from: Mapped[datetime | None] = mapped_column(UtcTime)
    memberships: Mapped[list[MembershipRow]] = relationship(lazy="selectin", viewonly=True)


def get(session: Session, email: str) -> User | None:
    """The user of an address in any case, or None."""
    row = session.get(UserRow, _address(email), populate_existing=True)
    return _user(row) if row else None


def listed(session: Session) -> tuple[User, ...]:
    return tuple(_user(row) for row in session.scalars(select(UserRow).order_by(UserRow.email)))


def save(session: Session, user: User) -> None:
    """Add the user, or make the stored one and the memberships like this."""
    email = _address(user.email)
    session.merge(
        UserRow(
            email=email,
            name=user.name,
            role=user.role,
            every_client=user.clients is None,
            language=user.language,
            active=user.active,
            sessions_valid_from=user.sessions_valid_from,
        )
    )
    session.flush()
    session.execute(delete(MembershipRow).where(MembershipRow.email == email))
    session.add_all(MembershipRow(email=email, client_id=client_id) for client_id in user.clients or ())
    session.flush()


def _user(row: UserRow) -> User:
    clients = None if row.every_client else frozenset(one.client_id for one in row.memberships)
    return User(row.email, row.name, row.role, clients, row.language, row.active, row.sessions_valid_from)


def _address(email: str) -> str:
    return email.strip().casefold()
