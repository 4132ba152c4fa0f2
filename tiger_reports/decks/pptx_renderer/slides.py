"""Which drawing each exhibit gets, and where on the slide."""

from __future__ import annotations

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.pptx_renderer import frame as frames
from tiger_reports.decks.pptx_renderer.board import draw_board
from tiger_reports.decks.pptx_renderer.columns import draw_columns
from tiger_reports.decks.pptx_renderer.comment import draw_comment
from tiger_reports.decks.pptx_renderer.cover import draw_cover, draw_cover_logo
from tiger_reports.decks.pptx_renderer.matrix import draw_matrix
from tiger_reports.decks.pptx_renderer.milestones import draw_milestones
from tiger_reports.decks.pptx_renderer.panels import draw_panels
from tiger_reports.decks.pptx_renderer.scorecards import draw_scorecards
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.decks.pptx_renderer.stacks import draw_stacks
from tiger_reports.decks.pptx_renderer.story import draw_story
from tiger_reports.decks.pptx_renderer.table import draw_table
from tiger_reports.decks.pptx_renderer.timeline import draw_timeline
from tiger_reports.decks.pptx_renderer.variance import draw_variance
from tiger_reports.model.exhibits.columns import ColumnChart, Panels
from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.exhibits.matrix import Matrix
from tiger_reports.model.exhibits.milestones import Milestones
from tiger_reports.model.exhibits.picture import Board
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.exhibits.stacks import Stacks
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.exhibits.timeline import Timeline
from tiger_reports.model.exhibits.variance import VarianceBars
from tiger_reports.model.slide import Deck, Exhibit, Slide

BETWEEN = 0.2


def draw_slide(sheet: Sheet, slide: Slide, deck: Deck, logo: bytes) -> None:
    first = slide.exhibits[0] if slide.exhibits else None
    if isinstance(first, Cover):
        draw_cover(sheet, first)
        if logo:
            draw_cover_logo(sheet, *sheet.image(logo), first.client)
        frames.draw_draft(sheet, deck.draft)
        return
    sheet.frame = frames.frame_for(sheet, slide)
    frames.draw_frame(sheet, slide)
    body = sheet.frame.exhibit if slide.comment else sheet.frame.body
    for exhibit, place in zip(slide.exhibits, body.rows(max(len(slide.exhibits), 1), BETWEEN), strict=False):
        draw_exhibit(sheet, place, exhibit)
    if slide.comment:
        draw_comment(sheet, sheet.frame.comment, slide)
    frames.draw_feet(sheet, slide, deck)
    frames.draw_draft(sheet, deck.draft)
    if logo:
        frames.draw_logo(sheet, sheet.frame.logo, *sheet.image(logo), deck.footer)


def draw_exhibit(sheet: Sheet, box: Box, exhibit: Exhibit) -> None:  # noqa: C901  (a line an exhibit)
    match exhibit:
        case Scorecards():
            draw_scorecards(sheet, box, exhibit)
        case Table():
            draw_table(sheet, box, exhibit)
        case ColumnChart():
            draw_columns(sheet, box, exhibit)
        case Panels():
            draw_panels(sheet, box, exhibit)
        case VarianceBars():
            draw_variance(sheet, box, exhibit)
        case StoryCards():
            draw_story(sheet, box, exhibit)
        case Board():
            draw_board(sheet, box, exhibit)
        case Timeline():
            draw_timeline(sheet, box, exhibit)
        case Matrix():
            draw_matrix(sheet, box, exhibit)
        case Stacks():
            draw_stacks(sheet, box, exhibit)
        case Milestones():
            draw_milestones(sheet, box, exhibit)
        case Cover():
            draw_cover(sheet, exhibit)
