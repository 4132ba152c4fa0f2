"""Our own starter template, written from the brand: an empty deck with five layouts and a notes master."""

from __future__ import annotations

import zipfile
from functools import lru_cache
from io import BytesIO

from tiger_reports.decks.layout.frame import WIDE, Frame
from tiger_reports.decks.pptx_renderer import layouts
from tiger_reports.decks.pptx_renderer.colours import palette
from tiger_reports.decks.pptx_renderer.theme import theme_xml
from tiger_reports.model.client import Brand

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.presentationml."
BRANDS_KEPT = 64


@lru_cache(maxsize=BRANDS_KEPT)
def starter(brand: Brand, frame: Frame = WIDE) -> bytes:
    """The template as a .pptx of its own; equal brands give equal bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, text in _parts(brand, frame).items():
            package.writestr(zipfile.ZipInfo(name), HEAD + text)
    return stream.getvalue()


def _parts(brand: Brand, frame: Frame) -> dict[str, str]:
    theme = theme_xml(palette(brand), brand.font)
    parts = {
        "_rels/.rels": _rels(
            ("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml")
        ).replace(
            "</Relationships>",
            f'<Relationship Id="rId3" Type="{PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>',
        ),
        "docProps/core.xml": _core(),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Application>Tiger Reports</Application></Properties>"
        ),
        "ppt/presentation.xml": _presentation(frame),
        "ppt/_rels/presentation.xml.rels": _rels(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "ppt/slideMasters/slideMaster1.xml": layouts.master(frame),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels(
            *(("slideLayout", f"../slideLayouts/slideLayout{n + 1}.xml") for n in range(len(layouts.NAMES))),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": layouts.notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _rels(("theme", "../theme/theme2.xml")),
        "ppt/theme/theme1.xml": theme,
        "ppt/theme/theme2.xml": theme,
    }
    for number, layout in enumerate(layouts.layouts(frame), start=1):
        name = f"ppt/slideLayouts/slideLayout{number}.xml"
        parts[name] = layout
        parts[name.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels"] = _rels(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return {"[Content_Types].xml": _content_types(parts), **parts}


def _rels(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def _presentation(frame: Frame) -> str:
    """The notes master is listed here: without the entry some programs show no notes."""
    return (
        f'<p:presentation {layouts.NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst>'
        '<p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f"<p:sldIdLst/>{layouts.slide_size(frame)}</p:presentation>"
    )


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _content_types(parts: dict[str, str]) -> str:
    kinds = {
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "ppt/presentation.xml": f"{KIND}presentation.main+xml",
    }
    for name in parts:
        for folder in ("slideMaster", "slideLayout", "notesMaster"):
            if name.startswith(f"ppt/{folder}s/{folder}"):
                kinds[name] = f"{KIND}{folder}+xml"
        if name.startswith("ppt/theme/"):
            kinds[name] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
