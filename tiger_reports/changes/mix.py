"""Whether a ratio moved because its parts did, or because their shares did (Simpson's paradox)."""

from __future__ import annotations

import math
from collections.abc import Iterable

from tiger_reports.model.change import Segment


def is_mix(delta: float, segments: Iterable[Segment]) -> bool:
    """Whether the parts' own rates went the other way than the whole, or moved it less than their shares."""
    split = [(one.rate, one.mix) for one in segments if one.rate is not None and one.mix is not None]
    if len(split) < 2:  # noqa: PLR2004  (one part is the whole)
        return False
    rate, mix = (math.fsum(part) for part in zip(*split, strict=True))
    return rate * delta < 0 or abs(mix) > abs(rate)
