"""What python-pptx 1.0.2 lacks, done from outside on its objects; nothing of the library is replaced.

- It stamps each zip entry with the clock: `package_bytes` writes the parts itself, with a fixed date.
- It knows no sections: `list_sections` writes the list that PowerPoint reads.
- It scans the whole package for each new part's name and queries the tree for each property. Slides,
  charts and notes are therefore loaded as finished parts with counted names (see `pptx_renderer`), which
  also leaves no negative axis numbers, no theme shadows, and no unfilled placeholder to be cleaned up.
- It does not list the notes master: our starter template does (`starter.py`).
"""

from __future__ import annotations

import uuid
import zipfile
from io import BytesIO

from lxml import etree
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from pptx.opc.serialized import _ContentTypesItem
from pptx.oxml.ns import qn
from pptx.package import Package
from pptx.presentation import Presentation

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
NAMESPACE = uuid.UUID("6f1d5a52-7a0e-4d57-9f5e-6a1f1c0d3b11")
"""Root of the names from which section ids are made: the same section, the same id."""
DATE = (1980, 1, 1, 0, 0, 0)


def list_sections(presentation: Presentation, sections: tuple[tuple[str, tuple[int, ...]], ...]) -> None:
    """Group slides under headings; `sections` are names with the ids of their slides, in order."""
    root = presentation.part._element  # noqa: SLF001  (the library has no name for it)
    extension = etree.SubElement(_extensions(root), qn("p:ext"), uri=SECTIONS)
    listed = etree.SubElement(extension, f"{{{P14}}}sectionLst", nsmap={"p14": P14})
    for number, (name, ids) in enumerate(sections):
        identity = f"{{{str(uuid.uuid5(NAMESPACE, f'{number} {name}')).upper()}}}"
        section = etree.SubElement(listed, f"{{{P14}}}section", name=name, id=identity)
        slides = etree.SubElement(section, f"{{{P14}}}sldIdLst")
        for slide_id in ids:
            etree.SubElement(slides, f"{{{P14}}}sldId", id=str(slide_id))


def package_bytes(package: Package) -> bytes:
    """The package as a zip whose bytes depend on its parts only."""
    parts = tuple(package.iter_parts())
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, CONTENT_TYPES_URI.membername, serialize_part_xml(_ContentTypesItem.xml_for(parts)))
        _put(archive, PACKAGE_URI.rels_uri.membername, package._rels.xml)  # noqa: SLF001  (as above)
        for part in parts:
            _put(archive, part.partname.membername, part.blob)
            if part._rels:  # noqa: SLF001  (as above)
                _put(archive, part.partname.rels_uri.membername, part.rels.xml)
    return stream.getvalue()


def _put(archive: zipfile.ZipFile, name: str, blob: bytes) -> None:
    entry = zipfile.ZipInfo(name, DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, blob)


def _extensions(root: etree._Element) -> etree._Element:
    """The list of extensions, always the last child of the presentation."""
    found = root.find(qn("p:extLst"))
    return found if found is not None else etree.SubElement(root, qn("p:extLst"))
