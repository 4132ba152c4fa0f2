"""Parts of a change as native bars from one zero; names, amounts and shares stand in columns beside them."""

from __future__ import annotations

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.fit import fits
from tiger_reports.decks.layout.wrap import Type, elide, elide_middle
from tiger_reports.decks.pptx_renderer.chart_series import Plot
from tiger_reports.decks.pptx_renderer.chart_workbook import chart_workbook
from tiger_reports.decks.pptx_renderer.chart_xml import chart_xml
from tiger_reports.decks.pptx_renderer.ink import Ink
from tiger_reports.decks.pptx_renderer.sheet import Sheet
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.picture import Contribution, Contributions
from tiger_reports.model.exhibits.role import Role
from tiger_reports.text import phrase

HEADING, LEGEND = 0.32, 0.3
NAME_SHARE = 0.45
TALLEST_ROW = 0.4
GAP, SLACK = 0.1, 0.03
INKS = {Role.BETTER: "accent4", Role.WORSE: "accent5"}
SIZES = (12.0, 11.0, 10.0, 9.0)


def draw_contributions(sheet: Sheet, box: Box, shown: Contributions) -> None:
    title = elide(shown.title, box.width, Type(13.0, bold=True, family=sheet.family))
    sheet.write(f"{shown.name} heading", box.top(HEADING), title, Ink(13, "tx2", bold=True))
    rows = (*shown.rows, shown.total)
    height = min(box.height - HEADING - LEGEND, TALLEST_ROW * len(rows))
    size = next((s for s in SIZES if Type(s).line <= height / len(rows)), SIZES[-1])
    body = box.below(HEADING).top(height)
    widths = _widths(sheet, body, rows, size)
    names, bars, amounts, shares = body.weighted(widths)
    _column(sheet, shown.name, "name", names, tuple(row.name for row in rows), size, rows)
    _bars(sheet, bars, shown, rows)
    _column(sheet, shown.name, "amount", amounts, tuple(row.label for row in rows), size, rows)
    _column(sheet, shown.name, "share", shares, tuple(row.share for row in rows), size, rows)
    line = body.rows(len(rows), 0)[-1]
    sheet.fill(f"{shown.name} line", line.top(0.012), "accent3")
    below = Box(box.x, body.bottom + 0.04, box.width, LEGEND)
    words = " ".join(filter(None, (shown.basis, shown.legend)))
    small = Type(fits(words, below, sizes=(9.0, 8.0), family=sheet.family).size, family=sheet.family)
    told = elide(words, below.width, small, int(below.height / small.line))
    sheet.write(f"{shown.name} legend", below, told, Ink(small.size))


def _widths(
    sheet: Sheet, body: Box, rows: tuple[Contribution, ...], size: float
) -> tuple[float, float, float, float]:
    plain, bold = Type(size, family=sheet.family), Type(size, bold=True, family=sheet.family)
    names = min(max(bold.width(row.name) for row in rows) + GAP + SLACK, body.width * NAME_SHARE)
    amounts = max(bold.width(row.label) for row in rows) + 2 * GAP
    shares = max(plain.width(row.share) for row in rows) + GAP
    return names, max(body.width - names - amounts - shares, 0.5), amounts, shares


def _column(  # noqa: PLR0913, PLR0917  (a column of words: where, which, how large)
    sheet: Sheet,
    name: str,
    role: str,
    box: Box,
    words: tuple[str, ...],
    size: float,
    rows: tuple[Contribution, ...],
) -> None:
    """Words beside the bars: they keep their place whatever draws the chart."""
    for number, (text, place, row) in enumerate(zip(words, box.rows(len(rows), 0), rows, strict=True), 1):
        bold = role == "amount" or number == len(rows)
        ink = Ink(size, INKS.get(row.role, "tx1") if role == "amount" else "tx1", bold=bold)
        room, short = place, text
        if role == "name":
            room = place.left(place.width - GAP)
            short = elide_middle(text, room.width - SLACK, Type(size, bold=bold, family=sheet.family))
        if short:
            sheet.write(f"{name} {role} {number}", room, short, ink, align="r", anchor="ctr")


def _bars(sheet: Sheet, box: Box, shown: Contributions, rows: tuple[Contribution, ...]) -> None:
    series = _series(rows, sheet.language)
    ends = [x for row in rows for x in _ends(row)]
    low, high = min(0.0, *ends), max(0.0, *ends)
    pad = 0.02 * ((high - low) or 1.0)
    plot = Plot(
        categories=tuple(row.name for row in rows),
        series=series,
        number_format=shown.number_format,
        low=low - pad,
        high=high + pad,
        inner=(0.0, 0.0, 1.0, 1.0),
        language=sheet.language,
        horizontal=True,
        stacked=True,
        faint=frozenset({2} if len(series) > 1 else ()),
        gap=60,
        names=0,
    )
    book = chart_workbook(plot.categories, series, shown.number_format)
    sheet.chart(f"{shown.name} bars", box, chart_xml(plot), book, shown.alt)


def _ends(row: Contribution) -> tuple[float, float]:
    parts = row.halves or (row.value,)
    return sum(x for x in parts if x < 0), sum(x for x in parts if x > 0)


def _series(rows: tuple[Contribution, ...], language: str) -> tuple[Series, ...]:
    """Whole bars; where parts have a rate and a mix, those two beside them, the mix in the paler tone."""
    split = any(row.halves for row in rows)
    whole = tuple(None if row.halves else row.value for row in rows)
    name = phrase("picture.series_whole", language)
    found = [Series(name, whole, Role.NEUTRAL, roles=tuple(row.role for row in rows))]
    for at, kind in enumerate(("rate", "mix") if split else ()):
        values = tuple(row.halves[at] if row.halves else None for row in rows)
        roles = tuple(row.half_roles[at] if row.halves else Role.NEUTRAL for row in rows)
        found.append(Series(phrase(f"picture.{kind}", language), values, Role.NEUTRAL, roles=roles))
    return tuple(found)
