"""Posts of the demo's pages: which were published, and what had come of each when it was exported."""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import numpy as np

from sample_data.season import days_between
from sample_data.simulate import EXACT
from sample_data.world import HERE, World
from tiger_reports.model.period import Period, month_of, parse_month

A_MONTH = (8, 15)  # half-open
HOURS, MINUTES = (7, 9, 12, 15, 18, 20), (0, 15, 30, 45)
LUCK = 0.38
"""Spread of the reach of posts of one format, as a logarithm."""
SEEN_AGAIN = (1.15, 1.60)
LATE, LATE_DAYS = 0.55, 3.0
"""The share of a post's reach that is still to come on its day, and how fast that shrinks."""
SECONDS = (12, 58)
COUNTED = ("views", "reach", "reactions", "comments", "shares", "clicks", "follows")


@dataclass(frozen=True)
class Format:
    """A kind of post with the shares of the people reached who do something with it."""

    text: str
    kind: str
    reach: float
    reactions: float
    comments: float
    shares: float
    clicks: float = 0.0
    follows: float = 0.0

    @property
    def moves(self) -> bool:
        return self.kind in ("Rolki", "IG reel")


@dataclass(frozen=True)
class Page:
    client: str
    network: str  # facebook | instagram
    name: str
    id: str
    language: str
    first: str
    single_from: str
    reach: int
    topics: tuple[str, ...]
    tail: str
    formats: tuple[Format, ...]

    @property
    def ideas(self) -> tuple[tuple[Format, str], ...]:
        return tuple((format_, topic) for format_ in self.formats for topic in self.topics)


@dataclass(frozen=True)
class Post:
    """A post as an export on the day after its file's last day prints it."""

    number: str
    published: datetime
    kind: str
    text: str
    seconds: int
    views: int
    reach: int
    reactions: int
    comments: int
    shares: int
    clicks: int
    follows: int


@dataclass(frozen=True)
class PostsFile:
    path: str
    page: Page
    period: Period
    posts: tuple[Post, ...]


def load_pages(folder: Path = HERE) -> tuple[Page, ...]:
    raw = tomllib.loads((folder / "posts.toml").read_text(encoding="utf-8"))
    return tuple(_page(item) for item in raw["page"])


def _page(item: dict[str, Any]) -> Page:
    formats = tuple(Format(**one) for one in item.pop("format"))
    return Page(**{**item, "topics": tuple(item["topics"])}, formats=formats)


def post_files(world: World, pages: Sequence[Page]) -> tuple[PostsFile, ...]:
    """One file of all months before `single_from`, then one a month."""
    return tuple(_file(world, page, period) for page in pages for period in _periods(world, page))


def _periods(world: World, page: Page) -> Iterator[Period]:
    month = parse_month(page.single_from)
    yield Period(parse_month(page.first).start, month.start)
    while month.start < world.end_day:
        yield month
        month = month_of(month.end)


def _file(world: World, page: Page, period: Period) -> PostsFile:
    first, last = period.month_key, f"{period.last_day:%Y-%m}"
    span = first if period.is_calendar_month else f"{first}_{last}"
    name = f"business-suite_{page.network}-posts_{span}_{page.language}_synthetic.csv"
    posts = tuple(
        _exported(post, period) for post in _published(world, page) if post.published.date() in period
    )
    return PostsFile(f"files/{page.client}/{name}", page, period, posts)


def _published(world: World, page: Page) -> Iterator[Post]:
    """All posts of a page with what comes of them in the end, oldest first."""
    rng = np.random.default_rng([world.seed, zlib.crc32(f"{page.id}/posts".encode())])
    ideas = [page.ideas[at] for at in rng.permutation(len(page.ideas))]
    for number, day in enumerate(_days(rng, parse_month(page.first).start, world.end_day), 1):
        format_, topic = ideas[(number - 1) % len(ideas)]
        yield _post(rng, page, format_, f"{page.id}{number:04}", _moment(rng, day), topic)


def _days(rng: np.random.Generator, first: date, end: date) -> Iterator[date]:
    """At most one post a day."""
    month = month_of(first)
    while month.start < end:
        days = days_between(month.start, month.end)
        chosen = rng.choice(len(days), size=rng.integers(*A_MONTH), replace=False)
        yield from (days[at] for at in sorted(chosen))
        month = month_of(month.end)


def _moment(rng: np.random.Generator, day: date) -> datetime:
    return datetime.combine(day, time(int(rng.choice(HOURS)), int(rng.choice(MINUTES))))


def _post(
    rng: np.random.Generator, page: Page, format_: Format, number: str, published: datetime, topic: str
) -> Post:
    reach = round(page.reach * format_.reach * float(np.round(np.exp(rng.normal(0.0, LUCK)), EXACT)))
    shares = (format_.reactions, format_.comments, format_.shares, format_.clicks, format_.follows)
    reactions, comments, shared, clicks, follows = (
        int(rng.poisson(round(reach * share, EXACT))) for share in shares
    )
    return Post(
        number=number,
        published=published,
        kind=format_.kind,
        text=format_.text.format(topic=topic, Topic=topic[0].upper() + topic[1:]),
        seconds=int(rng.integers(*SECONDS)) if format_.moves else 0,
        views=round(reach * float(np.round(rng.uniform(*SEEN_AGAIN), EXACT))),
        reach=reach,
        reactions=reactions,
        comments=comments,
        shares=shared,
        clicks=clicks,
        follows=follows,
    )


def _exported(post: Post, period: Period) -> Post:
    """The post as it stands after the last day of the file: the younger, the more is still to come."""
    age = (period.last_day - post.published.date()).days
    share = float(np.round(1 - LATE * np.exp(-age / LATE_DAYS), EXACT))
    counted: dict[str, Any] = {name: int(getattr(post, name) * share) for name in COUNTED}
    return replace(post, **counted)
