"""The program's door: `streamlit run app.py`. Pages start in `tiger_reports/ui/router.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from tiger_reports.store.settings import Settings
from tiger_reports.ui.cache import office
from tiger_reports.ui.edge.after_login import AfterLogin
from tiger_reports.ui.edge.lifespan import lifespan
from tiger_reports.ui.edge.login import LoginSettings, login_secrets
from tiger_reports.ui.edge.middleware import Edge
from tiger_reports.ui.edge.routes import Desk
from tiger_reports.ui.faults import told

LOGIN = LoginSettings()
ROUTER = Path(__file__).parent / "tiger_reports" / "ui" / "router.py"

app = st.App(
    ROUTER,
    secrets=login_secrets(LOGIN, Settings()),
    lifespan=lifespan,
    routes=Desk(office, login=LOGIN.complete).routes(),
    middleware=[Middleware(Edge, local_only=not LOGIN.complete), Middleware(AfterLogin)],
    on_script_error=told,
)
