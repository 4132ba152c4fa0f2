"""What sessions share: only the door. Figures are cached in the services, by client and data version."""

from __future__ import annotations

import streamlit as st

from tiger_reports.services.office import Office, open_office


@st.cache_resource(show_spinner=False)
def office() -> Office:
    """The one open office of this process: engines and pools, never anybody's data."""
    return open_office()
