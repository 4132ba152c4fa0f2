"""Hand a file to this reader's browser by a signed address of our own."""

from __future__ import annotations

import streamlit as st

from tiger_reports.ui import state
from tiger_reports.ui.components.download import download
from tiger_reports.ui.edge.browser import COOKIE, fingerprint
from tiger_reports.ui.edge.tickets import Ticket, issue
from tiger_reports.ui.guard import Hall, Visit


def deliver(visit: Visit | Hall, kind: str, key: str, language: str = "") -> None:
    """A file of the visit's client, or of no client in particular where the page has none."""
    client_id = visit.client.id if isinstance(visit, Visit) else ""
    browser = fingerprint(st.context.cookies.get(COOKIE, ""))
    ticket = Ticket(visit.actor.email, browser, client_id, kind, key, language or visit.t.language)
    download(issue(ticket, visit.office.secret), state.advance("download"))
