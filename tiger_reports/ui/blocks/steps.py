"""The way of a month's report as a bar of five steps."""

from __future__ import annotations

from tiger_reports.model.report import MonthState
from tiger_reports.ui.plain import html
from tiger_reports.ui.words import Words

WAY = tuple(state for state in MonthState if state is not MonthState.NO_DATA)


def steps_markup(now: MonthState, client: str, t: Words) -> str:
    done = WAY.index(now) + 1 if now in WAY else 0
    alt = t("ui.state.steps_alt", client=client, state=t(f"ui.state.{now}"), done=done, all=len(WAY))
    items = "".join(_step(place, done, t(f"ui.state.{state}")) for place, state in enumerate(WAY))
    return f'<ol class="tr-steps" aria-label="{html(alt)}">{items}</ol>'


def _step(place: int, done: int, name: str) -> str:
    kind = "done" if place < done else "next" if place == done else "later"
    return f'<li class="{kind}">{html(name)}</li>'
