"""When a change of a figure must be explained. Numbers are typed as people write them, and echoed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from tiger_reports.changes.notable import defaults
from tiger_reports.metrics.registry import metric as definition
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.client import Threshold
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.metric import Unit
from tiger_reports.services.clients import save_client
from tiger_reports.text.numbers import number, percent, points
from tiger_reports.ui import notices
from tiger_reports.ui.amounts import Typed, parse_amount, parse_share
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.guard import Visit

PARTS = ("relative", "absolute", "volume")


def client_thresholds(visit: Visit) -> None:
    t, write, own = visit.t, visit.write, dict(visit.client.thresholds)
    if own:
        table(_table(own, write))
    metric = str(
        st.selectbox(t("ui.word.metric"), list(metrics()), format_func=write.name, key="threshold-metric")
    )
    now = own.get(metric, defaults()[metric])
    columns = st.columns(len(PARTS))
    typed = []
    for column, part in zip(columns, PARTS, strict=True):
        with column:
            typed.append(_field(visit, metric, part, now))
    ready = all(not one.fault and one.value is not None for one in typed)
    relative, absolute, volume = (one.value or 0.0 for one in typed)
    always = st.checkbox(t("ui.client.always"), now.always, key=f"threshold-{metric}-always")
    limit = replace(now, relative=relative, absolute=absolute, volume=volume, always=always)
    with st.container(horizontal=True):
        args = (visit, metric, limit)
        st.button(t("ui.word.save"), key="threshold-save", disabled=not ready, on_click=_save, args=args)
        if metric in own:
            st.button(
                t("ui.client.usual"),
                key="threshold-usual",
                type="tertiary",
                on_click=_save,
                args=(visit, metric, None),
            )


def _field(visit: Visit, metric: str, part: str, now: Threshold) -> Typed:
    """A text field with its reading below: a comma or a point is the writer's choice."""
    start = _written(metric, part, getattr(now, part), visit.t.language)
    text = st.text_input(visit.t(f"ui.client.{part}"), start, key=f"threshold-{metric}-{part}", max_chars=20)
    typed = parse_share(text) if _is_share(metric, part) else parse_amount(text)
    if typed.fault:
        st.caption(f":red[{visit.t(f'ui.amount.{typed.fault}')}]")
    elif typed.value is not None:
        st.caption(visit.t("ui.client.means", value=_read(metric, part, typed.value, visit.write)))
    return typed


def _is_share(metric: str, part: str) -> bool:
    return part == "relative" or (part == "absolute" and definition(metric).unit is Unit.PERCENT)


def _written(metric: str, part: str, value: float, language: str) -> str:
    shown = value * 100 if _is_share(metric, part) else value
    return number(shown, language, 0 if shown == round(shown) else 2)


def _read(metric: str, part: str, value: float, write: Figures) -> str:
    if part == "relative":
        return percent(value, write.t.language)
    if part == "absolute":
        share = definition(metric).unit is Unit.PERCENT
        return points(value, write.t.language, 2) if share else write.value(metric, value)
    return number(value, write.t.language)


def _table(own: dict[str, Threshold], write: Figures) -> Table:
    t = write.t
    columns = (
        Column(t("ui.word.metric"), numeric=False),
        *(Column(t(f"ui.client.{part}")) for part in PARTS),
    )
    rows = tuple(
        (
            Cell(write.name(metric)),
            *(Cell(_read(metric, part, getattr(limit, part), write)) for part in PARTS),
        )
        for metric, limit in own.items()
    )
    return Table(columns, rows, t("ui.client.thresholds"), "thresholds")


def _save(visit: Visit, metric: str, limit: Threshold | None) -> None:
    own = {key: value for key, value in visit.client.thresholds if key != metric}
    if limit is not None and limit != defaults()[metric]:
        own[metric] = limit
    changed = replace(visit.client, thresholds=tuple(own.items()))
    if notices.attempt(lambda: save_client(visit.office, visit.actor, changed), visit.t) is not None:
        notices.tell(visit.t("ui.word.saved"))
