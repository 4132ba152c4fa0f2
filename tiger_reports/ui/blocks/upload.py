"""The place to drop files: each is read, checked and kept at once, one after another."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from tiger_reports.services.importing.intake import stage
from tiger_reports.services.importing.options import NewFile, Options
from tiger_reports.text.numbers import number
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.plain import markdown

MEGABYTE = 1_000_000
STEPS = {"keeping": 0.05, "reading": 0.15, "checking": 0.6}
"""The part of a file's time that is over when a step begins, as measured on a million rows."""
TYPES = ("csv", "tsv", "tab", "txt", "xlsx", "xls", "ods")


def upload(visit: Visit) -> None:
    t = visit.t
    files = st.file_uploader(
        t("ui.import.drop"), type=TYPES, accept_multiple_files=True, key=f"upload-{state.counter('upload')}"
    )
    st.caption(t("ui.import.limit", mb=st.get_option("server.maxUploadSize")))
    free = st.toggle(t("ui.import.any_month"), key="upload-any-month")
    if not files:
        return
    bar = st.progress(0.0)
    options = Options(month=None if free else visit.month)
    for place, file in enumerate(files):
        tell = partial(_tell, visit, bar, file, (place, len(files)))
        tell("keeping")
        with st.spinner(t("ui.import.patience"), show_time=True):
            new = NewFile(file.name, file)
            notices.attempt(partial(stage, *visit.scope, new, options, tell=tell), t)
    state.advance("upload")  # an empty uploader: the files are in the database now
    st.rerun()


def _tell(visit: Visit, bar: DeltaGenerator, file: UploadedFile, at: tuple[int, int], step: str) -> None:
    """How far it is: which file, which step of it, and how large it is."""
    place, of = at
    done = (place + STEPS[step]) / of
    size = number(file.size / MEGABYTE, visit.t.language, 0 if file.size >= 10 * MEGABYTE else 1)
    said = {"file": markdown(file.name), "mb": size, "n": place + 1, "all": of}
    bar.progress(done, visit.t(f"ui.import.{step}", **said))
