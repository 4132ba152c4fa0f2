"""Rises and drops of the quarter, with what the approved comments of its months say of them."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import pages
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.comments import cause_words, sentence
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.card import Comment
from tiger_reports.model.change import Change, Reference, Verdict
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.metric import Unit
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_report import Explained
from tiger_reports.text.dates import month_title, short_date
from tiger_reports.text.numbers import NBSP, metric_delta, relative

IN_TITLE = 3
MOST_MONTHS = 3


def rises(telling: TigerTelling) -> tuple[Slide, ...]:
    """What improved: cards side by side."""
    return _slides(telling, Verdict.BETTER, "rises")


def drops(telling: TigerTelling) -> tuple[Slide, ...]:
    """What got worse, told as fully: rows with one column a month."""
    return _slides(telling, Verdict.WORSE, "drops")


def _slides(telling: TigerTelling, verdict: Verdict, key: str) -> tuple[Slide, ...]:
    page = Page(telling, key, "explained")
    told = {
        _subject(telling, one): one
        for one in telling.report.explained
        if one.change.verdict is verdict and (telling.draft or _said(page, one))
    }
    if not told:
        return ()
    cards = tuple(_card(page, one) for one in told.values())
    columns = max(len(card.paragraphs) for card in cards)
    story = StoryCards(cards, as_rows=verdict is Verdict.WORSE, columns=columns)
    portions = pages(story, WIDE.body, telling.family)
    return tuple(
        _numbered(
            page, portion, tuple(told[card.heading] for card in portion.cards if card.heading in told), at
        )
        for at, portion in enumerate(portions, start=1)
    )


def _numbered(page: Page, portion: StoryCards, here: tuple[Explained, ...], number: int) -> Slide:
    key = page.key if number == 1 else f"{page.key}-{number}"
    own = Page(page.telling, key, page.section, page.shown)
    names = (f"{_short(own, one)}{NBSP}{own.moved(one.change)}" for one in here[:IN_TITLE])
    more = len(here) - IN_TITLE
    rest = own.telling.say("title.more", n=own.count("more", more)) if more > 0 else ""
    return own.slide(own.telling.say(f"title.{page.key}", moves=", ".join(names)) + rest, portion)


def _short(page: Page, one: Explained) -> str:
    return words.within(words.title_name(one.change.metric, page.telling.language))


def _subject(telling: TigerTelling, one: Explained) -> str:
    return telling.name(one.change.metric)


def _card(page: Page, one: Explained) -> StoryCard:
    telling, change = page.telling, one.change
    kind = "compared" if change.months else "value"
    after = page.amount(change.metric, change.after.amount, change.period, change.scope.key, kind=kind)
    said = _said(page, one)
    return StoryCard(
        heading=telling.name(change.metric),
        figures=f"{page.before(change)} → {after}",
        paragraphs=said or (Paragraph(telling.say("no_month_said"), telling.say("comment.heading")),),
        verdict=change.verdict,
        deltas=(page.arrow(change, _mark(page, change)),),
    )


def _said(page: Page, one: Explained) -> tuple[Paragraph, ...]:
    """What its months say of it, then what the lead says of the whole; no client reads a card without."""
    by_month = (_paragraph(page, month, comment) for month, comment in one.words[-MOST_MONTHS:])
    return (*by_month, *_own(page, one))


def _mark(page: Page, change: Change) -> str:
    return page.telling.say("mark.previous" if change.reference is Reference.PREVIOUS else "mark.year_ago")


def _paragraph(page: Page, month: Period, comment: Comment) -> Paragraph:
    """The month's cause and solution; who sees to it, by when."""
    telling = page.telling
    due = telling.say("comment.due", date=short_date(comment.due, telling.language)) if comment.due else ""
    said = (cause_words(telling, comment), comment.solution.strip())
    text = " ".join(sentence(part) for part in said if part)
    owner = ", ".join(part for part in (comment.owner.strip(), due) if part)
    lead = f"{month_title(month, telling.language)}{_move(page, comment)}:"
    return Paragraph(f"{text}\n{owner}" if owner else text, lead)


def _own(page: Page, one: Explained) -> tuple[Paragraph, ...]:
    """What the lead says of the whole period; in a draft also of figures that moved since."""
    own = one.told or (one.own if page.telling.draft else None)
    if own is None or not (own.cause.strip() or own.solution.strip()):
        return ()
    said = " ".join(sentence(part.strip()) for part in (own.cause, own.solution) if part.strip())
    return (Paragraph(said, f"{page.telling.short_title}:"),)


def _move(page: Page, comment: Comment) -> str:
    """How the figure moved in the month that the words are about: it need not be the quarter's way."""
    before, after = comment.before, comment.after
    if not before or after is None:
        return ""
    telling, metric = page.telling, words.metric(comment.card.split(":")[1])
    if metric.unit is Unit.PERCENT:
        currency = telling.report.client.currency
        return f" ({metric_delta(metric, after - before, telling.language, currency)})"
    return f" ({relative((after - before) / abs(before), telling.language)})"
