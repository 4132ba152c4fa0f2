"""What the next step should bring: words for the client; a figure, direction and size to measure it by."""

from __future__ import annotations

import streamlit as st

from tiger_reports.metrics.headline import headline_metrics
from tiger_reports.model.card import WAYS
from tiger_reports.ui import notices, state
from tiger_reports.ui.amounts import parse_share, plain_share
from tiger_reports.ui.blocks.writing import Writing, line

LONGEST_NUMBER = 12


def expected_effect(w: Writing) -> None:
    line(w, "expected", w.label("expected"))
    _metric(w)
    left, right = st.columns(2)
    with left:
        _way(w)
    with right:
        _size(w)


def _metric(w: Writing) -> None:
    """Any headline figure of the month; the card's own where none is chosen."""
    own = w.card.metric
    known = (entry.key for entry in headline_metrics(w.report.figures))
    options = list(dict.fromkeys((own, *known, *filter(None, (w.comment.expected_metric,)))))
    state.show(w.key("expected_metric"), w.comment.expected_metric or own)
    st.selectbox(
        w.label("expected_metric"),
        options,
        format_func=w.visit.write.name,
        key=w.key("expected_metric"),
        on_change=w.changed("expected_metric"),
    )


def _way(w: Writing) -> None:
    state.show(w.key("expected_way"), w.comment.expected_way or None)
    st.segmented_control(
        w.label("expected_way"),
        WAYS,
        format_func=lambda way: w.t(f"way.{way}"),
        key=w.key("expected_way"),
        on_change=w.changed("expected_way"),
    )


def _size(w: Writing) -> None:
    """A percentage, typed as people write it."""
    state.fill(w.key("expected_size"), plain_share(w.comment.expected_size, w.t.language))
    st.text_input(
        w.label("expected_size"),
        key=w.key("expected_size"),
        max_chars=LONGEST_NUMBER,
        on_change=_sized,
        args=(w,),
    )


def _sized(w: Writing) -> None:
    typed = parse_share(str(state.widget(w.key("expected_size")) or ""))
    if typed.fault:
        notices.refuse(w.label("size_unclear"))
        return
    w.save("expected_size", typed.value)
