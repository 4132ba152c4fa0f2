"""Clients, people, accounts, uploads, decks and the log: what goes in comes out, for the right client."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store.frames import upload_of
from tiger_reports.model.client import Brand, Client, Role, Threshold
from tiger_reports.model.data_notes import Waiver
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.imports import UploadState
from tiger_reports.model.log import AuditEntry, DeckKind, SentDeck
from tiger_reports.model.people import Agency, User
from tiger_reports.model.period import Period, month
from tiger_reports.model.report import MonthState
from tiger_reports.store.errors import (
    AccountTakenError,
    ClientExistsError,
    StaleError,
    StateSkippedError,
    UnknownClientError,
    UnknownUploadError,
)
from tiger_reports.store.state import (
    accounts,
    agency,
    audit,
    clients,
    decks,
    imports,
    mappings,
    reports,
    staging,
    users,
)

NOON = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)


def test_a_client_comes_back_as_it_was_saved(write, acme):
    full = replace(
        acme,
        brand=Brand(primary="112233", logo="ab" * 32),
        accounts=(("meta-ads", "77"), ("meta-ads", "88")),
        thresholds=(("cpa", Threshold(relative=0.1, absolute=2.0)),),
    )
    with write() as session:
        saved = clients.save(session, full, by="ola@agency.test", at=NOON)
    with write() as session:
        assert clients.get(session, "acme") == saved == replace(full, rev=2)


def test_a_moved_start_is_logged_with_who_when_from_and_to(write, acme):
    with write() as session:
        moved = replace(acme, start=date(2025, 4, 1))
        clients.save(session, moved, by="ola@agency.test", at=NOON)
        log = clients.starts(session, "acme")
    assert [(one.who, one.at, one.before, one.after) for one in log] == [
        ("ola@agency.test", NOON, date(2025, 3, 15), date(2025, 4, 1))
    ]


def test_saving_a_client_that_someone_saved_meanwhile_is_refused(write, acme):
    with write() as session:
        clients.save(session, replace(acme, name="Acme One"), by="a", at=NOON)
    with write() as session, pytest.raises(StaleError):
        clients.save(session, replace(acme, name="Acme Two"), by="b", at=NOON)
    with write() as session:
        assert clients.get(session, "acme").name == "Acme One"


def test_clients_are_unique_and_unknown_ones_are_said(write, acme):
    with write() as session, pytest.raises(ClientExistsError):
        clients.add(session, acme)
    with write() as session, pytest.raises(UnknownClientError):
        clients.get(session, "nobody")


def test_a_list_of_clients_holds_only_those_asked_for(write, acme, globex):
    with write() as session:
        assert [one.id for one in clients.listed(session, None)] == ["acme", "globex"]
        assert [one.id for one in clients.listed(session, {"globex"})] == ["globex"]
        assert clients.listed(session, frozenset()) == ()


def test_an_account_belongs_to_one_client(write, acme, globex):
    with write() as session:
        accounts.learn(session, "acme", "meta-ads", ["77"])
        accounts.learn(session, "acme", "meta-ads", ["77", "78"])
        assert accounts.owners(session, "meta-ads", ["77", "99"]) == {"77": "acme"}
        assert accounts.foreign(session, "globex", "meta-ads") == ("77", "78")
        assert accounts.foreign(session, "acme", "meta-ads") == ()
        with pytest.raises(AccountTakenError):
            accounts.learn(session, "globex", "meta-ads", ["77"])
        assert clients.get(session, "acme").accounts == (("meta-ads", "77"), ("meta-ads", "78"))


def test_a_user_has_the_clients_last_given(write, acme, globex):
    user = User("Ola@Agency.test", "Ola", Role.SPECIALIST, frozenset({"acme", "globex"}), "pl")
    with write() as session:
        users.save(session, user)
        users.save(session, replace(user, clients=frozenset({"acme"}), sessions_valid_from=NOON))
    with write() as session:
        found = users.get(session, "OLA@agency.test")
        assert found is not None
        assert (found.clients, found.sessions_valid_from) == (frozenset({"acme"}), NOON)
        assert not found.actor.may_see("globex")
        users.save(session, replace(user, clients=None))
        assert users.listed(session)[0].actor.may_see("globex")
        assert users.get(session, "nobody@agency.test") is None


def test_a_time_without_a_zone_is_refused_and_others_come_back_in_utc(write, acme):
    warsaw = timezone(timedelta(hours=1))
    with write() as session:
        audit.record(session, AuditEntry(datetime(2026, 2, 3, 13, 0, tzinfo=warsaw), "ola", "login"))
        assert audit.of_agency(session)[0].at == NOON
        with pytest.raises(Exception, match="needs a zone"):
            audit.record(session, AuditEntry(datetime(2026, 2, 3), "ola", "login"))  # noqa: DTZ001


def test_the_log_of_a_client_is_its_own(write):
    with write() as session:
        audit.record(session, AuditEntry(NOON, "ola", "deck.made", "acme", "month 2026-01", "", "v3"))
        audit.record(session, AuditEntry(NOON, "jan", "deck.made", "globex"))
        assert [one.who for one in audit.of_client(session, "acme")] == ["ola"]


def test_an_upload_waits_is_waived_and_becomes_an_import(write, acme):
    note = Finding(
        "gap", Severity.BLOCKING, "jan.csv", 3, "Day", rows=(3, 4), details={"days": 2, "share": 0.5}
    )
    up = upload_of("u1", sums={"spend": 30.5, "reach": None}, dropped=((2, "total"),), options={"year": 2026})
    with write() as session:
        staged = staging.stage(session, "acme", up, [note], by="ola", at=NOON)
        assert staged.upload == up
        assert staged.open_findings == (note,)
        staged = staging.waive(session, "acme", "u1", Waiver(note, "Ola", "campaign paused", NOON))
        assert staged.open_findings == ()
        assert staging.waiting(session, "acme") == (staged,)
        record = imports.accept(session, "acme", "u1", version=4, by="ola", at=NOON)
    with write() as session:
        assert imports.get(session, "acme", "u1") == record
        assert imports.listed(session, "acme") == (record,)
        assert staging.waiting(session, "acme") == ()
        assert (record.source.import_id, record.source.rows, record.waivers[0].reason) == (
            "u1",
            2,
            "campaign paused",
        )


def test_a_withdrawn_import_may_be_loaded_again(write, acme):
    with write() as session:
        staging.stage(session, "acme", upload_of("u1"), [], by="ola", at=NOON)
        imports.accept(session, "acme", "u1", version=1, by="ola", at=NOON)
        assert imports.withdraw(session, "acme", "u1", at=NOON).withdrawn_at == NOON
        assert imports.listed(session, "acme") == ()
        assert imports.registered_ids(session) == {"u1"}


def test_another_clients_upload_cannot_be_reached(write, acme, globex):
    with write() as session:
        staging.stage(session, "acme", upload_of("u1"), [], by="ola", at=NOON)
        for reach in (
            lambda: staging.get(session, "globex", "u1"),
            lambda: staging.refuse(session, "globex", "u1"),
            lambda: imports.accept(session, "globex", "u1", version=1, by="x", at=NOON),
        ):
            with pytest.raises(UnknownUploadError):
                reach()
        with pytest.raises(ValueError, match="staged for"):
            staging.stage(session, "globex", upload_of("u2"), [], by="ola", at=NOON)


def test_a_refused_upload_no_longer_waits_and_cannot_be_accepted(write, acme):
    with write() as session:
        staging.stage(session, "acme", upload_of("u1"), [], by="ola", at=NOON)
        staging.refuse(session, "acme", "u1")
        assert staging.waiting(session, "acme") == ()
        assert staging.get(session, "acme", "u1").state is UploadState.REFUSED
        with pytest.raises(UnknownUploadError):
            imports.accept(session, "acme", "u1", version=1, by="ola", at=NOON)


def test_a_mapping_is_remembered_per_client_and_panel(write, acme, globex):
    with write() as session:
        mappings.save(session, "acme", "meta-ads", {"Wydatki": "spend", "Klik": "clicks"})
        mappings.save(session, "acme", "meta-ads", {"Wydatki": "spend"})
        assert mappings.get(session, "acme", "meta-ads") == {"Wydatki": "spend"}
        assert mappings.get(session, "globex", "meta-ads") == {}


def test_a_report_takes_every_step_and_skips_none(write, acme):
    with write() as session:
        status = reports.get(session, "acme", "2026-01")
        with pytest.raises(StateSkippedError):
            reports.move(session, status, MonthState.CHECKED, by="ola", at=NOON)
        for state in list(MonthState)[1:]:
            status = reports.move(session, status, state, by="jan", at=NOON)
        assert (status.state, status.approved_by, status.exported_at) == (MonthState.EXPORTED, "jan", NOON)
        back = reports.move(session, status, MonthState.CHECKED, by="jan", at=NOON, returned="which week?")
        assert (back.approved_by, back.approved_at, back.returned) == ("", None, "which week?")
        assert back.exported_at == NOON
        assert reports.of_client(session, "acme") == (back,)


def test_two_leads_cannot_both_move_the_same_status(write, acme):
    with write() as session:
        status = reports.get(session, "acme", "2026-01")
        moved = reports.move(session, status, MonthState.LOADED, by="a", at=NOON)
        with pytest.raises(StaleError):
            reports.move(session, status, MonthState.LOADED, by="b", at=NOON)
        reports.move(session, moved, MonthState.CHECKED, by="a", at=NOON)
        with pytest.raises(StaleError):
            reports.move(session, moved, MonthState.NO_DATA, by="b", at=NOON)


def test_a_board_shows_untouched_months_too(write, acme, globex):
    with write() as session:
        reports.move(session, reports.get(session, "acme", "2026-01"), MonthState.LOADED, by="a", at=NOON)
        states = [one.state for one in reports.board(session, "2026-01", {"globex", "acme"})]
    assert states == [MonthState.LOADED, MonthState.NO_DATA]


def test_a_sent_deck_keeps_its_version_and_belongs_to_its_client(write, acme, globex):
    deck = SentDeck(
        "d1", "acme", DeckKind.MONTH, month(2026, 1), "pl", "ab" * 32, "acme 2026-01.pptx", 7, NOON, "ola"
    )
    with write() as session:
        decks.record(session, deck)
        decks.record(session, replace(deck, id="d2", made_at=NOON + timedelta(days=1), draft=True))
        assert [one.id for one in decks.listed(session, "acme")] == ["d2", "d1"]
        assert decks.get(session, "acme", "d1") == deck
        assert decks.get(session, "globex", "d1") is None
        assert decks.versions(session) == {7}


def test_agency_settings_have_defaults_and_stay(write):
    with write() as session:
        assert agency.get(session) == Agency()
        agency.save(session, Agency(name="Sample Agency", language="cs"))
        agency.save(session, Agency(name="Sample Agency", language="pl"))
    with write() as session:
        assert agency.get(session).language == "pl"


def test_an_upload_for_nobody_is_refused(write):
    with pytest.raises(IntegrityError), write() as session:
        staging.stage(session, "acme", upload_of("u1"), [], by="ola", at=NOON)


def test_nothing_is_kept_of_a_transaction_that_failed(write):
    def fails() -> None:
        with write() as session:
            clients.add(session, Client("acme", "Acme", date(2025, 1, 1), "PLN", "pl"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    with write() as session:
        assert clients.listed(session, None) == ()


def test_a_period_is_optional(write, acme):
    with write() as session:
        dated = upload_of("u1", period=Period(date(2026, 1, 1), date(2026, 1, 3)))
        assert staging.stage(session, "acme", dated, [], by="o", at=NOON).upload == dated
        assert (
            staging.stage(session, "acme", upload_of("u2", period=None), [], by="o", at=NOON).upload.period
            is None
        )
