"""Who looks at this page, found anew on every run. Rights live in our own records, never in the login's claims."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.client import Actor
from tiger_reports.services.office import Office, local_actor
from tiger_reports.services.people import actor_for


def login_is_set_up() -> bool:
    return "auth" in st.secrets


def signed_in() -> bool:
    return not login_is_set_up() or bool(st.user.is_logged_in)


def address() -> str:
    """The e-mail address that the login vouches for; empty without one."""
    return str(st.user.get("email") or "") if login_is_set_up() else ""


def current(office: Office) -> Actor | None:
    """The actor of this run, or None: nobody is signed in, or nobody whom we know."""
    if not login_is_set_up():
        return local_actor(office)
    return actor_for(office, address()) if signed_in() and address() else None
