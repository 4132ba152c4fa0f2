"""A month held against the months before it: an odd month to compare with makes an ordinary one look odd."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from tiger_reports.changes.normal import ROBUST

FEWEST_MONTHS = 6
USUAL = 1.0


def usual(now: float, before: Sequence[float], spread: float) -> bool:
    """Whether `now` lies among the months before, by their median and its spread; all of them a day's worth.

    `spread` is the relative standard deviation that the weeks show, the least that is believed. False where
    fewer than six months are known.
    """
    known = [math.log(amount) for amount in before if amount > 0]
    if len(known) < FEWEST_MONTHS or now <= 0:
        return False
    middle = median(known)
    scale = max(ROBUST * median(abs(one - middle) for one in known), spread)
    return scale > 0 and abs(math.log(now) - middle) < USUAL * scale
