"""The Client page: the chosen client's record in parts, and a new client below."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.tiger_year import baseline
from tiger_reports.text.dates import date_range
from tiger_reports.ui.blocks.client_accounts import client_accounts
from tiger_reports.ui.blocks.client_baseline import client_baseline
from tiger_reports.ui.blocks.client_brand import client_brand
from tiger_reports.ui.blocks.client_breaks import client_breaks
from tiger_reports.ui.blocks.client_cooperation import client_cooperation
from tiger_reports.ui.blocks.client_margin import client_margin
from tiger_reports.ui.blocks.client_rates import client_rates
from tiger_reports.ui.blocks.client_record import client_record
from tiger_reports.ui.blocks.client_thresholds import client_thresholds
from tiger_reports.ui.blocks.new_client import new_client
from tiger_reports.ui.guard import Hall, Visit, visit_of
from tiger_reports.ui.markup import head, section


def client_page(hall: Hall) -> None:
    t, visit = hall.t, visit_of(hall)
    if visit is None:
        head(t("ui.app"), t("ui.client.new_title"), t("ui.client.lead"))
        new_client(hall)
        return
    head(t("ui.page.client.title"), visit.client.name, t("ui.client.lead"))
    _record(visit)
    section(t("ui.client.new_title"))
    with st.expander(t("ui.client.add"), icon=":material/add:"):
        new_client(hall)


def _record(visit: Visit) -> None:
    t = visit.t
    section(t("ui.client.data"))
    client_record(visit)
    days = date_range(baseline(visit.client.start), t.language)
    section(t("ui.baseline.title"), t("ui.baseline.lead", days=days))
    client_baseline(visit)
    section(t("ui.cooperation.title"), t("ui.cooperation.lead"))
    client_cooperation(visit)
    section(t("ui.breaks.title"), t("ui.breaks.lead"))
    client_breaks(visit)
    section(t("ui.money.rates"), t("ui.money.rates_lead", currency=visit.client.currency))
    client_rates(visit)
    section(t("ui.money.margin"), t("ui.money.margin_lead"))
    client_margin(visit)
    section(t("ui.client.brand"))
    client_brand(visit)
    section(t("ui.client.thresholds"), t("ui.client.thresholds_lead"))
    client_thresholds(visit)
    section(t("ui.client.accounts"), t("ui.client.accounts_lead"))
    client_accounts(visit)
