"""Charts: axes that exist, series in order, and every drawn point equal to its cell in the workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import reduce

from lxml import etree

from tiger_reports.decks.package.reading import NS, C, Package, R
from tiger_reports.panels.workbook import BrokenWorkbookError, Value, grids_of
from tiger_reports.panels.zip_look import danger_in

AXES = ("catAx", "valAx", "dateAx", "serAx")
FORMULA = re.compile(r"'?(?P<sheet>[^'!]+)'?!\$(?P<column>[A-Z]+)\$(?P<first>\d+)(:\$[A-Z]+\$(?P<last>\d+))?")
CLOSE = 1e-9

Sheet = Sequence[Sequence[Value]]


def chart_faults(package: Package) -> tuple[str, ...]:
    found: list[str] = []
    for name, tree in package.parts("ppt/charts"):
        found += [f"{name}: {fault}" for fault in (*_axes(tree), *_order(tree), *_points(tree))]
        found += [f"{name}: {fault}" for fault in _workbook(package, name, tree)]
    return tuple(found)


def _values(tree: etree._Element, path: str) -> list[str]:
    return [element.get("val", "") for element in tree.iterfind(path, NS)]


def _axes(tree: etree._Element) -> list[str]:
    area = tree.find("c:chart/c:plotArea", NS)
    if area is None:
        return ["no plot area"]
    own = [
        id_.get("val", "")
        for axis in area
        if etree.QName(axis).localname in AXES
        for id_ in axis.findall("c:axId", NS)
    ]
    used = [
        element.get("val", "")
        for plot in area
        if etree.QName(plot).localname.endswith("Chart")
        for element in plot.findall("c:axId", NS)
    ]
    crossed = _values(area, "*/c:crossAx")
    found = [f"axis id {value} is not a positive number" for value in own if not value.isdigit()]
    found += [f"axis id {value} without an axis" for value in (*used, *crossed) if value not in own]
    found += [f"axis {value} is used by no plot" for value in own if value not in used]
    return found + (["two axes of one id"] if len(set(own)) != len(own) else [])


def _order(tree: etree._Element) -> list[str]:
    found = []
    for what in ("idx", "order"):
        values = _values(tree, f".//c:ser/c:{what}")
        if len(set(values)) != len(values):
            found.append(f"two series with one {what}")
    return found


def _points(tree: etree._Element) -> list[str]:
    found = []
    for cache in tree.iter(f"{{{C}}}numCache", f"{{{C}}}strCache"):
        count = cache.find("c:ptCount", NS)
        indexes = [int(point.get("idx", "0")) for point in cache.findall("c:pt", NS)]
        if count is None or any(index >= int(count.get("val", "0")) for index in indexes):
            found.append("a point lies beyond the number of points")
        if len(set(indexes)) != len(indexes):
            found.append("two points with one index")
    return found


def _workbook(package: Package, name: str, tree: etree._Element) -> list[str]:
    link = tree.find("c:externalData", NS)
    if link is None:
        return ["no workbook: the chart cannot be edited"]
    blob = package.blobs.get(package.target(name, link.get(f"{{{R}}}id", "")))
    if blob is None:
        return ["the workbook is not there"]
    if danger := danger_in(blob):
        return [f"the workbook cannot be read: {danger.reason}"]
    try:
        sheets = grids_of(blob)
    except BrokenWorkbookError as error:
        return [f"the workbook cannot be read: {error}"]
    references = list(tree.iter(f"{{{C}}}numRef", f"{{{C}}}strRef"))
    return [fault for reference in references for fault in _compared(reference, sheets)]


def _compared(reference: etree._Element, sheets: Mapping[str, Sheet]) -> list[str]:
    formula = reference.findtext("c:f", "", NS)
    match = FORMULA.fullmatch(formula)
    if match is None or match["sheet"] not in sheets:
        return [f"{formula!r} names no cells of the workbook"]
    sheet, first = sheets[match["sheet"]], int(match["first"])
    cache = reference.find("c:numCache", NS)
    cache = cache if cache is not None else reference.find("c:strCache", NS)
    drawn = (
        {int(p.get("idx", "0")): p.findtext("c:v", "", NS) for p in cache.findall("c:pt", NS)}
        if cache is not None
        else {}
    )
    rows = range(int(match["last"] or first) - first + 1)
    column = _column(match["column"])
    cells = {index: _cell(sheet, first - 1 + index, column) for index in rows}
    return [
        f"point {index} of {formula} is {drawn.get(index)!r}, the workbook has {cells.get(index)!r}"
        for index in sorted(set(drawn) | {i for i, value in cells.items() if value is not None})
        if not _same(drawn.get(index), cells.get(index))
    ]


def _column(letters: str) -> int:
    """`A` is 0, `AA` is 26."""
    return reduce(lambda at, letter: at * 26 + ord(letter) - ord("A") + 1, letters, 0) - 1


def _cell(sheet: Sheet, row: int, column: int) -> Value | None:
    """None where nothing stands, also beyond the last cell."""
    cells = sheet[row] if row < len(sheet) else ()
    return None if column >= len(cells) or cells[column] == "" else cells[column]


def _same(drawn: str | None, cell: object) -> bool:
    if drawn is None or cell is None:
        return not drawn and not cell
    if isinstance(cell, (int, float)):
        try:
            return abs(float(drawn) - cell) <= CLOSE * max(abs(cell), 1.0)
        except ValueError:
            return False
    return str(cell) == drawn
