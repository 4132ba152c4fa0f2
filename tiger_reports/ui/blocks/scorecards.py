"""Scorecards: the figure, both changes with what they compare to, and the thirteen months as a line."""

from __future__ import annotations

from tiger_reports.model.slide import Delta, Scorecard, Scorecards
from tiger_reports.ui.blocks.markup import draw, tone, triangle
from tiger_reports.ui.charts.sparkline import sparkline
from tiger_reports.ui.plain import html


def scorecards(exhibit: Scorecards) -> None:
    draw(scorecards_markup(exhibit))


def scorecards_markup(exhibit: Scorecards) -> str:
    cards = "".join(_card(card) for card in exhibit.cards)
    return f'<ul class="tr-cards" aria-label="{html(exhibit.alt)}">{cards}</ul>'


def _card(card: Scorecard) -> str:
    image = sparkline(card.series)
    trend = f'<img class="tr-spark" alt="" src="{image}">' if image else '<span class="tr-spark"></span>'
    badge = f'<span class="tr-badge tr-{tone(card.tone)}">{html(card.badge)}</span>' if card.badge else ""
    deltas = "".join(delta_markup(delta) for delta in card.deltas)
    return (
        f'<li class="tr-card tr-top-{tone(card.tone)}"><p class="tr-card-name">{html(card.name)}{badge}</p>'
        f'<p class="tr-card-value">{html(card.value)}</p>{deltas}{trend}</li>'
    )


def delta_markup(delta: Delta) -> str:
    mark = triangle(delta.sign, delta.verdict)
    text = f'<b class="tr-{tone(delta.verdict)}">{html(delta.text)}</b>'
    return f'<p class="tr-delta">{mark}{text} <span>{html(delta.versus)}</span></p>'
