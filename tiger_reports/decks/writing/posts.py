"""Posts in words and figures: a name that fits, and each figure noted on the page that shows it."""

from __future__ import annotations

from unicodedata import bidirectional

from tiger_reports.decks.layout.wrap import ELLIPSIS, Type, elide
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.metrics.posts import Profile
from tiger_reports.model.post import Post
from tiger_reports.model.slide import Shown
from tiger_reports.text.numbers import MISSING, number, percent

LOOSE = " ,:;–—|-"
"""What does not stand before an ellipsis."""
LEFT_TO_RIGHT = "\u200e"
RIGHT_TO_LEFT = ("R", "AL")
RATE_DECIMALS = 2
WHOLE_TIMES = 10
"""From here on tenths of "times the usual" say nothing."""


def post_name(telling: Telling, post: Post) -> str:
    """The post's first line; a post without text is told by its day."""
    return " ".join(post.title.split()) or telling.say("content.untitled")


def short_name(telling: Telling, post: Post, width: float, size: float) -> str:
    """The name on one line of `width` inches, as it stands in titles, cut between words where it can be.

    After Hebrew or Arabic a mark turns the direction back, or the figures behind it would stand before it.
    """
    whole = post_name(telling, post)
    cut = elide(whole, width, Type(size, bold=True, family=telling.family))
    begun = cut.removesuffix(ELLIPSIS)
    between = whole[len(begun) : len(begun) + 1] in ("", " ") or " " not in begun[len(begun) // 2 :]
    name = cut if cut == whole or between else begun.rpartition(" ")[0].rstrip(LOOSE) + ELLIPSIS
    return name + LEFT_TO_RIGHT if any(bidirectional(char) in RIGHT_TO_LEFT for char in name) else name


def where(telling: Telling, own: Profile) -> str:
    """The channel; of a channel with several accounts the account."""
    channel, account = own
    several = len({post.account for post in telling.report.posts if post.channel == channel}) > 1
    return account if several and account else telling.channel(channel)


def interactions(page: Page, post: Post) -> str:
    return _noted(page, post, "interactions", post.interactions)


def seen(page: Page, post: Post) -> str:
    """By how many, or how often, the post was seen."""
    return _noted(page, post, post.base, post.figures.get(post.base))


def rate(page: Page, post: Post) -> str:
    value, language = post.engagement_rate, page.telling.language
    text = MISSING if value is None else percent(value, language, RATE_DECIMALS)
    return _noted(page, post, f"rate_{post.base}", value, text)


def times(page: Page, post: Post, what: str, value: float | None) -> str:
    """How many times the usual of `what`, under each other: 3.2, 2.0, 12."""
    places = 1 if round(value or 0.0, 1) < WHOLE_TIMES else 0
    return _noted(page, post, f"{what}_times", value, number(value, page.telling.language, places))


def times_said(page: Page, post: Post, what: str, value: float) -> tuple[str, float]:
    """The same inside a sentence, 3.2, 2, 12, and the number that its words agree with."""
    tenths = round(value, 1)
    places = 0 if tenths >= WHOLE_TIMES or tenths == int(tenths) else 1
    said = round(tenths, places)
    return _noted(page, post, f"{what}_times", value, number(said, page.telling.language, places)), said


def rate_name(telling: Telling, base: str) -> str:
    """The engagement rate by what it is of; plain where that differs from post to post."""
    return telling.say(f"content.rate_{base}") if base else telling.say("content.rate")


def one_base(posts: tuple[Post, ...]) -> str:
    """The base of all that have one; empty where they differ."""
    bases = {post.base for post in posts if post.base}
    return bases.pop() if len(bases) == 1 else ""


def base_name(telling: Telling, base: str) -> str:
    return words.within(telling.name(base))


def _noted(page: Page, post: Post, what: str, value: float | None, text: str = "") -> str:
    """A figure of a post is no figure of the ads: it has a kind of its own."""
    if value is None:
        return MISSING
    told = text or number(value, page.telling.language)
    scope = f"{post.channel}/{post.key}"
    return page.note(Shown(f"post_{what}", scope, page.telling.period.key, value, told, "post"))
