"""Real exports, read and checked: what the rules say of each file, and no false alarm.

Blocking findings that stand here are true of the file: no currency or no dates in it, or, in the one
workbook that its publisher had reworked, clicks without impressions.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.validation.pairs import found
from tiger_reports.model.check import Expected
from tiger_reports.model.period import month

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of real exports is not on this machine"
)

STOPS = {
    "meta-ads/cocoon_campaign-day_later-merged_en_aud.csv": set(),
    "meta-ads/cocoon_campaign-day_pull-2026-06-25_en_aud.csv": set(),
    "meta-ads/lemauricien_adsets_day-age-gender_en.csv": set(),
    "meta-ads/mh4u_ads-level_totals-first_en_uah.xlsx": set(),
    "meta-ads/no-data-available_campaigns_en_usd.csv": set(),
    "meta-ads/pages_platform_de_eur_processed.xlsx": {
        "clicks_without_impressions",
        "link_clicks_above_clicks",
    },
    "google-ads/ad-group_usd_alltime_utf16_en-us.csv": {"period_unknown"},
    "google-ads/adwords-2016_ad_eur_utf16_en.csv": {"currency_missing"},
    "google-ads/campaign_eur_all-zero_greek-names_en-us.csv": set(),
    "google-ads/campaign_gbp_utf8-comma_en-gb.csv": set(),
    "google-ads/campaign_inr_video-demandgen_en-us.csv": set(),
    "google-ads/overview-card_time-series_usd_en-gb.csv": set(),
    "google-ads/report-editor_campaign-day_later-merged_aud_en-gb.csv": set(),
    "google-ads/report-editor_campaign-day_pull-2026-06-25_aud_en-gb.csv": set(),
    "google-ads/search-keyword_inr_alltime_utf16_en.csv": {"period_unknown"},
    "google-ads/search-keyword_usd_alltime_utf16_en-us.csv": {"period_unknown"},
    "google-ads/search-terms_cad_utf16_en-ca.csv": set(),
    "google-ads/search-terms_gbp-eur_converted-currency_en-gb.csv": set(),
    "google-ads/termos-de-pesquisa_brl_pt-br.csv": set(),
    "linkedin-ads/campaign-performance_brl_en.csv": set(),
    "linkedin-ads/campaign-placement_brl_en.csv": set(),
    "tiktok-ads/ad-day_idr_anonymised_en.csv": set(),
    "pinterest-ads/ad-day_pull-2026-06-25_en.csv": {"currency_missing"},
    "spotify-ads/campaign-performance_ad-day_en.csv": {"currency_missing"},
    "yandex-direct/phrases_march_ru_rub_redacted.xlsx": set(),
    "yandex-direct/regions_march_ru_rub_redacted.xlsx": set(),
    "facebook-insights-legacy/page-level_spreadsheetml_en_2017.xls": set(),
    "ga4/home_multi-table_nth-day_es_2023.csv": set(),
    "ga4/report_date_en_2023.csv": set(),
    "linkedin-page/followers_pt.xls": set(),
    "meta-business-suite/fb-reach_en_2025.csv": set(),
    "meta-business-suite/fb-visits_multi-block_en_2023.csv": set(),
    "meta-business-suite/ig-views_en_2025.csv": set(),
    "tiktok-analytics/business-audience_bg-account_en.csv": set(),
    "tiktok-analytics/overview_365days_en.csv": {"period_unknown"},  # dates without a year
    "x-analytics/account-overview_en_2025.csv": set(),
    "youtube-studio/diagrammdaten_de_2020.csv": set(),
    "youtube-studio/tabellendaten_de_2020.csv": {"period_unknown"},
    "youtube-studio/totals_en_2021.csv": set(),
}
NOTES = {
    "pinterest-ads/ad-day_pull-2026-06-25_en.csv": {"results_without_type"},
    "spotify-ads/campaign-performance_ad-day_en.csv": {"partial_day"},
    "meta-ads/cocoon_campaign-day_later-merged_en_aud.csv": {"repeated_names"},
    "meta-ads/mh4u_ads-level_totals-first_en_uah.xlsx": {"repeated_names", "mixed_result_types"},
    "meta-ads/pages_platform_de_eur_processed.xlsx": {"repeated_names", "mixed_result_types"},
    "google-ads/adwords-2016_ad_eur_utf16_en.csv": {"repeated_names"},
    "google-ads/campaign_eur_all-zero_greek-names_en-us.csv": {"all_zero"},
    "linkedin-ads/campaign-performance_brl_en.csv": {"partial_day"},
    "linkedin-ads/campaign-placement_brl_en.csv": {"partial_day"},
}


@pytest.mark.parametrize("name", STOPS)
def test_a_real_export_is_stopped_only_by_what_it_truly_lacks(name: str) -> None:
    _, ruled = found(CORPUS / name, Expected(today=date(2026, 9, 1)))
    assert {each.code for each in ruled if each.stops} == STOPS[name]
    assert {each.code for each in ruled if not each.stops} == NOTES.get(name, set())


def test_a_pull_of_the_running_month_is_whole_up_to_its_day_and_that_day_is_partial() -> None:
    name = "meta-ads/cocoon_campaign-day_pull-2026-06-25_en_aud.csv"
    known = {"currency": "AUD", "period": month(2026, 6)}
    _, running = found(CORPUS / name, Expected(**known, today=date(2026, 6, 25)))
    _, later = found(CORPUS / name, Expected(**known, today=date(2026, 7, 2)))
    assert {each.code for each in running} == {"partial_day"}
    assert {each.code: each.details.get("n") for each in later} == {"missing_days": 5}


def test_a_file_of_months_does_not_pass_for_one_month() -> None:
    name = "linkedin-ads/campaign-performance_brl_en.csv"
    _, ruled = found(CORPUS / name, Expected(period=month(2026, 1)))
    assert "period_crosses_month" in {each.code for each in ruled}
