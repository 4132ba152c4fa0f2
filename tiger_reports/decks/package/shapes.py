"""Shapes, tables and colours of every slide: whole numbers, full rows, a paragraph in each text."""

from __future__ import annotations

import re

from lxml import etree

from tiger_reports.decks.package.reading import NS, A, P, Package

FOLDERS = ("ppt/slides", "ppt/slideLayouts", "ppt/slideMasters", "ppt/notesSlides", "ppt/charts", "ppt/theme")
COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
WHOLE = re.compile(r"-?\d+")


def shape_faults(package: Package) -> tuple[str, ...]:
    found: list[str] = []
    for folder in FOLDERS:
        for name, tree in package.parts(folder):
            found += [
                f"{name}: {fault}"
                for fault in (*_extents(tree), *_colours(tree), *_texts(tree), *_tables(tree))
            ]
    for name, tree in package.parts("ppt/slides"):
        found += [f"{name}: {fault}" for fault in (*_placeholders(tree), *_silent(tree))]
    return tuple(found)


def _extents(tree: etree._Element) -> list[str]:
    found = []
    for element in tree.iter(f"{{{A}}}ext", f"{{{A}}}off"):
        names = ("cx", "cy") if element.tag.endswith("}ext") else ("x", "y")
        for name in names:
            value = element.get(name)
            if value is None:
                continue
            if not WHOLE.fullmatch(value) or (name in ("cx", "cy") and int(value) < 0):
                found.append(f"{name} is {value!r}, not a whole number that a size can be")
    return found


def _colours(tree: etree._Element) -> list[str]:
    values = (element.get("val", "") for element in tree.iter(f"{{{A}}}srgbClr"))
    return [f"colour {value!r} is not six hex digits" for value in values if not COLOUR.fullmatch(value)]


def _texts(tree: etree._Element) -> list[str]:
    bodies = list(tree.iter(f"{{{P}}}txBody", f"{{{A}}}txBody"))
    return ["a text without a paragraph" for body in bodies if body.find("a:p", NS) is None]


def _tables(tree: etree._Element) -> list[str]:
    found = []
    for table in tree.iter(f"{{{A}}}tbl"):
        columns = len(table.findall("a:tblGrid/a:gridCol", NS))
        for number, row in enumerate(table.findall("a:tr", NS), start=1):
            cells = len(row.findall("a:tc", NS))
            if cells != columns:
                found.append(f"table row {number} has {cells} cells for {columns} columns")
    return found


def _placeholders(tree: etree._Element) -> list[str]:
    """Nobody is asked to `click to add text`: a placeholder on a slide holds something."""
    found = []
    for shape in tree.iter(f"{{{P}}}sp"):
        if shape.find("p:nvSpPr/p:nvPr/p:ph", NS) is None:
            continue
        words = "".join(element.text or "" for element in shape.iter(f"{{{A}}}t"))
        if not words.strip():
            found.append(f"placeholder {shape_name(shape)!r} is empty")
    return found


def shape_name(shape: etree._Element) -> str:
    named = shape.find(".//p:cNvPr", NS)
    return named.get("name", "") if named is not None else ""


def _silent(tree: etree._Element) -> list[str]:
    """Charts, tables and pictures say in words what they show."""
    found = []
    for path in ("p:nvGraphicFramePr/p:cNvPr", "p:nvPicPr/p:cNvPr"):
        for shape in tree.iter(f"{{{P}}}graphicFrame", f"{{{P}}}pic"):
            named = shape.find(path, NS)
            if named is not None and not named.get("descr"):
                found.append(f"{named.get('name')!r} has no alternative text")
    return found
