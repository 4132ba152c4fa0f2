"""Trace: one figure of a month back to the files and rows that it is made of."""

import streamlit as st

from tiger_reports.services.months import month_report
from tiger_reports.text.dates import month_title
from tiger_reports.ui.blocks.markup import head
from tiger_reports.ui.blocks.trace import picked, trace
from tiger_reports.ui.figure_address import asked_figure
from tiger_reports.ui.guard import require

visit = require()
t = visit.t
report = month_report(*visit.scope, visit.month, t.language)
asked = asked_figure(st.query_params, report)
title = t("ui.trace.title", metric=visit.write.name(asked.metric))
head(f"{visit.client.name} · {month_title(visit.month, t.language)}", title, t("ui.trace.lead"))
picked(visit, report, asked)
trace(visit, asked)
