"""Numbers in words must be numbers of the slide: what a title or comment says stands on its slide.

Dates, years, hours, lengths of time, list numbers, ordinals and names are no figures and are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable

from tiger_reports.commentary.reading.number_forms import Reading, Typed, numbers_in
from tiger_reports.commentary.reading.passed_over import without_passed_over
from tiger_reports.model.slide import Shown, Slide

HUNDRED = 100.0
ROUNDING = 1e-9


def unknown_on(slide: Slide, language: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """Numbers of the slide's title and comment that none of its shown figures is."""
    said = [slide.title, *(text for part in slide.comment for text in (part.lead, part.text))]
    known = tuple(names)
    return tuple(
        number.text for text in said for number in unknown_numbers(text, slide.shown, language, known)
    )


def unknown_numbers(
    text: str, shown: Iterable[Shown], language: str, names: Iterable[str] = ()
) -> tuple[Typed, ...]:
    """Numbers of `text` that none of the shown figures is; `names` (campaigns, clients) may hold digits.

    A number is a figure when the unit is the same and the sizes differ by no more than half a unit of its
    last digit, so `1,2 mln` is 1 234 567. A typed sign must be the figure's; without one it may fall.
    """
    figures = tuple(shown)
    found = numbers_in(without_passed_over(text, language, names))
    return tuple(number for number in found if not any(_is(number, figure) for figure in figures))


def _is(number: Typed, figure: Shown) -> bool:
    written = numbers_in(figure.text)
    unit = written[0].unit if written else ""
    if number.unit != unit:
        return False
    if number.sign and number.sign * figure.value < 0:
        return False
    size = abs(figure.value) * (HUNDRED if unit else 1.0)
    sizes = (size, *(reading.size for other in written[:1] for reading in other.readings))
    return any(_reads(reading, one) for reading in number.readings for one in sizes)


def _reads(reading: Reading, size: float) -> bool:
    return abs(reading.size - size) <= reading.half * (1 + ROUNDING) + ROUNDING
