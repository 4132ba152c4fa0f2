"""Drops of a quarter or a year: what the months say of them, and the lead's own sentence."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.change import Change, Verdict
from tiger_reports.model.explanation import Explanation
from tiger_reports.model.record import Record
from tiger_reports.model.tiger_report import Explained, TigerReport
from tiger_reports.services.tiger_year.explanations import explanation_of, still_holds
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.text.dates import month_title
from tiger_reports.ui import notices
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import chip, draw, note, section
from tiger_reports.ui.plain import html, line
from tiger_reports.ui.records.editor import sheet
from tiger_reports.ui.records.forms.meeting import EXPLANATION
from tiger_reports.ui.tiger.figures import StretchFigures


@st.fragment
def drops(visit: Visit, asked: Asked, report: TigerReport) -> None:
    """Nothing where no figure got notably worse."""
    found = [one for one in report.explained if one.change.verdict is Verdict.WORSE]
    if not found:
        return
    t = visit.t
    section(t("ui.drops.title"), t("ui.drops.lead"))
    if not visit.actor.may_approve:
        st.caption(t("ui.drops.lead_only"))
    for one in found:
        record = explanation_of(*visit.scope, asked, one.change)
        with st.container(border=True, key=f"drop-{record.id}"):
            _drop(visit, one, record, StretchFigures(t, visit.client.currency, report))


def _drop(visit: Visit, one: Explained, record: Record[Explanation], write: StretchFigures) -> None:
    t, change, words = visit.t, one.change, record.words
    before, after = (write.value(change.metric, side) for side in (change.before, change.after))
    moved = f"{before} → {after}, {write.moved(change)} {write.versus(change)}"
    draw(
        f'<p class="tr-part">{html(write.name(change.metric))} {chip(*_standing(one, record, visit))}</p>'
        f'<p class="tr-row-facts">{html(moved)}</p>'
    )
    for month, comment in one.words:
        said = " ".join(filter(None, (line(comment.cause), line(comment.solution))))
        st.caption(f"{month_title(month, t.language)}: {said}")
    if visit.actor.may_approve:
        if record.rev and words.whole and not _seen(one, record):
            note(t("ui.drops.moved"), "warn")
            st.button(
                t("ui.drops.still_holds"),
                key=f"drop-{record.id}-holds",
                on_click=_confirm,
                args=(visit, record, change),
            )
        sheet(visit, EXPLANATION, record)
    elif words.cause or words.solution:
        draw(f"<p>{html(line(words.cause))} {html(line(words.solution))}</p>")


def _confirm(visit: Visit, record: Record[Explanation], change: Change) -> None:
    notices.attempt(lambda: still_holds(*visit.scope, record, change), visit.t)


def _standing(one: Explained, record: Record[Explanation], visit: Visit) -> tuple[str, str]:
    """Whether the client's deck waits for it."""
    if one.words:
        return visit.t("ui.drops.by_months"), "better"
    if record.words.whole and _seen(one, record):
        return visit.t("ui.drops.by_lead"), "better"
    return visit.t("ui.drops.open"), "worse"


def _seen(one: Explained, record: Record[Explanation]) -> bool:
    return record.words.on(one.change.before.amount, one.change.after.amount)
