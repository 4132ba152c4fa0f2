"""The place to drop files: each is read, checked and kept at once, one after another."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tiger_reports.services.intake import stage
from tiger_reports.services.options import NewFile, Options
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.plain import markdown

TYPES = ("csv", "tsv", "tab", "txt", "xlsx", "xls", "ods")


def upload(visit: Visit) -> None:
    t = visit.t
    files = st.file_uploader(
        t("ui.import.drop"), type=TYPES, accept_multiple_files=True, key=f"upload-{state.counter('upload')}"
    )
    free = st.toggle(t("ui.import.any_month"), key="upload-any-month")
    if not files:
        return
    bar = st.progress(0.0)
    options = Options(month=None if free else visit.month)
    for number, file in enumerate(files, start=1):
        bar.progress((number - 0.5) / len(files), _reading(visit, file.name, number, len(files)))
        notices.attempt(partial(stage, *visit.scope, NewFile(file.name, file.getvalue()), options), t)
    state.advance("upload")  # an empty uploader: the files are in the database now
    st.rerun()


def _reading(visit: Visit, name: str, number: int, of: int) -> str:
    return visit.t("ui.import.reading", file=markdown(name), n=number, all=of)
