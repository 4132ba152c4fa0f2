"""Scorecards: tone bar, name, large value, two changes with triangles, a line of the months before."""

from __future__ import annotations

from itertools import product

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.wrap import Type, elide, wrap
from tiger_reports.decks.pptx_renderer import shapes
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.decks.pptx_renderer.verdicts import draw_delta, fill_of, text_of
from tiger_reports.model.exhibits.scorecard import Scorecard, Scorecards

GAP = 0.17
PAD = 0.18
TONE = 0.055
VALUE_SIZES = (34.0, 30.0, 26.0, 22.0, 18.0)
NAME_SIZES = (13.0, 12.0, 11.0, 10.0)
ACROSS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3, 7: 4, 8: 4}


def draw_scorecards(sheet: Sheet, box: Box, cards: Scorecards) -> None:
    count = len(cards.cards)
    across = ACROSS.get(count, 4)
    lines = -(-count // across)
    room = box.top(min(box.height, lines * 2.5 + (lines - 1) * GAP))
    for card, place in zip(cards.cards, room.cells(count, across, GAP), strict=True):
        _card(sheet, place, card)


def _card(sheet: Sheet, box: Box, card: Scorecard) -> None:
    key = card.metric
    link = sheet.named(f"card {key}", f"{card.name}: {card.value}", card.links_to)
    sheet.drawn.append(shapes.shape(link, box, "rect", "bg2"))
    sheet.fill(f"tone {key}", box.top(TONE), fill_of(card.tone))
    inner = box.inset(PAD, 0)
    _head(sheet, inner, card)
    size = next(
        (s for s in VALUE_SIZES if Type(s, bold=True, family=sheet.family).width(card.value) <= inner.width),
        VALUE_SIZES[-1],
    )
    value = Box(inner.x, box.y + 0.5, inner.width, 0.62)
    sheet.write(f"value {key}", value, card.value, Ink(size, "tx1", bold=True), anchor="ctr")
    for row, delta in enumerate(card.deltas):
        line = Box(inner.x, box.y + 1.16 + row * 0.27, inner.width, 0.25)
        draw_delta(sheet, f"change {row + 1} {key}", line, delta)
    _sparkline(sheet, Box(inner.x, box.y + 1.82, inner.width - 0.1, box.height - 2.0), card)


def _head(sheet: Sheet, inner: Box, card: Scorecard) -> None:
    badge = Type(10.0, bold=True, family=sheet.family).width(card.badge) + 0.06 if card.badge else 0.0
    room = Box(inner.x, inner.y + 0.14, inner.width - badge, 0.4)
    size, name = _name(card, room.width, sheet.family)
    sheet.write(f"name {card.metric}", room, name, Ink(size, "tx2", bold=True))
    if card.badge:
        place = Box(inner.right - badge, inner.y + 0.16, badge, 0.22)
        ink = Ink(10, text_of(card.badge_verdict), bold=True)
        sheet.write(f"badge {card.metric}", place, card.badge, ink, align="r")


def _name(card: Scorecard, width: float, family: str) -> tuple[float, str]:
    """The name on one line, else the short one, else either of them small and on two lines."""
    short = card.short or card.name
    for sizes, height in ((NAME_SIZES[:2], 0.25), (NAME_SIZES[2:], 0.4)):
        for text, size in product((card.name, short), sizes):
            kind = Type(size, bold=True, family=family)
            if len(wrap(text, width, kind)) * kind.line <= height:
                return size, text
    kind = Type(NAME_SIZES[-1], bold=True, family=family)
    return kind.size, elide(card.short or card.name, width, kind, 2)


def _sparkline(sheet: Sheet, box: Box, card: Scorecard) -> None:
    known = [value for value in card.series if value is not None]
    if len(known) < 2 or box.height < 0.15:  # noqa: PLR2004  (a line has two ends)
        return
    low, spread = min(known), (max(known) - min(known)) or 1.0
    step = box.width / (len(card.series) - 1)
    points = [
        (box.x + step * i, box.bottom - (value - low) / spread * box.height) if value is not None else None
        for i, value in enumerate(card.series)
    ]
    lines = tuple(line for line in _unbroken(points) if len(line) > 1)
    if lines:
        sheet.drawn.append(shapes.polyline(sheet.named(f"months {card.metric}"), box, lines, "accent6"))
    if points[-1] is not None:
        x, y = points[-1]
        sheet.fill(f"now {card.metric}", Box(x - 0.06, y - 0.06, 0.12, 0.12), "accent2", preset="ellipse")


def _unbroken(points: list[tuple[float, float] | None]) -> list[tuple[tuple[float, float], ...]]:
    """Runs of months that follow each other: a missing month leaves a gap."""
    found: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            found.append([])
        else:
            found[-1].append(point)
    return [tuple(line) for line in found]
