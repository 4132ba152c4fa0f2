"""The columns of a table that say which post a row is: words, kind, link and day of publication."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tiger_reports.model.fact import POST, PUBLISHED
from tiger_reports.panels.arrow import Column, pa, pc
from tiger_reports.panels.days import AmbiguousDatesError, MissingYearError, order_of, read_days
from tiger_reports.panels.header import SEGMENT
from tiger_reports.panels.post_words import kind, link, title
from tiger_reports.panels.recognise import Match
from tiger_reports.panels.sheet import Body

KEPT: Mapping[str, Callable[[str], str]] = {"title": title, "link": link, "post_type": kind}
"""What is kept of a cell, by our column."""


def post_columns(body: Body, match: Match) -> dict[str, Column]:
    """Our column -> its values, null where a row says nothing; none where rows stand for something else."""
    if not match.report.of_posts:
        return {}
    roles, twins = match.header.roles, match.header.twins
    places = {role: (roles[role], *twins.get(role, ())) for role in POST if role in roles}
    words = {role: _kept([body.columns[at].text for at in held], KEPT[role]) for role, held in places.items()}
    published, pattern = _published(body, match), match.panel.post_address
    if pattern and SEGMENT in roles and (published or match.report.lifetime):
        words["link"] = _each(body.columns[roles[SEGMENT]].text, lambda number: link(pattern.format(number)))
    return {**words, **published}


def _kept(columns: Sequence[Column], keep: Callable[[str], str]) -> Column:
    """One column of several: the first that says something."""
    found = [_each(column, keep) for column in columns]
    return pc.coalesce(*found) if len(found) > 1 else found[0]


def _each(column: Column, keep: Callable[[str], str]) -> Column:
    distinct = pc.unique(column)
    said = pa.array([(keep(text) or None) if text else None for text in distinct.to_pylist()], pa.string())
    return pc.take(said, pc.index_in(column, value_set=distinct))


def _published(body: Body, match: Match) -> dict[str, Column]:
    """Days of publication that rows carry beside their own; none where they cannot be read for sure."""
    if PUBLISHED not in match.header.roles:
        return {}
    cells = body.columns[match.header.roles[PUBLISHED]]
    try:
        return {PUBLISHED: read_days(cells, order_of([cells], match.panel.date_order, None), None)}
    except (AmbiguousDatesError, MissingYearError):
        return {}
