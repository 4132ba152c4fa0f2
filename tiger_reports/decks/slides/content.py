"""What worked among the organic posts: those with the most interactions, then the weakest, from one rule."""

from __future__ import annotations

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.table import PAD_X, TEXT
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.slides.content_title import content_title
from tiger_reports.decks.writing import posts as told
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.metrics.posts import Ranking, RatedPost, most_seen, profile, ranking
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.post import Post
from tiger_reports.model.slide import Slide
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import MISSING

NAME_LINES = 2
NAME, CHANNEL, KIND, DAY, SEEN, COUNT, RATE, TIMES = 3.5, 1.8, 1.2, 1.2, 1.3, 1.65, 1.45, 1.15
UP, DOWN = "▲", "▼"


def content(telling: Telling) -> tuple[Slide, ...]:
    """None where no posts are known, or none with a figure to tell them by."""
    ranked = _ranked(telling)
    if not ranked.best:
        return ()
    page = Page(telling, "content", "results")
    table = _table(page, ranked)
    return (page.slide(content_title(page, ranked), table),)


def tells_posts(telling: Telling) -> bool:
    return bool(_ranked(telling).best)


def _ranked(telling: Telling) -> Ranking:
    """By what people did; where no file knows that, by how many saw it."""
    ranked = ranking(telling.report.posts)
    return ranked if ranked.best else Ranking(tuple(map(RatedPost, most_seen(telling.report.posts))))


def _table(page: Page, ranked: Ranking) -> Table:
    """Columns that no row fills are left out."""
    telling, shown = page.telling, (*ranked.best, *ranked.weakest)
    posts = tuple(one.post for one in shown)
    base = told.one_base(posts)
    columns = _columns(telling, posts, base)
    unit = WIDE.body.width / sum(column.weight for column in columns)
    best = (telling.say("content.best" if posts[0].interactions else "content.most_seen"), UP)
    rows = [_heading(*best), *(_row(page, one, base, unit, UP) for one in ranked.best)]
    if ranked.weakest:
        rows += [_heading(telling.say("content.weakest"), DOWN)]
        rows += [_row(page, one, base, unit, DOWN) for one in ranked.weakest]
    kept = [
        at for at in range(len(columns)) if at == 0 or any(row[at].text not in ("", MISSING) for row in rows)
    ]
    cut = tuple(tuple(row[at] for at in kept) for row in rows)
    return Table(tuple(columns[at] for at in kept), cut, telling.say("content.alt"), "content")


def _columns(telling: Telling, posts: tuple[Post, ...], base: str) -> tuple[Column, ...]:
    say, median = telling.say, telling.say("content.median")
    mixed = not base and any(post.base for post in posts)
    return (
        Column(say("content.post"), numeric=False, weight=NAME),
        Column(say("column.channel"), numeric=False, weight=CHANNEL),
        Column(say("content.format"), numeric=False, weight=KIND),
        Column(say("content.published"), weight=DAY),
        Column(telling.name(base) if base else say("content.seen"), weight=SEEN + 0.6 * mixed),
        Column(say("content.interactions"), weight=COUNT),
        Column(median, weight=TIMES),
        Column(told.rate_name(telling, base), weight=RATE),
        Column(median, weight=TIMES),
    )


def _heading(text: str, sign: str) -> tuple[Cell, ...]:
    return Cell(f"{sign} {text}", Verdict.NEUTRAL, bold=True), *(Cell("") for _ in range(8))


def _row(page: Page, one: RatedPost, base: str, unit: float, sign: str) -> tuple[Cell, ...]:
    """`sign` says which way the post stands out, and so by which figure; `unit`: inches of a weight of 1."""
    telling, post = page.telling, one.post
    name = _within(telling, told.post_name(telling, post), NAME * unit, bold=True)
    by_count, by_rate = (sign, "") if sign == UP else ("", sign)
    return (
        Cell(name, bold=True, address=post.link),
        Cell(_within(telling, told.where(telling, profile(post)), CHANNEL * unit)),
        Cell(_within(telling, post.kind.strip() or MISSING, KIND * unit)),
        Cell(short_date(post.published, telling.language)),
        Cell(_seen(page, post, base)),
        Cell(told.interactions(page, post), bold=bool(by_count)),
        _times(page, one, "interactions", one.times, by_count),
        Cell(told.rate(page, post), bold=bool(by_rate)),
        _times(page, one, "rate", one.rate_times, by_rate),
    )


def _within(telling: Telling, text: str, width: float, *, bold: bool = False) -> str:
    return elide(text, width - 2 * PAD_X, Type(TEXT, bold=bold, family=telling.family), NAME_LINES)


def _seen(page: Page, post: Post, base: str) -> str:
    """With the name of the base where posts have different ones."""
    text = told.seen(page, post)
    if base or not post.base:
        return text
    return page.telling.say("content.based", value=text, base=told.base_name(page.telling, post.base))


def _times(page: Page, one: RatedPost, what: str, value: float | None, sign: str) -> Cell:
    """`▲ 3.2×`; the triangle and the colour only where the post is told for it."""
    text = told.times(page, one.post, what, value)
    if value is None:
        return Cell(text)
    if not sign or (sign == UP and round(value, 1) <= 1):
        return Cell(f"{text}×")
    return Cell(f"{sign} {text}×", Verdict.BETTER if sign == UP else Verdict.WORSE)
