"""The two axes of our charts: months or names along one, a hidden scale along the other; no gridlines."""

from __future__ import annotations

from tiger_reports.decks.pptx_renderer.ink import TAGS

CATEGORY_AXIS, VALUE_AXIS = 50_010, 50_020


def axes_xml(
    *, horizontal: bool, low: float, high: float, size: float, language: str, number_format: str
) -> str:
    """`size` 0 hides the names along the category axis; the line at zero stays."""
    return _categories(horizontal=horizontal, size=size, language=language) + _values(
        horizontal=horizontal, low=low, high=high, number_format=number_format
    )


def _categories(*, horizontal: bool, size: float, language: str) -> str:
    order, side = ("maxMin", "l") if horizontal else ("minMax", "b")
    labels = "low" if size else "none"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'
        f'<c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></c:spPr>'
        f"{text_properties(size or 10, language)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="40"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(*, horizontal: bool, low: float, high: float, number_format: str) -> str:
    side = "t" if horizontal else "l"
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{high:.10g}"/><c:min val="{low:.10g}"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="{number_format}" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween '
        'val="between"/></c:valAx>'
    )


def text_properties(size: float, language: str) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="0"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr '
        f'lang="{TAGS[language]}"/></a:p></c:txPr>'
    )
