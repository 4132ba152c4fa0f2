"""Start page: a lead orders every client's deck, watches it being made, and fetches the archive."""

from __future__ import annotations

from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from starlette.applications import Starlette

from tests.ui.asgi import ask
from tests.ui.house import CLIENT, LEAD, OTHER, SPECIALIST, open_house
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.job import JobKind, JobState
from tiger_reports.model.people import User
from tiger_reports.model.period import month
from tiger_reports.services.delivery.jobs import ask_decks, do_here, newest
from tiger_reports.services.delivery.working import on_duty, work
from tiger_reports.store.state import users
from tiger_reports.text import LANGUAGES, phrase
from tiger_reports.ui.edge.browser import COOKIE, fingerprint
from tiger_reports.ui.edge.routes import Desk
from tiger_reports.ui.edge.tickets import Ticket, issue

OCTOBER = month(2026, 10)
BOSS = Actor(LEAD, "Lead", Role.LEAD, None)


def markup(at):
    return unescape("\n".join(element.proto.body for element in at.get("html")))


def keys(at):
    return [button.key for button in at.button]


def order(office):
    return newest(office, BOSS, JobKind.DECKS)[0].job


def half_done(office, job):
    """One client is done, then the worker leaves."""
    with on_duty(office, serves=False) as worker:

        def leave(now):
            if now.done == 1:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            work(office, worker, job.id, leave)


def test_only_a_lead_can_order_every_deck(opened):
    assert "batch-make" in keys(opened(email=LEAD))
    at = opened(email=SPECIALIST)
    assert "batch-make" not in keys(at)
    assert phrase("ui.batch.title", "en") not in markup(at)


def test_without_a_worker_the_page_says_how_to_start_one_and_makes_the_decks_itself(opened, home):
    at = opened(email=LEAD)
    assert "tiger worker" in markup(at)
    at.toggle(key="batch-draft").set_value(True).run()
    at.button(key="batch-make").click().run()
    assert not at.exception
    job = order(open_house(home))
    assert (job.state, job.done) == (JobState.DONE, 2)
    assert phrase("ui.batch.made", "en", n=1) in markup(at)
    assert f"batch-{job.id}" in keys(at)


def test_with_a_worker_the_order_waits_in_the_queue_and_the_page_shows_it(opened, home):
    office = open_house(home)
    with on_duty(office, serves=True):
        at = opened(email=LEAD)
        assert "tiger worker" not in markup(at)
        at.button(key="batch-make").click().run()
        assert not at.exception
        assert order(office).state is JobState.WAITING
        assert at.button(key="batch-make").disabled
        assert [bar.proto.text for bar in at.get("progress")] == [phrase("ui.batch.waiting", "en")]
        at.button(key="batch-stop").click().run()
    assert order(office).state is JobState.CANCELLED


def test_progress_is_read_from_the_job_and_survives_a_reload(opened, home):
    office = open_house(home)
    half_done(office, ask_decks(office, BOSS, OCTOBER, draft=True))
    with on_duty(office, serves=True) as worker:
        job = order(office)

        def look(now):
            if now.done == 1:
                bars = opened(email=LEAD).get("progress")
                assert [bar.proto.value for bar in bars] == [50]
                assert bars[0].proto.text == phrase("ui.batch.progress", "en", n=1, all=2)

        work(office, worker, job.id, look)
    assert order(office).done == 2
    assert phrase("ui.batch.made", "en", n=1) in markup(opened(email=LEAD))


def test_work_that_nobody_goes_on_with_is_offered_to_the_page(opened, home):
    office = open_house(home)
    half_done(office, ask_decks(office, BOSS, OCTOBER, draft=True))
    at = opened(email=LEAD)
    assert phrase("ui.batch.idle", "en") in markup(at)
    at.button(key="batch-go-on").click().run()
    assert (order(office).state, order(office).done) == (JobState.DONE, 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_was_refused_and_why_is_told_in_the_readers_language(opened, home, language):
    office = open_house(home)
    do_here(office, BOSS, ask_decks(office, BOSS, OCTOBER, draft=False).id, lambda _: None)
    said = markup(opened(email=LEAD, language=language))
    assert OTHER.name in said
    assert phrase("refusal.no_data", language) in said
    assert phrase("refusal.open_items", language) in said
    assert phrase("ui.batch.refused", language, n=2) in said


def test_a_lead_of_other_clients_sees_nothing_of_the_order(opened, home):
    office = open_house(home)
    do_here(office, BOSS, ask_decks(office, BOSS, OCTOBER, draft=True).id, lambda _: None)
    with office.store.write() as session:
        users.save(session, User("half@agency.example", "Half", Role.LEAD, frozenset({OTHER.id})))
    at = opened(email="half@agency.example", client=OTHER.id)
    assert "batch-make" in keys(at)
    assert f"batch-{order(office).id}" not in keys(at)
    assert LEAD not in "\n".join(text.value for text in at.markdown)


def test_the_archive_is_handed_out_to_the_lead_alone(home):
    office = open_house(home)
    job = ask_decks(office, BOSS, OCTOBER, draft=True)
    do_here(office, BOSS, job.id, lambda _: None)
    app = Starlette(routes=Desk(lambda: office, login=True).routes())

    def fetch(email):
        ticket = Ticket(email, fingerprint("mine"), "", "batch", job.id, "cs")
        return ask(app, issue(ticket, office.secret), {"cookie": f"{COOKIE}=mine"})

    answer = fetch(LEAD)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/zip")
    with ZipFile(BytesIO(answer.body)) as archive:
        assert len(archive.namelist()) == 1
    assert fetch(SPECIALIST).status == 403
    with office.store.write() as session:
        users.save(session, User(LEAD, "Lead", Role.LEAD, frozenset({CLIENT.id})))
    assert fetch(LEAD).status == 403
