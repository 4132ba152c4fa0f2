"""Synthetic posts: two profiles, three formats, one post that went far and a few that went nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tiger_reports.model.post import Post

TITLES = (
    "Autumn tyres: five signs that it is time",
    "Meet the workshop team",
    "Win a helmet: tell us your favourite route",
    "New opening hours from Monday",
    "How to wax a chain in ten minutes",
    "The long way home",
    "Voucher for a test ride",
    "Which bell would you choose?",
    "Rain or shine",
    "Our customers' rides of the week",
    "Behind the scenes of the photo shoot",
    "A reminder about bookings",
)
KINDS = ("Reel", "Photo", "Link")
LEVELS = {"Reel": 2.4, "Photo": 1.0, "Link": 0.7}
PROFILES = {("meta-business-suite", "Demo Bikes"): 1.0, ("x-analytics", "demo_bikes"): 0.55}
"""Channels and accounts, with the size of their audience."""


def post(number: int = 1, **more: object) -> Post:
    """One post with everything that its file may say."""
    published = date(2026, 10, 1) + timedelta(number % 28)
    whole = Post(
        channel="meta-business-suite",
        key=f"1789{number:06d}",
        published=published,
        counted_on=date(2026, 11, 3),
        account="Demo Bikes",
        title=TITLES[number % len(TITLES)],
        kind=KINDS[number % len(KINDS)],
        link=f"https://www.instagram.com/p/synthetic{number}/",
        figures={"reach": 4_000.0, "reactions": 90.0, "comments": 8.0, "shares": 4.0},
    )
    return replace(whole, **more)


def october_posts(count: int = 24) -> tuple[Post, ...]:
    """`count` posts of one month over both profiles, by day and key."""
    return tuple(sorted(map(_one, range(count)), key=lambda one: (one.published, one.key)))


def _one(number: int) -> Post:
    channel, account = tuple(PROFILES)[number % 2]
    kind = KINDS[number % len(KINDS)]
    wave = 1 + 0.07 * (number * 7 % 11 - 5)
    reach = round(5_200 * PROFILES[channel, account] * wave)
    reactions = reach * 0.022 * LEVELS[kind] * (1 + 0.05 * (number * 5 % 9 - 4))
    reactions *= {2: 4.2, 9: 0.2, 16: 0.3}.get(number, 1.0)
    figures = {
        "reach": float(reach),
        "reactions": float(round(reactions)),
        "comments": float(round(reactions * 0.09)),
        "shares": float(round(reactions * 0.05)),
    }
    link = f"https://www.{'x' if number % 2 else 'instagram'}.com/demo_bikes/{number}"
    return post(number, channel=channel, account=account, kind=kind, link=link, figures=figures)
