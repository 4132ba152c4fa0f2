"""A native chart as DrawingML: bars or lines, one colour a role, every point also in the workbook."""

from __future__ import annotations

from tiger_reports.decks.pptx_renderer.chart_axes import CATEGORY_AXIS, VALUE_AXIS, axes_xml, text_properties
from tiger_reports.decks.pptx_renderer.chart_series import Plot, bar_xml, line_xml
from tiger_reports.decks.pptx_renderer.ink import clean
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.role import Role

Numbered = list[tuple[int, Series]]
"""Series with their numbers in the whole chart, which are their columns in the workbook."""
NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def chart_xml(plot: Plot) -> bytes:
    """The whole chart part. A series with role TARGET is drawn as a dashed line over the others."""
    main = [pair for pair in enumerate(plot.series) if pair[1].role is not Role.TARGET]
    target = [pair for pair in enumerate(plot.series) if pair[1].role is Role.TARGET]
    groups = (line_group if plot.as_line else bar_group)(plot, main)
    return space_xml(plot, groups + (line_group(plot, target) if target else ""))


def space_xml(plot: Plot, groups: str) -> bytes:
    """The chart part around groups of series that share the two axes."""
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


def bar_group(plot: Plot, series: Numbered) -> str:
    direction = "bar" if plot.horizontal else "col"
    grouping, overlap = ("stacked", 100) if plot.stacked else ("clustered", plot.overlap)
    drawn = "".join(bar_xml(plot, number, one) for number, one in series)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors '
        f'val="0"/>{drawn}'
        f'<c:gapWidth val="{plot.gap}"/><c:overlap val="{overlap}"/>{axis_ids()}</c:barChart>'
    )


def line_group(plot: Plot, series: Numbered) -> str:
    return line_chart("".join(line_xml(plot, number, one) for number, one in series))


def line_chart(drawn: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}<c:marker val="1"/>'
        f"{axis_ids()}</c:lineChart>"
    )


def axis_ids() -> str:
    return f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
