"""The picture of a record: looked at by its bytes before it is kept, shown from the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from tiger_reports.model.record import Record
from tiger_reports.services.records import keep_picture, picture
from tiger_reports.ui import notices, state
from tiger_reports.ui.guard import Visit

MOST_MB, WIDTH = 5, 320


def picture_field(
    visit: Visit, record: Record[Any], label: str, key: str, save: Callable[[str], None]
) -> None:
    data = picture(*visit.scope, record)
    if data:
        st.image(data, width=WIDTH, alt=visit.t("records.picture_alt", title=record.words.title))
        st.button(
            visit.t("records.drop_picture"), key=f"{key}-drop", type="tertiary", on_click=save, args=("",)
        )
        return
    counter = f"picture-{key}"
    file = st.file_uploader(
        label, type=("png", "jpg", "jpeg"), max_upload_size=MOST_MB, key=f"{key}-{state.counter(counter)}"
    )
    if file is not None:
        state.advance(counter)
        kept = notices.attempt(lambda: keep_picture(*visit.scope, file.getvalue()), visit.t)
        if kept is not None:
            save(kept)
        st.rerun()
