"""What a month's report becomes: which slides, in which words, for whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.story import pages
from tiger_reports.decks.monthly import CATALOGUE, monthly_deck
from tiger_reports.model.card import CardState, Duty
from tiger_reports.model.data_notes import DataNotes
from tiger_reports.model.exhibits.columns import Panels
from tiger_reports.model.exhibits.scorecard import Scorecards
from tiger_reports.model.exhibits.story import StoryCards
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.report import MonthReport
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.text import LANGUAGES, phrase

from .reports import (
    clicks_only_report,
    hostile_report,
    partial_report,
    whole_report,
    wordy_report,
)
from .seen import texts

KEYS = (
    "cover", "summary", "key_figures", "pacing", "kpis", "main_result", "channels", "cost", "reach", "campaigns",
    "own", "content", "rises", "drops", "picture", "done", "promises", "plan", "definitions", "sources", "data_notes",
)  # fmt: skip
ASKED = (Duty.EXPLAIN_DROP, Duty.EXPLAIN_RISE)
CAUSE_WORDS = {
    "en": ("because", "due to", "thanks to"),
    "pl": ("dzięki", "z powodu", "ponieważ"),
    "cs": ("díky", "kvůli", "protože"),
    "ru": ("из-за", "благодаря", "потому что"),
}


def client_deck(report: MonthReport, language: str = "en") -> Deck:
    return monthly_deck(report, language, draft=False)


def slide_of(deck: Deck, key: str) -> Slide:
    return next(slide for slide in deck.slides if slide.key == key)


def outline(deck: Deck) -> str:
    """Keys, titles and what each slide shows: enough to see that a deck reads well."""
    lines = [f"{deck.title} | {deck.footer} | {deck.draft}"]
    for slide in deck.slides:
        lines += ["", f"[{slide.key}] {slide.section} / {slide.kicker}", f"  {slide.title}"]
        lines += [f"  - {text}" for text in texts(slide)[1:] if text.strip()]
    return "\n".join([*lines, "", deck.slides[1].source, "", deck.slides[1].notes]).replace("\u00a0", "·")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deck_reads_the_same_as_before(language, snapshot):
    assert outline(client_deck(whole_report(language), language)) == snapshot


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_report_fills_every_slide_of_the_catalogue(language):
    deck = client_deck(whole_report(language), language)
    messages = tuple(dict.fromkeys(slide.key.partition("-")[0] for slide in deck.slides))
    assert messages == KEYS
    assert len(CATALOGUE) == len(KEYS)
    for slide in deck.slides:
        assert slide.title, slide.key
        assert slide.exhibits, slide.key
        assert slide.notes, slide.key
        assert slide.source or slide.key == "cover"


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_words_never_state_a_cause(language):
    report = replace(whole_report(language), cards=(), key_figures=(), plan=())
    deck = client_deck(report, language)
    said = " ".join(text for slide in deck.slides for text in (*texts(slide), slide.notes)).casefold()
    assert not [word for word in CAUSE_WORDS[language] if word in said]


def test_slides_without_content_are_left_out():
    report = replace(
        whole_report(),
        cards=(),
        plan=(),
        done=(),
        followed=(),
        campaigns=(),
        key_figures=(),
        notes=DataNotes(),
        own=(),
        posts=(),
        paces=(),
    )
    keys = [slide.key for slide in client_deck(report).slides]
    assert keys == ["cover", "summary", "kpis", "main_result", "channels", "cost", "reach", "definitions"]


def test_a_report_without_any_figure_still_has_a_cover():
    report = replace(
        whole_report(),
        figures=(),
        channels=(),
        campaigns=(),
        cards=(),
        key_figures=(),
        plan=(),
        followed=(),
        done=(),
        own=(),
        posts=(),
        paces=(),
        notes=DataNotes(),
    )
    assert [slide.key for slide in client_deck(report).slides] == ["cover"]


def test_without_conversions_clicks_are_the_main_result():
    slide = slide_of(client_deck(clicks_only_report()), "main_result")
    assert slide.title.startswith("Clicks (all): 66,504")


def test_a_partial_month_says_its_days_and_no_percent():
    deck = client_deck(partial_report())
    summary = slide_of(deck, "summary")
    assert summary.title.startswith("Partial month: 15 of 31 days. Conversions: 318")
    cards = next(e for e in summary.exhibits if isinstance(e, Scorecards)).cards
    assert {delta.text for card in cards for delta in card.deltas} == {"–"}
    assert {delta.sign for card in cards for delta in card.deltas} == {0}
    assert "%" not in summary.title
    assert "highest" not in " ".join(slide.title for slide in deck.slides)


def test_one_channel_makes_no_comparison_of_channels():
    assert "channels" not in [slide.key for slide in client_deck(partial_report()).slides]


def test_a_channel_without_the_figure_says_no_data_and_keeps_its_place():
    rows = [e for e in slide_of(client_deck(whole_report()), "reach").exhibits if isinstance(e, Panels)]
    assert [chart.title for chart in rows[0].charts] == [chart.title for chart in rows[1].charts]
    empty = rows[0].charts[0]
    assert (empty.title, empty.subtitle, empty.series) == ("Google Ads", "no data", ())


def test_internal_words_never_reach_a_client_or_a_draft():
    report = whole_report()
    secret = tuple(
        replace(card, comment=replace(card.comment, internal=True, cause="SECRET")) for card in report.cards
    )
    for draft in (False, True):
        deck = monthly_deck(replace(report, cards=secret), "en", draft=draft)
        assert "SECRET" not in outline(deck) + "".join(slide.notes for slide in deck.slides)
        assert not {"rises", "drops"} & {slide.key for slide in deck.slides}


def test_a_client_deck_holds_only_approved_words_and_a_draft_holds_all():
    report = whole_report()
    waiting = tuple(replace(card, state=CardState.CHECKED) for card in report.cards)
    client = monthly_deck(replace(report, cards=waiting), "en", draft=False)
    draft = monthly_deck(replace(report, cards=waiting), "en", draft=True)
    assert "drops" not in {slide.key for slide in client.slides}
    assert "drops" in {slide.key for slide in draft.slides}
    assert (client.draft, draft.draft) == ("", "DRAFT – not approved")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_shows_a_rise_or_drop_that_nobody_has_written_on_and_a_client_deck_does_not(language):
    report = whole_report(language)
    bare = tuple(
        replace(card, comment=None, told=None, state=CardState.OPEN) if card.duty in ASKED else card
        for card in report.cards
    )
    draft = monthly_deck(replace(report, cards=bare), language, draft=True)
    told = monthly_deck(report, language, draft=True)
    assert [slide.key for slide in draft.slides] == [slide.key for slide in told.slides]
    mark = phrase("decks.comment.none", language)
    for key in ("rises", "drops"):
        cards = slide_of(draft, key).exhibits[0].cards
        assert all(card.paragraphs[0].text == mark for card in cards)
        assert all(card.figures and card.deltas for card in cards)
    assert [part.text for part in slide_of(draft, "picture").comment] == [mark]
    client = monthly_deck(replace(report, cards=bare), language, draft=False)
    assert mark not in outline(client)
    assert not {"rises", "drops"} & {slide.key for slide in client.slides}


def test_both_comparisons_are_printed_with_their_exact_days():
    source = slide_of(client_deck(whole_report()), "kpis").source.replace("\u00a0", " ")
    for dates in (
        "AC = 1 Oct 2026 – 31 Oct 2026",
        "PM = 1 Sep 2026 – 30 Sep 2026",
        "PY = 1 Oct 2025 – 31 Oct 2025",
    ):
        assert dates in source
    assert "13 of 14 data checks passed" in source


def test_the_worst_figures_stand_first():
    table = next(e for e in slide_of(client_deck(whole_report()), "kpis").exhibits if isinstance(e, Table))
    verdicts = [row[3].verdict.value for row in table.rows]
    assert verdicts == sorted(verdicts, key=["worse", "better", "neutral", "same", "unknown"].index)


def test_links_lead_only_to_slides_that_exist():
    report = replace(whole_report(), channels=())
    deck = client_deck(report)
    keys = {slide.key for slide in deck.slides}
    cards = next(e for e in slide_of(deck, "summary").exhibits if isinstance(e, Scorecards)).cards
    assert {card.links_to for card in cards} <= keys | {""}
    assert "reach" not in keys


def test_no_folder_of_a_machine_is_printed():
    deck = client_deck(hostile_report())
    said = " ".join((*texts(slide_of(deck, "sources")), slide_of(deck, "kpis").notes))
    assert "Users" not in said
    assert "Downloads" not in said


def test_long_words_go_on_to_a_second_slide_and_none_is_lost():
    report = wordy_report("en", 400)
    deck = client_deck(report)
    assert "drops-2" in {slide.key for slide in deck.slides}
    drop = next(card for card in report.cards if card.duty.value == "explain_drop")
    told = [
        paragraph.text
        for slide in deck.slides
        if slide.key.startswith("drops")
        for exhibit in slide.exhibits
        if isinstance(exhibit, StoryCards)
        for card in exhibit.cards
        if card.heading.endswith("Facebook")
        for paragraph in card.paragraphs[:1]
    ]
    assert " ".join(told).split() == drop.comment.cause.split()


def test_a_long_plan_goes_on_under_the_same_title():
    slides = [slide for slide in client_deck(wordy_report()).slides if slide.key.startswith("plan")]
    assert len(slides) > 1
    assert len({slide.title for slide in slides}) == 1
    assert sum(len(slide.exhibits[0].rows) for slide in slides) == 32


def test_every_portion_of_a_story_fits_its_slide():
    story = next(
        e for e in slide_of(client_deck(wordy_report()), "drops").exhibits if isinstance(e, StoryCards)
    )
    assert pages(story, WIDE.body, "Calibri") == (story,)


def test_profiles_and_the_website_have_a_slide_of_their_own_and_enter_no_figure_of_ads():
    report = whole_report()
    deck, without = client_deck(report), client_deck(replace(report, own=()))
    assert "own" not in [slide.key for slide in without.slides]
    for slide in without.slides:
        if not slide.key.startswith(("definitions", "sources")):
            assert slide_of(deck, slide.key).exhibits == slide.exhibits, slide.key


def test_people_whom_no_file_counted_as_one_stand_between_their_bounds():
    table = next(e for e in slide_of(client_deck(whole_report()), "own").exhibits if isinstance(e, Table))
    users = next(row for row in table.rows if row[1].text == "Users")
    assert users[2].text == "1,850 to 34,700"
