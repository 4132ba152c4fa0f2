"""What the store finds can be said in every language, with the days in it."""

from __future__ import annotations

import pytest

from tests.store.frames import frame_of, key, row
from tiger_reports.model.fact import Grain
from tiger_reports.text.catalogue import LANGUAGES
from tiger_reports.text.findings import describe


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_findings_have_words_of_their_own_that_name_the_days(facts, load, language):
    load([row(1, 100, days=31)], using=key(Grain.RANGE))
    for new in (row(1, 80, days=14), row(1, 80, days=31, account=None)):
        (finding,) = facts.plan("acme", frame_of([new]), key(Grain.RANGE)).findings
        said = describe(finding, language)
        assert said.title != describe(type(finding)("no such code", finding.severity), language).title
        assert "31" in said.title + said.why
        assert "{" not in said.title + said.why + said.fix
