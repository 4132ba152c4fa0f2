"""What is proposed by the effort that it takes and the effect that is expected of it."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.quarter.proposals import expected, proposed
from tiger_reports.decks.writing.cards import budget
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.activity import Activity, Estimate
from tiger_reports.model.exhibits.matrix import Matrix, Placed
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_records import TrackedActivity
from tiger_reports.text import phrase

FEWEST = 2
LEVELS = (Estimate.LOW, Estimate.MEDIUM, Estimate.HIGH)
TITLE_NAME = 7.5


def matrix(telling: TigerTelling) -> tuple[Slide, ...]:
    """Left out where fewer than two proposals have both estimates."""
    held = tuple(one for one in proposed(telling) if one.activity.effort and one.activity.impact)
    if len(held) < FEWEST:
        return ()
    page, first = Page(telling, "matrix", "next"), _first(held)
    names = tuple(phrase(f"record.activity.impact_{level}", telling.language) for level in LEVELS)
    shown = Matrix(
        across=phrase("record.activity.effort", telling.language),
        up=phrase("record.activity.impact", telling.language),
        columns=tuple(phrase(f"record.activity.effort_{level}", telling.language) for level in LEVELS),
        rows=tuple(reversed(names)),
        placed=tuple(_placed(page, one, first=one is first) for one in held),
        legend=telling.say("legend.matrix_first" if first else "legend.matrix"),
        alt=telling.say("alt.matrix"),
    )
    return (page.slide(_title(page, held, first), shown),)


def _title(page: Page, held: tuple[TrackedActivity, ...], first: TrackedActivity | None) -> str:
    n = page.count("estimated", len(held))
    if first is None:
        return page.telling.say("title.matrix", n=n)
    kind = Type(26.0, bold=True, family=page.telling.family)
    return page.telling.say("title.matrix_first", name=elide(first.activity.title, TITLE_NAME, kind))


def _first(held: tuple[TrackedActivity, ...]) -> TrackedActivity | None:
    """The one with the most effect for its effort; None where several are alike."""
    ranked = sorted(held, key=lambda one: _worth(one.activity), reverse=True)
    return ranked[0] if _worth(ranked[0].activity) > _worth(ranked[1].activity) else None


def _worth(activity: Activity) -> int:
    return LEVELS.index(activity.impact) - LEVELS.index(activity.effort)


def _placed(page: Page, one: TrackedActivity, *, first: bool) -> Placed:
    words = one.activity
    return Placed(
        name=words.title,
        note=" · ".join(filter(None, (budget(page.telling, words.cost), expected(page, one)))),
        column=LEVELS.index(words.effort),
        row=len(LEVELS) - 1 - LEVELS.index(words.impact),
        first=first,
    )
