"""Deck: the slides as they will be, what is still open, approval, and the files."""

import streamlit as st

from tiger_reports.commentary import gate
from tiger_reports.services.clients import logo
from tiger_reports.services.delivery import decks
from tiger_reports.services.months.reports import month_report
from tiger_reports.text.dates import month_title
from tiger_reports.ui.blocks.approval import approval
from tiger_reports.ui.blocks.deck_actions import deck_actions
from tiger_reports.ui.blocks.deck_language import deck_language
from tiger_reports.ui.blocks.deliver import deliver
from tiger_reports.ui.blocks.open_items import open_items
from tiger_reports.ui.blocks.restated import restated
from tiger_reports.ui.blocks.sent_decks import sent_decks
from tiger_reports.ui.blocks.slides import slides
from tiger_reports.ui.guard import require
from tiger_reports.ui.markup import head

visit = require()
t = visit.t
head(visit.client.name, t("ui.deck.title", month=month_title(visit.month, t.language)), t("ui.deck.lead"))
language = deck_language(visit)
report = month_report(*visit.scope, visit.month, t.language)
items = gate.open_items(report)
restated(visit, report, choose=True)
deck_actions(
    visit,
    items,
    lambda draft: decks.export(*visit.scope, visit.month, language=language, draft=draft),
    workbook=lambda: deliver(visit, "appendix", visit.month.month_key, language),
)
left, right = st.columns([3, 2], gap="large")
with left:
    open_items(visit, items)
with right:
    approval(visit, report)
slides(decks.preview(*visit.scope, visit.month, language=language), report, logo(*visit.scope), t)
sent_decks(visit, decks.sent(*visit.scope))
