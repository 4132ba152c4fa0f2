"""What was learned of the audience: groups whose share of results is not their share of the money."""

from __future__ import annotations

from babel.dates import get_day_names

from tiger_reports.changes.naming import dimension_name, where_name
from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pictures.writer import number_format
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.chart_series import plain
from tiger_reports.decks.writing.main_result import COSTS, main_result
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.decks.writing.titles import opened
from tiger_reports.model.audience import CHANNEL, WEEKDAY, AudienceFinding, Group
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.columns import ColumnChart, Panels, Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.story import StoryCard, StoryCards
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.text.numbers import percent

GENDER = "gender"
GAP = 0.28
TICK = 10.0


def audience(telling: TigerTelling) -> tuple[Slide, ...]:
    """Each finding as a chart of what one result costs, and under it what was found; none: no slide."""
    found, main = telling.report.audience, main_result(telling)
    if not found or main is None:
        return ()
    page = Page(telling, "audience", "results")
    width = (WIDE.body.width - GAP * (len(found) - 1)) / len(found)
    charts = tuple(_chart(page, one, main.metric, width) for one in found)
    cards = StoryCards(tuple(_card(page, one, main.metric) for one in found))
    return (page.slide(_title(page, found[0], main.metric), Panels(charts, columns=len(found)), cards),)


def _title(page: Page, one: AudienceFinding, metric: str) -> str:
    values = {"name": _told(page.telling, one), "metric": words.within(page.telling.name(metric))}
    return opened(page.telling.say("title.audience", **values, **_shares(page, one, metric)))


def _shares(page: Page, one: AudienceFinding, metric: str) -> dict[str, str]:
    """The group's share of results and of spend."""
    return {
        "results": _share(page, one, metric, one.result_share, "share_of_results"),
        "spend": _share(page, one, "spend", one.spend_share, "share_of_spend"),
    }


def _card(page: Page, one: AudienceFinding, metric: str) -> StoryCard:
    telling, cheaper = page.telling, one.dearer < 0
    name = words.within(telling.name(metric))
    amount = _share(page, one, COSTS[metric], abs(one.dearer), "dearer")
    said = telling.say(
        "audience.cheaper" if cheaper else "audience.dearer",
        cost=_cost(page, one, one.group, metric),
        elsewhere=_cost(page, one, one.elsewhere, metric, kind="elsewhere"),
        amount=amount,
    )
    what = telling.say("audience.shares", metric=name, **_shares(page, one, metric))
    verdict = Verdict.BETTER if cheaper else Verdict.WORSE
    return StoryCard(opened(_told(telling, one)), "", (Paragraph(what), Paragraph(said)), verdict)


def _chart(page: Page, one: AudienceFinding, metric: str, width: float) -> ColumnChart:
    """What one result costs in each group; the dashed line is the cost of all of them."""
    telling, cost = page.telling, words.metric(COSTS[metric])
    labels = tuple(_label(page, one, group, cost.key) for group in one.groups)
    told = Role.BETTER if one.dearer < 0 else Role.WORSE
    series = Series(
        name=telling.name(cost.key),
        values=tuple(group.cost for group in one.groups),
        role=Role.PREVIOUS,
        labels=labels,
        roles=tuple(told if at == one.told else Role.PREVIOUS for at in range(len(one.groups))),
    )
    title = telling.say(
        "audience.chart",
        metric=telling.name(cost.key),
        dimension=_dimension(telling, one.dimension),
        currency=telling.report.client.currency,
    )
    average = plain(cost, one.whole.cost, telling.language)
    if one.whole.cost is not None:
        page.note(Shown(cost.key, _place(one), telling.period.key, one.whole.cost, average, "audience"))
    return ColumnChart(
        name=f"audience {one.dimension}",
        title=title,
        categories=_ticks(telling, one, width),
        series=(series,),
        number_format=number_format(cost.key),
        alt=telling.say("alt.audience", metric=telling.name(cost.key), name=_told(telling, one)),
        reference=one.whole.cost,
        reference_label=telling.say("audience.average", value=average),
    )


def _ticks(telling: Telling, one: AudienceFinding, width: float) -> tuple[str, ...]:
    kind = Type(TICK, family=telling.family)
    room = width / len(one.groups) * 0.95
    return tuple(elide(_short(telling, one, group), room, kind) for group in one.groups)


def _label(page: Page, one: AudienceFinding, group: Group, cost: str) -> str:
    text = plain(words.metric(cost), group.cost, page.telling.language)
    if group.cost is not None:
        where = f"{_place(one)}:{group.name}"
        page.note(Shown(cost, where, page.telling.period.key, group.cost, text, "audience"))
    return text


def _cost(page: Page, one: AudienceFinding, group: Group, metric: str, *, kind: str = "audience") -> str:
    where = f"{_place(one)}:{one.group.name}"
    return page.amount(COSTS[metric], group.cost, page.telling.period, where, kind=kind)


def _share(page: Page, one: AudienceFinding, metric: str, value: float, kind: str) -> str:
    text = percent(value, page.telling.language, 0)
    where = f"{_place(one)}:{one.group.name}"
    return page.note(Shown(metric, where, page.telling.period.key, value, text, kind))


def _place(one: AudienceFinding) -> str:
    return f"{one.channel or 'all'}/{one.dimension}"


def _told(telling: Telling, one: AudienceFinding) -> str:
    """The group by its whole name, with the channel whose files know of it."""
    if one.dimension in (CHANNEL, WEEKDAY):
        return _short(telling, one, one.group, long=True)
    name = where_name(((one.dimension, one.group.name),), telling.language)
    return f"{telling.channel(one.channel)}, {name}" if one.channel else name


def _short(telling: Telling, one: AudienceFinding, group: Group, *, long: bool = False) -> str:
    """The group as an axis has it."""
    if one.dimension == WEEKDAY:
        names = get_day_names("wide" if long else "abbreviated", "stand-alone", telling.language)
        return str(names[int(group.name)])
    if not group.name:
        return telling.say("audience.others")
    if one.dimension == GENDER:
        return where_name(((GENDER, group.name),), telling.language)
    return telling.channel(group.name) if one.dimension == CHANNEL else group.name


def _dimension(telling: Telling, name: str) -> str:
    return telling.say("audience.weekday") if name == WEEKDAY else dimension_name(name, telling.language)
