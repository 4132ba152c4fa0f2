"""What happens once when the server starts and once when it stops."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.concurrency import run_in_threadpool

from tiger_reports.ui.cache import office


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Open the office before the first reader comes, so that nobody waits for it."""
    await run_in_threadpool(office)
    yield
