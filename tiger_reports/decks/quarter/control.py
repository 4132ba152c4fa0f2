"""Each test against months without it, as columns: the same weekdays, a mean day beside a mean day."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pictures.writer import number_format
from tiger_reports.decks.slides.activities import DURING, tells
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.effect import Window
from tiger_reports.model.exhibits.columns import ColumnChart, Panels, Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.metric import Kind
from tiger_reports.model.slide import Slide
from tiger_reports.model.tiger_records import TrackedActivity

MOST = 2
"""Tests on a slide, one over the other."""
TITLE_NAME = 4.5
HEADING = 9.5
"""Inches that an activity's name may take in a title, and over its columns."""


def control(telling: TigerTelling) -> tuple[Slide, ...]:
    """Tests that have months to be held against; two on a slide."""
    records = telling.report.meeting
    held = [one for one in (records.activities if records else ()) if one.controls and tells(telling, one)]
    portions = [held[start : start + MOST] for start in range(0, len(held), MOST)]
    return tuple(
        _slide(telling, portion, "control" if at == 1 else f"control-{at}")
        for at, portion in enumerate(portions, start=1)
    )


def _slide(telling: TigerTelling, held: list[TrackedActivity], key: str) -> Slide:
    page = Page(telling, key, "results")
    panels = Panels(tuple(_chart(page, one) for one in held))
    return page.slide("; ".join(_said(page, one, alone=len(held) == 1) for one in held), panels)


def _said(page: Page, one: TrackedActivity, *, alone: bool) -> str:
    """`Morning ritual: 412 clicks in the test, 280 to 310 in the control months`."""
    assert one.effect is not None, "asked only of what was measured"
    telling, kind = page.telling, Type(26.0, bold=True, family=page.telling.family)
    known = sorted(one.controls, key=lambda window: window.mean or 0.0)
    return telling.say(
        "title.control" if alone else "title.control_short",
        name=elide(one.activity.title, TITLE_NAME, kind),
        metric=words.within(words.title_name(one.effect.metric, telling.language)),
        value=_mean(page, one, one.effect.during),
        low=_mean(page, one, known[0]),
        high=_mean(page, one, known[-1]),
    )


def _chart(page: Page, one: TrackedActivity) -> ColumnChart:
    """Control months in their order, the test among them at its place."""
    effect, telling = one.effect, page.telling
    assert effect is not None, "asked only of what was measured"
    test = effect.during
    windows = sorted((*one.controls, test), key=lambda window: window.period.start)
    role = DURING.get(effect.verdict, Role.NOW)
    name = telling.name(effect.metric)
    daily = words.metric(effect.metric).kind is Kind.SUM
    title = telling.say("effect.daily", metric=name) if daily else name
    series = Series(
        name=title,
        values=tuple(window.mean for window in windows),
        role=Role.PREVIOUS,
        labels=tuple(_mean(page, one, window) for window in windows),
        roles=tuple(role if window is test else Role.PREVIOUS for window in windows),
    )
    heading = elide(f"{one.activity.title} · {title}", HEADING, Type(13.0, bold=True, family=telling.family))
    return ColumnChart(
        name=f"control {one.id}",
        title=heading,
        categories=tuple(_tick(telling, window, test) for window in windows),
        series=(series,),
        number_format=number_format(effect.metric),
        alt=telling.say("alt.control", metric=name, name=one.activity.title),
    )


def _tick(telling: Telling, window: Window, test: Window) -> str:
    if window is not test:
        return telling.tick(window.period)
    return telling.say("control.test", n=window.period.days)


def _mean(page: Page, one: TrackedActivity, window: Window) -> str:
    assert one.effect is not None, "asked only of what was measured"
    metric, place = one.effect.metric, f"activity:{one.id}"
    return page.amount(metric, window.mean, window.period, place, kind="mean")
