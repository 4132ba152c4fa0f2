"""The demo's week: topics, contacts, posts and steps are there once, however often it is loaded."""

from __future__ import annotations

import tomllib
from datetime import date
from itertools import pairwise

from tests.services.writing import OCTOBER
from tiger_reports.model.scheduled_post import MOVES, PostState
from tiger_reports.model.topic import TopicKind
from tiger_reports.services.demo.agency import FOLDER
from tiger_reports.services.demo.rhythm import load_rhythm
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import local_actor
from tiger_reports.services.week import contacts, schedule, topics

RECORD = tomllib.loads((FOLDER / "rhythm.toml").read_text("utf-8"))
ACTOR = local_actor()


def counted(office, client):
    kept = (service(office, ACTOR, client) for service in (topics.topics, contacts.contacts, schedule.posts))
    return [len(found) for found in kept]


def test_every_client_has_a_week_and_a_second_load_adds_nothing(office):
    for client in ("warsaw", "prague", "berlin"):
        before = counted(office, client)
        assert min(before) > 0
        load_rhythm(office, RECORD, client)
        assert counted(office, client) == before


def test_the_steps_of_october_reach_its_report(office):
    done = month_report(office, ACTOR, "warsaw", OCTOBER).done
    assert [step.key for step in done] == ["set_up", "posts", "optimise", "schedule"]


def test_posts_came_to_their_states_by_allowed_steps(office):
    for client in ("warsaw", "prague", "berlin"):
        for post in (record.words for record in schedule.posts(office, ACTOR, client)):
            way = [PostState.IDEA, *(move.to for move in post.moves)]
            assert all(after in MOVES[before] for before, after in pairwise(way))
            assert post.state is way[-1]


def test_there_is_a_late_question_and_an_open_doubt_to_see(office):
    open_ones = [record.words for record in topics.topics(office, ACTOR, "warsaw") if record.words.open]
    assert [one.kind for one in open_ones if one.overdue(date(2026, 11, 4))] == [TopicKind.QUESTION]
    assert TopicKind.DOUBT in [one.kind for one in open_ones]
