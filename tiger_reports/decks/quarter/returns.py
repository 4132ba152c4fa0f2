"""What the standard activities can and cannot still give: results against spend, and what one more costs."""

from __future__ import annotations

from dataclasses import replace

from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.comments import with_comment
from tiger_reports.decks.writing.main_result import COSTS, cost_of_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.writing.titles import opened
from tiger_reports.model.exhibits.columns import ColumnChart, Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.returns import Returns
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.text.numbers import percent, relative

MORE = 0.1
"""The step of spend that the slide speaks of."""


def standard_returns(telling: TigerTelling) -> tuple[Slide, ...]:
    """Left out where the weeks cannot tell it."""
    found = telling.report.returns
    if found is None:
        return ()
    page = Page(telling, "returns", "results")
    title = _title(page, found)
    slide = page.slide(title, _chart(page, found), comment=tuple(_comment(page, found)))
    return with_comment(telling, replace(slide, comment_heading=telling.say("returns.heading")))


def _title(page: Page, found: Returns) -> str:
    key = "title.returns_flat" if found.flattens else "title.returns_even"
    name = words.within(page.telling.name(found.metric))
    return opened(
        page.telling.say(key, share=_step(page), more=_gain(page, found.slope, "gain"), metric=name)
    )


def _comment(page: Page, found: Returns) -> tuple[Paragraph, ...]:
    telling = page.telling
    bounds = {
        "low": _gain(page, found.low, "gain_low"),
        "more": _gain(page, found.slope, "gain"),
        "high": _gain(page, found.high, "gain_high"),
    }
    name = words.within(telling.name(found.metric))
    told = [
        ("returns.can", telling.say("returns.gain", share=_step(page), metric=name, **bounds)),
        ("returns.next", _further(page, found)),
        ("returns.cannot", telling.say("returns.needs_new") if found.flattens else ""),
        ("returns.how", telling.say("returns.measured", n=page.count("weeks", found.weeks))),
    ]
    return tuple(Paragraph(text, f"{telling.say(lead)}:") for lead, text in told if text)


def _further(page: Page, found: Returns) -> str:
    """What one more result costs: the average by the slope."""
    price = cost_of_result(page.telling)
    if price is None or price.value.amount is None or price.metric != COSTS[found.metric]:
        return ""
    amount, period = price.value.amount, page.telling.period
    return page.telling.say(
        "returns.further",
        average=page.value(price),
        cost=page.amount(price.metric, amount / found.slope, period, kind="further"),
        low=page.amount(price.metric, amount / found.high, period, kind="further_low"),
        high=page.amount(price.metric, amount / found.low, period, kind="further_high"),
    )


def _chart(page: Page, found: Returns) -> ColumnChart:
    """Weeks from the least spend added to the most; the dashed line is what the same return would give."""
    telling = page.telling
    first = found.bands[0]
    even = tuple((1 + first.results) * (1 + one.spend) / (1 + first.spend) - 1 for one in found.bands)
    ticks = tuple(
        telling.say("returns.band", change=_change(page, one.spend, "spend", at))
        for at, one in enumerate(found.bands, start=1)
    )
    name = telling.name(found.metric)
    last = len(found.bands) - 1
    results = Series(
        name=name,
        values=tuple(one.results for one in found.bands),
        role=Role.PREVIOUS,
        labels=tuple(
            _change(page, one.results, found.metric, at) for at, one in enumerate(found.bands, start=1)
        ),
        roles=(*(Role.PREVIOUS for _ in range(last)), Role.HIGHLIGHT),
    )
    steady = Series(telling.say("returns.steady"), even, Role.TARGET)
    return ColumnChart(
        name="returns",
        title=telling.say("returns.chart", metric=name),
        categories=ticks,
        series=(results, steady),
        number_format="0%",
        alt=telling.say("alt.returns", metric=name),
        reference_label=steady.name,
    )


def _change(page: Page, value: float, metric: str, band: int) -> str:
    text = relative(value, page.telling.language)
    return page.note(Shown(metric, f"band:{band}", page.telling.period.key, value, text, "year_on_year"))


def _gain(page: Page, slope: float, kind: str) -> str:
    """By how much results grow where spend grows by the step."""
    gain = (1 + MORE) ** slope - 1
    text = percent(gain, page.telling.language)
    return page.note(Shown("elasticity", "all", page.telling.period.key, gain, text, kind))


def _step(page: Page) -> str:
    text = percent(MORE, page.telling.language, 0)
    return page.note(Shown("spend", "all", page.telling.period.key, MORE, text, "step"))
