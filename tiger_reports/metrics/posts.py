"""Which published posts worked best and worst, and what is usual for a post.

Best are the posts with the most interactions: people did something, and a count cannot be won by a small
audience as a rate can. The rate only stands beside it.

Weakest are the posts whose engagement rate is furthest below the usual of their own profile. A rate of reach
is never held against one of views, nor one profile's against another's: only how far each lies under its own
usual is compared. Judged are posts that have had time (`SETTLED` days between publication and count) and a
base to be judged by (`LEAST_BASE` of their profile's median). Where fewer than `FEWEST` posts are known, none
is called weak, and none that is among the best.

Missing is not zero: a post whose file has no interactions is in neither list; one that nobody reacted to is
never among the best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import TypeVar

from tiger_reports.model.post import Post

TOP, BOTTOM = 5, 2
FEWEST = 8
"""Posts with known interactions under which none is called weak."""
SETTLED = timedelta(3)
LEAST_BASE = 0.25
PEERS = 4
"""Posts of a profile of which a median says what is usual."""
WEAK = 0.8
"""Share of the usual rate above which a post is not weak, only last."""

Profile = tuple[str, str]
"""Channel and account: the posts of one audience."""
Kin = TypeVar("Kin", bound=Hashable)


@dataclass(frozen=True)
class RatedPost:
    """A post beside its profile's usual: `times` its interactions, `rate_times` its rate (of the same base).

    Both are 1 where the post is as usual, None where too few posts say what that is.
    """

    post: Post
    times: float | None = None
    rate_times: float | None = None


@dataclass(frozen=True)
class Ranking:
    """`best` by interactions, `weakest` the furthest under their usual first; no post is in both."""

    best: tuple[RatedPost, ...] = ()
    weakest: tuple[RatedPost, ...] = ()


def ranking(posts: Iterable[Post]) -> Ranking:
    """The best TOP and the weakest BOTTOM; the order in which the posts come does not matter."""
    known = sorted((post for post in posts if post.interactions is not None), key=_place)
    rated = _rated(known)
    best = sorted((one for one in rated if one.post.interactions), key=_by_interactions)[:TOP]
    if len(known) < FEWEST:
        return Ranking(tuple(best))
    judged = {_place(post) for post in _judged(known)} - {_place(one.post) for one in best}
    weak = (
        (one.rate_times, _place(one.post), one)
        for one in rated
        if _place(one.post) in judged and one.rate_times is not None and one.rate_times <= WEAK
    )
    return Ranking(
        tuple(best), tuple(one for _, _, one in sorted(weak, key=lambda found: found[:2])[:BOTTOM])
    )


def most_seen(posts: Iterable[Post]) -> tuple[Post, ...]:
    """The TOP by the base that most posts have: for files that know of no interactions."""
    known = _grouped((post for post in posts if post.base), lambda post: post.base)
    base, held = max(known.items(), key=lambda pair: (len(pair[1]), pair[0]), default=("", []))
    return tuple(sorted(held, key=lambda post: (-post.figures[base], _place(post)))[:TOP])


def profile(post: Post) -> Profile:
    return post.channel, post.account


def _rated(known: list[Post]) -> tuple[RatedPost, ...]:
    settled = [post for post in known if _settled(post)]
    usual = _medians(settled, profile, lambda post: post.interactions)
    rates = _medians(_judged(known), _kin, lambda post: post.engagement_rate)
    return tuple(
        RatedPost(
            post,
            _times(post.interactions, usual.get(profile(post))),
            _times(post.engagement_rate, rates.get(_kin(post))),
        )
        for post in known
    )


def _judged(known: list[Post]) -> list[Post]:
    """Posts that have had time, and a base that is not tiny beside their profile's."""
    based = [post for post in known if post.base]
    sizes = _grouped(based, _kin)
    least = {kin: LEAST_BASE * median(map(_size, held)) for kin, held in sizes.items()}
    return [post for post in based if _settled(post) and _size(post) >= least[_kin(post)]]


def _medians(
    posts: Iterable[Post], kin: Callable[[Post], Kin], figure: Callable[[Post], float | None]
) -> Mapping[Kin, float]:
    """What is usual, where enough posts say it."""
    known = _grouped((post for post in posts if figure(post) is not None), kin)
    return {
        group: median(figure(post) or 0.0 for post in held)
        for group, held in known.items()
        if len(held) >= PEERS
    }


def _grouped(posts: Iterable[Post], kin: Callable[[Post], Kin]) -> Mapping[Kin, list[Post]]:
    found: dict[Kin, list[Post]] = defaultdict(list)
    for post in posts:
        found[kin(post)].append(post)
    return found


def _kin(post: Post) -> tuple[Profile, str]:
    """Posts whose rates may be held against each other."""
    return profile(post), post.base


def _size(post: Post) -> float:
    return post.figures[post.base]


def _settled(post: Post) -> bool:
    return post.counted_on - post.published >= SETTLED


def _times(amount: float | None, usual: float | None) -> float | None:
    return amount / usual if amount is not None and usual else None


def _by_interactions(one: RatedPost) -> tuple[float, Hashable]:
    return -(one.post.interactions or 0.0), _place(one.post)


def _place(post: Post) -> tuple[object, ...]:
    """An order that every list of posts has, whatever way it came."""
    return post.published, post.channel, post.account, post.key
