"""Pictures of one change on a slide: the splits side by side, the days under them."""

from __future__ import annotations

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.pptx_renderer.contributions import draw_contributions
from tiger_reports.decks.pptx_renderer.days import draw_days
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.decks.pptx_renderer.waterfall import draw_waterfall
from tiger_reports.model.exhibits.picture import Board, Contributions, Waterfall

TOP_SHARE = 0.55
GAP = 0.3
WEIGHTS: dict[type, float] = {Waterfall: 0.46, Contributions: 0.54}


def draw_board(sheet: Sheet, box: Box, board: Board) -> None:
    tall = box.height if board.bottom is None else (box.height - GAP / 2) * TOP_SHARE
    for shown, place in zip(board.top, _side_by_side(box.top(tall), board), strict=True):
        if isinstance(shown, Waterfall):
            draw_waterfall(sheet, place, shown)
        else:
            draw_contributions(sheet, place, shown)
    if board.bottom is not None:
        draw_days(sheet, box.below(tall + GAP / 2), board.bottom)


def _side_by_side(box: Box, board: Board) -> tuple[Box, ...]:
    """Bars with names take more than columns do."""
    weights = tuple(WEIGHTS[type(shown)] for shown in board.top)
    places = box.weighted(weights)
    return tuple(place.left(place.width - GAP) if place is not places[-1] else place for place in places)
