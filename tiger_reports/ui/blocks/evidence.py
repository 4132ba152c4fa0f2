"""What the data show of a change: factors, channels, campaigns, days. Each chart has its table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from tiger_reports.model.card import Card
from tiger_reports.text.dates import month_title
from tiger_reports.ui.blocks.chart import chart, data_below
from tiger_reports.ui.blocks.markup import draw
from tiger_reports.ui.charts.daily import daily_line
from tiger_reports.ui.charts.effects import Effect, effect_bars, height
from tiger_reports.ui.charts.look import Look, d3_format
from tiger_reports.ui.commenting.evidence import (
    campaign_effects,
    channel_effects,
    daily_table,
    effects_table,
    found_effects,
    found_notes,
    lever_effects,
)
from tiger_reports.ui.exhibits import number_format
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.plain import html, markdown

DAILY_HEIGHT = 210
View = tuple[str, Callable[[], None]]


def evidence(card: Card, write: Figures) -> None:
    """One tab a way to split the change, only those that the data have; the days below."""
    splits = _splits(card, write)
    if splits:
        for tab, (_, show) in zip(st.tabs([title for title, _ in splits]), splits, strict=True):
            with tab:
                show()
    for note in found_notes(card, write):
        st.caption(markdown(note))
    if card.evidence.daily:
        _line(card, write)


def _splits(card: Card, write: Figures) -> list[View]:
    t = write.t
    found = (
        (t("ui.comments.levers"), "levers", lever_effects(card, write)),
        (t("ui.comments.segments_found"), "found", found_effects(card, write)),
        (t("ui.comments.segments_channel"), "channel", channel_effects(card, write)),
        (t("ui.comments.segments_campaign"), "campaign", campaign_effects(card, write)),
    )
    return [(title, partial(_bars, card, name, effects, write)) for title, name, effects in found if effects]


def _bars(card: Card, name: str, effects: tuple[Effect, ...], write: Figures) -> None:
    table = effects_table(card, effects, write)
    spec = effect_bars(effects, Look(write.t.language))
    chart(spec, table.alt, key=f"{name}-{card.key}", height=height(effects))
    data_below(table, write.t)


def _line(card: Card, write: Figures) -> None:
    month = month_title(card.change.period, write.t.language)
    alt = write.t("ui.comments.daily_alt", metric=write.name(card.metric), month=month)
    labels = tuple(write.value(card.metric, value) for _, value in card.evidence.daily)
    shape = d3_format(number_format(card.metric))
    spec = daily_line(card.evidence.daily, Look(write.t.language), number_format=shape, labels=labels)
    draw(f'<p class="tr-chart-title"><b>{html(write.t("ui.comments.daily"))}</b></p>')
    chart(spec, alt, key=f"daily-{card.key}", height=DAILY_HEIGHT)
    data_below(daily_table(card, alt, write), write.t)
