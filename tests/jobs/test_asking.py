"""Who may ask for long work, see it, stop it and take its file."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx import Presentation

from tests.ui.house import CLIENT, LEAD, OTHER
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.job import JobKind, JobState
from tiger_reports.model.people import User
from tiger_reports.model.period import month
from tiger_reports.services.delivery.jobs import ask_decks, cancel, do_here, newest, result_file, served
from tiger_reports.services.delivery.working import on_duty
from tiger_reports.services.office import local_actor
from tiger_reports.services.refusals import RefusedError
from tiger_reports.store.state import audit, users

OCTOBER = month(2026, 10)
BOSS = Actor(LEAD, "Lead", Role.LEAD, None)
HALF = Actor("half@agency.example", "Half", Role.LEAD, frozenset({OTHER.id}))
HAND = Actor("hand@agency.example", "Hand", Role.SPECIALIST, None)


@pytest.fixture
def job(office):
    return ask_decks(office, BOSS, OCTOBER, draft=True)


def refused(code, act, *args, **kwargs):
    with pytest.raises(RefusedError) as told:
        act(*args, **kwargs)
    return told.value.code == code


def test_a_job_is_about_the_clients_that_its_asker_sees(office, job):
    assert set(job.clients) == {CLIENT.id, OTHER.id}
    assert ask_decks(office, HALF, OCTOBER, draft=True).clients == (OTHER.id,)


def test_only_a_lead_asks_for_every_deck(office):
    assert refused("lead_only", ask_decks, office, HAND, OCTOBER, draft=True)


def test_the_same_order_is_not_taken_twice_but_another_is(office, job):
    assert refused("job_asked", ask_decks, office, BOSS, OCTOBER, draft=True)
    assert ask_decks(office, BOSS, OCTOBER, draft=False).id != job.id
    cancel(office, BOSS, job.id)
    assert ask_decks(office, BOSS, OCTOBER, draft=True).id != job.id


def test_who_has_no_client_has_nothing_to_ask_for(office):
    nobody = Actor("new@agency.example", "New", Role.LEAD, frozenset())
    assert refused("no_clients", ask_decks, office, nobody, OCTOBER, draft=True)


def test_a_job_about_a_client_of_others_is_not_seen_stopped_or_fetched(office, job):
    do_here(office, BOSS, job.id, lambda _: None)
    assert newest(office, HALF, JobKind.DECKS) == ()
    for act, args in ((cancel, ()), (do_here, (lambda _: None,)), (result_file, ("en",))):
        assert refused("job_unknown", act, office, HALF, job.id, *args)
    assert refused("lead_only", result_file, office, HAND, job.id, "en")


def test_a_job_done_here_leaves_decks_a_refusal_and_an_archive(office, job):
    heard = []
    do_here(office, BOSS, job.id, heard.append)
    assert [(one.state, one.done) for one in heard] == [
        (JobState.RUNNING, 0),
        (JobState.RUNNING, 1),
        (JobState.RUNNING, 2),
        (JobState.DONE, 2),
    ]
    (why,) = heard[-1].refused
    assert (why.client_id, why.code) == (OTHER.id, "no_data")
    name, data = result_file(office, BOSS, job.id, "pl")
    assert name == "2026-10 raporty miesięczne.zip"
    with ZipFile(BytesIO(data)) as archive:
        (deck,) = archive.namelist()
        assert len(Presentation(BytesIO(archive.read(deck))).slides) > 5


def test_it_runs_with_the_rights_that_its_asker_has_when_it_runs(office, job, stored):
    with office.store.write() as session:
        users.save(session, User(LEAD, "Lead", Role.LEAD, frozenset({OTHER.id})))
    do_here(office, local_actor(), job.id, lambda _: None)
    done = stored(job.id)
    assert {one.client_id: one.code for one in done.outcomes} == {
        CLIENT.id: "not_allowed",
        OTHER.id: "no_data",
    }
    assert done.result == ""


@pytest.mark.parametrize(
    ("now", "code"),
    [
        (User(LEAD, "Lead", Role.SPECIALIST, None), "lead_only"),
        (User(LEAD, "Lead", Role.LEAD, None, active=False), "user_unknown"),
    ],
)
def test_a_job_of_someone_who_lost_the_right_fails(office, job, stored, now, code):
    with office.store.write() as session:
        users.save(session, now)
    do_here(office, local_actor(), job.id, lambda _: None)
    assert (stored(job.id).state, stored(job.id).code) == (JobState.FAILED, code)


def test_a_waiting_job_is_idle_until_a_worker_takes_from_the_queue(office, job):
    def idle():
        return [one.idle for one in newest(office, BOSS, JobKind.DECKS)]

    assert idle() == [True]
    with on_duty(office, serves=False):
        assert idle() == [True]
        assert not served(office)
    with on_duty(office, serves=True):
        assert idle() == [False]
        assert served(office)
    assert not served(office)


def test_asking_and_stopping_are_in_the_audit_log(office, job):
    cancel(office, BOSS, job.id)
    with office.store.read() as session:
        assert {entry.what for entry in audit.of_agency(session)} >= {"job.asked", "job.cancelled"}
