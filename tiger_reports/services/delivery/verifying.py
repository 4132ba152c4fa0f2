"""A deck held against the store: is the package sound, and does every figure still stand?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.package_check import package_faults
from tiger_reports.decks.verify import DeckFigures, NotOurDeckError, deck_figures
from tiger_reports.model.client import Actor, Client
from tiger_reports.model.log import DeckKind
from tiger_reports.model.period import parse_month
from tiger_reports.model.slide import Deck, Shown
from tiger_reports.services.delivery.tiger_decks import deck_of
from tiger_reports.services.guard import seen_client
from tiger_reports.services.months.reports import build_report
from tiger_reports.services.office import Office
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.tiger_year.measuring import Asked
from tiger_reports.services.tiger_year.reports import told as told_again

DRAFT = "draft"
SAME_TO = 1e-9
"""Relative: figures made from the same rows in another order differ by less."""

Place = tuple[str, str, str, str, str]
"""Metric, scope, period, kind and base of a shown figure."""


@dataclass(frozen=True)
class ChangedFigure:
    """A figure of the deck that the store no longer gives; `now` None: there is no such figure any more."""

    metric: str
    scope: str
    period: str
    text: str
    value: float
    now: float | None


@dataclass(frozen=True)
class Verified:
    client: str
    month: str
    language: str
    version: str
    figures: int
    faults: tuple[str, ...]
    changed: tuple[ChangedFigure, ...]

    @property
    def ok(self) -> bool:
        return not self.faults and not self.changed


def verify_deck(office: Office, actor: Actor, data: bytes) -> Verified:
    """Check the package and compare each shown figure with what the store gives for it today."""
    try:
        told = deck_figures(data)
    except NotOurDeckError as foreign:
        raise RefusedError("not_a_deck") from foreign
    client = seen_client(office, actor, told.client)
    deck = _again(office, actor, client, told)
    return Verified(
        client=told.client,
        month=told.month,
        language=told.language,
        version=told.version,
        figures=len(told.shown),
        faults=package_faults(data),
        changed=_changed(told, _figures_of(deck)),
    )


def _again(office: Office, actor: Actor, client: Client, told: DeckFigures) -> Deck:
    """The same deck from what is stored now; a quarter is counted from the start that its deck knew."""
    draft = told.state == DRAFT
    if not told.stretch:
        report = build_report(office, client, parse_month(told.month), told.language)
        return monthly_deck(report, told.language, draft=draft)
    year, number = map(int, told.stretch.split("."))
    then = replace(client, start=date.fromisoformat(told.start))
    asked = Asked(DeckKind(told.kind), year, number)
    whole = told_again(office, actor, then, asked, told.language)
    return deck_of(whole, told.language, draft=draft, appendix=True)


def _figures_of(deck: Deck) -> Mapping[Place, float]:
    return {_place(shown): shown.value for slide in deck.slides for shown in slide.shown}


def _place(shown: Shown) -> Place:
    return (shown.metric, shown.scope, shown.period, shown.kind, shown.base)


def _changed(told: DeckFigures, now: Mapping[Place, float]) -> tuple[ChangedFigure, ...]:
    """Each changed figure once, however many slides show it; counts of slides' items are no figures."""
    found: dict[Place, ChangedFigure] = {}
    for _, shown in told.shown:
        value = now.get(_place(shown))
        if shown.kind != "count" and not _same(shown.value, value):
            found[_place(shown)] = ChangedFigure(
                shown.metric, shown.scope, shown.period, shown.text, shown.value, value
            )
    return tuple(found.values())


def _same(then: float, now: float | None) -> bool:
    return now is not None and abs(then - now) <= SAME_TO * max(1.0, abs(then))
