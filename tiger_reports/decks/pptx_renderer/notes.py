"""A notes page for a slide, in the deck's language."""

from __future__ import annotations

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesMasterPart, NotesSlidePart, SlidePart

from tiger_reports.decks.pptx_renderer.ink import Ink, words
from tiger_reports.decks.pptx_renderer.layouts import GROUP, NAMESPACES


def add_notes(slide: SlidePart, master: NotesMasterPart, number: int, text: str, language: str) -> None:
    part = NotesSlidePart.load(
        PackURI(f"/ppt/notesSlides/notesSlide{number}.xml"),
        CT.PML_NOTES_SLIDE,
        slide.package,
        _xml(text, language).encode(),
    )
    part.relate_to(master, RT.NOTES_MASTER)
    part.relate_to(slide, RT.SLIDE)
    slide.relate_to(part, RT.NOTES_SLIDE)


def _xml(text: str, language: str) -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        f"{words(text, Ink(12), language)}</p:txBody></p:sp>"
    )
    return (
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP}{image}{body}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
