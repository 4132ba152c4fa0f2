"""Earlier versions of a comment, also those that lost a race and never stood."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.card import Card, Comment
from tiger_reports.model.revised import Revision
from tiger_reports.services.months.comments import revisions
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import draw
from tiger_reports.ui.moments import moment
from tiger_reports.ui.plain import html


def comment_past(visit: Visit, card: Card) -> None:
    """Read only when it is opened."""
    label = visit.t("ui.comments.history")
    box = st.popover(label, icon=":material/history:", on_change="rerun", type="tertiary")
    with box:
        if box.open:
            for one in reversed(revisions(*visit.scope, card.key)):
                draw(_version(visit, one))


def saved_words(visit: Visit, comment: Comment) -> str:
    """`Saved 3 Nov 2026, 14:02 by ...`, from the database and never assumed."""
    if comment.saved_at is None:
        return visit.t("ui.autosave.empty")
    when = moment(comment.saved_at, visit.client.timezone, visit.t.language)
    return visit.t("ui.autosave.saved", when=when, who=comment.author)


def _version(visit: Visit, one: Revision[Comment]) -> str:
    when = moment(one.saved_at, visit.client.timezone, visit.t.language)
    head = visit.t("ui.autosave.saved", when=when, who=one.author)
    mark = f" · {visit.t('ui.comments.rejected')}" if one.rejected else ""
    words = "<br>".join(html(text) for text in (one.words.cause, one.words.solution) if text)
    return f'<div class="tr-both"><h3>{html(head + mark)}</h3>{words}</div>'
