"""A changed definition is written down on the Client page and told on the Month page, in every language."""

from __future__ import annotations

from datetime import date
from html import unescape

import pytest

from tests.ui.house import CLIENT, SPECIALIST, open_house
from tiger_reports.services.measuring import breaks
from tiger_reports.services.office import local_actor
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.text.dates import short_date


def markup(at):
    return unescape("\n".join(element.proto.body for element in at.get("html")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_is_written_and_the_month_says_that_the_definition_changed(opened, home, language):
    at = opened("client.py", language=language, month="2026-10")
    at.text_input(key="new-break-text").set_value("Counts views now")
    at.date_input(key="new-break-day").set_value(date(2026, 10, 1))
    next(b for b in at.button if b.label == phrase("ui.breaks.add", language)).click().run()
    assert not at.exception
    (kept,) = breaks.listed(open_house(home), local_actor(), CLIENT.id)
    assert (kept.day, kept.text, kept.client_id) == (date(2026, 10, 1), "Counts views now", CLIENT.id)
    said = markup(opened("month.py", language=language, month="2026-10"))
    assert phrase("ui.change.definition", language, day=short_date(kept.day, language)) in said
    assert "Counts views now" in said
    at = opened("client.py", language=language, month="2026-10")
    at.button(key=f"compare-{kept.id}").click().run()
    said = markup(opened("month.py", language=language, month="2026-10"))
    assert phrase("ui.change.definition", language, day=short_date(kept.day, language)) not in said
    assert phrase("ui.breaks.compared", language) in said


def test_a_specialist_is_not_offered_a_mark_for_all_clients(opened):
    keys = [box.key for box in opened("client.py", email=SPECIALIST).checkbox]
    assert "new-break-everyone" not in keys
    assert "new-break-everyone" in [box.key for box in opened("client.py").checkbox]
