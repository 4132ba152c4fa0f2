"""Who looks at this page, found anew on every run. Rights live in our records, not in a login's claims."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from tiger_reports.model.client import Actor
from tiger_reports.services.office import Office, actor_for, local_actor, sessions_valid_from

LONGEST_SESSION = timedelta(hours=12)
"""The login cookie itself lives for a month; we ask again each working day."""


def login_is_set_up() -> bool:
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def signed_in() -> bool:
    return not login_is_set_up() or bool(st.user.is_logged_in)


def address() -> str:
    """The e-mail address that the login vouches for; empty without one."""
    return str(st.user.get("email") or "") if login_is_set_up() else ""


def current(office: Office) -> Actor | None:
    """The actor of this run, or None: nobody is signed in, nobody whom we know, or the session is over."""
    if not login_is_set_up():
        return local_actor()
    if not signed_in() or not address():
        return None
    actor = actor_for(office, address())
    return actor if actor and fresh(_began(), office.now(), sessions_valid_from(office, address())) else None


def fresh(began: datetime | None, now: datetime, valid_from: datetime | None) -> bool:
    """Whether a login is recent enough, and not from before its owner was signed out everywhere."""
    if began is None or now - began > LONGEST_SESSION:
        return False
    return valid_from is None or began >= valid_from


def _began() -> datetime | None:
    stamp = st.user.get("auth_time") or st.user.get("iat")
    return datetime.fromtimestamp(float(stamp), UTC) if isinstance(stamp, int | float | str) else None
