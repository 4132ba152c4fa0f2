"""Scorecards: the figure, both changes with what they compare to, and the thirteen months as a line."""

from __future__ import annotations

from collections.abc import Callable

from tiger_reports.model.exhibits.scorecard import Scorecard, Scorecards
from tiger_reports.model.exhibits.words import Delta
from tiger_reports.ui.charts.sparkline import sparkline
from tiger_reports.ui.markup import draw, tone, triangle
from tiger_reports.ui.plain import html

Way = Callable[[str], str]


def nowhere(_metric: str) -> str:
    return ""


def scorecards(exhibit: Scorecards, way: Way = nowhere) -> None:
    draw(scorecards_markup(exhibit, way))


def scorecards_markup(exhibit: Scorecards, way: Way = nowhere) -> str:
    """`way` gives the address under which a metric's figure is traced, empty for none."""
    cards = "".join(_card(card, way(card.metric)) for card in exhibit.cards)
    return f'<ul class="tr-cards" aria-label="{html(exhibit.alt)}">{cards}</ul>'


def _card(card: Scorecard, address: str) -> str:
    image = sparkline(card.series)
    trend = f'<img class="tr-spark" alt="" src="{image}">' if image else '<span class="tr-spark"></span>'
    badge = (
        f'<span class="tr-badge tr-{tone(card.badge_verdict)}">{html(card.badge)}</span>'
        if card.badge
        else ""
    )
    deltas = "".join(delta_markup(delta) for delta in card.deltas)
    value = (
        f'<a class="tr-trace" href="{html(address)}">{html(card.value)}</a>' if address else html(card.value)
    )
    return (
        f'<li class="tr-card tr-top-{tone(card.tone)}"><p class="tr-card-name">{html(card.name)}{badge}</p>'
        f'<p class="tr-card-value">{value}</p>{deltas}{trend}</li>'
    )


def delta_markup(delta: Delta) -> str:
    mark = triangle(delta.sign, delta.verdict)
    text = f'<b class="tr-{tone(delta.verdict)}">{html(delta.text)}</b>'
    return f'<p class="tr-delta">{mark}{text} <span>{html(delta.versus)}</span></p>'
