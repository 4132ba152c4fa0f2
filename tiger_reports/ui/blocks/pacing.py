"""Targets of the month beside their results: how far each is, and what was expected by today."""

from __future__ import annotations

from tiger_reports.model.report import MonthReport
from tiger_reports.model.target import Pace, PaceState, state_word
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.numbers import MISSING, percent
from tiger_reports.ui.figures import Figures
from tiger_reports.ui.markup import chip, draw, section
from tiger_reports.ui.plain import html

TONES = {
    PaceState.ON_PACE: "better",
    PaceState.WATCH: "warn",
    PaceState.BEHIND: "worse",
    "reached_target": "better",
    "missed_target": "worse",
}
FULL = 1.25
"""Share of a target at which the track ends: what is above it still shows."""


def pacing(report: MonthReport, write: Figures) -> None:
    t = write.t
    if not report.paces:
        return
    section(t("ui.pace.title"), t("ui.pace.lead"))
    draw(_table(report.paces, write))


def _table(paces: tuple[Pace, ...], write: Figures) -> str:
    t = write.t
    names = ("goal", "target", "expected", "result", "track", "state")
    numbers = {"target", "expected", "result"}
    sides = {name: ' class="tr-num"' if name in numbers else "" for name in names}
    heads = "".join(f'<th scope="col"{side}>{html(t(f"pace.{name}"))}</th>' for name, side in sides.items())
    rows = "".join(f"<tr>{_row(pace, write)}</tr>" for pace in paces)
    label = html(t("ui.pace.title"))
    return (
        f'<div class="tr-table" tabindex="0" role="region" aria-label="{label}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(pace: Pace, write: Figures) -> str:
    t, target = write.t, pace.target
    channel = f" · {panel_name(target.channel)}" if target.channel else ""
    name = f"<b>{html(write.name(target.metric))}</b>{html(channel)}"
    goal = f'<br><span class="tr-row-facts">{html(target.goal)}</span>' if target.goal else ""
    word = state_word(pace)
    state = chip(t(f"pace.{word}"), TONES.get(word, "neutral"))
    forecast = ""
    if pace.forecast is not None:
        said = t("pace.forecast", value=write.value(target.metric, pace.forecast))
        forecast = f'<br><span class="tr-row-facts">{html(said)}</span>'
    numbers = "".join(
        f'<td class="tr-num">{html(write.value(target.metric, value))}</td>'
        for value in (target.value, pace.expected, pace.result)
    )
    return (
        f'<td class="tr-txt">{name}{goal}</td>{numbers}'
        f'<td>{_track(pace, write)}</td><td class="tr-txt">{state}{forecast}</td>'
    )


def _track(pace: Pace, write: Figures) -> str:
    """The result as a part of the target; the mark stands where it should be by today."""
    t, target = write.t, pace.target
    if pace.result is None or not target.value:
        return MISSING
    reached, due = pace.result / target.value, pace.expected / target.value
    kind = TONES.get(state_word(pace), "")
    said = t("pace.reached_share", share=percent(reached, t.language, 0))
    width, mark = (round(100 * min(share, FULL) / FULL, 1) for share in (reached, due))
    return (
        f'<div class="tr-pace" role="img" aria-label="{html(said)}"><div class="tr-pace-track">'
        f'<span class="{kind}" style="width:{width}%"></span><i style="left:{mark}%"></i></div>'
        f'<span class="tr-row-facts">{html(said)}</span></div>'
    )
