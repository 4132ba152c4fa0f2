"""The slide of posts: who is on it, what it says of them, and that any title and any number of posts fits."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest

from tiger_reports.decks.layout.frame import WIDE
from tiger_reports.decks.layout.table import HEADER, PAD_X, column_widths
from tiger_reports.decks.layout.wrap import Type, wrap
from tiger_reports.decks.monthly import monthly_deck
from tiger_reports.decks.package_check import deck_faults
from tiger_reports.decks.pptx_renderer import render
from tiger_reports.metrics.posts import ranking
from tiger_reports.model.change import Verdict
from tiger_reports.model.exhibits.table import Table
from tiger_reports.model.post import SEEN_BY, Post
from tiger_reports.model.slide import Deck, Slide
from tiger_reports.text import LANGUAGES, phrase

from .posts import october_posts, post
from .reports import NAVY, VIOLET, partial_report, whole_report
from .seen import numbers, texts

LEADS = re.compile(rb'Type="[^"]*/hyperlink" Target="([^"]*)" TargetMode="External"')
HARD = (
    "",
    " \n ",
    "x" * 200,
    "🚲🔥🏁" * 60,
    "מבצע סתיו: קסדות במחצית המחיר, עד סוף החודש בלבד (כולל מע״מ 17%)",
    "عرض الخريف: خوذات بنصف السعر",
    '=cmd|"/c calc"!A1',
    "<b>Sale</b> & 'more' “now” {name} %s",
    "秋のキャンペーン自転車" * 12,
    "bell\x07 and null\x00 and \ufffe",
    "One\twith\n lines \r\n in it",
)


def deck_of(posts: tuple[Post, ...], language: str = "en") -> Deck:
    return monthly_deck(replace(whole_report(language), posts=posts), language, draft=False)


def content(deck: Deck) -> Slide | None:
    return next((slide for slide in deck.slides if slide.key == "content"), None)


def table(deck: Deck) -> Table:
    slide = content(deck)
    assert slide is not None
    (shown,) = slide.exhibits
    return shown


def rows(deck: Deck) -> list[list[str]]:
    return [[cell.text.replace("\u00a0", " ") for cell in row] for row in table(deck).rows]


def slide_alone(deck: Deck) -> Deck:
    return replace(deck, slides=tuple(slide for slide in deck.slides if slide.key == "content"))


# --- what it says


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_best_five_and_the_weakest_two_stand_under_words_that_say_so(language):
    posts = october_posts()
    best, weakest = phrase("decks.content.best", language), phrase("decks.content.weakest", language)
    found = rows(deck_of(posts, language))
    heads = [row[0] for row in found if not any(row[1:])]
    assert heads == [f"▲ {best}", f"▼ {weakest}"]
    ranked = ranking(posts)
    names = [row[0] for row in found if any(row[1:])]
    assert names == [one.post.title for one in (*ranked.best, *ranked.weakest)]
    assert len(names) == 7


def test_colour_never_stands_without_a_triangle():
    for row in table(deck_of(october_posts())).rows:
        for cell in row:
            if cell.verdict is Verdict.BETTER:
                assert cell.text.startswith("▲ ")
            if cell.verdict is Verdict.WORSE:
                assert cell.text.startswith("▼ ")
    verdicts = [cell.verdict for row in table(deck_of(october_posts())).rows for cell in row]
    assert verdicts.count(Verdict.BETTER) == 5
    assert verdicts.count(Verdict.WORSE) == 2


def test_the_first_row_is_the_post_with_the_most_interactions():
    posts = october_posts()
    first = max(posts, key=lambda one: one.interactions)
    row = rows(deck_of(posts))[1]
    assert row[:6] == [
        first.title, "Meta Business Suite", first.kind, "13 Oct 2026", f"{first.figures['reach']:,.0f}",
        f"{first.interactions:,.0f}",
    ]  # fmt: skip
    assert row[7] == f"{first.interactions / first.figures['reach']:.2%}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_tells_the_post_and_how_many_times_the_usual_it_did(language):
    slide = content(deck_of(october_posts(), language))
    first = ranking(october_posts()).best[0]
    assert f"{first.post.interactions:.0f}" in slide.title
    assert f"{first.times:.1f}".replace(".", "." if language == "en" else ",") in slide.title
    assert first.post.title[:12] in slide.title


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (2.0, {"pl": "2 razy", "ru": "в 2 раза", "en": "2 times"}),
        (5.0, {"pl": "5 razy", "ru": "в 5 раз ", "cs": "5krát"}),
        (21.0, {"pl": "21 razy", "ru": "в 21 раз ", "en": "21 times"}),
        (3.2, {"pl": "3,2 raza", "ru": "в 3,2 раза", "en": "3.2 times", "cs": "3,2krát"}),
    ],
)
def test_numbers_and_their_nouns_agree(times, said):
    usual = tuple(post(n, figures={"reach": 5_000.0, "reactions": 100.0}) for n in range(1, 8))
    hit = post(9, figures={"reach": 9_000.0, "reactions": 100.0 * times})
    for language, words in said.items():
        assert words in content(deck_of((*usual, hit), language)).title.replace("\u00a0", " ")


def test_a_format_that_is_clearly_ahead_is_told_with_both_medians():
    slide = content(deck_of(october_posts()))
    assert "formats on Meta Business Suite (median): Reel 316, Link 117" in slide.title


def test_without_such_a_format_the_title_ends_with_the_weakest_post():
    alike = tuple(replace(one, kind="Photo") for one in october_posts())
    slide = content(deck_of(alike))
    assert "weakest engagement rate: “How to wax a chain in…” (0.93%)" in slide.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_title_has_no_room_for_is_not_noted_either(language):
    long = tuple(replace(one, kind=one.kind * 9, account=one.account * 3) for one in october_posts())
    slide = content(deck_of(long, language))
    said = "\n".join(texts(slide))
    assert not [shown for shown in slide.shown if shown.text not in said]
    noted = {number for shown in slide.shown for number in numbers(shown.text)}
    assert numbers(slide.title) <= noted


# --- which columns


def test_one_base_is_named_in_the_head_and_several_beside_their_figures():
    assert [column.header for column in table(deck_of(october_posts())).columns][4:8] == [
        "Reach", "Interactions", "× median", "Engagement rate by reach",
    ]  # fmt: skip
    odd = tuple(
        replace(one, figures={"impressions" if k == "reach" else k: v for k, v in one.figures.items()})
        if one.channel == "x-analytics"
        else one
        for one in october_posts()
    )
    deck = deck_of(odd)
    assert [column.header for column in table(deck).columns][4:8] == [
        "Seen", "Interactions", "× median", "Engagement rate",
    ]  # fmt: skip
    seen = {row[1]: row[4].partition(" ")[2] for row in rows(deck) if row[1]}
    assert seen == {"Meta Business Suite": "(reach)", "X": "(impressions)"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("base", SEEN_BY)
def test_no_word_of_a_head_is_broken(base, language):
    posts = tuple(
        replace(one, figures={base if name == "reach" else name: v for name, v in one.figures.items()})
        for one in october_posts()
    )
    shown = table(deck_of(posts, language))
    kind = Type(HEADER, bold=True)
    for column, width in zip(shown.columns, column_widths(shown, WIDE.body.width), strict=True):
        assert max(map(kind.width, column.header.split(" "))) <= width - 2 * PAD_X, column.header


def test_accounts_of_one_channel_are_told_by_their_names():
    two = tuple(replace(one, channel="meta-business-suite") for one in october_posts())
    assert {row[1] for row in rows(deck_of(two))} == {"Demo Bikes", "demo_bikes", ""}


def test_posts_without_any_base_show_no_column_for_it():
    bare = tuple(replace(one, figures={"reactions": one.interactions}) for one in october_posts())
    deck = deck_of(bare)
    heads = [column.header for column in table(deck).columns]
    assert heads == ["Post", "Channel", "Format", "Published", "Interactions", "× median"]
    assert len(rows(deck)) == 6  # no weakest: no rate to judge by
    assert deck_faults(render(deck, NAVY)) == ()


def test_posts_without_interactions_are_told_by_how_many_saw_them():
    videos = tuple(post(n, figures={"video_views": 100.0 * n}) for n in range(1, 9))
    deck = deck_of(videos)
    assert rows(deck)[0][0] == "▲ Most seen"
    assert "Interactions" not in [column.header for column in table(deck).columns]
    assert content(deck).title == f"Most seen: “{videos[-1].title}” (800, video views)"
    assert deck_faults(render(deck, NAVY)) == ()


def test_without_posts_there_is_no_slide_and_no_definition():
    for posts in ((), (post(figures={}),), (post(figures={"reach": 0.0, "reactions": 0.0}),)):
        deck = deck_of(posts)
        assert content(deck) is None
        assert not [text for slide in deck.slides for text in texts(slide) if text == "Engagement rate"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_of_posts_are_defined_behind_the_report(language):
    deck = deck_of(october_posts(), language)
    said = {text for slide in deck.slides if slide.key.startswith("definitions") for text in texts(slide)}
    for name in ("interactions", "rate", "median"):
        assert phrase(f"decks.content.means_{name}", language) in said


# --- any posts fit


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 2, 7, 8, 200])
def test_any_number_of_posts_makes_one_clean_slide(count, language):
    deck = deck_of(october_posts(count), language)
    assert [slide.key for slide in deck.slides].count("content") == 1
    assert deck_faults(render(deck, NAVY)) == ()
    shown = [row for row in rows(deck) if any(row[1:])]
    assert len(shown) == min(count, 5) + (2 if count == 200 else len(ranking(october_posts(count)).weakest))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("title", HARD)
def test_a_title_of_any_kind_fits_and_harms_nothing(title, language):
    hard = tuple(replace(one, title=title, kind=title[:60], account=title) for one in october_posts())
    deck = deck_of(hard, language)
    assert deck_faults(render(slide_alone(deck), VIOLET)) == ()
    assert len(wrap(content(deck).title, 12.333, Type(26.0, bold=True))) <= 2


def test_figures_behind_hebrew_or_arabic_stay_behind_it():
    for title in HARD[4:6]:
        said = content(deck_of((post(title=title),))).title
        assert re.search("\u200e” \\(102\\)", said), said
    assert "\u200e" not in content(deck_of((post(title="Sale"),))).title


def test_a_post_without_text_is_called_so():
    deck = deck_of((post(title=" "),))
    assert rows(deck)[1][0] == "post without text"
    assert "“post without text”" in content(deck).title


def test_millions_of_interactions_fit():
    many = tuple(
        replace(one, figures={name: value * 1e6 for name, value in one.figures.items()})
        for one in october_posts()
    )
    for language in LANGUAGES:
        assert deck_faults(render(slide_alone(deck_of(many, language)), VIOLET)) == ()


def test_a_partial_month_shows_what_it_has():
    young = replace(partial_report(), posts=tuple(post(n, counted_on=post(n).published) for n in range(12)))
    deck = monthly_deck(young, "en", draft=False)
    heads = [row[0] for row in rows(deck) if not any(row[1:])]
    assert heads == ["▲ Most interactions"]


# --- where it leads


def rels(data: bytes) -> set[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        blobs = [package.read(name) for name in package.namelist() if name.endswith(".rels")]
    return {found.decode() for blob in blobs for found in LEADS.findall(blob)}


def test_titles_lead_to_their_posts_and_nothing_else_leads_outside():
    ranked = ranking(october_posts())
    wanted = {one.post.link for one in (*ranked.best, *ranked.weakest)}
    assert rels(render(deck_of(october_posts()), NAVY)) == wanted
    assert rels(render(deck_of(tuple(replace(one, link="") for one in october_posts())), NAVY)) == set()


@pytest.mark.parametrize(
    "link",
    [
        "http://www.instagram.com/p/1/",
        "https://instagram.com.example/p/1/",
        "file:///etc/passwd",
        "https://x.com@example.com/",
    ],
)
def test_a_link_to_another_place_stops_the_deck(link):
    assert deck_faults(render(deck_of((post(link=link),)), NAVY))


def test_the_speaker_is_told_the_best_posts():
    notes = content(deck_of(october_posts())).notes
    assert "• Autumn tyres: five signs that it is time; Channel: Meta Business Suite" in notes


def test_weakest_posts_are_left_out_as_long_as_all_are_young():
    young = tuple(replace(one, counted_on=one.published + timedelta(2)) for one in october_posts())
    assert not [row for row in rows(deck_of(young)) if row[0].startswith("▼")]
