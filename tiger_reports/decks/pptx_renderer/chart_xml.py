"""A native chart as DrawingML: bars or lines, one colour a role, every point also in the workbook."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.pptx_renderer.chart_axes import CATEGORY_AXIS, VALUE_AXIS, axes_xml, text_properties
from tiger_reports.decks.pptx_renderer.chart_labels import labels_xml, role_at
from tiger_reports.decks.pptx_renderer.ink import clean
from tiger_reports.model.slide import Role, Series

COLOURS = {
    Role.NOW: "accent1",
    Role.PREVIOUS: "accent3",
    Role.YEAR_AGO: "accent6",
    Role.TARGET: "tx1",
    Role.HIGHLIGHT: "accent2",
    Role.BETTER: "accent4",
    Role.WORSE: "accent5",
    Role.NEUTRAL: "accent6",
}
HATCH = {Role.PREVIOUS: "accent6"}
"""Darker than the fill of whole bars: thin lines need it."""
NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True)
class Plot:
    """What is drawn and where: `inner` is x, y, width, height of the plot in shares of the chart's frame."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str
    low: float
    high: float
    inner: tuple[float, float, float, float]
    language: str
    horizontal: bool = False
    as_line: bool = False
    gap: int = 45
    overlap: int = 0
    names: float = 10.0  # size of the category names, 0 hides them
    labels: float = 10.0


def chart_xml(plot: Plot) -> bytes:
    """The whole chart part. A series with role TARGET is drawn as a dashed line over the others."""
    main = [pair for pair in enumerate(plot.series) if pair[1].role is not Role.TARGET]
    target = [pair for pair in enumerate(plot.series) if pair[1].role is Role.TARGET]
    groups = (_lines if plot.as_line else _bars)(plot, main) + (_lines(plot, target) if target else "")
    x, y, width, height = plot.inner
    axes = axes_xml(
        horizontal=plot.horizontal,
        low=plot.low,
        high=plot.high,
        size=plot.names,
        language=plot.language,
        number_format=clean(plot.number_format),
    )
    layout = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/><c:w val="{width:.5f}"/><c:h val="{height:.5f}"/>'
        "</c:manualLayout></c:layout>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {NAMESPACES}>'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{layout}{groups}{axes}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{text_properties(plot.labels, plot.language)}<c:externalData r:id="rId1"><c:autoUpdate '
        'val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _bars(plot: Plot, series: list[tuple[int, Series]]) -> str:
    direction = "bar" if plot.horizontal else "col"
    drawn = "".join(_bar(plot, number, one) for number, one in series)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors '
        f'val="0"/>{drawn}'
        f'<c:gapWidth val="{plot.gap}"/><c:overlap val="{plot.overlap}"/>{_axis_ids()}</c:barChart>'
    )


def _lines(plot: Plot, series: list[tuple[int, Series]]) -> str:
    drawn = "".join(_line(plot, number, one) for number, one in series)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}<c:marker val="1"/>'
        f"{_axis_ids()}</c:lineChart>"
    )


def _axis_ids() -> str:
    return f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def _bar(plot: Plot, number: int, series: Series) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D '
        f'val="0"/>{_hatched(role) if index in series.partial else _fill(role)}</c:dPt>'
        for index, role in enumerate(series.roles)
        if role is not series.role or index in series.partial
    )
    labels = labels_xml(series, plot.labels, plot.language, as_line=False)
    return (
        f'<c:ser>{_head(number, series)}{_fill(series.role)}<c:invertIfNegative val="0"/>{points}{labels}'
        f"{_data(plot, number, series)}</c:ser>"
    )


def _line(plot: Plot, number: int, series: Series) -> str:
    target = series.role is Role.TARGET
    dash = '<a:prstDash val="dash"/>' if target else ""
    colour = "tx1" if target else "accent1"
    stroke = _stroke(colour, 12_700 if target else 25_400, dash)
    marks = "" if target else _marks(series)
    labels = labels_xml(series, plot.labels, plot.language, as_line=True)
    return (
        f'<c:ser>{_head(number, series)}{stroke}<c:marker><c:symbol val="none"/></c:marker>{marks}{labels}'
        f'{_data(plot, number, series)}<c:smooth val="0"/></c:ser>'
    )


def _marks(series: Series) -> str:
    """A dot at each labelled point; the month told in its own colour, with the line that leads to it.

    The point's own line is what some viewers paint its dot with.
    """
    found = []
    for index, value in enumerate(series.values):
        highlighted = role_at(series, index) is Role.HIGHLIGHT
        if value is None or not (highlighted or (series.labels and series.labels[index])):
            continue
        size, colour = (9, "accent2") if highlighted else (5, "accent1")
        found.append(
            f'<c:dPt><c:idx val="{index}"/><c:marker><c:symbol val="circle"/><c:size val="{size}"/><c:spPr>'
            f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
            "</c:spPr></c:marker>"
            f'<c:bubble3D val="0"/>{_stroke(colour)}</c:dPt>'
        )
    return "".join(found)


def _head(number: int, series: Series) -> str:
    column = column_letter(number)
    return (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
        f"<c:f>Sheet1!${column}$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{clean(series.name)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )


def _data(plot: Plot, number: int, series: Series) -> str:
    count, column = len(plot.categories), column_letter(number)
    names = "".join(
        f'<c:pt idx="{i}"><c:v>{clean(name)}</c:v></c:pt>' for i, name in enumerate(plot.categories)
    )
    values = "".join(
        f'<c:pt idx="{i}"><c:v>{value!r}</c:v></c:pt>'
        for i, value in enumerate(series.values)
        if value is not None
    )
    return (
        f'<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val="{count}"/>{names}'
        "</c:strCache></c:strRef></c:cat><c:val><c:numRef>"
        f"<c:f>Sheet1!${column}$2:${column}${count + 1}</c:f>"
        f"<c:numCache><c:formatCode>{clean(plot.number_format)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val>'
    )


def column_letter(number: int) -> str:
    """Column of series `number` in the workbook, after the one of the names."""
    return chr(ord("B") + number)


def _stroke(colour: str, width: int = 25_400, dash: str = "") -> str:
    return (
        f'<c:spPr><a:ln w="{width}" cap="rnd"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        f"{dash}<a:round/></a:ln></c:spPr>"
    )


def _hatched(role: Role) -> str:
    """The look of a period that is not whole: hatched and outlined."""
    colour = f'<a:schemeClr val="{HATCH.get(role, COLOURS[role])}"/>'
    white = '<a:bgClr><a:schemeClr val="bg1"/></a:bgClr>'
    pattern = f'<a:pattFill prst="wdUpDiag"><a:fgClr>{colour}</a:fgClr>{white}</a:pattFill>'
    outline = f'<a:ln w="9525"><a:solidFill>{colour}</a:solidFill></a:ln>'
    return f"<c:spPr>{pattern}{outline}</c:spPr>"


def _fill(role: Role) -> str:
    colour = f'<a:solidFill><a:schemeClr val="{COLOURS[role]}"/></a:solidFill>'
    return f"<c:spPr>{colour}<a:ln><a:noFill/></a:ln></c:spPr>"
