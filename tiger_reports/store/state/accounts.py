"""Ad accounts and whose they are: an account belongs to one client."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tiger_reports.store.errors import AccountTakenError
from tiger_reports.store.state.base import Base


class AccountRow(Base):
    __tablename__ = "accounts"

    panel: Mapped[str] = mapped_column(String(64), primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)


def of(session: Session, client_id: str) -> tuple[tuple[str, str], ...]:
    """Pairs of panel and account."""
    return of_each(session, [client_id]).get(client_id, ())


def of_each(session: Session, client_ids: Collection[str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Pairs of panel and account by client, in one query; a client without any is absent."""
    theirs = select(AccountRow).where(AccountRow.client_id.in_(client_ids))
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in session.scalars(theirs.order_by(AccountRow.panel, AccountRow.account)):
        found[row.client_id] = (*found.get(row.client_id, ()), (row.panel, row.account))
    return found


def owners(session: Session, panel: str, accounts: Iterable[str]) -> Mapping[str, str]:
    """Client id by account, of the accounts that belong to anyone."""
    wanted = select(AccountRow).where(AccountRow.panel == panel, AccountRow.account.in_(list(accounts)))
    return {row.account: row.client_id for row in session.scalars(wanted)}


def foreign(session: Session, client_id: str, panel: str) -> tuple[str, ...]:
    """Accounts of that panel that belong to other clients."""
    others = select(AccountRow.account).where(AccountRow.panel == panel, AccountRow.client_id != client_id)
    return tuple(session.scalars(others.order_by(AccountRow.account)))


def learn(session: Session, client_id: str, panel: str, accounts: Iterable[str]) -> None:
    """Note accounts as the client's; raise AccountTakenError if one is another's."""
    wanted = sorted(set(accounts))
    known = owners(session, panel, wanted)
    for account in wanted:
        if known.get(account, client_id) != client_id:
            raise AccountTakenError(f"{panel} account {account} belongs to another client")
    session.add_all(
        AccountRow(panel=panel, account=account, client_id=client_id)
        for account in wanted
        if account not in known
    )
    session.flush()


def replace(session: Session, client_id: str, pairs: Iterable[tuple[str, str]]) -> None:
    """Make the client's accounts exactly these."""
    wanted = set(pairs)
    for panel, account in set(of(session, client_id)) - wanted:
        one = (AccountRow.panel == panel, AccountRow.account == account, AccountRow.client_id == client_id)
        session.execute(delete(AccountRow).where(*one))
    for panel, account in sorted(wanted):
        learn(session, client_id, panel, [account])
