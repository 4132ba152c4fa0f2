"""Who added and who lost: the main result by channel, level beside its two changes."""

from __future__ import annotations

from tiger_reports.decks.layout.wrap import Type
from tiger_reports.decks.slides.summary import comparison_marks
from tiger_reports.decks.writing import words
from tiger_reports.decks.writing.chart_series import number_format, plain
from tiger_reports.decks.writing.comments import comments_on, with_comment
from tiger_reports.decks.writing.main_result import main_result
from tiger_reports.decks.writing.page import Page, versus_previous
from tiger_reports.decks.writing.telling import Telling, present
from tiger_reports.model.change import Change, Gap
from tiger_reports.model.exhibits.columns import Series
from tiger_reports.model.exhibits.role import Role
from tiger_reports.model.exhibits.variance import VarianceBars, VariancePanel
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.slide import Shown, Slide

FEWEST = 2
MOST = 7
HEADING_WIDTH = 1.35
"""Inches over a panel of changes; a longer comparison gives way to its short mark."""


def by_channel(telling: Telling) -> tuple[Slide, ...]:
    main = main_result(telling)
    if main is None:
        return ()
    parts = _largest_first(telling, main.metric)
    if len(parts) < FEWEST:
        return ()
    portions = [parts[start : start + MOST] for start in range(0, len(parts), MOST)]
    return tuple(
        slide
        for number, portion in enumerate(portions, start=1)
        for slide in _portion(telling, main, portion, "channels" if number == 1 else f"channels-p{number}")
    )


def _portion(telling: Telling, main: Figure, parts: tuple[Part, ...], key: str) -> tuple[Slide, ...]:
    page = Page(telling, key, "results")
    comment = comments_on(
        telling,
        lambda card: card.metric == main.metric and bool(card.scope.channel) and not card.scope.campaign,
    )
    figures = tuple(part.figures[main.metric] for part in parts)
    bars = _bars(page, main, parts, figures)
    return with_comment(telling, page.slide(_title(page, main, parts), bars, comment=comment))


def _largest_first(telling: Telling, metric: str) -> tuple[Part, ...]:
    known = [part for part in telling.report.channels if present(part.figures.get(metric))]
    return tuple(sorted(known, key=lambda part: -(part.figures[metric].value.amount or 0.0)))


def _bars(page: Page, main: Figure, parts: tuple[Part, ...], figures: tuple[Figure, ...]) -> VarianceBars:
    telling = page.telling
    marks = comparison_marks(telling, Type(13.0, bold=True, family=telling.family), HEADING_WIDTH)
    changes = (
        ("previous", marks[0], main.previous, tuple(f.previous for f in figures)),
        ("year_ago", marks[1], main.year_ago, tuple(f.year_ago for f in figures)),
    )
    panels = tuple(
        _change_panel(page, name, versus, total, each)
        for name, versus, total, each in changes[: 1 if telling.one_reference else 2]
        if any(change.delta is not None for change in each)
    )
    level = _level_panel(page, main, parts, figures)
    legend = telling.say(
        "legend.variance", now=telling.month(telling.period), previous=telling.month(telling.previous)
    )
    categories = tuple(_named(telling, part, main) for part in parts)
    alt = telling.say("alt.channels", name=telling.name(main.metric), channels=", ".join(categories))
    return VarianceBars(categories, (level, *panels), number_format(words.metric(main.metric)), legend, alt)


def _named(telling: Telling, part: Part, main: Figure) -> str:
    """A channel without a bar of change says why: there was nothing of it a month ago."""
    name, change = telling.channel(part.name), part.figures[main.metric].previous
    began = change.gap in (Gap.NO_BASE, Gap.ZERO_BASE) and main.previous.before.amount is not None
    return telling.say("channel_new", name=name) if began and change.delta is None else name


def _level_panel(
    page: Page, main: Figure, parts: tuple[Part, ...], figures: tuple[Figure, ...]
) -> VariancePanel:
    telling, metric = page.telling, words.metric(main.metric)
    values = tuple(page.compared_amount(figure) for figure in figures)
    labels = tuple(plain(metric, value, telling.language) for value in values)
    for part, value, label in zip(parts, values, labels, strict=True):
        if value is not None:
            kind = "compared" if part.figures[main.metric].previous.months else "value"
            page.note(Shown(main.metric, part.name, telling.period.key, value, label, kind))
    before = tuple(figure.previous.before.amount for figure in figures)
    series = [Series(telling.month(telling.period), values, Role.NOW, labels)]
    if any(value is not None for value in before):
        series.insert(0, Series(telling.month(telling.previous), before, Role.PREVIOUS))
    totals = " · ".join(
        f"{mark} {text}"
        for mark, text in (
            ("AC", page.compared(main, main.previous)),
            (telling.say("mark.code"), page.before(main.previous)),
            *(() if telling.one_reference else (("PY", page.before(main.year_ago)),)),
        )
    )
    return VariancePanel("level", telling.name(main.metric), totals, tuple(series))


def _change_panel(
    page: Page, name: str, versus: str, total: Change, changes: tuple[Change, ...]
) -> VariancePanel:
    labels = tuple("" if change.delta is None else page.delta(change) for change in changes)
    series = Series(
        name=f"Δ {versus}",
        values=tuple(change.delta for change in changes),
        role=Role.NEUTRAL,
        labels=labels,
        roles=tuple(Role.of(change.verdict) for change in changes),
    )
    subtitle = " · ".join(text for text in (page.delta(total), page.moved(total)))
    return VariancePanel(name, f"Δ {versus}", subtitle, (series,))


def _title(page: Page, main: Figure, parts: tuple[Part, ...]) -> str:
    """Total change, then the channels that added and lost most."""
    telling = page.telling
    if main.previous.delta is None:
        names = "; ".join(
            f"{telling.channel(p.name)}: {page.value(p.figures[main.metric], p.name)}" for p in parts[:3]
        )
        return f"{telling.name(main.metric)}: {names}"
    text = f"{telling.name(main.metric)} {versus_previous(telling)}: {page.delta(main.previous)}"
    moves = [(p.figures[main.metric].previous.delta or 0.0, p) for p in parts]
    rise, drop = max(moves, key=lambda m: m[0]), min(moves, key=lambda m: m[0])
    for word, (amount, part), there in (("most_added", rise, rise[0] > 0), ("most_lost", drop, drop[0] < 0)):
        if there and amount:
            change = part.figures[main.metric].previous
            name = telling.channel(part.name)
            text += "; " + telling.say(f"title.{word}", name=name, amount=page.delta(change))
    return text
