"""What happens once when the server starts and once when it stops."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pkgutil import walk_packages

import streamlit as st

from tiger_reports import ui
from tiger_reports.ui.cache import office

SCRIPT = "router"
"""Runs when it is imported; every other module of the room only defines."""


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Open the office before the first reader comes; load what pages use while nobody waits for it."""
    await asyncio.to_thread(office)
    warming = asyncio.create_task(asyncio.to_thread(_warm))
    yield
    await warming
    gc.unfreeze()


def _warm() -> None:
    """Import what the pages import, and tell the garbage collector that it stays.

    Streamlit collects garbage after every run of a page. What is not frozen is looked at each time: a
    tenth of a second for the libraries alone.
    """
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        if not module.name.endswith(f".{SCRIPT}"):
            import_module(module.name)
    gc.collect()
    gc.freeze()
