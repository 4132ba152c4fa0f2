"""Who holds which access, what was found at the takeover, and what else the first weeks need."""

from __future__ import annotations

import streamlit as st

from tiger_reports.model.onboarding import Access, Takeover
from tiger_reports.services.measuring.baseline import channels
from tiger_reports.services.records import SHEET, listed, one
from tiger_reports.ui.blocks.links import link
from tiger_reports.ui.guard import Visit
from tiger_reports.ui.markup import note, section
from tiger_reports.ui.records.editor import add_button, rows, sheet
from tiger_reports.ui.records.forms.onboarding import ACCESS, TAKEOVER
from tiger_reports.ui.selection import address


def access(visit: Visit) -> None:
    _register(visit)
    _takeover(visit)
    _elsewhere(visit)


@st.fragment
def _register(visit: Visit) -> None:
    t = visit.t
    section(t("ui.access.title"), t("ui.access.lead"))
    found = listed(*visit.scope, Access)
    if not found:
        note(t("ui.access.empty"))
    rows(visit, ACCESS, found)
    add_button(visit, t("ui.access.add"), Access(since=visit.office.today(visit.client)))


@st.fragment
def _takeover(visit: Visit) -> None:
    t = visit.t
    section(t("ui.access.takeover"), t("ui.access.takeover_lead"))
    sheet(visit, TAKEOVER, one(*visit.scope, SHEET, Takeover()))


def _elsewhere(visit: Visit) -> None:
    """The year before the cooperation and the brand have their place on the Client page."""
    t = visit.t
    section(t("ui.access.elsewhere"))
    found = channels(*visit.scope)
    complete = sum(one.complete for one in found)
    kind = "better" if found and complete == len(found) else "warn"
    note(t("ui.access.baseline", n=complete, all=len(found)), kind)
    brand = "logo" if visit.client.brand.logo else "no_logo"
    note(t(f"ui.access.brand_{brand}"), "better" if visit.client.brand.logo else "warn")
    link("client", t("ui.access.to_client"), address(visit.client, visit.month))
