"""Numbers and orders inside the presentation: ids are unique, lists complete, children in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from tiger_reports.decks.package.reading import NS, P14, P, Package, R

PRESENTATION = "ppt/presentation.xml"
ORDER = (
    "sldMasterIdLst",
    "notesMasterIdLst",
    "handoutMasterIdLst",
    "sldIdLst",
    "sldSz",
    "notesSz",
    "smartTags",
    "embeddedFontLst",
    "custShowLst",
    "photoAlbum",
    "custDataLst",
    "kinsoku",
    "defaultTextStyle",
    "modifyVerifier",
    "extLst",
)
LEAST_SLIDE_ID, LEAST_MASTER_ID = 256, 2_147_483_648


def identity_faults(package: Package) -> tuple[str, ...]:
    root = package.tree(PRESENTATION)
    if root is None:
        return (f"{PRESENTATION} is missing",)
    return (
        *_child_order(root),
        *_slide_ids(package, root),
        *_layout_ids(package, root),
        *_notes_master(package, root),
        *_sections(root),
        *_shape_ids(package),
    )


def _child_order(root: etree._Element) -> list[str]:
    names = [etree.QName(child).localname for child in root]
    places = [ORDER.index(name) for name in names if name in ORDER]
    unknown = [f"{PRESENTATION}: unknown element {name}" for name in names if name not in ORDER]
    return unknown + ([f"{PRESENTATION}: children out of order"] if places != sorted(places) else [])


def _slide_ids(package: Package, root: etree._Element) -> list[str]:
    entries = root.findall("p:sldIdLst/p:sldId", NS)
    ids = [entry.get("id", "") for entry in entries]
    found = _doubles(PRESENTATION, "slide id", ids)
    found += [
        f"{PRESENTATION}: slide id {i} out of range"
        for i in ids
        if not i.isdigit() or int(i) < LEAST_SLIDE_ID
    ]
    shown = [package.target(PRESENTATION, entry.get(f"{{{R}}}id", "")) for entry in entries]
    found += _doubles(PRESENTATION, "slide", shown)
    return found + [
        f"{name}: a slide that is not listed" for name, _ in package.parts("ppt/slides") if name not in shown
    ]


def _layout_ids(package: Package, root: etree._Element) -> list[str]:
    """Ids of masters and layouts are unique over all masters together."""
    ids = [entry.get("id", "") for entry in root.findall("p:sldMasterIdLst/p:sldMasterId", NS)]
    for _, master in package.parts("ppt/slideMasters"):
        ids += [entry.get("id", "") for entry in master.findall("p:sldLayoutIdLst/p:sldLayoutId", NS)]
    wrong = [i for i in ids if not i.isdigit() or int(i) < LEAST_MASTER_ID]
    return _doubles(PRESENTATION, "master or layout id", ids) + [
        f"{PRESENTATION}: master or layout id {i} out of range" for i in wrong
    ]


def _notes_master(package: Package, root: etree._Element) -> list[str]:
    there = any(True for _ in package.parts("ppt/notesMasters"))
    listed = root.find("p:notesMasterIdLst/p:notesMasterId", NS) is not None
    return [f"{PRESENTATION}: the notes master is not listed"] if there and not listed else []


def _sections(root: etree._Element) -> list[str]:
    known = {entry.get("id") for entry in root.findall("p:sldIdLst/p:sldId", NS)}
    sections = list(root.iter(f"{{{P14}}}section"))
    named = [entry.get("id", "") for section in sections for entry in section.iter(f"{{{P14}}}sldId")]
    found = [
        f"{PRESENTATION}: a section names slide {id_}, which is not there"
        for id_ in named
        if id_ not in known
    ]
    if sections:
        found += [f"{PRESENTATION}: slide {id_} is in no section" for id_ in known if id_ not in named]
    return found + _doubles(PRESENTATION, "section id", (section.get("id", "") for section in sections))


def _shape_ids(package: Package) -> list[str]:
    found = []
    for folder in ("ppt/slides", "ppt/slideLayouts", "ppt/slideMasters", "ppt/notesSlides"):
        for name, tree in package.parts(folder):
            found += _doubles(name, "shape id", (e.get("id", "") for e in tree.iter(f"{{{P}}}cNvPr")))
    return found


def _doubles(where: str, what: str, values: Iterable[str]) -> list[str]:
    return [f"{where}: {what} {value} {n} times" for value, n in Counter(values).items() if n > 1]
