"""Non-standard activities, a slide each: the figure before, during and after, and what may be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tiger_reports.decks.layout.wrap import Type, elide
from tiger_reports.decks.pictures.writer import number_format
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.comments import with_comment
from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tiger_telling import TigerTelling
from tiger_reports.model.effect import Confounder, Effect, EffectVerdict, Window
from tiger_reports.model.exhibits.columns import ColumnChart, Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.words import Paragraph
from tiger_reports.model.metric import Kind
from tiger_reports.model.period import Period, overlap
from tiger_reports.model.slide import Shown, Slide
from tiger_reports.model.tiger_records import TrackedActivity
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text import phrase
from tiger_reports.text.dates import date_range, short_date
from tiger_reports.text.followers import followers_sentence
from tiger_reports.text.numbers import metric_delta, percent

TITLE_NAME = 6.0
"""Inches of a title that an activity's name may take."""
MOST_CONFOUNDERS = 4
DURING = {EffectVerdict.EFFECT: Role.BETTER, EffectVerdict.ADVERSE: Role.WORSE}


def activities(telling: TigerTelling) -> tuple[Slide, ...]:
    """What each accepted activity did; no measurable effect is a result too, and is told as fully."""
    records = telling.report.meeting or telling.report.closing
    held = [one for one in (records.activities if records else ()) if tells(telling, one)]
    return tuple(
        slide
        for at, one in enumerate(held, start=1)
        for slide in _slides(telling, one, "activity" if at == 1 else f"activity-{at}")
    )


def tells(telling: TigerTelling, one: TrackedActivity) -> bool:
    """Measured, and not over for so long that an earlier meeting told it."""
    report, ran = telling.report, one.activity.days
    lately = Period(min(report.previous.period.start, report.period.start), report.period.end)
    return one.effect is not None and ran is not None and overlap(ran, lately) is not None


def effect_sentences(page: Page, one: TrackedActivity) -> Iterator[str]:
    """What was measured in one sentence, then what it was worth; every figure is noted on the page."""
    effect, telling = one.effect, page.telling
    if effect is None:
        return
    if effect.verdict is EffectVerdict.CANNOT_TELL or effect.change is None:
        yield phrase(f"effect.why_{effect.why_not}", telling.language)
        yield from _followers(page, one, effect)
        return
    bounds = {"change": effect.change, "low": effect.low or 0.0, "high": effect.high or 0.0}
    told = {name: _moved(page, one, amount, name) for name, amount in bounds.items()}
    yield phrase(f"effect.said_{effect.verdict}", telling.language, **told)
    yield from _worth(page, one, effect)


def _slides(telling: TigerTelling, one: TrackedActivity, key: str) -> tuple[Slide, ...]:
    effect = one.effect
    assert effect is not None, "asked only of what was measured"
    page = Page(telling, key, "results")
    chart = _chart(page, one, effect)
    said, *worth = effect_sentences(page, one)
    told = (
        ("proposal.goal", one.activity.goal),
        ("effect.ran", date_range(effect.during.period, telling.language)),
        ("effect.result", said),
        ("effect.worth", " ".join(worth)),
        ("effect.beside", "; ".join(_beside(telling, effect))),
        ("effect.learned", one.activity.learned),
        ("effect.onward", _onward(telling, one)),
    )
    comment = tuple(Paragraph(text, f"{telling.say(name)}:") for name, text in told if text)
    slide = page.slide(_title(page, one, effect), chart, comment=comment)
    return with_comment(telling, replace(slide, comment_heading=telling.say("kicker.activity")))


def _onward(telling: TigerTelling, one: TrackedActivity) -> str:
    """Keep it, change it or stop it: what people decided after the test."""
    onward = one.activity.onward
    return phrase(f"record.activity.onward_{onward}", telling.language) if onward else ""


def _title(page: Page, one: TrackedActivity, effect: Effect) -> str:
    telling, language = page.telling, page.telling.language
    name = elide(one.activity.title, TITLE_NAME, Type(26.0, bold=True, family=telling.family))
    values = {"name": name, "metric": words.within(words.title_name(effect.metric, language))}
    if effect.verdict in (EffectVerdict.EFFECT, EffectVerdict.ADVERSE) and effect.change is not None:
        moved = _moved(page, one, effect.change, "change")
        daily = words.metric(effect.metric).kind is Kind.SUM
        values["change"] = telling.say("effect.a_day", change=moved) if daily else moved
    return telling.say(f"title.effect_{effect.verdict}", **values)


