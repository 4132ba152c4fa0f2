"""Which client and month the reader looks at, and in which language; the address says it too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.period import Period, month_of, previous_month
from tiger_reports.model.tiger_year import TigerPeriod
from tiger_reports.services.clients import list_clients
from tiger_reports.services.months.reports import months_with_data
from tiger_reports.services.office import Office
from tiger_reports.text import LANGUAGES
from tiger_reports.ui import state
from tiger_reports.ui.edge.language import COOKIE

T = TypeVar("T")


@dataclass(frozen=True)
class Selection:
    """`months` are those that can be chosen, newest first; `with_data` those that hold figures."""

    clients: tuple[Client, ...] = ()
    client: Client | None = None
    months: tuple[Period, ...] = ()
    with_data: tuple[Period, ...] = ()
    month: Period | None = None

    @property
    def has_data(self) -> bool:
        return self.month in self.with_data


def language() -> str:
    """The reader's choice of this session, else of the last visit, else the browser's."""
    offered = (state.get(state.LANGUAGE), st.context.cookies.get(COOKIE, ""), (st.context.locale or "")[:2])
    return next((one for one in offered if one in LANGUAGES), LANGUAGES[0])


def select(office: Office, actor: Actor) -> Selection:
    """The address first, then what this session looked at last, then the first client and newest month."""
    clients = list_clients(office, actor)
    client = _asked(state.CLIENT, {client.id: client for client in clients})
    if client is None:
        return Selection(clients)
    with_data = months_with_data(office, actor, client.id)
    due = previous_month(month_of(office.today(client)))
    months = tuple(sorted({*with_data, due}, reverse=True))
    by_key = {month.month_key: month for month in (*reversed(with_data), *months)}
    month = _asked(state.MONTH, by_key)
    selection = Selection(clients, client, months, with_data, month)
    _say_in_address(selection)
    return selection


def choose(name: str, value: str) -> None:
    """Another client, month or language: kept for the session and, but for the language, in the address."""
    state.put(name, value)
    if name != state.LANGUAGE:
        st.query_params[name] = value


def address(client: Client, month: Period | None) -> dict[str, str]:
    """Query of a link that opens a page at the same client and month."""
    return {"client": client.id, **({"month": month.month_key} if month else {})}


def quarter_address(client: Client, month: Period | None, quarter: TigerPeriod) -> dict[str, str]:
    """The same for one quarter of the cooperation."""
    return {**address(client, month), state.YEAR: str(quarter.year), state.QUARTER: str(quarter.number)}


def _asked(name: str, known: dict[str, T]) -> T | None:
    for wanted in (st.query_params.get(name, ""), state.get(name)):
        if wanted in known:
            return known[wanted]
    return next(iter(known.values()), None)


def _say_in_address(selection: Selection) -> None:
    if selection.client is None:
        return
    for name, value in address(selection.client, selection.month).items():
        state.put(name, value)
        if st.query_params.get(name) != value:
            st.query_params[name] = value
