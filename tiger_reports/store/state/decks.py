"""Decks that were made and kept: which file, from which version of the facts, by whom."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.model.log import DeckKind, SentDeck
from tiger_reports.model.period import Period
from tiger_reports.store.state.base import Base, UtcTime, Word


class SentDeckRow(Base):
    __tablename__ = "sent_decks"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    kind: Mapped[DeckKind] = mapped_column(Word(DeckKind))
    period_start: Mapped[date]
    period_end: Mapped[date]
    language: Mapped[str] = mapped_column(String(8))
    sha256: Mapped[str] = mapped_column(String(64))
    file: Mapped[str]
    version: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    made_by: Mapped[str]
    draft: Mapped[bool]


SAME = ("id", "client_id", "kind", "language", "sha256", "file", "version", "made_at", "made_by", "draft")


def record(session: Session, deck: SentDeck) -> None:
    same = {name: getattr(deck, name) for name in SAME}
    session.add(SentDeckRow(**same, period_start=deck.period.start, period_end=deck.period.end))
    session.flush()


def get(session: Session, client_id: str, deck_id: str) -> SentDeck | None:
    """The client's deck; None for another client's as for none."""
    row = session.get(SentDeckRow, deck_id)
    return _deck(row) if row is not None and row.client_id == client_id else None


def listed(session: Session, client_id: str) -> tuple[SentDeck, ...]:
    """Newest first."""
    return _found(session, SentDeckRow.client_id == client_id)


def let_out(session: Session, client_id: str, period: Period | None = None) -> tuple[SentDeck, ...]:
    """Those that are no drafts, of one period or of any; the newest first."""
    of = (SentDeckRow.period_start == period.start, SentDeckRow.period_end == period.end) if period else ()
    return _found(session, SentDeckRow.client_id == client_id, SentDeckRow.draft.is_(False), *of)


def versions(session: Session) -> frozenset[int]:
    """Versions of the facts that decks were built from: `Facts.maintain` keeps them."""
    return frozenset(session.scalars(select(SentDeckRow.version).distinct()))


def _found(session: Session, *wanted: ColumnElement[bool]) -> tuple[SentDeck, ...]:
    newest_first = (SentDeckRow.made_at.desc(), SentDeckRow.id)
    return tuple(map(_deck, session.scalars(select(SentDeckRow).where(*wanted).order_by(*newest_first))))


def _deck(row: SentDeckRow) -> SentDeck:
    period = Period(row.period_start, row.period_end)
    return SentDeck(**{name: getattr(row, name) for name in SAME}, period=period)
