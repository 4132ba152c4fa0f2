"""Words on figures that stand out no more: kept, shown, and sent nowhere."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.card import Comment
from tiger_reports.model.report import MonthReport
from tiger_reports.ui.blocks.comment_past import saved_words
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw
from tiger_reports.ui.plain import html


def unflagged(visit: Visit, report: MonthReport) -> None:
    if not report.unflagged:
        return
    t = visit.t
    with st.expander(f"{t('ui.comments.unflagged')} ({len(report.unflagged)})", key="unflagged"):
        lead = f"<p>{html(t('ui.comments.unflagged_lead'))}</p>"
        draw(f'<div class="tr-facts">{lead}{"".join(_words(visit, one) for one in report.unflagged)}</div>')


def _words(visit: Visit, comment: Comment) -> str:
    _, metric, scope = comment.card.split(":", 2)
    where = visit.t("ui.comments.whole") if scope == "all" else scope
    head = html(f"{visit.write.name(metric)} · {where}")
    words = html(" · ".join(text for text in (comment.cause, comment.solution) if text))
    return f"<p><b>{head}</b><br>{words}<br><small>{html(saved_words(visit, comment))}</small></p>"
