"""Next month's steps: who does what by when, what it should bring, and what the client decides."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from tiger_reports.commentary.checked import step_claims
from tiger_reports.commentary.figures.chips import told
from tiger_reports.commentary.figures.fact_table import FactTable
from tiger_reports.model.card import Card
from tiger_reports.model.month_words import PlanItem
from tiger_reports.model.report import MonthReport
from tiger_reports.model.revised import Listed
from tiger_reports.services.months.comments import plan as stored_plan
from tiger_reports.services.months.comments import set_plan
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.card import scope_name
from tiger_reports.ui.blocks.figures_said import Said, figures_said
from tiger_reports.ui.blocks.person import person
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.moments import DATE_FORMATS
from tiger_reports.ui.plain import markdown, shortened

LONGEST, LONGEST_BUTTON = 200, 70
WIDTHS = (7, 4, 4, 5, 3, 2)


@st.fragment
def plan(visit: Visit, report: MonthReport) -> None:
    t = visit.t
    listed = stored_plan(*visit.scope, visit.month)
    section(t("ui.plan.title"), t("ui.plan.lead"))
    if not listed.items:
        note(t("ui.plan.empty"))
    for place, item in enumerate(listed.items):
        _row(visit, report, listed, place, item)
    with st.container(horizontal=True):
        st.button(t("ui.plan.add"), icon=":material/add:", on_click=_add, args=(visit, listed, PlanItem("")))
        for card in _to_take(report, listed):
            _take(visit, listed, card)


def _row(visit: Visit, report: MonthReport, listed: Listed[PlanItem], place: int, item: PlanItem) -> None:
    columns = st.columns(WIDTHS, vertical_alignment="bottom")
    edit = partial(_Cell, visit, listed, place)
    with columns[0]:
        edit("what").text(item.what)
    with columns[1]:
        edit("owner").person(report, item.owner)
    with columns[2]:
        edit("due").day(item.due)
    with columns[3]:
        edit("expected").text(item.expected)
    with columns[4]:
        edit("decision").tick(on=item.decision)
    with columns[5]:
        rest = (*listed.items[:place], *listed.items[place + 1 :])
        label, key = visit.t("ui.plan.remove"), f"plan-remove-{place}"
        st.button(label, key=key, type="tertiary", on_click=_save, args=(visit, listed, rest))
    table = FactTable(report)
    found = step_claims(item, table, visit.t.language)
    for name, text in (("what", item.what), ("expected", item.expected)):
        claims = tuple(claim for claim in found if claim.field == f"plan:{name}")
        words = told(text, table, visit.client.language).text
        figures_said(Said(visit, f"plan-{name}-{place}", text, words, claims, edit(name).put))


class _Cell:
    """One field of one step; what is typed is saved when the field is left."""

    def __init__(self, visit: Visit, listed: Listed[PlanItem], place: int, name: str) -> None:
        self.visit, self.listed, self.place, self.name = visit, listed, place, name
        self.key = f"plan-{name}-{place}"
        self.label = visit.t(f"ui.plan.{name}")

    def text(self, value: str) -> None:
        state.show(self.key, value)
        st.text_input(self.label, key=self.key, max_chars=LONGEST, on_change=self.changed)

    def person(self, report: MonthReport, value: str) -> None:
        person(self.visit, self.label, self.key, value, self.changed, others=report.owners)

    def day(self, value: object) -> None:
        state.show(self.key, value)
        form = DATE_FORMATS[self.visit.t.language]
        st.date_input(self.label, value=None, key=self.key, format=form, on_change=self.changed)

    def tick(self, *, on: bool) -> None:
        state.show(self.key, on)
        st.checkbox(self.label, key=self.key, on_change=self.changed)

    def put(self, text: str) -> None:
        """A text that was mended under its field."""
        self._store(text)

    def changed(self) -> None:
        value: Any = state.widget(self.key)
        if self.name == "owner":
            value = (value or "")[:LONGEST]
        self._store(value)

    def _store(self, value: Any) -> None:
        held = self._now()
        item = replace(held.items[self.place], **{self.name: value})
        _save(self.visit, held, (*held.items[: self.place], item, *held.items[self.place + 1 :]))

    def _now(self) -> Listed[PlanItem]:
        """The plan as it stands, where this field still holds what was read.

        Two fields that are left in one go are saved one after the other: neither is refused for the other.
        """
        stored = stored_plan(*self.visit.scope, self.visit.month)
        same_steps = [one.origin for one in stored.items] == [one.origin for one in self.listed.items]
        return stored if same_steps and self._read(stored) == self._read(self.listed) else self.listed

    def _read(self, listed: Listed[PlanItem]) -> Any:
        return getattr(listed.items[self.place], self.name)


def _to_take(report: MonthReport, listed: Listed[PlanItem]) -> tuple[Card, ...]:
    """Cards with a solution that is not in the plan yet."""
    taken = {item.origin for item in listed.items}
    return tuple(
        card for card in report.cards if card.comment and card.comment.promises and card.key not in taken
    )


def _take(visit: Visit, listed: Listed[PlanItem], card: Card) -> None:
    words = card.comment
    assert words is not None
    typed, told_words = words.solution.strip(), (card.told or words).solution.strip()
    # Cut in the middle a chip would be no chip any more: what is too long is taken over as it is read.
    what = typed if len(typed) <= LONGEST else told_words[:LONGEST]
    item = PlanItem(what, words.owner, words.due, words.expected, origin=card.key)
    figure = f"{visit.write.name(card.metric)} · {scope_name(card, visit.write)}"
    text = shortened(told_words, LONGEST_BUTTON)
    label = visit.t("ui.plan.take", figure=markdown(figure), text=markdown(text))
    st.button(label, key=f"plan-take-{card.key}", on_click=_add, args=(visit, listed, item))


def _add(visit: Visit, listed: Listed[PlanItem], item: PlanItem) -> None:
    _save(visit, listed, (*listed.items, item))


def _save(visit: Visit, listed: Listed[PlanItem], items: tuple[PlanItem, ...]) -> None:
    outcome = notices.attempt(
        lambda: set_plan(*visit.scope, visit.month, replace(listed, items=items)), visit.t
    )
    if outcome is not None and outcome.rejected is not None:
        notices.tell(visit.t("ui.figures.changed", who=outcome.stored.author))
