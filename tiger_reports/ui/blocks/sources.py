"""Which sources count, which are left out, and the choice where two of them disagree."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tiger_reports.model.report import MonthReport
from tiger_reports.model.sources import Choice, Comparison, Origin
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.services.importing.sources import Place, choose_source, offered
from tiger_reports.text.sources import origin_words
from tiger_reports.ui import notices, state
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw, note, section
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import html, markdown
from tiger_reports.ui.source_tables import account_word, compared_words, comparison_table, uses_table


def sources(visit: Visit, report: MonthReport) -> None:
    """Everything here is in the report: nothing is asked of the store."""
    t, pairs = visit.t, report.notes.comparisons
    if not report.notes.uses:
        return
    section(t("ui.sources.title"), t("ui.sources.lead"))
    places = dict.fromkeys((pair.channel, pair.account) for pair in pairs)
    for place in places:
        _place(visit, place, tuple(pair for pair in pairs if (pair.channel, pair.account) == place))
    table(uses_table(report.notes.uses, t))
    quiet = tuple(pair for pair in pairs if not pair.differing)
    if quiet:
        with st.expander(t("ui.sources.compared"), icon=":material/compare:"):
            _side_by_side(visit, quiet)


def _place(visit: Visit, place: Place, pairs: tuple[Comparison, ...]) -> None:
    """An account whose sources disagree, or did until somebody chose."""
    t, differing = visit.t, tuple(pair for pair in pairs if pair.differing)
    choice = next((pair.choice for pair in pairs if pair.choice), None)
    if not differing and choice is None:
        return
    settled = all(pair.settled for pair in differing)
    with st.container(border=True, key=f"sources-{place[0]}-{place[1]}"):
        if not settled:
            account = account_word(place[1], t)
            note(t("ui.sources.disagree", channel=panel_name(place[0]), account=account), "worse")
        if choice is not None:
            _chosen(visit, choice, settled=settled)
        _side_by_side(visit, differing)
        known = offered(pairs, place)
        if not settled:
            _choice(visit, place, known)
        elif known:
            with st.expander(t("ui.sources.change"), icon=":material/edit:"):
                _choice(visit, place, known)


def _chosen(visit: Visit, choice: Choice, *, settled: bool) -> None:
    t = visit.t
    when = moment(choice.at, visit.client.timezone, t.language)
    source = origin_words(choice.origin, t.language)
    told = t("ui.sources.chosen", name=choice.name, source=source, when=when, reason=choice.reason)
    note(told, "better" if settled else "neutral")
    if not settled:
        note(t("ui.sources.moved"), "warn")


def _side_by_side(visit: Visit, pairs: tuple[Comparison, ...]) -> None:
    for pair in pairs:
        channel = f"{panel_name(pair.channel)}, {account_word(pair.account, visit.t)}"
        heading = f"<b>{html(channel)}</b> {html(compared_words(pair, visit.t))}"
        draw(f'<p class="tr-chart-title">{heading}</p>')
        table(comparison_table(pair, visit.write))


def _choice(visit: Visit, place: Place, known: tuple[Origin, ...]) -> None:
    """No source is chosen beforehand: a guess would look like knowledge."""
    t, key = visit.t, f"choose-{visit.month.month_key}-{place[0]}-{place[1]}"
    names = {one.key: origin_words(one, t.language) for one in known}
    st.radio(
        t("ui.sources.choose"), list(names), index=None, format_func=lambda one: markdown(names[one]), key=key
    )
    st.text_input(t("ui.word.reason"), key=f"{key}-reason", max_chars=300)
    st.button(t("ui.sources.take"), key=f"{key}-go", on_click=_choose, args=(visit, place, key))


def _choose(visit: Visit, place: Place, key: str) -> None:
    picked, reason = str(state.widget(key) or ""), str(state.widget(f"{key}-reason") or "")
    take = partial(choose_source, *visit.scope, visit.month, place, picked, reason)
    made = notices.attempt(take, visit.t)
    if made is not None:
        notices.tell(visit.t("ui.sources.taken", source=origin_words(made.origin, visit.t.language)))
