"""Forms of the week: whom on the client's side one writes to."""

from __future__ import annotations

from tiger_reports.ui.records.form import Entry, Form

CLIENT_PERSON = Form("client_person", ((Entry("name", weight=2), Entry("email", weight=3)),))
