"""The appendix' sheet of posts: every one of the period with all that its file says."""

from __future__ import annotations

from collections.abc import Iterable

from tiger_reports.decks.workbook_cells import Content, Line, Number
from tiger_reports.decks.writing.posts import RATE_DECIMALS, base_name, post_name
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.fact import MEASURES
from tiger_reports.model.post import Post
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.measures import measure_name

RATE = f"0.{'0' * RATE_DECIMALS}%"
AMOUNT, HOURS = "#,##0", "#,##0.00"


def post_lines(telling: Telling) -> Iterable[Line]:
    """By day; a figure that no file has takes no column, one that a post's file lacks is an empty cell."""
    posts = telling.report.posts
    known = {name for post in posts for name in post.figures}
    figures = tuple(name for name in MEASURES if name in known)
    yield _heads(telling, figures)
    yield from (_line(telling, post, figures) for post in posts)


def _heads(telling: Telling, figures: tuple[str, ...]) -> Line:
    say = telling.say
    first = ("content.post", "column.channel", "content.account", "content.format", "content.published")
    last = ("content.interactions", "content.rate", "content.base", "content.counted_on", "content.number")
    names = (measure_name(name, telling.language) for name in figures)
    return Line((*map(say, first), *names, *map(say, last), say("content.link")), bold=True)


def _line(telling: Telling, post: Post, figures: tuple[str, ...]) -> Line:
    return Line(
        (
            post_name(telling, post),
            panel_name(post.channel),
            post.account,
            post.kind,
            post.published,
            *(_number(post.figures.get(name)) for name in figures),
            _number(post.interactions),
            None if post.engagement_rate is None else Number(post.engagement_rate, RATE),
            base_name(telling, post.base) if post.base else None,
            post.counted_on,
            post.key,
            post.link,
        )
    )


def _number(value: float | None) -> Content:
    """Hours of watching have fractions; counts do not."""
    return None if value is None else Number(value, AMOUNT if value == round(value) else HOURS)
