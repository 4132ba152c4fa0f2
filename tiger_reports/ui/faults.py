"""An error of ours: a number for the reader, the whole story for the log."""

from __future__ import annotations

import secrets
import traceback

import streamlit as st
import structlog

from tiger_reports.services.refusals import RefusedError
from tiger_reports.ui import selection
from tiger_reports.ui.markup import note
from tiger_reports.ui.notices import reason
from tiger_reports.ui.words import Words

LOG = structlog.get_logger("tiger_reports.ui")


def told(error: Exception) -> bool:
    """Show a friendly word in the reader's language; True: nothing else needs to be shown."""
    t = Words(selection.language())
    if isinstance(error, RefusedError):
        note(reason(error, t), "worse")
        return True
    number = secrets.token_hex(4)
    LOG.error("page failed", number=number, trace="".join(traceback.format_exception(error)))
    st.error(f"**{t('ui.error.title')}.** {t('ui.error.text', number=number)}", icon=":material/error:")
    return True
