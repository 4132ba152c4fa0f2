"""One comment card: the change, the evidence, last month's words, and the place for this month's."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from tiger_reports.model.card import Card, CardState, Duty
from tiger_reports.model.change import Reference
from tiger_reports.model.report import MonthReport
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.months.reports import month_report
from tiger_reports.text.dates import short_date
from tiger_reports.ui import state
from tiger_reports.ui.blocks.comment_form import comment_form
from tiger_reports.ui.blocks.evidence import evidence
from tiger_reports.ui.blocks.hypotheses import hypotheses
from tiger_reports.ui.figures import TRIANGLES, Figures, sign
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import TONES, draw
from tiger_reports.ui.once import Once
from tiger_reports.ui.plain import html, markdown, shortened

BADGES = {
    CardState.OPEN: "orange",
    CardState.DRAFTED: "orange",
    CardState.CHECKED: "blue",
    CardState.REVIEWED: "green",
    CardState.APPROVED: "green",
    CardState.FROZEN: "gray",
    CardState.STALE: "red",
}
COLOURS = {"better": "green", "worse": "red"}
LONGEST_SCOPE = 48


@st.fragment
def card(visit: Visit, now: Once[MonthReport], key: str, *, opened: bool) -> None:
    """Draw the card of `key`; a change in it redraws this card and nothing else."""
    report = now.take(lambda: month_report(*visit.scope, visit.month, visit.t.language))
    shown = next((one for one in report.cards if one.key == key), None)
    if shown is None:
        return
    name = f"card-{key}"
    held = state.widget(name)
    # A box is another one to Streamlit when its label changes, as it does with the first saved word:
    # whether it stands open is told anew each time, or it would close under the writer's hands.
    state.show(name, opened if held is None else held)
    box = st.expander(label(shown, visit.write), key=name, on_change="rerun")
    with box:
        if box.open:
            _inside(visit, report, shown)


def label(shown: Card, write: Figures) -> str:
    """One line: direction, figure, scope, from and to, how much, and the state of its words."""
    change = shown.change
    colour = COLOURS.get(TONES.get(change.verdict, ""), "gray")
    moved = f":{colour}[{TRIANGLES[sign(change)]} {markdown(write.moved(change))}]"
    ends = {
        end: write.value(shown.metric, one)
        for end, one in (("before", change.before), ("after", change.after))
    }
    aimed = change.reference is Reference.PLAN
    values = write.t("ui.comments.aimed" if aimed else "ui.comments.from_to", **ends)
    standing = f":{BADGES[shown.state]}-badge[{write.t(f'card_state.{shown.state}')}]"
    badge = standing if shown.duty is not Duty.CONTEXT or shown.comment else ""
    name = f"{write.name(shown.metric)} · {shortened(scope_name(shown, write), LONGEST_SCOPE)}"
    return f"**{markdown(name)}** &nbsp; {moved} &nbsp; {markdown(values)} &nbsp; {badge}"


def scope_name(shown: Card, write: Figures) -> str:
    parts = [part for part in (panel_name(shown.scope.channel), shown.scope.campaign) if part]
    return " / ".join(parts) or write.t("ui.comments.whole")


def _inside(visit: Visit, report: MonthReport, shown: Card) -> None:
    left, right = st.columns([11, 9], gap="large")
    with left:
        draw(_facts(shown, visit.write))
        evidence(shown, report, visit.write)
        hypotheses(shown, visit.write)
        if shown.last_month is not None:
            _last_month(shown, visit, report)
    with right:
        comment_form(visit, report, shown)


def _facts(shown: Card, write: Figures) -> str:
    lines = [html(shown.sentence)] if shown.sentence else []
    lines += [html(line) for line in _compared(shown, write)]
    crossed = {change.broken_on for change in (shown.change, shown.other) if change and change.broken_on}
    lines += [
        html(write.t("ui.breaks.crossed", day=short_date(day, write.t.language))) for day in sorted(crossed)
    ]
    if shown.final_on is not None:
        lines.append(html(write.t("ui.comments.not_final", day=short_date(shown.final_on, write.t.language))))
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f'<div class="tr-facts"><h3>{html(write.t("ui.comments.evidence"))}</h3>{body}</div>'


def _compared(shown: Card, write: Figures) -> Iterator[str]:
    """What each change is measured from, by its exact days; amounts only where no sentence tells them."""
    for change in filter(None, (shown.change, shown.other)):
        told = change is shown.change and bool(shown.sentence)
        amounts = {"moved": write.moved(change), "delta": write.delta(change.metric, change.delta)}
        if change.reference is not Reference.PLAN:
            key = "compared" if told else "against"
            yield write.t(f"ui.comments.{key}", days=write.days(change), **amounts)
        elif not told:
            yield write.t("ui.comments.against_plan", **amounts)


def _last_month(shown: Card, visit: Visit, report: MonthReport) -> None:
    """What was said a month ago, and whether its step was done."""
    said, t = shown.last_month, visit.t
    assert said is not None
    words = " · ".join(word for word in (said.cause, said.solution, said.expected) if word)
    kept = next((one.promise for one in report.followed if one.promise.card == said.card), None)
    step = ""
    if kept is not None:
        told = " · ".join(part for part in (t(f"promise.status.{kept.status}"), kept.outcome.reason) if part)
        step = f"<p><b>{html(t('ui.comments.last_done', status=told))}</b></p>"
    title = html(t("ui.comments.last_month"))
    draw(f'<div class="tr-facts tr-last"><h3>{title}</h3><p>{html(words)}</p>{step}</div>')
