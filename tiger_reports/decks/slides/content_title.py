"""What the slide of posts says in one sentence: the best post, and the format or the post that stands out."""

from __future__ import annotations

from collections.abc import Callable

from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.writing import posts as told
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.titles import TITLE_SIZE, fits
from tiger_reports.metrics.formats import Format, format_ahead
from tiger_reports.metrics.posts import Profile, Ranking, RatedPost
from tiger_reports.model.slide import Shown
from tiger_reports.text.numbers import number

NAME_WIDTHS = (8.0, 6.5, 5.0, 4.0)
"""Inches of a title that a post's name may take, the widest first that leaves room for the rest."""
WEAKEST_NAME, KIND_NAME = 4.0, 2.0
FAR_ABOVE = 1.5
"""From this many times the usual on, a title tells how many."""


def content_title(page: Page, ranked: Ranking) -> str:
    """The post with the most interactions; then a format that is ahead, else the weakest post, if it fits."""
    best, second = ranked.best[0], _format(page) or _weakest(page, ranked)
    ways = (second, None) if second else (None,)
    tried = (_tried(page, best, width, then) for then in ways for width in NAME_WIDTHS)
    return next((title for title in tried if title), "") or best_clause(page, best, NAME_WIDTHS[-1])


def best_clause(page: Page, one: RatedPost, width: float) -> str:
    telling, post = page.telling, one.post
    name = told.short_name(telling, post, width, TITLE_SIZE)
    if not post.interactions:
        base = told.base_name(telling, post.base)
        return telling.say("content.title_seen", name=name, value=told.seen(page, post), base=base)
    value = told.interactions(page, post)
    if one.times is None or one.times < FAR_ABOVE:
        return telling.say("content.title_best", name=name, value=value)
    times, n = told.times_said(page, post, "interactions", one.times)
    return telling.say("content.title_times", name=name, value=value, times=times, n=n)


Clause = Callable[[Page], str]


def _tried(page: Page, best: RatedPost, width: float, second: Clause | None) -> str:
    """The title where it fits; where it does not, nothing, and none of its figures is noted."""
    trial = Page(page.telling, page.key, page.section, list(page.shown))
    clauses = [best_clause(trial, best, width), *([second(trial)] if second else [])]
    title = "; ".join(clauses)
    if not fits(page, title):
        return ""
    page.shown = trial.shown
    return title


def _weakest(page: Page, ranked: Ranking) -> Clause | None:
    if not ranked.weakest:
        return None
    post = ranked.weakest[0].post
    name = told.short_name(page.telling, post, WEAKEST_NAME, TITLE_SIZE)
    return lambda on: on.telling.say("content.title_weakest", name=name, value=told.rate(on, post))


def _format(page: Page) -> Clause | None:
    ahead = format_ahead(page.telling.report.posts)
    if ahead is None:
        return None
    channel = told.where(page.telling, ahead.profile)

    def clause(on: Page) -> str:
        values = {
            "kind": _kind(on, ahead.first),
            "value": _usual(on, ahead.profile, ahead.first),
            "other": _kind(on, ahead.second),
            "beside": _usual(on, ahead.profile, ahead.second),
        }
        return on.telling.say("content.title_format", channel=channel, **values)

    return clause


def _kind(page: Page, one: Format) -> str:
    return elide(one.kind, KIND_NAME, Type(TITLE_SIZE, bold=True, family=page.telling.family))


def _usual(page: Page, own: Profile, one: Format) -> str:
    text = number(one.usual, page.telling.language)
    scope = f"{own[0]}/{own[1]}/{one.kind}"
    return page.note(Shown("post_interactions", scope, page.telling.period.key, one.usual, text, "post"))
