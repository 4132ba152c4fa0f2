"""How much an expert may still write: the slide's box, asked while the words are typed."""

from __future__ import annotations

from dataclasses import dataclass

from tiger_reports.decks.layout.box import Box
from tiger_reports.decks.layout.comment import comment_boxes
from tiger_reports.decks.layout.fit import fits
from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import LEAD, row_boxes
from tiger_reports.decks.layout.wrap import Type, wrap

DROPS_ON_A_SLIDE = 3
WORDS_SHARE = 0.93
"""Part of a line that words fill on average: the last word of each line leaves a gap."""
LETTERS = {
    "en": "etaoin shrdlu etaoin shr cmfwypvbg",
    "pl": "aieozn rwst cyk dpmłjulbgęhążóśćf",
    "cs": "eoanit vlsrk dpí muáčhžyěbcřéýšůjg",
    "ru": "оеаинт срвл кмдпу яыьгзбчйхжшюцщэф",
}
"""Letters about as often as a language has them: their mean width tells how many more will fit."""


@dataclass(frozen=True)
class Field:
    """The box of one field in inches and its smallest size in points."""

    box: Box
    size: float = 11.0


def _fields() -> dict[str, Field]:
    """Cause and solution stand in a third of a drop's row; the other fields where their slide puts them."""
    rows = WIDE.body.rows(DROPS_ON_A_SLIDE, 0.0)
    cell = row_boxes(rows[0], 3).columns[0].below(LEAD)
    card = WIDE.body.columns(5, 0.22)[0].inset(0.2).below(1.9)
    plan = Box(0, 0, WIDE.body.width * 4.2 / 11.9 - 0.2, 4 * Type(11.0).line)
    return {
        "cause": Field(cell),
        "solution": Field(cell),
        "expected": Field(cell.top(cell.height / 2)),
        "key_figure": Field(card.top(2.2)),
        "comment": Field(comment_boxes(WIDE.comment).words),
        "plan_what": Field(plan),
        "plan_expected": Field(Box(0, 0, WIDE.body.width * 3.0 / 11.9 - 0.2, plan.height)),
    }


FIELDS = _fields()


def characters_left(field: str, text: str, language: str, *, family: str = "Calibri") -> int:
    """How many more characters of `language` fit; negative: how many must go. Raises KeyError."""
    place = FIELDS[field]
    fit = fits(text, place.box, sizes=(place.size,), family=family)
    if not fit.fits:
        return -fit.cut
    kind = Type(place.size, family=family)
    letters = LETTERS[language]
    mean = kind.width(letters) / len(letters)
    lines = wrap(text, place.box.width, kind)
    rows = int(place.box.height / kind.line + 1e-6) - len(lines)
    rest = place.box.width - kind.width(lines[-1])
    return int((rows * place.box.width * WORDS_SHARE + max(rest, 0.0)) / mean)
