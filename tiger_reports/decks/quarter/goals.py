"""Goals against results as bars: how far each result has come on its way to its target."""

from __future__ import annotations

from collections.abc import Iterator

from tiger_reports.decks.slides.pacing import title, verdict
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.variance import TextColumn, VarianceBars, VariancePanel
from tiger_reports.model.period import Period
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.model.target import Pace, state_word
from tiger_reports.text import phrase
from tiger_reports.text.dates import date_range
from tiger_reports.text.numbers import percent

MOST = 9
HUNDRED = 100


def goals(telling: TigerTelling) -> tuple[Slide, ...]:
    """Left out where no goal holds in a month of the period; at most nine, the first of the matrix."""
    paces = tuple(pace for pace in telling.report.paces if pace.result is not None and pace.target.value)
    if not paces:
        return ()
    page, shown = Page(telling, "goals", "summary"), paces[:MOST]
    whole = all(pace.over for pace in paces)
    figures = ("target", "result") if whole else ("target", "expected", "result")
    bars = VarianceBars(
        categories=tuple(_name(telling, pace) for pace in shown),
        panels=(_panel(page, shown),),
        number_format='0"%"',
        legend=" ".join((telling.say("legend.goals"), *dict.fromkeys(_partly(telling, shown)))),
        alt=telling.say("alt.goals"),
        columns=(
            *_holding(telling, shown),
            *(_column(page, name, shown) for name in figures),
            TextColumn(
                phrase("pace.state", telling.language),
                tuple(phrase(f"pace.{state_word(pace)}", telling.language) for pace in shown),
            ),
        ),
    )
    return (page.slide(title(page, paces, whole=whole), bars),)


def _holding(telling: TigerTelling, paces: tuple[Pace, ...]) -> tuple[TextColumn, ...]:
    """In how many months each goal holds, where one does not hold in all."""
    if not any(pace.target.partial for pace in paces):
        return ()
    months = telling.parts
    cells = tuple(telling.say("goal_months", n=len(_months(telling, one)), of=len(months)) for one in paces)
    return (TextColumn(telling.say("column.holds"), cells),)


def _partly(telling: TigerTelling, paces: tuple[Pace, ...]) -> Iterator[str]:
    for pace in paces:
        if pace.target.partial:
            days = date_range(pace.target.days, telling.language)
            yield telling.say(
                "goal_partly",
                metric=telling.name(pace.target.metric),
                days=days,
                n=len(_months(telling, pace)),
                of=len(telling.parts),
            )


def _months(telling: TigerTelling, pace: Pace) -> tuple[Period, ...]:
    days = pace.target.days
    return tuple(one for one in telling.parts if days.start <= one.start and one.end <= days.end)


def _name(telling: TigerTelling, pace: Pace) -> str:
    target = pace.target
    where = f" · {telling.channel(target.channel)}" if target.channel else ""
    return f"{telling.name(target.metric)}{where}"


def _column(page: Page, name: str, paces: tuple[Pace, ...]) -> TextColumn:
    cells = tuple(_figure(page, pace, name) for pace in paces)
    return TextColumn(phrase(f"pace.{name}", page.telling.language), cells, bold=name == "result")


def _figure(page: Page, pace: Pace, name: str) -> str:
    target = pace.target
    value = {"target": target.value, "expected": pace.expected, "result": pace.result}[name]
    result = "compared" if target.partial else "value"
    kind, where = result if name == "result" else name, target.channel or "all"
    return page.amount(target.metric, value, target.days, where, kind=kind)


def _panel(page: Page, paces: tuple[Pace, ...]) -> VariancePanel:
    telling = page.telling
    shares = tuple((pace.result or 0.0) / pace.target.value for pace in paces)
    labels = tuple(percent(share, telling.language, 0) for share in shares)
    for pace, share, label in zip(paces, shares, labels, strict=True):
        where = pace.target.channel or "all"
        page.note(Shown(pace.target.metric, where, pace.target.days.key, share, label, "reached"))
    name = phrase("pace.reached", telling.language)
    series = Series(
        name=name,
        values=tuple(HUNDRED * share for share in shares),
        role=Role.NEUTRAL,
        labels=labels,
        roles=tuple(Role.of(verdict(pace)) for pace in paces),
    )
    return VariancePanel("reached", name, "", (series,), reference=float(HUNDRED))
