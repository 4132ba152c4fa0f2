"""The changes that were explained, in pictures: factors, parts, days and what was done on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

from tiger_reports.changes.breaks import touching
from tiger_reports.decks.layout.comment import comment_boxes
from tiger_reports.decks.layout.fit import paragraphs_size
from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.pictures.days import day_chart
from tiger_reports.decks.pictures.levers import waterfall
from tiger_reports.decks.pictures.parts import campaigns, channels, found
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.chart_series import plain
from tiger_reports.decks.writing.comments import card_subject, comment_words, no_words
from tiger_reports.decks.writing.evidence import findings, share
from tiger_reports.decks.writing.page import Page, summed_money
from tiger_reports.decks.writing.telling import Telling, shown_cards
from tiger_reports.decks.writing.titles import fits
from tiger_reports.model.card import Card, Comment, Duty
from tiger_reports.model.change import Change
from tiger_reports.model.exhibits.picture import Board
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.metric import Unit
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.text import phrase
from tiger_reports.text.numbers import MILLION, NBSP, THOUSAND, number, signed

MOST = 3
"""Changes that get a slide of their own; the others are told in words alone."""
LONG, CROWD = 100_000, 4
"""Amounts from which on so many factors in a row are told in thousands."""
KEY = "picture"


@dataclass(frozen=True)
class SlideWriter:
    """Figures as a slide writes them: without a currency, which the title names, and remembered."""

    page: Page

    @property
    def language(self) -> str:
        return self.page.telling.language

    def name(self, metric: str) -> str:
        return words.metric_name(metric, self.language)

    def short(self, metric: str) -> str:
        return words.metric_short(metric, self.language)

    def unit(self, metric: str) -> str:
        money = words.metric(metric).unit is Unit.MONEY
        return self.page.telling.report.client.currency if money else ""

    def level(self, change: Change, *, after: bool) -> str:
        value, period = (change.after, change.period) if after else (change.before, change.base_period)
        text = self.amount(change.metric, value.amount)
        if value.amount is None:
            return text
        scope = change.scope.key
        return self.page.note(Shown(change.metric, scope, period.month_key, value.amount, text))

    def amount(self, metric: str, value: float | None) -> str:
        return plain(words.metric(metric), value, self.language)

    def part(self, change: Change, effect: float, part: str) -> str:
        """The amount alone where the title names the currency, as exact as the figures it stands between."""
        entry = words.metric(change.metric)
        if entry.unit is not Unit.MONEY:
            return share(self.page, change, effect, part)
        ends = (change.before.amount or 0.0, change.after.amount or 0.0)
        whole = summed_money(entry) and max(map(abs, ends)) >= THOUSAND
        amount = number(effect, self.language, 0) if whole else self.amount(change.metric, effect)
        text = signed(amount, effect)
        base = change.base_period.month_key
        return self.page.note(
            Shown(change.metric, part, change.period.month_key, effect, text, "share", base)
        )

    def link(self, *_: object) -> str:
        """Paper leads nowhere."""
        return ""


@dataclass(frozen=True)
class ThousandsWriter(SlideWriter):
    """The same in thousands, which the title says: many long sums would stand in each other's way."""

    digits: int

    def unit(self, metric: str) -> str:
        return phrase("unit.thousands", self.language, unit=super().unit(metric))

    def level(self, change: Change, *, after: bool) -> str:
        value, period = (change.after, change.period) if after else (change.before, change.base_period)
        if value.amount is None:
            return ""
        shown = Shown(
            change.metric, change.scope.key, period.month_key, value.amount, self._short(value.amount)
        )
        return self.page.note(shown)

    def part(self, change: Change, effect: float, part: str) -> str:
        text, base = signed(self._short(effect), effect), change.base_period.month_key
        return self.page.note(
            Shown(change.metric, part, change.period.month_key, effect, text, "share", base)
        )

    def _short(self, amount: float) -> str:
        return number(amount / THOUSAND, self.language, self.digits)


def _steps_writer(page: Page, card: Card) -> SlideWriter:
    """Whole sums of money have room beside each other as long as they are few or short."""
    largest = max(abs(value.amount or 0.0) for value in (card.change.before, card.change.after))
    long = summed_money(words.metric(card.metric)) and largest >= LONG
    if not long or len(card.evidence.levers) < CROWD:
        return SlideWriter(page)
    return ThousandsWriter(page, digits=0 if largest >= MILLION else 1)


def pictures(telling: Telling) -> tuple[Slide, ...]:
    """Drops first, as told; at most three slides, and none for a change that has nothing to draw."""
    told = sorted(shown_cards(telling), key=lambda pair: pair[0].duty is not Duty.EXPLAIN_DROP)
    made = (_slide(telling, card, comment) for card, comment in told)
    drawn = [slide for slide in made if slide is not None][:MOST]
    return tuple(
        replace(slide, key=KEY if number == 1 else f"{KEY}-{number}")
        for number, slide in enumerate(drawn, start=1)
    )


def _slide(telling: Telling, card: Card, comment: Comment | None) -> Slide | None:
    page = Page(telling, KEY, "explained")
    board = _board(page, card)
    if board is None:
        return None
    said = _words(telling, card, comment) if comment else (no_words(telling),)
    return page.slide(_title(page, card), board, comment=said)


def _board(page: Page, card: Card) -> Board | None:
    """Factors beside the found segments, else campaigns or channels, two at least; days under them."""
    writer, report = SlideWriter(page), page.telling.report
    breaks = touching(report.breaks, card.metric, [part.channel for part in report.channels])
    splits = (made for split in (found, campaigns, channels) if (made := split(card, writer)) is not None)
    parts = next((made for made in splits if len(made.rows) > 1), None)
    top = tuple(one for one in (waterfall(card, _steps_writer(page, card)), parts) if one is not None)
    bottom = day_chart(card, breaks, report.client.country, writer, reasons=False)
    return Board(top, bottom) if top else None


def _title(page: Page, card: Card) -> str:
    """What moved, by how much, where and through what, as much of it as two lines hold."""
    subject, moved = card_subject(page.telling, card), page.moved(card.change)
    head = f"{subject}{NBSP}{moved}"
    for clauses in _shorter(findings(page, card)):
        title = f"{head}: {'; '.join(clauses)}" if clauses else head
        if fits(page, title):
            return title
    return head


def _shorter(found: tuple[str, ...]) -> chain[tuple[str, ...]]:
    """All clauses, then each alone, then none."""
    return chain((found,), ((one,) for one in reversed(found)), ((),))


def _words(telling: Telling, card: Card, comment: Comment) -> tuple[Paragraph, ...]:
    """The expert's words beside the pictures where they fit; in full they stand on the slides before."""
    told = comment_words(telling, card, comment)
    room = comment_boxes(WIDE.comment).words
    return told if paragraphs_size(told, room, telling.family) else ()
