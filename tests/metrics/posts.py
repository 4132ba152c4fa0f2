"""Posts made from a few numbers, for tests of what is done with many."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from tiger_reports.model.post import Post

FIRST, COUNTED = date(2026, 10, 1), date(2026, 11, 3)


def made(key: str, did: float | None, reach: float | None = 1000.0, **more) -> Post:
    """A post that `did` interactions among `reach` people."""
    known = {"reactions": did, "reach": reach}
    values = {
        "channel": "meta-business-suite",
        "account": "one",
        "published": FIRST,
        "counted_on": COUNTED,
        "figures": {name: value for name, value in known.items() if value is not None},
    }
    return Post(key=key, **(values | more))


@st.composite
def some_posts(draw: st.DrawFn) -> tuple[Post, ...]:
    """Up to 30 posts of three profiles: young ones, tiny ones, some without base or interactions."""
    count = draw(st.integers(0, 30))
    amounts = st.none() | st.integers(0, 500).map(float)
    sizes = st.sampled_from((None, 0.0, 3.0)) | st.integers(200, 9000).map(float)
    posts = []
    for number in range(count):
        account, base = draw(st.sampled_from((("one", "reach"), ("two", "views"), ("three", "impressions"))))
        size, age = draw(sizes), draw(st.integers(0, 20))
        figures = {"reactions": draw(amounts), base: size}
        posts.append(
            Post(
                channel="x-analytics" if account == "three" else "meta-business-suite",
                account=account,
                key=f"k{number}",
                published=COUNTED - timedelta(age),
                counted_on=COUNTED,
                figures={name: value for name, value in figures.items() if value is not None},
            )
        )
    return tuple(posts)
