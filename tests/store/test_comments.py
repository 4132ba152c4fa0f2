"""Two people, one comment: both texts survive, and nobody's are overwritten."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from tiger_reports.model.card import Comment
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.revised import Listed
from tiger_reports.store.state import comments
from tiger_reports.store.state.month_lists import key_figures, plans

NOON = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)
CARD = "2026-01:cpa:all"


def words(cause: str, rev: int = 0, author: str = "ola") -> Comment:
    return Comment(
        CARD, "season", cause, "pause the ad set", due=date(2026, 2, 10), author=author, rev=rev, before=20.0
    )


def test_a_comment_comes_back_with_its_revision_and_time(write, acme):
    with write() as session:
        saved = comments.save(session, "acme", words("sale ended"), at=NOON)
    with write() as session:
        assert comments.get(session, "acme", CARD) == saved.stored
    assert (saved.stored.rev, saved.stored.saved_at, saved.stored.before) == (1, NOON, 20.0)
    assert saved.rejected is None


def test_a_save_from_an_outdated_page_gives_both_texts_back_and_loses_neither(write, acme):
    with write() as session:
        comments.save(session, "acme", words("first"), at=NOON)
        comments.save(session, "acme", words("ola's", rev=1), at=NOON)
        late = comments.save(session, "acme", words("jan's", rev=1, author="jan"), at=NOON)
        assert late.stored.cause == "ola's"
        assert late.rejected is not None
        assert late.rejected.cause == "jan's"
        kept = [
            (one.author, one.words.cause, one.rejected) for one in comments.revisions(session, "acme", CARD)
        ]
    assert kept == [("ola", "first", False), ("ola", "ola's", False), ("jan", "jan's", True)]


def test_the_rejected_words_win_when_saved_over_the_others_revision(write, acme):
    with write() as session:
        comments.save(session, "acme", words("ola's"), at=NOON)
        late = comments.save(session, "acme", words("jan's"), at=NOON)
        assert late.rejected is not None
        done = comments.save(session, "acme", replace(late.rejected, rev=late.stored.rev), at=NOON)
    assert (done.stored.cause, done.stored.rev, done.rejected) == ("jan's", 2, None)


def test_the_same_words_sent_twice_are_no_conflict(write, acme):
    with write() as session:
        comments.save(session, "acme", words("once"), at=NOON)
        again = comments.save(session, "acme", words("once"), at=NOON)
        assert again.rejected is None
        assert again.stored.rev == 1
        assert len(comments.revisions(session, "acme", CARD)) == 1


def test_many_first_saves_at_once_keep_one_and_reject_the_rest(store, acme):
    def save(number: int) -> bool:
        with store.write() as session:
            return comments.save(session, "acme", words(f"text {number}"), at=NOON).rejected is None

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(save, range(8))) == 1
    with store.read() as session:
        assert {one.words.cause for one in comments.revisions(session, "acme", CARD)} == {
            f"text {n}" for n in range(8)
        }


def test_an_approval_is_of_these_words_and_falls_with_the_next(write, acme):
    with write() as session:
        saved = comments.save(session, "acme", words("first"), at=NOON).stored
        approved = comments.judge(session, "acme", saved, by="lead", at=NOON).stored
        assert (approved.approved_by, approved.author, approved.rev) == ("lead", "ola", 2)
        stale = comments.judge(session, "acme", saved, by="lead", at=NOON, returned="why?")
        assert stale.stored.approved_by == "lead"
        again = comments.save(session, "acme", replace(approved, cause="second"), at=NOON).stored
        assert again.approved_by == ""


def test_a_returned_comment_says_what_the_lead_wrote(write, acme):
    with write() as session:
        saved = comments.save(session, "acme", words("first"), at=NOON).stored
        back = comments.judge(session, "acme", saved, by="lead", at=NOON, returned="which ad set?").stored
        assert (back.returned, back.approved_by) == ("which ad set?", "")


def test_comments_of_a_month_and_of_a_client_are_its_own(write, acme, globex):
    with write() as session:
        comments.save(session, "acme", words("a"), at=NOON)
        comments.save(session, "acme", replace(words("b"), card="2026-02:cpa:all", no_solution=True), at=NOON)
        comments.save(session, "globex", words("c"), at=NOON)
        assert [one.cause for one in comments.of_month(session, "acme", "2026-01")] == ["a"]
        assert [one.cause for one in comments.promised(session, "acme")] == ["a"]
        assert comments.of_month(session, "acme", "2026-0_") == ()


def test_a_comment_for_an_unknown_client_is_a_fault(write):
    with pytest.raises(IntegrityError), write() as session:
        comments.save(session, "nobody", words("a"), at=NOON)


@pytest.mark.parametrize(
    ("lists", "one", "two"),
    [
        (key_figures, KeyFigure("cpa", "cheapest month"), KeyFigure("roas", "steady")),
        (plans, PlanItem("test"), PlanItem("stop", due=date(2026, 3, 1))),
    ],
    ids=["key figures", "plan"],
)
def test_a_list_of_a_month_keeps_every_save(write, acme, lists, one, two):
    with write() as session:
        assert lists.get(session, "acme", "2026-01") == Listed()
        lists.save(session, "acme", "2026-01", Listed((one, two), author="ola"), at=NOON)
        late = lists.save(session, "acme", "2026-01", Listed((two,), author="jan"), at=NOON)
        assert (late.stored.items, late.stored.rev, late.rejected) == ((one, two), 1, (two,))
        lists.save(session, "acme", "2026-01", Listed((two, one), 1, "ola"), at=NOON)
        assert lists.get(session, "acme", "2026-01") == Listed((two, one), 2, "ola", NOON)
        assert [r.rejected for r in lists.revisions(session, "acme", "2026-01")] == [False, True, False]
        assert lists.get(session, "acme", "2026-02") == Listed()
