"""Every number in an expert's words is a figure of the report, or says where else it comes from.

A number must agree with its figure in size, unit and sign, and with the metric, the month and the channel
that its clause names. Dates, counts of things and terms of an offer are no figures; what is planned can
not be held against a month that is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tiger_reports.commentary.claims.matching import called, fault, wrong_way
from tiger_reports.commentary.claims.meant import nearest, no_figure
from tiger_reports.commentary.claims.role import Role
from tiger_reports.commentary.claims.scan import Scan
from tiger_reports.commentary.claims.spot import Spot
from tiger_reports.commentary.claims.subject import About
from tiger_reports.commentary.figures.chips import Told, is_source, shown, told
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.commentary.figures.figure_names import figure_name
from tiger_reports.commentary.figures.report_fact import ReportFact
from tiger_reports.model.change import Scope
from tiger_reports.model.claim import Claim, Fault, Standing

KEPT = 4096
"""People change one text at a time; the others were judged before."""

TELLING = (Fault.SIGN, Fault.POINTS, Fault.UNIT, Fault.PERIOD, Fault.METRIC, Fault.SCOPE)
"""Faults that alone tell what a number was meant to be."""


@lru_cache(KEPT)
def claims(
    text: str, table: FactTable, language: str, about: About, *, field: str = "", reader: str = ""
) -> tuple[Claim, ...]:
    """What holds of each number of `text`, written in `language`; figures are named in `reader`'s."""
    if not any(char.isdigit() for char in text) and "{{" not in text:
        return ()
    words = told(text, table, language)
    scan = Scan(_without_sources(words), language, table)
    judge = _Judge(words, scan, about, field, reader or language)
    return tuple(sorted((*judge.broken(), *judge.numbers()), key=lambda claim: claim.start))


def _without_sources(words: Told) -> str:
    """Names of sources hold digits that are nobody's figures."""
    text = words.text
    for piece in words.pieces:
        if piece.fact is None:
            blank = " " * (piece.told_end - piece.told_start)
            text = text[: piece.told_start] + blank + text[piece.told_end :]
    return text


