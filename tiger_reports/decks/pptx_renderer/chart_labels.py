"""Direct labels of a chart: our own strings at the points, so that no viewer's locale rewrites them."""

from __future__ import annotations

from tiger_reports.decks.pptx_renderer.ink import Ink, run
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.role import Role

SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
STRONG = {Role.BETTER: "accent4", Role.WORSE: "accent5", Role.HIGHLIGHT: "tx1", Role.NOW: "tx1"}
"""Colours of labels that stand out; all others are plain text."""


def labels_xml(series: Series, size: float, language: str, *, as_line: bool, inside: bool = False) -> str:
    """`dLbls` of one series: a rich text at each labelled point, nothing elsewhere.

    `inside`: in the middle of a stacked bar, light on the dark one.
    """
    light = Ink(size, "bg1" if series.role is Role.NOW else "tx1")
    points = "".join(
        _label(
            index,
            label,
            light if inside else _ink(series, index, size),
            language,
            "ctr" if inside else _place(series, index) if as_line else "outEnd",
        )
        for index, label in enumerate(series.labels)
        if label and series.values[index] is not None
    )
    return f"<c:dLbls>{points}{SHOWN.format(value=0)}</c:dLbls>"


def role_at(series: Series, index: int) -> Role:
    return series.roles[index] if series.roles else series.role


def _place(series: Series, index: int) -> str:
    """Over a point of a line, or under it where the line comes down to it; over what is not seen."""
    if series.role is Role.HIDDEN:
        return "t"
    value = series.values[index]
    before = next((v for v in reversed(series.values[:index]) if v is not None), None)
    return "b" if value is not None and before is not None and before > value else "t"


def _ink(series: Series, index: int, size: float) -> Ink:
    role = role_at(series, index)
    return Ink(size, STRONG.get(role, "tx1"), bold=role in STRONG)


def _label(index: int, text: str, ink: Ink, language: str, place: str) -> str:
    rich = f'<c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{run(text, ink, language)}</a:p></c:rich>'
    return (
        f'<c:dLbl><c:idx val="{index}"/><c:tx>{rich}</c:tx><c:dLblPos val="{place}"/>'
        f"{SHOWN.format(value=1)}</c:dLbl>"
    )
