"""One published post and what came of it, as a panel counted it from the day of publication on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

SUMMED = ("reactions", "comments", "shares")
"""What people do with a post; their sum stands where the panel gives no `engagement` of its own."""
SEEN_BY = ("reach", "views", "impressions", "video_views")
"""Bases of the engagement rate, best first: people, then how often it was seen."""


@dataclass(frozen=True)
class Post:
    """`key` is the panel's own number of the post, `channel` the panel's id.

    `title` is the first line of its text, may be empty; `kind` is the panel's word ("Reel"), `link` an
    https address of the network or empty. `figures` are measures by name, missing where the file has none,
    counted from `published` until and with `counted_on`.
    """

    channel: str
    key: str
    published: date
    counted_on: date
    account: str = ""
    title: str = ""
    kind: str = ""
    link: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)

    @property
    def interactions(self) -> float | None:
        """The panel's own count, else the sum of what it gives of reactions, comments and shares."""
        if "engagement" in self.figures:
            return self.figures["engagement"]
        known = [self.figures[name] for name in SUMMED if name in self.figures]
        return sum(known) if known else None

    @property
    def base(self) -> str:
        """Which measure says by how many it was seen; empty where none does."""
        return next((name for name in SEEN_BY if self.figures.get(name)), "")

    @property
    def engagement_rate(self) -> float | None:
        """Interactions by `base`, a fraction."""
        return (
            self.interactions / self.figures[self.base]
            if self.base and self.interactions is not None
            else None
        )
