"""The checklist of hypotheses with what the data say: it keeps or rejects, and proposes nothing."""

from __future__ import annotations

import streamlit as st

from tiger_reports.commentary.reasons import reason_words
from tiger_reports.commentary.sentence import Voice
from tiger_reports.model.card import Card
from tiger_reports.model.hypothesis import DataVerdict, Hypothesis
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.markup import draw
from tiger_reports.ui.plain import html

MARKS = {DataVerdict.KEPT: "●", DataVerdict.REJECTED: "✕", DataVerdict.NO_DATA: "○"}


def hypotheses(card: Card, write: Figures) -> None:
    """All of them, those that the data can judge first; nothing where there is no difference."""
    found = card.evidence.hypotheses
    if not found:
        return
    t = write.t
    ordered = sorted(found, key=lambda one: list(MARKS).index(one.verdict))
    with st.expander(t("ui.comments.hypotheses"), expanded=True, key=f"hypotheses-{card.key}"):
        rows = "".join(_row(one, write) for one in ordered)
        lead = f"<p>{html(t('ui.comments.hypotheses_lead'))}</p>"
        draw(f'<div class="tr-hypotheses">{lead}<table>{rows}</table></div>')


def _row(one: Hypothesis, write: Figures) -> str:
    t = write.t
    mark = (
        f'<span aria-hidden="true">{MARKS[one.verdict]}</span> {html(t(f"hypothesis.verdict.{one.verdict}"))}'
    )
    name = html(t(f"hypothesis.name.{one.cause}"))
    reason = html(reason_words(one, Voice(t.language, write.currency)))
    kind = str(one.verdict).replace("_", "-")
    return f'<tr class="tr-{kind}"><th scope="row">{name}</th><td>{mark}</td><td>{reason}</td></tr>'
