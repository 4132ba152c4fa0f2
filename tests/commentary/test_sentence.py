from __future__ import annotations

import re

import pytest

from tiger_reports.commentary.sentence import Voice, evidence_sentence
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.card import Evidence
from tiger_reports.model.change import Lever, Reference, Segment
from tiger_reports.text.catalogue import LANGUAGES, phrases

EVIDENCE = Evidence(
    levers=(Lever("cpm", 20, 25, 20.83), Lever("ctr", 0.012, 0.014, -14.4), Lever("cvr", 0.02, 0.0171, 14.4)),
    segments=(
        Segment((("campaign", "Brand"),), 1, 1, -30.0),
        Segment((("campaign", "Wiosna 2026"),), 90, 120, 12.3),
    ),
)
CAUSE_WORDS = re.compile(
    r"because|due to|thanks to|dzięki|z powodu|ponieważ|díky|kvůli|protože|из-за|благодаря|потому",
    re.IGNORECASE,
)


EXPECTED = {
    "en": (
        "Cost per acquisition (CPA): PLN 104.17 against PLN 83.33 (+PLN 20.84, +25.0%). "
        "Largest lever: Cost per 1,000 impressions (CPM) (+PLN 20.83). Largest share: Wiosna 2026 (+PLN 12.30)."
    ),
    "pl": (
        "Koszt pozyskania (CPA): 104,17 zł wobec 83,33 zł (+20,84 zł, +25,0%). "
        "Największa dźwignia: Koszt tysiąca wyświetleń (CPM) (+20,83 zł). Największy udział: Wiosna 2026 (+12,30 zł)."
    ),
    "cs": (
        "Cena za konverzi (CPA): 104,17 zł oproti 83,33 zł (+20,84 zł, +25,0 %). "
        "Největší páka: Cena za tisíc zobrazení (CPM) (+20,83 zł). Největší podíl: Wiosna 2026 (+12,30 zł)."
    ),
    "ru": (
        "Стоимость привлечения (CPA): 104,17 zł против 83,33 zł (+20,84 zł, +25,0 %). "
        "Главный рычаг: Цена за тысячу показов (CPM) (+20,83 zł). Наибольший вклад: Wiosna 2026 (+12,30 zł)."
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_names_figures_lever_and_segment(changed, language):
    found = evidence_sentence(changed("cpa", 83.33, 104.17), EVIDENCE, Voice(language, "PLN"))
    assert found.replace("\u00a0", " ") == EXPECTED[language]


def test_a_rate_moves_in_points_only(changed):
    found = evidence_sentence(changed("ctr", 0.012, 0.014), Evidence(), Voice("pl", "PLN"))
    assert found.replace("\u00a0", " ") == "Współczynnik klikalności (CTR): 1,40% wobec 1,20% (+0,20 p.p.)."


def test_the_same_month_a_year_ago_is_said_to_be_that(changed):
    change = changed("clicks", 100.0, 150.0, reference=Reference.YEAR_AGO)
    assert "a year earlier" in evidence_sentence(change, Evidence(), Voice("en", "PLN"))


def test_from_zero_there_is_no_percent(changed):
    found = evidence_sentence(changed("leads", 0.0, 50.0), Evidence(), Voice("en", "PLN"))
    assert found == "Leads: 50 against 0 (new, nothing to compare with)."


def test_without_a_difference_there_is_nothing_to_say(changed):
    assert evidence_sentence(changed("cpa", None, 5.0), EVIDENCE, Voice("en", "PLN")) == ""


def test_a_segment_that_went_the_other_way_is_not_called_the_largest_share(changed):
    against = Evidence(segments=(Segment((("campaign", "Brand"),), 1, 1, -30.0),))
    assert "Brand" not in evidence_sentence(changed("cpa", 80.0, 100.0), against, Voice("en", "PLN"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_generated_words_never_state_a_cause(language):
    for key, phrase in phrases(language).items():
        if key.startswith("evidence."):
            assert not CAUSE_WORDS.search(str(phrase))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_metric_has_a_name_a_short_name_and_a_definition(language):
    for key in metrics():
        for form in ("name", "short", "definition"):
            assert phrases(language)[f"metric.{key}.{form}"]
