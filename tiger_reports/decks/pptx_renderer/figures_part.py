"""The figures that a deck shows, kept inside the file, so that it can be held against the data."""

from __future__ import annotations

from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from tiger_reports.decks.xml_text import legal
from tiger_reports.model.slide import Deck, Shown

NAMESPACE = "urn:tiger-reports:figures:1"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
KEPT = ("client", "month", "version", "kind", "state", "stretch", "start")
"""Properties of the deck that go into the part; the author and the day stand in the core properties."""


def add_figures(package: Package, deck: Deck) -> None:
    part = Part(PackURI("/customXml/item1.xml"), "application/xml", package, figures_xml(deck))
    package.presentation_part.relate_to(part, RELATION)


def figures_xml(deck: Deck) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}deck", nsmap={"t": NAMESPACE})
    root.set("language", deck.language)
    for name, value in deck.properties:
        if name in KEPT:
            root.set(name, legal(value))
    for slide in deck.slides:
        for shown in slide.shown:
            _figure(root, slide.key, shown)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _figure(root: etree._Element, slide: str, shown: Shown) -> None:
    texts = {
        "slide": slide,
        "metric": shown.metric,
        "scope": shown.scope,
        "period": shown.period,
        "kind": shown.kind,
        "base": shown.base,
        "text": shown.text,
    }
    figure = etree.SubElement(root, f"{{{NAMESPACE}}}figure")
    figure.set("value", repr(shown.value))
    for name, value in texts.items():
        if value:
            figure.set(name, legal(value))
