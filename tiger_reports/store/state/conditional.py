"""Optimistic locking: a row changes only if it still has the revision that the writer saw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tiger_reports.store.state.base import Base


def put(
    session: Session, table: type[Base], place: Mapping[str, str], rev: int, values: Mapping[str, Any]
) -> bool:
    """Write `values` as revision `rev + 1` of the row at `place` (its primary key, in order).

    `rev` 0 means that the writer saw no row. False: someone else's revision stands there now.
    """
    if rev:
        same = update(table).filter_by(**place, rev=rev)
        done: Any = session.execute(same.values(rev=rev + 1, **values))
        return bool(done.rowcount)
    try:
        with session.begin_nested():
            session.add(table(**place, **values, rev=1))
    except IntegrityError:
        if session.get(table, tuple(place.values())) is None:
            raise  # not a race: the client is unknown
        return False
    return True
