"""What is proposed at a meeting: cards with mock-ups, further channels, and the choice that is asked for."""

from __future__ import annotations

from tiger_reports.decks.writing.cards import budget, card_slides
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.activity import ActivityKind, Stage
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_records import TrackedActivity
from tiger_reports.text import phrase
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING

TONES = {Stage.ACCEPTED: Verdict.BETTER, Stage.DONE: Verdict.BETTER, Stage.DECLINED: Verdict.WORSE}
FEWEST = 2
"""Proposals between which there is something to choose."""
COLUMNS = (
    ("proposal", 3.2),
    ("budget", 1.4),
    ("test", 1.1),
    ("start", 1.4),
    ("stop_rule", 2.8),
    ("decision", 2.6),
)
START = 3
NUMERIC = ("budget", "test", "start")


def proposals(telling: TigerTelling) -> tuple[Slide, ...]:
    """Proposals of non-standard activities."""
    return _cards(telling, "proposals", _of_kind(telling, channels=False))


def channels(telling: TigerTelling) -> tuple[Slide, ...]:
    """Proposals to try a further channel: for whom, at what cost, with what range and risk."""
    return _cards(telling, "new_channels", _of_kind(telling, channels=True))


def proposed(telling: TigerTelling) -> tuple[TrackedActivity, ...]:
    """All proposals of the meeting, further channels last."""
    return (*_of_kind(telling, channels=False), *_of_kind(telling, channels=True))


def expected(page: Page, one: TrackedActivity) -> str:
    """What the whole test is expected to show: a range, or the one bound that was given."""
    words, telling = one.activity, page.telling
    if not words.metric:
        return ""
    bounds = {
        key: page.amount(words.metric, value, telling.period, f"activity:{one.id}", kind=f"expected_{key}")
        for key, value in (("low", words.expected_low), ("high", words.expected_high))
        if value is not None
    }
    if not bounds:
        return ""
    name = telling.name(words.metric)
    return telling.say(
        f"proposal.expected_{'range' if len(bounds) > 1 else next(iter(bounds))}", metric=name, **bounds
    )


def choice(telling: TigerTelling) -> tuple[Slide, ...]:
    """Several of them beside each other: which one is to start, or what the client said."""
    held = proposed(telling)
    if len(held) < FEWEST:
        return ()
    page = Page(telling, "choice", "next")
    asked = sum(one.activity.stage is Stage.PROPOSED for one in held)
    accepted = sum(one.activity.accepted for one in held)
    counts = {"n": page.count("proposals", asked or accepted), "of": page.count("all_proposals", len(held))}
    columns = COLUMNS if any(one.activity.start for one in held) else COLUMNS[:START] + COLUMNS[START + 1 :]
    heads = tuple(Column(telling.say(f"column.{name}"), name in NUMERIC, w) for name, w in columns)
    alt = telling.say("alt.agenda", name=telling.say("kicker.choice"))
    dated = len(columns) == len(COLUMNS)
    table = Table(heads, tuple(_row(telling, one, dated=dated) for one in held), alt, "choice")
    return table_slides(page, _title(telling, held, counts, asked=bool(asked)), table)


def _title(
    telling: TigerTelling, held: tuple[TrackedActivity, ...], counts: dict[str, int], *, asked: bool
) -> str:
    """What is asked, and by when the first could start."""
    if not asked:
        return telling.say("title.chosen", **counts)
    waiting = (one.activity for one in held if one.activity.stage is Stage.PROPOSED)
    first = min((words.start for words in waiting if words.start), default=None)
    if first is None:
        return telling.say("title.choice", **counts)
    return telling.say("title.choice_by", **counts, day=short_date(first, telling.language))


def _of_kind(telling: TigerTelling, *, channels: bool) -> tuple[TrackedActivity, ...]:
    held = telling.report.meeting.proposals if telling.report.meeting else ()
    return tuple(one for one in held if (one.activity.kind is ActivityKind.NEW_CHANNEL) == channels)


def _cards(telling: TigerTelling, key: str, held: tuple[TrackedActivity, ...]) -> tuple[Slide, ...]:
    if not held:
        return ()
    page = Page(telling, key, "next")
    title = telling.say(f"title.{key}", n=page.count(key, len(held)))
    story = StoryCards(tuple(_card(page, one) for one in held))
    return card_slides(telling, key, "next", title, page, story)


def _card(page: Page, one: TrackedActivity) -> StoryCard:
    telling, words = page.telling, one.activity
    told = (
        ("", words.idea),
        (telling.say("proposal.audience"), words.audience),
        (telling.say("proposal.goal"), words.goal),
        *_measure(page, one),
        (telling.say("proposal.budget"), "" if words.test_days else budget(telling, words.cost)),
        (telling.say("proposal.days"), _test(telling, one)),
        (telling.say("proposal.risk"), words.risk),
        (telling.say("proposal.stop_rule"), words.stop_rule),
    )
    paragraphs = tuple(Paragraph(text, f"{lead}:" if lead else "") for lead, text in told if text)
    alt = telling.say("alt.picture", name=words.title)
    return StoryCard(words.title, "", paragraphs, Verdict.NEUTRAL, picture=one.picture, picture_alt=alt)


def _measure(page: Page, one: TrackedActivity) -> tuple[tuple[str, str], ...]:
    """What is expected of which figure; the figure alone where nobody expects an amount."""
    told, metric = expected(page, one), one.activity.metric
    if told:
        return ((page.telling.say("proposal.expected"), told),)
    return ((page.telling.say("proposal.metric"), page.telling.name(metric)),) if metric else ()


def _test(telling: Telling, one: TrackedActivity) -> str:
    """Its length and cost; with the day on which it could start, as long as nobody has decided."""
    words = one.activity
    if not words.test_days:
        return ""
    length = telling.say("proposal.length", n=words.test_days)
    if words.start is not None and words.stage is Stage.PROPOSED:
        length = telling.say("proposal.from", length=length, day=short_date(words.start, telling.language))
    return ", ".join(filter(None, (length, budget(telling, words.cost))))


def _row(telling: TigerTelling, one: TrackedActivity, *, dated: bool) -> tuple[Cell, ...]:
    words = one.activity
    stage = phrase(f"record.activity.stage_{words.stage}", telling.language)
    said = f"{stage}: {words.why_not}" if words.stage is Stage.DECLINED and words.why_not else stage
    return (
        Cell(words.title, bold=True),
        Cell(budget(telling, words.cost) or MISSING),
        Cell(telling.say("proposal.length", n=words.test_days) if words.test_days else MISSING),
        *((Cell(short_date(words.start, telling.language) if words.start else MISSING),) if dated else ()),
        Cell(words.stop_rule or MISSING),
        Cell(said, TONES.get(words.stage, Verdict.NEUTRAL)),
    )
