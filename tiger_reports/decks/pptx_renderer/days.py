"""The month day by day as a native chart: band under the lines, marks as points with their lines down."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pptx_renderer.chart_labels import labels_xml
from tiger_reports.decks.pptx_renderer.chart_series import Plot, data_xml, fill_xml, head_xml, line_xml
from tiger_reports.decks.pptx_renderer.chart_workbook import chart_workbook
from tiger_reports.decks.pptx_renderer.chart_xml import axis_ids, line_chart, space_xml
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.picture import DayChart
from tiger_reports.model.exhibits.role import Role
from tiger_reports.text import phrase

HEADING, NAMES, LABELS = 0.3, 0.24, 0.24
MARK_LINES, MARK_SIZE = 2, 10.0
MARKED = Role.HIGHLIGHT


def draw_days(sheet: Sheet, box: Box, shown: DayChart) -> None:
    _heading(sheet, box.top(HEADING), shown)
    tall = MARK_LINES * Type(MARK_SIZE).line + 0.06 if shown.marks else 0.0
    place = box.below(HEADING).top(box.height - HEADING - tall)
    plot = _plot(sheet, place, shown)
    book = chart_workbook(plot.categories, plot.series, shown.number_format)
    sheet.chart(shown.name, place, space_xml(plot, _groups(plot)), book, shown.alt)
    if tall:
        _words(sheet, Box(box.x, place.bottom + 0.06, box.width, tall - 0.06), shown)


def _heading(sheet: Sheet, box: Box, shown: DayChart) -> None:
    """The title at the left, at the right what the lines are."""
    bold, small = Type(13.0, bold=True, family=sheet.family), Type(10.0, family=sheet.family)
    title = elide(shown.title, box.width * 0.5, bold)
    taken = bold.width(title) + 0.2
    sheet.write(f"{shown.name} heading", box.left(taken), title, Ink(13, "tx2", bold=True))
    legend = elide(shown.legend, box.width - taken, small)
    sheet.write(f"{shown.name} legend", box.beside(taken), legend, Ink(10), align="r", anchor="ctr")


def _words(sheet: Sheet, box: Box, shown: DayChart) -> None:
    """Each mark's sign and what it stands for, as many as two lines hold."""
    kind = Type(MARK_SIZE, family=sheet.family)
    told = "    ".join(f"{one.sign} {one.text}" for one in shown.marks)
    text = elide(told, box.width, kind, MARK_LINES)
    sheet.write(f"{shown.name} marks", box, text, Ink(MARK_SIZE))


def _plot(sheet: Sheet, place: Box, shown: DayChart) -> Plot:
    low, high = _extent(shown)
    room = max(place.height - NAMES, 0.3)
    pad = (high - low) * LABELS / max(room - 2 * LABELS, 0.2)
    foot = max(low - pad, 0.0) if low >= 0 else low - pad
    return Plot(
        categories=shown.categories,
        series=_series(shown, high + pad, sheet.language, roomy=low - foot >= pad / 2),
        number_format=shown.number_format,
        low=foot,
        high=high + pad * (2 if shown.marks else 1),
        inner=(0.0, 0.0, 1.0, room / place.height),
        language=sheet.language,
        as_line=True,
        names=9.0,
        labels=9.0,
    )


def _extent(shown: DayChart) -> tuple[float, float]:
    """Lowest and highest value of lines and band; a line need not start at zero."""
    lines = (shown.now, *((shown.earlier,) if shown.earlier else ()))
    values = [v for line in lines for v in line.values if v is not None]
    values += [end for bounds in shown.band if bounds for end in bounds]
    low, high = min(values), max(values)
    return (low, high) if high > low else (low, low + (abs(low) or 1.0))


def _series(shown: DayChart, top: float, language: str, *, roomy: bool) -> tuple[Series, ...]:
    """Band (its foot, its height), the earlier line, this month's line, the marks: in drawing order."""
    found = []
    if shown.banded:
        foot = tuple(bounds[0] if bounds else None for bounds in shown.band)
        tall = tuple(bounds[1] - bounds[0] if bounds else None for bounds in shown.band)
        found += [
            Series(phrase("picture.series_foot", language), foot, Role.HIDDEN),
            Series(phrase("picture.expected", language), tall, Role.PREVIOUS),
        ]
    if shown.earlier is not None:
        found.append(replace(shown.earlier, role=Role.NEUTRAL, labels=()))
    found.append(replace(shown.now, labels=_told(shown.now, lowest=roomy)))
    if shown.marks:
        found.append(_marks(shown, top, language))
    return tuple(found)


def _told(line: Series, *, lowest: bool) -> tuple[str, ...]:
    """Labels at the highest and the last point alone, and at the lowest where there is room under it."""
    known = [(value, at) for at, value in enumerate(line.values) if value is not None]
    if not known:
        return line.labels
    kept = {max(known)[1], known[-1][1], *((min(known)[1],) if lowest else ())}
    return tuple(label if at in kept else "" for at, label in enumerate(line.labels))


def _marks(shown: DayChart, top: float, language: str) -> Series:
    """A point over each day that something belongs to, labelled with its signs."""
    signs: dict[int, list[str]] = {}
    for mark in shown.marks:
        signs.setdefault(mark.at, []).append(mark.sign)
    places = range(len(shown.days))
    values = tuple(top if at in signs else None for at in places)
    labels = tuple(" ".join(signs.get(at, ())) for at in places)
    return Series(phrase("picture.happened", language), values, MARKED, labels)


def _groups(plot: Plot) -> str:
    """The band as stacked areas, then the lines, then the marks."""
    numbered = list(enumerate(plot.series))
    band = [pair for pair in numbered if pair[1].role in (Role.HIDDEN, Role.PREVIOUS)]
    lines = [pair for pair in numbered if pair[1].role in (Role.NEUTRAL, Role.NOW)]
    marks = [pair for pair in numbered if pair[1].role is MARKED]
    drawn = "".join(line_xml(plot, number, one) for number, one in lines)
    drawn += "".join(_mark_xml(plot, number, one) for number, one in marks)
    areas = "".join(_area_xml(plot, number, one) for number, one in band)
    if not areas:
        return line_chart(drawn)
    kind = '<c:grouping val="stacked"/><c:varyColors val="0"/>'
    return f"<c:areaChart>{kind}{areas}{axis_ids()}</c:areaChart>{line_chart(drawn)}"


def _area_xml(plot: Plot, number: int, series: Series) -> str:
    fill = fill_xml(series.role, faint=True)
    return f"<c:ser>{head_xml(number, series)}{fill}{data_xml(plot, number, series)}</c:ser>"


def _mark_xml(plot: Plot, number: int, series: Series) -> str:
    """Points that are not seen themselves; from each a dashed line leads down to the axis."""
    line = (
        '<c:spPr><a:ln w="12700"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
        '<a:prstDash val="sysDash"/></a:ln></c:spPr>'
    )
    fall = (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="fixedVal"/>'
        f'<c:noEndCap val="1"/><c:val val="{_fall(plot, series):.10g}"/>{line}</c:errBars>'
    )
    told = replace(series, role=Role.HIDDEN, roles=(MARKED,) * len(series.values))
    labels = labels_xml(told, 10, plot.language, as_line=True)
    return (
        f"<c:ser>{head_xml(number, series)}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:marker><c:symbol val="none"/></c:marker>{labels}{fall}'
        f'{data_xml(plot, number, series)}<c:smooth val="0"/></c:ser>'
    )


def _fall(plot: Plot, series: Series) -> float:
    return max((value for value in series.values if value is not None), default=plot.low) - plot.low