def _chart(page: Page, one: TrackedActivity, effect: Effect) -> ColumnChart:
    telling, language = page.telling, page.telling.language
    windows = (
        ("before", effect.before, Role.PREVIOUS),
        ("during", effect.during, DURING.get(effect.verdict, Role.NOW)),
        ("after", effect.after, Role.PREVIOUS),
        ("later", effect.later, Role.PREVIOUS),
    )
    held = [(name, window, role) for name, window, role in windows if window is not None]
    name = telling.name(effect.metric)
    title = telling.say("effect.daily", metric=name) if words.metric(effect.metric).kind is Kind.SUM else name
    series = Series(
        name=title,
        values=tuple(window.mean for _, window, _ in held),
        role=Role.NOW,
        labels=tuple(_mean(page, one, window) for _, window, _ in held),
        roles=tuple(role for _, _, role in held),
    )
    ticks = tuple(
        f"{phrase(f'effect.window_{key}', language)}: {date_range(window.period, language)}"
        for key, window, _ in held
    )
    alt = telling.say("alt.effect", metric=name, name=one.activity.title)
    return ColumnChart(f"effect {one.id}", title, ticks, (series,), number_format(effect.metric), alt)


def _mean(page: Page, one: TrackedActivity, window: Window) -> str:
    assert one.effect is not None, "asked only of what was measured"
    return page.amount(one.effect.metric, window.mean, window.period, f"activity:{one.id}", kind="mean")


def _moved(page: Page, one: TrackedActivity, amount: float, kind: str) -> str:
    """A difference with its sign, remembered under the activity's own name."""
    assert one.effect is not None, "asked only of what was measured"
    effect, telling = one.effect, page.telling
    currency = telling.report.client.currency
    text = metric_delta(words.metric(effect.metric), amount, telling.language, currency)
    period, base = effect.during.period.key, effect.before.period.key
    return page.note(Shown(effect.metric, f"activity:{one.id}", period, amount, text, f"effect_{kind}", base))


def _worth(page: Page, one: TrackedActivity, effect: Effect) -> Iterator[str]:
    language, during, scope = page.telling.language, effect.during.period, f"activity:{one.id}"
    if effect.additional is not None:
        amount = page.amount(effect.metric, effect.additional, during, scope, kind="additional")
        yield phrase("effect.additional", language, amount=amount)
    if effect.cost_per_additional is not None:
        cost = page.amount("cpa", effect.cost_per_additional, during, scope, kind="per_additional")
        yield phrase("effect.cost", language, cost=cost)
    if effect.lasting is not None:
        share = percent(effect.lasting, language, 0)
        page.note(Shown(effect.metric, scope, during.key, effect.lasting, share, "lasting"))
        yield phrase("effect.lasting", language, share=share)
    yield from _followers(page, one, effect)


def _followers(page: Page, one: TrackedActivity, effect: Effect) -> Iterator[str]:
    language, during, scope = page.telling.language, effect.during.period, f"activity:{one.id}"
    for found in effect.followers:

        def write(amount: float, kind: str, channel: str = found.channel) -> str:
            if kind != "kept":
                return page.amount("followers", amount, during, f"{scope}:{channel}", kind=kind)
            share = percent(amount, language, 0)
            return page.note(Shown("followers", f"{scope}:{channel}", during.key, amount, share, "kept"))

        yield followers_sentence(found, panel_name(found.channel), language, write)


def _beside(telling: TigerTelling, effect: Effect) -> Iterator[str]:
    """What else lies inside the windows, the first few by day; how many more there are."""
    for one in effect.confounders[:MOST_CONFOUNDERS]:
        yield _confounder(telling, one)
    if (more := len(effect.confounders) - MOST_CONFOUNDERS) > 0:
        yield f"+{more}"


def _confounder(telling: TigerTelling, one: Confounder) -> str:
    kind = phrase(f"effect.confounder_{one.kind}", telling.language)
    told = f"{short_date(one.day, telling.language)}: {kind}"
    return f"{told} ({one.what.strip()})" if one.what.strip() else told
