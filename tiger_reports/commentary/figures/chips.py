"""Chips: figures in stored words that the program writes, in the language of the deck that is made.

`{{cpa.now}}`, `{{cpa.percent.year_ago @ meta-ads}}`: the address of a fact between braces. A figure from
elsewhere carries its source the same way: `1.2 % {{source: IAB Polska, 2026-09-30}}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.figures.report_fact import SIGNED, FactKind, ReportFact
from tiger_reports.commentary.reading.lexicon import section_finder
from tiger_reports.metrics.registry import metric
from tiger_reports.model.metric import Unit
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MINUS, metric_delta, metric_value, number, percent, relative

_TOKEN = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
_SOURCE = re.compile(r"source\s*:\s*(?P<who>.+?)\s*,\s*(?P<day>\d{4}-\d{2}-\d{2})$", re.IGNORECASE)
_SAYS_SOURCE = re.compile(r"source\s*:", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """A token: where it stands in the stored text and in the text as told, and what it is.

    With neither a fact nor a source it names nothing that there is.
    """

    start: int
    end: int
    told_start: int
    told_end: int
    name: str
    fact: ReportFact | None = None
    source: bool = False


@dataclass(frozen=True)
class Told:
    """Words as a reader sees them, and the tokens that were replaced."""

    text: str
    pieces: tuple[Piece, ...] = ()

    def stored(self, place: int) -> int:
        """The place in the stored text of a place in the told one."""
        shift = 0
        for piece in self.pieces:
            if place >= piece.told_end:
                shift = piece.end - piece.told_end
            elif place > piece.told_start:
                return piece.start
        return place + shift

    def piece_at(self, place: int) -> Piece | None:
        return next((one for one in self.pieces if one.told_start <= place < one.told_end), None)


def token(chip: str) -> str:
    return f"{{{{{chip}}}}}"


def source_token(who: str, day: date) -> str:
    """What names the source of a figure from elsewhere; braces in its name would end it early."""
    return token(f"source: {re.sub(r'[{}]', '', who).strip()}, {day.isoformat()}")


def told(text: str, table: FactTable, language: str) -> Told:
    """The words with every chip written out; a token that names nothing stays as it is."""
    out, pieces, at = "", [], 0
    for match in _TOKEN.finditer(text):
        out += text[at : match.start()]
        at, name = match.end(), match[1]
        source, fact = _source(name, language), None
        if source:
            written = source
        else:
            fact = table.find(name)
            written = (
                match[0] if fact is None else shown(fact, table, language, signed=not _moved(out, language))
            )
        start = len(out)
        out += written
        pieces.append(Piece(*match.span(), start, len(out), name, fact, bool(source)))
    return Told(out + text[at:], tuple(pieces))


def shown(fact: ReportFact, table: FactTable, language: str, *, signed: bool = True) -> str:
    """A fact as its reader expects it: changes with their sign, unless a word before them tells it."""
    text = _shown(fact, table.currency, language)
    return text if signed or fact.kind not in SIGNED else text.lstrip(f"+{MINUS}")


def _shown(fact: ReportFact, currency: str, language: str) -> str:
    entry, value = metric(fact.metric), fact.value
    match fact.kind:
        case FactKind.PERCENT | FactKind.OFF_TARGET:
            return relative(value, language)
        case FactKind.FOLD:
            return f"{number(value, language, 1)}×"
        case FactKind.SHARE | FactKind.PART | FactKind.OF_TARGET:
            return percent(value, language, 1)
        case FactKind.CHANGE | FactKind.LEVER | FactKind.SEGMENT | FactKind.FROM_TARGET:
            return metric_delta(entry, value, language, currency)
        case FactKind.PER_DAY if entry.unit is Unit.COUNT:
            return number(value, language, 1)
        case _:
            return metric_value(entry, value, language, currency)


def _source(name: str, language: str) -> str:
    """`(IAB Polska, 30.09.2026)`; empty where it is no source or its day is none."""
    found = _SOURCE.match(name)
    if found is None:
        return ""
    try:
        day = date.fromisoformat(found["day"])
    except ValueError:
        return ""
    return f"({found['who']}, {short_date(day, language)})"


def holds_token(text: str) -> bool:
    """Whether something in the words is still to be written out."""
    return bool(_TOKEN.search(text))


def is_source(name: str) -> bool:
    """Whether a token means to name a source, well or badly."""
    return bool(_SAYS_SOURCE.match(name))


def _moved(before: str, language: str) -> bool:
    """Whether the words right before tell the direction: `fell by`, `spadek o`."""
    tail = before[-40:].rstrip()
    ends = (
        *section_finder(language, "role", ("by",))(tail),
        *(one for one in section_finder(language, "move")(tail) if "none" not in one.names),
    )
    return any(one.end == len(tail) for one in ends)
