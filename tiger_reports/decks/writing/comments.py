"""The expert's words for a slide: cause, solution, expected effect; continued on a second slide if long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tiger_reports.decks.layout.comment import comment_boxes, split_paragraphs
from tiger_reports.decks.layout.fit import paragraphs_size
from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import pages
from tiger_reports.decks.writing.telling import Telling, told_cards
from tiger_reports.decks.writing.words import cause
from tiger_reports.model.card import Card, Comment, Confidence, Duty
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.slide import Slide
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import NBSP


def comment_words(telling: Telling, card: Card, comment: Comment) -> tuple[Paragraph, ...]:
    """Labelled paragraphs of one comment, only those that are filled in."""
    found = (
        (telling.say("comment.cause"), cause_words(telling, comment)),
        (solution_label(telling, card, comment), comment.solution.strip()),
        (telling.say("comment.expected"), comment.expected.strip()),
        (telling.say("comment.owner"), owner_words(telling, comment)),
    )
    return tuple(Paragraph(text, f"{lead}:") for lead, text in found if text)


def no_words(telling: Telling) -> Paragraph:
    """What stands in a draft where a rise or a drop has no words yet."""
    return Paragraph(telling.say("comment.none"))


def solution_label(telling: Telling, card: Card, comment: Comment) -> str:
    """A drop has a solution or a reason for none; after a rise one says what comes next."""
    if comment.confidence is Confidence.OPEN:
        return telling.say("comment.check")
    if card.duty is not Duty.EXPLAIN_DROP:
        return telling.say("comment.next")
    return telling.say("comment.no_solution" if comment.refuses else "comment.solution")


def cause_words(telling: Telling, comment: Comment) -> str:
    """The expert's own words; where there is only a tag, the tag's word."""
    words = comment.cause.strip()
    return words or (cause(comment.cause_tag, telling.language) if comment.cause_tag else "")


def expected_words(telling: Telling, comment: Comment) -> str:
    """What is expected; on a line of its own who sees to it and by when."""
    owner = owner_words(telling, comment)
    told = f"{telling.say('comment.owner')}: {owner}" if owner else ""
    return "\n".join(part for part in (comment.expected.strip(), told) if part)


def owner_words(telling: Telling, comment: Comment) -> str:
    due = telling.say("comment.due", date=short_date(comment.due, telling.language)) if comment.due else ""
    due = due.replace(" ", NBSP)
    return ", ".join(part for part in (comment.owner.strip(), due) if part)


def comments_on(telling: Telling, wanted: Callable[[Card], bool]) -> tuple[Paragraph, ...]:
    """Paragraphs of the cards that `wanted` picks; the scope's name leads where several are told."""
    told = tuple((card, comment) for card, comment in told_cards(telling) if wanted(card))
    if len(told) == 1:
        return comment_words(telling, *told[0])
    return tuple(
        paragraph
        for card, comment in told
        for paragraph in (_about(telling, card, comment),)
        if paragraph.text
    )


def _about(telling: Telling, card: Card, comment: Comment) -> Paragraph:
    subject = card_subject(telling, card)
    words = (cause_words(telling, comment), comment.solution.strip())
    return Paragraph(" ".join(sentence(text) for text in words if text), f"{subject}:")


def card_subject(telling: Telling, card: Card) -> str:
    """`Conversions · Meta Ads`: the metric, and where, if not everywhere."""
    where = card_place(telling, card)
    return f"{telling.name(card.metric)} · {where}" if where else telling.name(card.metric)


def card_place(telling: Telling, card: Card) -> str:
    """The campaign or channel that a card is about; empty for the whole account."""
    return card.scope.campaign or (telling.channel(card.scope.channel) if card.scope.channel else "")


def sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def with_comment(telling: Telling, slide: Slide) -> tuple[Slide, ...]:
    """The slide itself, and a second one for words that do not fit its panel."""
    box = comment_boxes(WIDE.comment).words
    if not slide.comment or paragraphs_size(slide.comment, box, telling.family):
        return (slide,)
    head, tail = split_paragraphs(slide.comment, box, telling.family)
    story = StoryCards((StoryCard(slide.comment_heading, "", tail, Verdict.NEUTRAL),))
    rest = tuple(
        replace(slide, key=f"{slide.key}-{number}", exhibits=(part,), comment=(), shown=slide.shown)
        for number, part in enumerate(pages(story, WIDE.body, telling.family), start=2)
    )
    return (replace(slide, comment=head), *rest)
