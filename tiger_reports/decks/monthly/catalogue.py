"""The slides of a monthly deck in their order. A slide is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable

from tiger_reports.decks.monthly.cover import cover
from tiger_reports.decks.monthly.done import done
from tiger_reports.decks.monthly.explained import drops, rises
from tiger_reports.decks.monthly.key_figures import key_figures
from tiger_reports.decks.monthly.pictures import pictures
from tiger_reports.decks.monthly.plan import plan
from tiger_reports.decks.slides.attention import attention
from tiger_reports.decks.slides.by_channel import by_channel
from tiger_reports.decks.slides.campaigns import campaigns
from tiger_reports.decks.slides.content import content
from tiger_reports.decks.slides.cost import cost
from tiger_reports.decks.slides.data_notes import data_notes
from tiger_reports.decks.slides.definitions import definitions
from tiger_reports.decks.slides.kpis import kpis
from tiger_reports.decks.slides.month_by_month import month_by_month
from tiger_reports.decks.slides.own import own
from tiger_reports.decks.slides.pacing import pacing
from tiger_reports.decks.slides.promises import promises
from tiger_reports.decks.slides.sources import sources
from tiger_reports.decks.slides.summary import summary
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.slide import Slide

SlideMaker = Callable[[Telling], tuple[Slide, ...]]
"""Gives the slides of one message: none where there is nothing to say, several where it is long."""

CATALOGUE: tuple[SlideMaker, ...] = (
    cover,
    summary,
    key_figures,
    pacing,
    kpis,
    month_by_month,
    by_channel,
    cost,
    attention,
    campaigns,
    own,
    content,
    rises,
    drops,
    pictures,
    done,
    promises,
    plan,
    definitions,
    sources,
    data_notes,
)