class _Judge:
    """Judges the numbers of one text."""

    def __init__(self, words: Told, scan: Scan, about: About, field: str, reader: str) -> None:
        self.words, self.scan, self.about, self.field, self.reader = words, scan, about, field, reader
        self.table = scan.table

    def broken(self) -> Iterator[Claim]:
        """Tokens that name nothing: a figure that the report lacks, a source without its day."""
        for piece in self.words.pieces:
            if piece.fact is None and not piece.source:
                text = f"{{{{{piece.name}}}}}"
                standing = Standing.UNKNOWN if is_source(piece.name) else Standing.WRONG
                yield Claim(self.field, text, piece.start, piece.end, standing, Fault.CHIP)

    def numbers(self) -> Iterator[Claim]:
        for at in range(len(self.scan.numbers)):
            spot = Spot(self.scan, at, self.about)
            piece = self.words.piece_at(spot.number.start)
            if piece is not None and piece.fact is not None:
                yield self._chip(spot, piece.fact, piece.start, piece.end)
            elif (claim := self._typed(spot)) is not None:
                yield claim

    def _chip(self, spot: Spot, fact: ReportFact, start: int, end: int) -> Claim:
        """A chip cannot be wrong in size; the word before it can."""
        turned = wrong_way(fact, spot)
        return Claim(
            self.field,
            self.words.text[spot.number.start : spot.number.end],
            start,
            end,
            Standing.WRONG if turned else Standing.OK,
            Fault.SIGN if turned else Fault.NONE,
            figure=figure_name(fact, self.reader),
            value=shown(fact, self.table, self.scan.language),
            chip=fact.chip,
        )

    def _typed(self, spot: Spot) -> Claim | None:
        meant = called(spot)
        exact = next((fact for fact, wrong in self._near(spot, spot.scopes, meant) if not wrong), None)
        if exact is not None:
            return self._claim(spot, Standing.OK, right=exact)
        if self._sourced(spot):
            return self._claim(spot, Standing.SOURCED)
        if no_figure(spot):
            return None
        return self._judged(spot, list(self._near(spot, spot.scopes)))

    def _judged(self, spot: Spot, near: list[tuple[ReportFact, Fault]]) -> Claim:
        """A number that is none of the figures it could be."""
        if self._planned(spot):
            return self._claim(spot, Standing.PLANNED)
        if spot.said("external"):
            return self._claim(spot, Standing.UNKNOWN, benchmark=True)
        right = nearest((fact for fact, wrong in near if wrong is Fault.SIZE), spot)
        for telling, fact in self._telling(spot, near):
            return self._claim(spot, Standing.WRONG, telling, _own(telling, fact, right))
        certain = spot.carries or (spot.role is Role.BY and bool(spot.move) and not spot.mentions)
        if right is None or spot.elsewhen or not certain:
            return self._claim(spot, Standing.UNKNOWN)
        return self._claim(spot, Standing.WRONG, Fault.SIZE, right)

    def _telling(
        self, spot: Spot, near: list[tuple[ReportFact, Fault]]
    ) -> Iterator[tuple[Fault, ReportFact]]:
        channels = {scope for scope in self.table.scopes() if not scope.campaign}
        everywhere = [*near, *self._near(spot, channels - spot.scopes)]
        for telling in TELLING:
            for fact, wrong in everywhere:
                if wrong is telling and (telling is not Fault.METRIC or spot.named):
                    yield telling, fact

    def _near(
        self, spot: Spot, scopes: Iterable[Scope], of: frozenset[str] | None = None
    ) -> Iterator[tuple[ReportFact, Fault]]:
        """Facts that the number may mean, with what is wrong in each; `of` some metrics only."""
        for scope in scopes:
            for fact in self.table.facts(scope):
                if of is None or fact.metrics & of:
                    wrong = fault(fact, spot)
                    if wrong is not None:
                        yield fact, wrong

    def _sourced(self, spot: Spot) -> bool:
        """Whether a source follows before the next number of the sentence."""
        end = spot.sentence[1]
        following = (number.start for number in self.scan.numbers[spot.at + 1 :])
        end = min(end, next(following, end))
        return any(piece.source and spot.number.end <= piece.told_start <= end for piece in self.words.pieces)

    def _planned(self, spot: Spot) -> bool:
        """An intention, unless it speaks of a month of the report or of where it starts from."""
        if spot.role in (Role.FROM, Role.BASE) and spot.named:
            return False
        if any(one.period is not None for one in spot.months):
            return False
        return self.about.intent or spot.said("plan")

    def _claim(
        self,
        spot: Spot,
        standing: Standing,
        wrong: Fault = Fault.NONE,
        right: ReportFact | None = None,
        *,
        benchmark: bool = False,
    ) -> Claim:
        number = spot.number
        start, end = self.words.stored(number.start), self.words.stored(number.end)
        figure, value, put, chip = ("", "", "", "") if right is None else self._right(spot, right)
        kept = put if standing is Standing.WRONG and not _only_words(wrong, spot) else ""
        return Claim(
            self.field, number.text, start, end, standing, wrong, figure, value, kept, chip, benchmark
        )

    def _right(self, spot: Spot, fact: ReportFact) -> tuple[str, str, str, str]:
        """The figure's name, how it is written, what to put in the number's place, and its chip."""
        language = self.scan.language
        signed = spot.role is not Role.BY and not spot.move
        put = shown(fact, self.table, language, signed=signed or bool(spot.number.sign))
        return figure_name(fact, self.reader), shown(fact, self.table, language), put, fact.chip


def _only_words(wrong: Fault, spot: Spot) -> bool:
    """A direction that a word tells is mended in the word, not in the number."""
    return wrong is Fault.SIGN and not spot.number.sign


def _own(wrong: Fault, fact: ReportFact, right: ReportFact | None) -> ReportFact:
    """Where another metric, month or channel is named than the number's own, the figure of the named one."""
    moved = wrong in (Fault.PERIOD, Fault.METRIC, Fault.SCOPE)
    return right if moved and right is not None else fact
