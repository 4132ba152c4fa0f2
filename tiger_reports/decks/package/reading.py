"""A package as names and parsed parts, read with care: the file may be damaged."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
NS = {"r": R, "a": A, "p": P, "c": C, "p14": P14}
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


@dataclass(frozen=True)
class Relation:
    id: str
    kind: str  # last word of the relationship's type
    target: str  # name of the part, or an address where `external`
    external: bool


@dataclass(frozen=True)
class Package:
    """`names` as they stand in the zip, with doubles; `trees` of the parts that are XML."""

    names: tuple[str, ...]
    blobs: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]
    relations: Mapping[str, tuple[Relation, ...]]

    def tree(self, name: str) -> etree._Element | None:
        return self.trees.get(name)

    def parts(self, folder: str) -> Iterator[tuple[str, etree._Element]]:
        """Parts directly in `folder`, such as `ppt/slides`."""
        return (
            (n, t) for n, t in self.trees.items() if posixpath.dirname(n) == folder and n.endswith(".xml")
        )

    def target(self, part: str, relation: str) -> str:
        return next((r.target for r in self.relations.get(part, ()) if r.id == relation), "")


def read_package(data: bytes) -> tuple[Package | None, tuple[str, ...]]:
    """The package and what is wrong with it already while reading."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = tuple(archive.namelist())
            blobs = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        return None, (f"not a readable zip: {error}",)
    faults: list[str] = []
    trees: dict[str, etree._Element] = {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for name, blob in blobs.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(blob, parser)
            except etree.XMLSyntaxError as error:
                faults.append(f"{name}: not well-formed XML: {error.msg}")
    relations = {
        _owner(name): _relations(name, tree) for name, tree in trees.items() if name.endswith(".rels")
    }
    return Package(names, blobs, trees, relations), tuple(faults)


def _owner(rels: str) -> str:
    """`ppt/_rels/presentation.xml.rels` belongs to `ppt/presentation.xml`."""
    folder, file = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _relations(name: str, tree: etree._Element) -> tuple[Relation, ...]:
    base = posixpath.dirname(_owner(name))
    return tuple(_relation(entry, base) for entry in tree.iter(f"{{{RELATIONSHIPS}}}Relationship"))


def _relation(entry: etree._Element, base: str) -> Relation:
    target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
    if not external:
        target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
    return Relation(entry.get("Id", ""), entry.get("Type", "").rsplit("/", 1)[-1], target, external)
