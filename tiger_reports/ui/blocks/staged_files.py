"""Every file that waits, and one button for all that passed."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.imports import Staged
from tiger_reports.ui.blocks.staged_file import staged_file, store
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing.standing import Standing, standing
from tiger_reports.ui.markup import note

SEVERAL = 2


def staged_files(visit: Visit, files: tuple[Staged, ...]) -> None:
    t = visit.t
    ready = tuple(file for file in files if standing(file) is Standing.READY)
    if len(ready) >= SEVERAL:
        label = t("ui.import.store_all", n=len(ready))
        st.button(label, type="primary", key="store-all", on_click=_store_all, args=(visit, ready))
    for file in files:
        staged_file(visit, file)
    if not files:
        note(t("ui.import.nothing_waiting"))


def _store_all(visit: Visit, files: tuple[Staged, ...]) -> None:
    for file in files:
        store(visit, file)
