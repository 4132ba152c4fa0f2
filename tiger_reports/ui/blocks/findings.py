"""What the checks say of a file, grouped by what a person can do about it."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.imports import Staged
from tiger_reports.services.importing.intake import waive
from tiger_reports.text.findings import describe
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing.row_tables import MOST_ROWS, cases
from tiger_reports.ui.importing.standing import by_severity, codes
from tiger_reports.ui.markup import draw, note
from tiger_reports.ui.plain import html, markdown

ICONS = {
    Severity.ERROR: ":material/block:",
    Severity.BLOCKING: ":material/warning:",
    Severity.NOTE: ":material/info:",
}
KINDS = {Severity.ERROR: "worse", Severity.BLOCKING: "warn", Severity.NOTE: "neutral"}


def findings(visit: Visit, file: Staged) -> None:
    t = visit.t
    if not file.findings:
        note(t("ui.import.no_findings"), "better")
        return
    for severity, found in by_severity(file):
        draw(f'<p class="tr-group tr-group-{KINDS[severity]}">{html(t(f"ui.import.{severity}"))}</p>')
        for code, same in codes(found):
            _finding(visit, file, code, same)
    _download(visit, file)


def _finding(visit: Visit, file: Staged, code: str, same: tuple[Finding, ...]) -> None:
    t, first = visit.t, same[0]
    told, count = describe(first, t.language), sum(finding.count for finding in same)
    label = f"{markdown(told.title)} :gray[· {t('ui.import.cases', n=count)}]"
    severe = first.severity is not Severity.NOTE
    with st.expander(label, icon=ICONS[first.severity], expanded=severe and len(file.findings) < MOST_ROWS):
        draw(f"<p>{html(told.why)}</p><p><b>{html(t('ui.import.fix'))}:</b> {html(told.fix)}</p>")
        if any(finding.row or finding.column or finding.value for finding in same):
            table(cases(same, t))
        if first.severity is Severity.BLOCKING:
            _acceptance(visit, file, code)


def _acceptance(visit: Visit, file: Staged, code: str) -> None:
    """Who accepted it and why; else the place to do so."""
    t = visit.t
    done = next((waiver for waiver in file.waivers if waiver.finding.code == code), None)
    if done is not None:
        note(t("ui.import.waived", name=done.name, reason=done.reason), "better")
        return
    key = f"waive-{file.upload.id}-{code}"
    st.text_input(t("ui.import.waive_reason"), key=key, max_chars=300)
    st.button(t("ui.import.waive"), key=f"{key}-go", on_click=_waive, args=(visit, file, code, key))


def _waive(visit: Visit, file: Staged, code: str, key: str) -> None:
    reason = str(state.widget(key) or "")
    notices.attempt(lambda: waive(*visit.scope, file.upload.id, code, reason), visit.t)


def _download(visit: Visit, file: Staged) -> None:
    key = f"findings-{file.upload.id}"
    if st.button(visit.t("ui.import.download"), key=key, type="tertiary", icon=":material/download:"):
        deliver(visit, "findings", file.upload.id)
