"""Every page begins here: who asks, at which client and month, and a friendly word where there is nothing.

Hiding is courtesy. The services check role and client again, also when a button is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from tiger_reports.model.client import Actor, Client
from tiger_reports.model.period import Period
from tiger_reports.services.office import Office
from tiger_reports.ui import frame, identity, selection
from tiger_reports.ui.cache import office as shared_office
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.markup import empty
from tiger_reports.ui.plain import line
from tiger_reports.ui.selection import Selection
from tiger_reports.ui.words import Words


@dataclass(frozen=True)
class Hall:
    """A page that can be drawn without a client."""

    office: Office
    actor: Actor
    t: Words
    chosen: Selection


@dataclass(frozen=True)
class Visit:
    """A page about one client's month."""

    office: Office
    actor: Actor
    t: Words
    client: Client
    month: Period

    @property
    def scope(self) -> tuple[Office, Actor, str]:
        """The first three arguments of every service that works for one client."""
        return self.office, self.actor, self.client.id

    @property
    def write(self) -> Figures:
        return Figures(self.t, self.client.currency)


def enter() -> Hall:
    """The guard alone, and the frame."""
    office, t = shared_office(), Words(selection.language())
    actor = identity.current(office)
    if actor is None:
        _stop(t, "no_access", email=line(identity.address()))
    chosen = selection.select(office, actor)
    frame.draw(actor, chosen, t)
    return Hall(office, actor, t, chosen)


def require(*, data: bool = True) -> Visit:
    """The guard of a page about a client's month; with `data`, of a month that holds figures."""
    hall = enter()
    visit = visit_of(hall)
    if visit is None:
        _stop(hall.t, "no_clients")
    if data and not hall.chosen.has_data:
        _stop(hall.t, "no_month")
    return visit


def visit_of(hall: Hall) -> Visit | None:
    """The visit that a hall leads to, where a client is chosen."""
    client, month = hall.chosen.client, hall.chosen.month
    return Visit(hall.office, hall.actor, hall.t, client, month) if client and month else None


def _stop(t: Words, code: str, **values: object) -> NoReturn:
    empty(t(f"ui.frame.{code}_title"), t(f"ui.frame.{code}", **values))
    st.stop()
    raise AssertionError("the run has been stopped")
