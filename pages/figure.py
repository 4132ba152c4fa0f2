"""Trace: one figure of a month, a quarter or a year back to the files and rows that it is made of."""

import streamlit as st

from tiger_reports.text.dates import period_title
from tiger_reports.ui.blocks.trace import picked, report_of, trace
from tiger_reports.ui.figure_address import DAYS, asked_figure, asked_period
from tiger_reports.ui.guard import require
from tiger_reports.ui.markup import head

visit = require(data=DAYS not in st.query_params)
t = visit.t
period = asked_period(st.query_params, visit.month)
report = report_of(visit, period)
asked = asked_figure(st.query_params, report, period)
title = t("ui.trace.title", metric=visit.write.name(asked.metric))
head(f"{visit.client.name} · {period_title(period, t.language)}", title, t("ui.trace.lead"))
picked(visit, report, asked)
trace(visit, asked)
