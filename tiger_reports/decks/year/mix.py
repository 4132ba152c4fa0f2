"""The channel mix of this year beside the one before: the same channels in the same months, others apart."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.chart_series import number_format, plain, titled
from tiger_reports.decks.writing.main_result import main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.writing.titles import opened
from tiger_reports.model.change import Gap
from tiger_reports.model.exhibits.stacks import Stack, StackPart, Stacks
from tiger_reports.model.figure import Part
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.model.stretch import Stretch
from tiger_reports.model.tiger_year import MONTHS_A_YEAR
from tiger_reports.text.numbers import MISSING, percent, relative
from tiger_reports.text.periods import stretch_name

FEWEST = 2
MOST = 4
"""Parts of one colour family that can be told apart; smaller ones are put together."""


@dataclass(frozen=True)
class _Held:
    """A channel's amounts of both years; `why` is empty where they may be compared."""

    name: str
    channel: str
    before: float
    now: float
    why: str = ""


def mix(telling: TigerTelling) -> tuple[Slide, ...]:
    """Spend and the main result; left out where there is one channel, or nothing of the year before."""
    page = Page(telling, "mix", "results")
    main = main_result(telling)
    keys = dict.fromkeys(("spend", *((main.metric,) if main else ())))
    made = [(key, _stack(page, key)) for key in keys]
    stacks = tuple(one for _, one in made if one is not None)
    if not stacks or stacks[0].name != "mix spend":
        return ()
    return (page.slide(_title(page), Stacks(stacks, _legend(telling))),)


def _months(telling: TigerTelling) -> tuple[tuple[Period, Period], ...]:
    """Months known in full on both sides."""
    return tuple(
        (one.month, one.before) for one in telling.report.beside if one.whole and one.before is not None
    )


def _held(telling: TigerTelling, metric: str) -> tuple[_Held, ...]:
    """Every channel that has the figure, the largest of this year first."""
    found = [made for part in telling.report.channels if (made := _channel(telling, part, metric))]
    return tuple(sorted(found, key=lambda one: -one.now))


def _channel(telling: TigerTelling, part: Part, metric: str) -> _Held | None:
    figure = part.figures.get(metric)
    if figure is None:
        return None
    series = dict(zip(telling.report.months, figure.series, strict=True))
    pairs = [(series[now].amount, series[before].amount) for now, before in _months(telling)]
    now = math.fsum(one for one, _ in pairs if one is not None)
    before = math.fsum(one for _, one in pairs if one is not None)
    if not now and not before:
        return None
    whole = all(one is not None and other is not None for one, other in pairs)
    return _Held(
        telling.channel(part.name), part.channel, before, now, _why(figure.year_ago.gap, before, whole)
    )


def _why(gap: Gap, before: float, whole: bool) -> str:  # noqa: FBT001  (three facts of one channel)
    """Why a channel is not compared; empty where it is."""
    if not before:
        return "new"
    if gap is Gap.DEFINITION:
        return "measured_anew"
    return "" if whole else "some_months"


def _stack(page: Page, metric: str) -> Stack | None:
    telling = page.telling
    assert isinstance(telling, TigerTelling), "a year is told by its own telling"
    held = _held(telling, metric)
    same = [one for one in held if not one.why]
    if len(held) < FEWEST or not same:
        return None
    report, entry = telling.report, words.metric(metric)
    both = (math.fsum(one.before for one in same), math.fsum(one.now for one in same))
    parts = (*_same(page, metric, same, both), *(_apart(page, metric, one) for one in held if one.why))
    totals = (math.fsum(one.before for one in held), math.fsum(one.now for one in held))
    periods = (report.year_ago.period, report.period)
    return Stack(
        name=f"mix {metric}",
        title=titled(page, entry),
        categories=tuple(_year(telling, one) for one in (report.year_ago, report.now)),
        parts=parts,
        totals=tuple(
            _noted(page, metric, amount, period, "all")
            for amount, period in zip(totals, periods, strict=True)
        ),
        number_format=number_format(entry),
        alt=telling.say("alt.mix", name=telling.name(metric)),
        beside=telling.say("mix.same", change=_moved(page, metric, "all", *both)),
    )


def _year(telling: TigerTelling, stretch: Stretch) -> str:
    """A name short enough to stand under a column."""
    return (
        telling.say("column.before")
        if stretch.before_cooperation
        else stretch_name(stretch, telling.language)
    )


def _same(page: Page, metric: str, same: list[_Held], both: tuple[float, float]) -> Iterator[StackPart]:
    shown, rest = (same, []) if len(same) <= MOST else (same[: MOST - 1], same[MOST - 1 :])
    for one in shown:
        yield _part(page, metric, one, both)
    if rest:
        name = page.telling.say("mix.others", n=len(rest))
        before, now = math.fsum(one.before for one in rest), math.fsum(one.now for one in rest)
        yield _part(page, metric, _Held(name, "others", before, now), both)


def _part(page: Page, metric: str, one: _Held, both: tuple[float, float]) -> StackPart:
    report, language = page.telling.report, page.telling.language
    shares = []
    for amount, total, base in zip((one.before, one.now), both, (True, False), strict=True):
        share = amount / total if total else 0.0
        text = percent(share, language, 0)
        period = page.telling.year_ago if base else report.period
        page.note(Shown(metric, one.channel, period.key, share, text, "part"))
        shares.append(text)
    moved = _moved(page, metric, one.channel, one.before, one.now)
    return StackPart(one.name, (one.before, one.now), tuple(shares), f"{moved} · {shares[0]} → {shares[1]}")


def _apart(page: Page, metric: str, one: _Held) -> StackPart:
    """A channel without a percent: its amount, and why."""
    amount = _noted(page, metric, one.now, page.telling.period, one.channel)
    said = page.telling.say(f"mix.{one.why}")
    values = (one.before or None, one.now)
    return StackPart(one.name, values, ("", ""), f"{said} · {amount}", apart=True)


def _moved(page: Page, metric: str, scope: str, before: float, now: float) -> str:
    if not before:
        return MISSING
    share = (now - before) / before
    text = relative(share, page.telling.language)
    period, base = page.telling.period.key, page.telling.year_ago.key
    return page.note(Shown(metric, scope, period, share, text, "mix", base))


def _noted(page: Page, metric: str, amount: float, period: Period, scope: str) -> str:
    text = plain(words.metric(metric), amount, page.telling.language, short=True)
    return page.note(Shown(metric, scope, period.key, amount, text, "mix_level"))


def _legend(telling: TigerTelling) -> str:
    months = len(_months(telling))
    counted = telling.say("counted", months=months, of=MONTHS_A_YEAR) if months < MONTHS_A_YEAR else ""
    return " ".join(
        part for part in (telling.say("legend.mix"), opened(f"{counted}.") if counted else "") if part
    )


def _title(page: Page) -> str:
    """The largest channel's share of the spend in both years, and what is new."""
    telling = page.telling
    assert isinstance(telling, TigerTelling), "a year is told by its own telling"
    held = _held(telling, "spend")
    first = next(one for one in held if not one.why)
    shares = [shown.text for shown in page.shown if shown.kind == "part" and shown.scope == first.channel]
    text = telling.say("title.mix", name=first.name, before=shares[0], now=shares[1])
    fresh = ", ".join(one.name for one in held if one.why == "new")
    return f"{text}; {telling.say('title.mix_new', names=fresh)}" if fresh else text
