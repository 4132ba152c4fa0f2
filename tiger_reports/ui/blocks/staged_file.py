"""One waiting file: what it is, its sums and findings, what storing would change, and what to do."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.imports import Staged, Upload
from tiger_reports.model.period import Period, months_of
from tiger_reports.services.importing.intake import accept, discard, planned, sources_after
from tiger_reports.text.dates import month_title
from tiger_reports.text.numbers import number
from tiger_reports.ui import notices
from tiger_reports.ui.blocks.answers import answers
from tiger_reports.ui.blocks.column_map import column_map
from tiger_reports.ui.blocks.findings import findings
from tiger_reports.ui.blocks.table import table
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.importing import against_total, named, row_tables
from tiger_reports.ui.importing.standing import CHIPS, Standing, standing
from tiger_reports.ui.markup import chip, draw, note
from tiger_reports.ui.plain import html, line
from tiger_reports.ui.source_tables import uses_table


def staged_file(visit: Visit, file: Staged) -> None:
    """A report on one file, in the order in which it is read: what it is, what was read, what to do."""
    with st.container(border=True, key=f"staged-{file.upload.id}"):
        draw(_head(file, visit))
        if file.upload.panel:
            _part(visit, "what")
            draw(_facts(file, visit))
            _read(visit, file.upload)
        column_map(visit, file)
        _part(visit, "findings")
        answers(visit, file)
        findings(visit, file)
        if standing(file) is not Standing.STOPPED:
            _part(visit, "next")
            _plan(visit, file)
        _buttons(visit, file)


def _part(visit: Visit, name: str) -> None:
    draw(f'<h3 class="tr-part">{html(visit.t(f"ui.import.part_{name}"))}</h3>')


def store(visit: Visit, file: Staged) -> None:
    """Store one file and tell what came of it."""
    outcome = notices.attempt(lambda: accept(*visit.scope, file.upload.id), visit.t)
    if outcome is not None:
        key = "unchanged" if outcome.unchanged else "stored"
        notices.tell(visit.t(f"ui.import.{key}", file=line(file.upload.file)))


def _head(file: Staged, visit: Visit) -> str:
    now = standing(file)
    state = chip(visit.t(f"ui.import.{now}"), CHIPS[now])
    return f'<div class="tr-row-head"><b>{html(line(file.upload.file))}</b>{state}</div>'


def _facts(file: Staged, visit: Visit) -> str:
    t, made = visit.t, file.upload
    facts = (
        ("ui.word.panel", named.panel_word(made.panel, t)),
        ("ui.import.level", t(f"ui.level.{made.level}")),
        ("ui.import.grain", t(f"ui.grain.{made.grain}")),
        ("ui.word.period", named.period_text(made.period, t)),
        ("ui.word.currency", made.currency or t("ui.word.unknown")),
        ("ui.import.file_language", t.first(f"ui.language.{made.language}", "ui.word.unknown")),
        ("ui.import.checks_run", number(made.rules_run, t.language)),
        ("ui.import.signs", ", ".join(made.result.get("signs", ())) or t("ui.word.none")),
    )
    pairs = "".join(f"<div><dt>{html(t(key))}</dt><dd>{html(line(text))}</dd></div>" for key, text in facts)
    return f'<dl class="tr-dl">{pairs}</dl>'


def _read(visit: Visit, made: Upload) -> None:
    """Rows kept and left out, and the sums held against the panel's own total."""
    t = visit.t
    _part(visit, "rows")
    kept, left = made.rows, len(made.dropped)
    amounts = {"kept": kept, "all": kept + left, "dropped": left}
    told = {name: number(amount, t.language) for name, amount in amounts.items()}
    draw(f"<p>{html(t('ui.import.read_line', n=kept + left, **told))}</p>")
    if made.dropped:
        table(row_tables.dropped(made, t))
    shown = against_total.sums(made, t)
    if shown is None:
        return
    if against_total.total_of(made) is None:
        with st.expander(t("ui.import.sums_own"), icon=":material/functions:"):
            table(shown)
        return
    if against_total.agrees(made):
        note(t("ui.import.sums_agree"), "better")
    table(shown)


def _plan(visit: Visit, file: Staged) -> None:
    """Looked up only when opened: it reads the file and the stored days."""
    t = visit.t
    box = st.expander(
        t("ui.import.plan"), icon=":material/difference:", on_change="rerun", key=f"plan-{file.upload.id}"
    )
    with box:
        if not box.open:
            return
        plan = notices.attempt(lambda: planned(*visit.scope, file.upload.id), t)
        if plan is None:
            return
        days = {name: len(getattr(plan, name)) for name in ("days_added", "days_replaced", "days_gone")}
        note(t("ui.import.plan_line", added=plan.added, removed=plan.removed, **days))
        if plan.changes:
            table(row_tables.changes(plan, file.upload, t))
            _more(visit, len(plan.changes))
        else:
            st.caption(t("ui.import.plan_same"))
        _uses(visit, file)


def _uses(visit: Visit, file: Staged) -> None:
    """Which source would count: told before the file is stored, so that nobody wonders where its money is."""
    t, month = visit.t, _month(visit, file.upload)
    uses = sources_after(*visit.scope, file.upload.id, month)
    if uses:
        title = t("ui.import.uses_after", month=month_title(month, t.language))
        draw(f'<p class="tr-chart-title"><b>{html(title)}</b></p>')
        table(uses_table(uses, t))


def _month(visit: Visit, made: Upload) -> Period:
    """The month on the page where the file touches it, else the file's last one."""
    touched = months_of(made.period) if made.period else (visit.month,)
    return visit.month if visit.month in touched else touched[-1]


def _more(visit: Visit, count: int) -> None:
    if count > row_tables.MOST_ROWS:
        st.caption(visit.t("ui.import.more_rows", n=count - row_tables.MOST_ROWS))


def _buttons(visit: Visit, file: Staged) -> None:
    with st.container(horizontal=True):
        st.button(
            visit.t("ui.import.store"),
            key=f"store-{file.upload.id}",
            type="primary",
            icon=":material/check:",
            disabled=standing(file) is not Standing.READY,
            on_click=store,
            args=(visit, file),
        )
        st.button(
            visit.t("ui.import.discard"),
            key=f"discard-{file.upload.id}",
            type="tertiary",
            icon=":material/delete:",
            on_click=_discard,
            args=(visit, file),
        )


def _discard(visit: Visit, file: Staged) -> None:
    notices.attempt(lambda: discard(*visit.scope, file.upload.id), visit.t)
