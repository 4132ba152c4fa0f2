"""What is proposed at a meeting: cards with mock-ups, further channels, and the choice that is asked for."""

from __future__ import annotations

from tiger_reports.decks.writing.cards import budget, card_slides
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.activity import ActivityKind, Stage
from tiger_reports.model.change import Verdict
from tiger_reports.model.slide import Cell, Column, Paragraph, Slide, StoryCard, StoryCards, Table
from tiger_reports.model.tiger_records import TrackedActivity
from tiger_reports.text import phrase
from tiger_reports.text.numbers import MISSING

TONES = {Stage.ACCEPTED: Verdict.BETTER, Stage.DONE: Verdict.BETTER, Stage.DECLINED: Verdict.WORSE}
FEWEST = 2
"""Proposals between which there is something to choose."""


def proposals(telling: TigerTelling) -> tuple[Slide, ...]:
    """Proposals of non-standard activities."""
    return _cards(telling, "proposals", _proposed(telling, channels=False))


def channels(telling: TigerTelling) -> tuple[Slide, ...]:
    """Proposals to try a further channel."""
    return _cards(telling, "new_channels", _proposed(telling, channels=True))


def choice(telling: TigerTelling) -> tuple[Slide, ...]:
    """Several of them beside each other: which one is to start, or what the client said."""
    held = (*_proposed(telling, channels=False), *_proposed(telling, channels=True))
    if len(held) < FEWEST:
        return ()
    page = Page(telling, "choice", "next")
    asked = sum(one.activity.stage is Stage.PROPOSED for one in held)
    accepted = sum(one.activity.accepted for one in held)
    counts = {"n": page.count("proposals", asked or accepted), "of": page.count("all_proposals", len(held))}
    columns = (("proposal", 3.4), ("budget", 1.4), ("test", 1.1), ("stop_rule", 3.2), ("decision", 3.0))
    heads = tuple(Column(telling.say(f"column.{name}"), name in ("budget", "test"), w) for name, w in columns)
    alt = telling.say("alt.agenda", name=telling.say("kicker.choice"))
    table = Table(heads, tuple(_row(telling, one) for one in held), alt, "choice")
    return table_slides(page, telling.say("title.choice" if asked else "title.chosen", **counts), table)


def _proposed(telling: TigerTelling, *, channels: bool) -> tuple[TrackedActivity, ...]:
    held = telling.report.meeting.proposals if telling.report.meeting else ()
    return tuple(one for one in held if (one.activity.kind is ActivityKind.NEW_CHANNEL) == channels)


def _cards(telling: TigerTelling, key: str, held: tuple[TrackedActivity, ...]) -> tuple[Slide, ...]:
    if not held:
        return ()
    page = Page(telling, key, "next")
    title = telling.say(f"title.{key}", n=page.count(key, len(held)))
    story = StoryCards(tuple(_card(telling, one) for one in held))
    return card_slides(telling, key, "next", title, page, story)


def _card(telling: TigerTelling, one: TrackedActivity) -> StoryCard:
    words = one.activity
    length = telling.say("proposal.length", n=words.test_days) if words.test_days else ""
    told = (
        ("", words.idea),
        (telling.say("proposal.goal"), words.goal),
        (telling.say("proposal.metric"), telling.name(words.metric) if words.metric else ""),
        (telling.say("proposal.budget"), budget(telling, words.cost)),
        (telling.say("proposal.days"), length),
        (telling.say("proposal.stop_rule"), words.stop_rule),
    )
    paragraphs = tuple(Paragraph(text, f"{lead}:" if lead else "") for lead, text in told if text)
    alt = telling.say("alt.picture", name=words.title)
    return StoryCard(words.title, "", paragraphs, Verdict.NEUTRAL, picture=one.picture, picture_alt=alt)


def _row(telling: TigerTelling, one: TrackedActivity) -> tuple[Cell, ...]:
    words = one.activity
    stage = phrase(f"record.activity.stage_{words.stage}", telling.language)
    said = f"{stage}: {words.why_not}" if words.stage is Stage.DECLINED and words.why_not else stage
    return (
        Cell(words.title, bold=True),
        Cell(budget(telling, words.cost) or MISSING),
        Cell(telling.say("proposal.length", n=words.test_days) if words.test_days else MISSING),
        Cell(words.stop_rule or MISSING),
        Cell(said, TONES.get(words.stage, Verdict.NEUTRAL)),
    )
