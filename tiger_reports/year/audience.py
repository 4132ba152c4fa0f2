"""Groups of an audience that bring more results, or fewer, than their share of the money.

Where results cost the same everywhere, a group's results are a draw from all of them with its share of spend
as the chance (binomial). A group is told when it lies more than three standard errors from that, the variance
doubled because results of one campaign hang together, and when the difference is large enough to act on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from tiger_reports.model.audience import CHANNEL, WEEKDAY, AudienceFinding, Group

FEWEST_RESULTS, FEWEST_IN_GROUP = 100, 30
LEAST_SHARE = 0.05
"""Of spend: a group that gets less is no lever."""
LEAST_DIFFERENCE = 0.1
ERRORS = 3.0
SPREAD = 2.0
"""Variance of results over that of independent draws."""
MOST = 3


def finding(dimension: str, channel: str, groups: Iterable[Group]) -> AudienceFinding | None:
    """The group that stands out most; None where none does or too little is known."""
    held = tuple(groups)
    whole = Group("", math.fsum(one.spend for one in held), math.fsum(one.results for one in held))
    if whole.results < FEWEST_RESULTS or whole.spend <= 0:
        return None
    cuts = (AudienceFinding(dimension, channel, held, at) for at, one in enumerate(held) if one.name)
    return max((one for one in cuts if _stands_out(one)), key=_apart, default=None)


def told(found: Iterable[AudienceFinding]) -> tuple[AudienceFinding, ...]:
    """The strongest of each dimension, three at most: what files are cut by before what every client has."""
    best: dict[str, AudienceFinding] = {}
    for one in sorted(found, key=_apart, reverse=True):
        best.setdefault(one.dimension, one)
    usual = (CHANNEL, WEEKDAY)
    return tuple(sorted(best.values(), key=lambda one: one.dimension in usual))[:MOST]


def _stands_out(one: AudienceFinding) -> bool:
    share, whole = one.spend_share, one.whole
    if one.group.results < FEWEST_IN_GROUP or not LEAST_SHARE <= share <= 1 - LEAST_SHARE:
        return False
    if one.elsewhere.results < FEWEST_IN_GROUP or abs(one.dearer) < LEAST_DIFFERENCE:
        return False
    error = math.sqrt(SPREAD * share * (1 - share) / whole.results)
    return _apart(one) > ERRORS * error


def _apart(one: AudienceFinding) -> float:
    """Between the group's share of results and its share of spend."""
    return abs(one.result_share - one.spend_share)
