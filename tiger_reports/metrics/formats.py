"""Whether one format of posts (reel, photo, link) is clearly ahead of the others of its profile."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from tiger_reports.metrics.posts import SETTLED, Profile, profile
from tiger_reports.model.post import Post

LEAST_POSTS = 3
AHEAD = 1.5
"""How many times the next format's median the first one's is at least."""
MOST_ABOVE = 0.75
"""Share of its posts that lie above the next format's median: one lucky post makes no format."""


@dataclass(frozen=True)
class Format:
    """`usual` is the median of the interactions of its `posts`."""

    kind: str
    usual: float
    posts: int


@dataclass(frozen=True)
class FormatAhead:
    profile: Profile
    first: Format
    second: Format


def format_ahead(posts: Iterable[Post]) -> FormatAhead | None:
    """Of the profile with the most posts in which a format is clearly ahead; None where none is.

    Compared are formats of one profile with LEAST_POSTS posts each that have had time.
    """
    profiles: dict[Profile, list[Post]] = defaultdict(list)
    for post in posts:
        if (
            post.kind.strip()
            and post.interactions is not None
            and post.counted_on - post.published >= SETTLED
        ):
            profiles[profile(post)].append(post)
    ranked = sorted(profiles.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    found = (_ahead(own, held) for own, held in ranked)
    return next((one for one in found if one is not None), None)


def _ahead(own: Profile, posts: list[Post]) -> FormatAhead | None:
    counts: dict[str, list[float]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for post in posts:
        kind = post.kind.strip()
        counts[kind.casefold()].append(post.interactions or 0.0)
        names[kind.casefold()][kind] += 1
    held = {kind: amounts for kind, amounts in counts.items() if len(amounts) >= LEAST_POSTS}
    first, second, *_ = (*sorted(held, key=lambda kind: (-median(held[kind]), kind)), "", "")
    if not second or not _clear(held[first], median(held[second])):
        return None
    told = (
        Format(max(names[k], key=lambda n: (names[k][n], n)), median(held[k]), len(held[k]))
        for k in (first, second)
    )
    return FormatAhead(own, *told)


def _clear(amounts: list[float], other: float) -> bool:
    above = sum(amount > other for amount in amounts)
    return median(amounts) >= AHEAD * other and above >= MOST_ABOVE * len(amounts)
