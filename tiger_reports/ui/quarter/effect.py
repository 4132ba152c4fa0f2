"""An activity's effect: before, during and after as bars, the verdict in words, and what else happened."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tiger_reports.model.effect import Confounder, ConfounderKind, Effect, EffectVerdict, Window
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.dates import date_range, short_date
from tiger_reports.text.followers import followers_sentence
from tiger_reports.text.numbers import percent
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.markup import chip
from tiger_reports.ui.plain import html, line

TONES = {
    EffectVerdict.EFFECT: "better",
    EffectVerdict.ADVERSE: "worse",
    EffectVerdict.NO_EFFECT: "neutral",
    EffectVerdict.CANNOT_TELL: "warn",
}
HUNDRED = 100
MOST_TOLD = 8


def effect_markup(effect: Effect, write: Figures) -> str:
    t = write.t
    head = f"{html(write.name(effect.metric))} {chip(t(f'effect.{effect.verdict}'), TONES[effect.verdict])}"
    sentences = "".join(f"<p>{html(text)}</p>" for text in _sentences(effect, write))
    return f'<div class="tr-effect"><p class="tr-part">{head}</p>{_bars(effect, write)}{sentences}</div>'


def _bars(effect: Effect, write: Figures) -> str:
    shown = [
        ("before", effect.before),
        ("during", effect.during),
        ("after", effect.after),
        ("later", effect.later),
    ]
    held = [(name, window) for name, window in shown if window is not None]
    most = max((abs(window.mean) for _, window in held if window.mean is not None), default=0.0)
    lines = "".join(_bar(name, window, most, effect, write) for name, window in held)
    return f'<dl class="tr-bars">{lines}</dl>'


def _bar(name: str, window: Window, most: float, effect: Effect, write: Figures) -> str:
    share = round(HUNDRED * abs(window.mean or 0.0) / most, 1) if most else 0
    kind = "now" if name == "during" else "rest"
    days = date_range(window.period, write.t.language)
    return (
        f"<dt>{html(write.t(f'effect.window_{name}'))} <span>{html(days)}</span></dt>"
        f'<dd><span class="tr-bar tr-bar-{kind}" style="width:{share}%"></span>'
        f"<b>{html(write.value(effect.metric, window.mean))}</b></dd>"
    )


def _sentences(effect: Effect, write: Figures) -> Iterator[str]:
    t = write.t
    if effect.verdict is EffectVerdict.CANNOT_TELL:
        yield t(f"effect.why_{effect.why_not}")
    elif effect.change is not None:
        change, low, high = (
            write.delta(effect.metric, one) for one in (effect.change, effect.low, effect.high)
        )
        yield t(f"effect.said_{effect.verdict}", change=change, low=low, high=high)
    if effect.additional is not None:
        yield t("effect.additional", amount=write.value(effect.metric, effect.additional))
    if effect.cost_per_additional is not None:
        yield t("effect.cost", cost=write.value("cpa", effect.cost_per_additional))
    if effect.lasting is not None:
        yield t("effect.lasting", share=percent(effect.lasting, t.language, 0))
    for one in effect.followers:
        yield followers_sentence(one, panel_name(one.channel), t.language, partial(_counted, write))
    yield from _beside(effect, write)


def _beside(effect: Effect, write: Figures) -> Iterator[str]:
    if effect.confounders:
        yield write.t("effect.confounders", n=len(effect.confounders))
    for one in effect.confounders[:MOST_TOLD]:
        yield f"· {_confounder(one, write)}"


def _counted(write: Figures, amount: float, kind: str) -> str:
    return percent(amount, write.t.language, 0) if kind == "kept" else write.value("followers", amount)


def _confounder(one: Confounder, write: Figures) -> str:
    t = write.t
    day = short_date(one.day, t.language)
    if one.last is not None and one.last != one.day:
        day = f"{day} – {short_date(one.last, t.language)}"
    said = t(f"effect.confounder_{one.kind}")
    return f"{day}: {said}" if one.kind is ConfounderKind.MISSING else f"{day}: {said}: {line(one.what)}"
