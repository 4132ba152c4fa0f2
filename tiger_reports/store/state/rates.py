"""Rates of currencies: what a person read somewhere and wrote down, for one client."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.period import Period
from tiger_reports.model.terms import Rate
from tiger_reports.store.state.base import Base, UtcTime

SAME = ("id", "base", "quote", "source", "who", "at")


class RateRow(Base):
    """`rate` is text: as many digits as were typed."""

    __tablename__ = "currency_rates"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    base: Mapped[str] = mapped_column(String(3))
    quote: Mapped[str] = mapped_column(String(3))
    rate: Mapped[str] = mapped_column(String(32))
    first_day: Mapped[date]
    end_day: Mapped[date]
    source: Mapped[str]
    who: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcTime)


def record(session: Session, client_id: str, rate: Rate) -> None:
    same = {name: getattr(rate, name) for name in SAME}
    days = {"first_day": rate.days.start, "end_day": rate.days.end}
    session.add(RateRow(client_id=client_id, rate=str(rate.rate), **days, **same))
    session.flush()


def of_client(session: Session, client_id: str) -> tuple[Rate, ...]:
    """By currency and first day."""
    mine = select(RateRow).where(RateRow.client_id == client_id)
    return tuple(_rate(row) for row in session.scalars(mine.order_by(RateRow.base, RateRow.first_day)))


def remove(session: Session, client_id: str, rate_id: str) -> None:
    session.execute(delete(RateRow).where(RateRow.client_id == client_id, RateRow.id == rate_id))


def _rate(row: RateRow) -> Rate:
    same = {name: getattr(row, name) for name in SAME}
    return Rate(rate=Decimal(row.rate), days=Period(row.first_day, row.end_day), **same)
