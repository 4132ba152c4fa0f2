"""The slides of a finished deck once more, drawn with the plain public methods of python-pptx."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pptx
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.util import Pt

Box = tuple[int, int, int, int]
Runs = tuple[tuple[tuple[str, float, bool], ...], ...]
"""Paragraphs of (text, size in points, bold)."""
INK: Any = RGBColor.from_string("333333")  # type: ignore[no-untyped-call]
SIZE = 12.0


@dataclass(frozen=True)
class Drawn:
    """One shape: `kind` says which of the other fields it uses."""

    kind: str  # text, shape, picture, table, chart
    box: Box
    runs: Runs = ()
    picture: bytes = b""
    cells: tuple[tuple[Runs, ...], ...] = ()
    chart: tuple[Any, tuple[str, ...], tuple[tuple[str, tuple[float | None, ...]], ...]] | None = None


@dataclass(frozen=True)
class Page:
    layout: str
    placeholders: tuple[tuple[int, Runs], ...]
    shapes: tuple[Drawn, ...]
    notes: str


@dataclass(frozen=True)
class Recipe:
    slides: tuple[Page, ...]


def recipe_of(deck: bytes) -> Recipe:
    return Recipe(tuple(map(_page, pptx.Presentation(BytesIO(deck)).slides)))


def draw(recipe: Recipe, template: bytes) -> bytes:
    """All slides and their notes, saved."""
    presentation = pptx.Presentation(BytesIO(template))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    for page in recipe.slides:
        slide = presentation.slides.add_slide(layouts[page.layout])
        texts = dict(page.placeholders)
        for holder in list(slide.placeholders):
            _fill(holder.text_frame, texts.get(holder.placeholder_format.idx, ()))
        for shape in page.shapes:
            DRAW[shape.kind](slide.shapes, shape)
        slide.notes_slide.notes_text_frame.text = page.notes
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def _page(slide: Any) -> Page:
    plain = (shape for shape in slide.shapes if not shape.is_placeholder)
    held = tuple((one.placeholder_format.idx, _runs(one.text_frame)) for one in slide.placeholders)
    notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
    return Page(slide.slide_layout.name, held, tuple(map(_drawn, plain)), notes)


def _drawn(shape: Any) -> Drawn:
    box = (shape.left, shape.top, shape.width, shape.height)
    if shape.has_chart:
        return Drawn("chart", box, chart=_chart(shape.chart))
    if shape.has_table:
        rows = shape.table.rows
        return Drawn("table", box, cells=tuple(tuple(_runs(c.text_frame) for c in row.cells) for row in rows))
    if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
        return Drawn("picture", box, picture=shape.image.blob)
    kind = "text" if shape.shape_type == MSO_SHAPE_TYPE.TEXT_BOX else "shape"
    return Drawn(kind, box, _runs(shape.text_frame))


def _chart(chart: Any) -> tuple[Any, tuple[str, ...], tuple[tuple[str, tuple[float | None, ...]], ...]]:
    plot = chart.plots[0]
    series = tuple((one.name, tuple(one.values)) for one in chart.series)
    return chart.chart_type, tuple(map(str, plot.categories)), series


def _runs(frame: Any) -> Runs:
    return tuple(
        tuple(
            (run.text, run.font.size.pt if run.font.size else SIZE, bool(run.font.bold))
            for run in paragraph.runs
        )
        for paragraph in frame.paragraphs
    )


def _fill(frame: Any, paragraphs: Runs) -> None:
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for text, size, bold in runs:
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold = Pt(size), bold
            run.font.color.rgb = INK


def _draw_text(shapes: Any, drawn: Drawn) -> None:
    frame = shapes.add_textbox(*drawn.box).text_frame
    frame.word_wrap = True
    _fill(frame, drawn.runs)


def _draw_shape(shapes: Any, drawn: Drawn) -> None:
    shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *drawn.box)
    shape.fill.solid()
    shape.fill.fore_color.rgb = INK
    shape.line.fill.background()
    _fill(shape.text_frame, drawn.runs)


def _draw_picture(shapes: Any, drawn: Drawn) -> None:
    shapes.add_picture(BytesIO(drawn.picture), *drawn.box)


def _draw_table(shapes: Any, drawn: Drawn) -> None:
    table = shapes.add_table(len(drawn.cells), len(drawn.cells[0]), *drawn.box).table
    for row, cells in enumerate(drawn.cells):
        for column, runs in enumerate(cells):
            cell = table.cell(row, column)
            cell.fill.background()
            _fill(cell.text_frame, runs)


def _draw_chart(shapes: Any, drawn: Drawn) -> None:
    assert drawn.chart is not None
    kind, categories, series = drawn.chart
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = categories
    for name, values in series:
        data.add_series(name, values)
    chart = shapes.add_chart(kind, *drawn.box, data).chart
    chart.has_legend = chart.has_title = False
    chart.plots[0].has_data_labels = True
    chart.plots[0].data_labels.font.size = Pt(SIZE)
    for one in chart.plots[0].series:
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = INK


DRAW = {
    "text": _draw_text,
    "shape": _draw_shape,
    "picture": _draw_picture,
    "table": _draw_table,
    "chart": _draw_chart,
}
