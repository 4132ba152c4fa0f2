"""Reading what stands on slides: of the plain values, and of the finished file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiger_reports.model.exhibits.columns import ColumnChart, Panels
from tiger_reports.model.exhibits.cover import Cover
from tiger_reports.model.exhibits.matrix import Matrix
from tiger_reports.model.exhibits.milestones import Milestones
from tiger_reports.model.exhibits.picture import Board, Contributions, DayChart, Picture, Waterfall
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.exhibits.stacks import Stacks
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.exhibits.timeline import Timeline
from tiger_reports.model.exhibits.variance import VarianceBars
from tiger_reports.model.slide import Exhibit, Slide

NUMBER = re.compile(r"\d[\d\u00a0.,]*\d|\d")


def texts(slide: Slide) -> list[str]:
    """Every string of a slide that a reader sees, but for kicker, source and notes."""
    own = [slide.title, *(f"{p.lead} {p.text}" for p in slide.comment)]
    return own + [text for exhibit in slide.exhibits for text in exhibit_texts(exhibit)]


def exhibit_texts(exhibit: Exhibit) -> Iterator[str]:  # noqa: C901, PLR0912  (one case a kind)
    match exhibit:
        case Cover():
            yield from (exhibit.client, exhibit.subtitle, *exhibit.lines)
        case Scorecards():
            for card in exhibit.cards:
                yield from (card.name, card.value, card.badge, *(f"{d.text} {d.versus}" for d in card.deltas))
        case Table():
            yield from (column.header for column in exhibit.columns)
            yield from (cell.text for row in exhibit.rows for cell in row)
        case ColumnChart():
            yield from (exhibit.title, exhibit.subtitle, exhibit.reference_label)
            yield from (label for series in exhibit.series for label in series.labels)
        case Panels():
            yield exhibit.title
            for chart in exhibit.charts:
                yield from exhibit_texts(chart)
        case VarianceBars():
            yield from (exhibit.legend, *exhibit.categories)
            for panel in exhibit.panels:
                yield from (panel.title, panel.subtitle)
                yield from (label for series in panel.series for label in series.labels)
        case Stacks():
            yield exhibit.legend
            for stack in exhibit.stacks:
                yield from (stack.title, stack.beside, *stack.totals)
                yield from (text for part in stack.parts for text in (part.name, part.beside, *part.labels))
        case Milestones():
            yield from exhibit_texts(exhibit.chart)
        case Board():
            for picture in exhibit.pictures:
                yield from picture_texts(picture)
        case Matrix():
            yield from (exhibit.across, exhibit.up, *exhibit.columns, *exhibit.rows, exhibit.legend)
            yield from (text for one in exhibit.placed for text in (one.name, one.note))
        case Timeline():
            yield from (name for _, name in exhibit.ticks)
            yield from (text for bar in exhibit.bars for text in (bar.name, bar.note, bar.gate))
        case StoryCards():
            for card in exhibit.cards:
                yield from (card.heading, card.figures, card.value, card.evidence)
                yield from (f"{d.text} {d.versus}" for d in card.deltas)
                yield from (f"{p.lead} {p.text}" for p in card.paragraphs)


def picture_texts(picture: Picture) -> Iterator[str]:
    yield picture.title
    match picture:
        case Waterfall():
            yield from (text for step in picture.steps for text in (step.name, step.label))
        case Contributions():
            rows = (*picture.rows, picture.total)
            yield from (text for row in rows for text in (row.name, row.label, row.share))
            yield from (picture.basis, picture.legend)
        case DayChart():
            yield from (picture.legend, *(f"{mark.sign} {mark.text}" for mark in picture.marks))


def numbers(text: str) -> set[str]:
    return {found.strip("\u00a0.,") for found in NUMBER.findall(text)}
