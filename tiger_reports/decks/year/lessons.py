"""What did not work and what was learned from it, told as fully as the successes."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import pages
from tiger_reports.decks.slides.activities import effect_sentences
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.year.picks import activity_of, picked
from tiger_reports.model.activity import Outcome
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_records import TrackedActivity
from tiger_reports.model.year_plan import Pick, PickKind
from tiger_reports.text.numbers import MISSING

ASIDE = 3
"""So many stand side by side on one slide; more are told in rows."""


def lessons(telling: TigerTelling) -> tuple[Slide, ...]:
    """What the specialist picked, then lessons of activities that no pick names: each activity once."""
    page = Page(telling, "lessons", "explained")
    cards = tuple(_rows(page, telling))
    if not cards:
        return ()
    title = telling.say("title.lessons", n=page.count("lessons", len(cards)))
    story = StoryCards(cards, as_rows=len(cards) > ASIDE)
    portions = pages(story, WIDE.body, telling.family)
    return tuple(
        Page(telling, "lessons" if at == 1 else f"lessons-{at}", "explained", page.shown).slide(title, part)
        for at, part in enumerate(portions, start=1)
    )


def _rows(page: Page, telling: TigerTelling) -> Iterator[StoryCard]:
    chosen = (*picked(telling, PickKind.FAILED), *picked(telling, PickKind.LESSON))
    for one in chosen:
        yield _picked(page, telling, one)
    closing = telling.report.closing
    known = {one.words.activity for one in closing.picks} if closing else set()
    for each in closing.activities if closing else ():
        if each.activity.outcome is Outcome.LESSON and each.id not in known:
            yield _learned(page, each)


def _picked(page: Page, telling: TigerTelling, one: Pick) -> StoryCard:
    activity = activity_of(telling, one)
    name = activity.activity.title if activity else ""
    failed = one.kind is PickKind.FAILED
    verdict = Verdict.WORSE if failed else Verdict.NEUTRAL
    changed = one.repeat or (activity.activity.learned if activity else "")
    words = (one.words, _measured(page, activity), changed)
    return StoryCard(one.title or name, name if one.title else "", _columns(page, words), verdict)


def _learned(page: Page, one: TrackedActivity) -> StoryCard:
    words = (one.activity.goal, _measured(page, one), one.activity.learned)
    return StoryCard(one.activity.title, "", _columns(page, words), Verdict.NEUTRAL)


def _measured(page: Page, one: TrackedActivity | None) -> str:
    return " ".join(effect_sentences(page, one)) if one else ""


def _columns(page: Page, words: tuple[str, str, str]) -> tuple[Paragraph, ...]:
    """What happened, what was measured, what was changed; an empty column stays, so that rows align."""
    names = ("happened", "measured", "changed")
    return tuple(
        Paragraph(text.strip() or MISSING, f"{page.telling.say(f'pick.{name}')}:")
        for name, text in zip(names, words, strict=True)
    )
