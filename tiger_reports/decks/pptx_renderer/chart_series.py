"""Series of a native chart: colours by role, hatching of what is not whole, marks, labels, data."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.pptx_renderer.chart_labels import labels_xml, role_at
from tiger_reports.decks.pptx_renderer.ink import clean
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.role import Role

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
FAINT = '<a:lumMod val="50000"/><a:lumOff val="50000"/>'
QUIET = (Role.TARGET, Role.NEUTRAL, Role.HIDDEN)
"""Lines without dots: what others are held against, and what is not seen."""
HATCH = {Role.PREVIOUS: "accent6"}
"""Darker than the fill of whole bars: thin lines need it."""


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
    stacked: bool = False
    gap: int = 45
    overlap: int = 0
    faint: frozenset[int] = frozenset()  # numbers of series in a paler tone of their colours
    names: float = 10.0  # size of the category names, 0 hides them
    labels: float = 10.0


def bar_xml(plot: Plot, number: int, series: Series) -> str:
    faint = number in plot.faint
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D '
        f'val="0"/>{_hatched(role) if index in series.partial else fill_xml(role, faint=faint)}</c:dPt>'
        for index, role in enumerate(series.roles)
        if role is not series.role or index in series.partial
    )
    labels = labels_xml(series, plot.labels, plot.language, as_line=False, inside=plot.stacked)
    return (
        f"<c:ser>{head_xml(number, series)}{fill_xml(series.role, faint=faint)}"
        f'<c:invertIfNegative val="0"/>{points}{labels}'
        f"{data_xml(plot, number, series)}</c:ser>"
    )


def line_xml(plot: Plot, number: int, series: Series) -> str:
    hidden = series.role is Role.HIDDEN
    stroke = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>" if hidden else _line_stroke(series.role)
    marks = "" if series.role in QUIET else _marks(series)
    labels = labels_xml(series, plot.labels, plot.language, as_line=True)
    return (
        f'<c:ser>{head_xml(number, series)}{stroke}<c:marker><c:symbol val="none"/></c:marker>{marks}{labels}'
        f'{data_xml(plot, number, series)}<c:smooth val="0"/></c:ser>'
    )


def _line_stroke(role: Role) -> str:
    if role is Role.TARGET:
        return stroke_xml("tx1", 12_700, '<a:prstDash val="dash"/>')
    return stroke_xml("accent6", 15_875) if role is Role.NEUTRAL else stroke_xml("accent1")


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
            f'<c:bubble3D val="0"/>{stroke_xml(colour)}</c:dPt>'
        )
    return "".join(found)


def head_xml(number: int, series: Series) -> str:
    column = column_letter(number)
    return (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
        f"<c:f>Sheet1!${column}$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{clean(series.name)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )


def data_xml(plot: Plot, number: int, series: Series) -> str:
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


def stroke_xml(colour: str, width: int = 25_400, dash: str = "") -> str:
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


def fill_xml(role: Role, *, faint: bool = False) -> str:
    if role is Role.HIDDEN:
        return "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    tone = FAINT if faint else ""
    colour = f'<a:solidFill><a:schemeClr val="{COLOURS[role]}">{tone}</a:schemeClr></a:solidFill>'
    return f"<c:spPr>{colour}<a:ln><a:noFill/></a:ln></c:spPr>"
