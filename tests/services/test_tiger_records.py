"""What people write down of a Tiger Year: nothing is lost, nothing contradicts itself, nobody else reads it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from PIL import Image

from tests.ui import house
from tests.ui.house import CLIENT, LEAD, OTHER, TODAY, open_house
from tiger_reports.model.activity import Activity, ActivityKind, Outcome, Stage
from tiger_reports.model.campaign_log import Action, LogEntry
from tiger_reports.model.client import Actor, Role
from tiger_reports.model.effect import ConfounderKind, EffectVerdict
from tiger_reports.model.goal import Goal, Spread
from tiger_reports.model.meeting import Decision, Feeling, Question
from tiger_reports.model.onboarding import Access, Answer, ChecklistItem, Closing, Purpose, Welcome
from tiger_reports.model.period import month
from tiger_reports.model.problem import Problem, ProblemState
from tiger_reports.model.record import Record
from tiger_reports.model.report import MonthState
from tiger_reports.model.target import PaceLevels
from tiger_reports.model.year_plan import Aim, Offer, Pick, PickKind, SketchState, Step
from tiger_reports.services import onboarding, records
from tiger_reports.services.clients import get_client, save_client
from tiger_reports.services.images import re_encoded
from tiger_reports.services.measuring.targets import all_targets, chosen_metrics
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.progress import reach
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.services.tiger_year import activities, sketches
from tiger_reports.services.tiger_year import records as tiger_records
from tiger_reports.store.state import reports
from tiger_reports.text import LANGUAGES
from tiger_reports.year.successes import may_be_success

OCTOBER = month(2026, 10)
OLA, JAN = Actor("ola@agency.example", "Ola"), Actor("jan@agency.example", "Jan")
LEAD_ACTOR = Actor(LEAD, "Lead", Role.LEAD)
STRANGER = Actor("nobody@agency.example", "Nobody", Role.SPECIALIST, frozenset({OTHER.id}))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    home = tmp_path_factory.mktemp("records")
    house.build(home)
    return home


@pytest.fixture
def office(built, tmp_path):
    place = tmp_path / "home"
    shutil.copytree(built, place)
    return open_house(place)


@pytest.fixture
def scope(office):
    return office, OLA, CLIENT.id


def png():
    out = BytesIO()
    Image.new("RGB", (40, 30), "#14213D").save(out, "PNG")
    return out.getvalue()


def refused(code):
    return pytest.raises(RefusedError, match=f"^{code}$")


def changed(scope, seen, **values):
    return records.save(*scope, replace(seen, words=replace(seen.words, **values))).stored


# --- keeping


def test_a_save_from_an_outdated_page_overwrites_nobody_and_loses_nothing(office, scope):
    seen = records.add(*scope, Problem("No tracking"))
    changed(scope, seen, done="Ola's words")
    late = records.save(office, JAN, CLIENT.id, replace(seen, words=replace(seen.words, done="Jan's words")))
    assert late.stored.words.done == "Ola's words"
    assert late.rejected.done == "Jan's words"
    kept = records.history(*scope, Problem, seen.id)
    assert [(one.author, one.words.done, one.rejected) for one in kept] == [
        ("Ola", "", False),
        ("Ola", "Ola's words", False),
        ("Jan", "Jan's words", True),
    ]


def test_a_removed_record_is_not_brought_back_by_an_old_page_and_can_be_read(office, scope):
    seen = records.add(*scope, Problem("No tracking"))
    assert records.remove(*scope, seen)
    late = records.save(*scope, replace(seen, words=replace(seen.words, done="too late")))
    assert (late.stored, late.rejected.done) == (None, "too late")
    assert records.listed(*scope, Problem) == ()
    assert [one.words.done for one in records.history(*scope, Problem, seen.id)] == ["", "too late"]


def test_what_somebody_changed_meanwhile_is_not_removed(office, scope):
    seen = records.add(*scope, Problem("No tracking"))
    changed(scope, seen, owner="Jan")
    assert not records.remove(*scope, seen)
    assert records.listed(*scope, Problem)[0].words.owner == "Jan"


def test_nobody_reads_or_writes_records_of_a_client_that_is_not_theirs(office, scope):
    seen = records.add(*scope, Problem("Secret"))
    theirs = (office, STRANGER, CLIENT.id)
    asks = (
        lambda: records.listed(*theirs, Problem),
        lambda: records.one(*theirs, seen.id, Problem()),
        lambda: records.add(*theirs, Problem("x")),
        lambda: records.save(*theirs, seen),
        lambda: records.remove(*theirs, seen),
        lambda: records.history(*theirs, Problem, seen.id),
        lambda: records.keep_picture(*theirs, png()),
        lambda: records.picture(*theirs, seen),
        lambda: onboarding.welcome_text(*theirs),
        lambda: onboarding.checklist(*theirs),
        lambda: onboarding.purposes(*theirs),
        lambda: onboarding.close(*theirs, Record("sheet", Closing())),
        lambda: activities.propose(*theirs, ActivityKind.CONTEST, (), (1, 2)),
        lambda: activities.decide(*theirs, Record("x", Activity()), Stage.ACCEPTED),
        lambda: tiger_records.quarter_records(*theirs, 1, 1),
        lambda: tiger_records.year_records(*theirs, 1),
        lambda: sketches.sketch_file(*theirs, 1),
    )
    for ask in asks:
        with pytest.raises(NotAllowedError):
            ask()
    assert records.listed(office, STRANGER, OTHER.id, Problem) == ()
    assert [one.words.what for one in records.listed(*scope, Problem)] == ["Secret"]


# --- onboarding


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_welcome_speaks_the_clients_language_and_form_of_address(office, scope, language):
    client = save_client(office, OLA, replace(get_client(*scope), language=language))
    formal = onboarding.welcome_text(*scope)
    save_client(office, OLA, replace(client, formal=False))
    informal = onboarding.welcome_text(*scope)
    assert formal != informal
    assert client.name in formal
    assert informal.rstrip().endswith("Ola")
    assert "{" not in formal + informal


def test_the_day_of_the_call_is_kept(office, scope):
    seen = records.one(*scope, records.SHEET, Welcome())
    changed(scope, seen, called_on=date(2025, 3, 18), called_by="Ola")
    assert records.one(*scope, records.SHEET, Welcome()).words.called_on == date(2025, 3, 18)


def test_onboarding_cannot_be_closed_while_a_mandatory_step_is_open(office, scope):
    with refused("checklist_open"):
        onboarding.close(*scope, onboarding.closing(*scope))
    for item in onboarding.checklist(*scope):
        if item.words.mandatory:
            changed(scope, item, done_on=date(2025, 4, 1))
    own = records.add(*scope, ChecklistItem("Photos of the shop", mandatory=True))
    with refused("checklist_open"):
        onboarding.close(*scope, onboarding.closing(*scope))
    changed(scope, own, skipped=True)
    closed = onboarding.close(*scope, onboarding.closing(*scope)).stored
    assert (closed.words.on, closed.words.by) == (TODAY, "Ola")
    found = onboarding.checklist(*scope)
    standing = onboarding.progress(office, get_client(*scope), found)
    assert (standing.open_mandatory, standing.done) == (0, sum(i.words.done_on is not None for i in found))


def test_a_step_that_one_client_does_not_need_stays_for_the_others(office, scope):
    item = onboarding.checklist(*scope)[0]
    changed(scope, item, skipped=True)
    assert onboarding.checklist(*scope)[0].words.skipped
    assert not onboarding.checklist(office, OLA, OTHER.id)[0].words.skipped


def test_the_register_of_accesses_takes_no_password(office, scope):
    with refused("looks_secret"):
        records.add(*scope, Access("Meta", "Ola", "password: Tiger2026"))
    seen = records.add(*scope, Access("Meta Business Manager", "Ola", "advertiser", date(2025, 3, 18)))
    with refused("looks_secret"):
        changed(scope, seen, account="Tiger2026!x")
    assert len(records.listed(*scope, Access)) == 1


def test_the_six_questions_are_there_before_anybody_answers(office, scope):
    found = onboarding.questions(*scope)
    assert len(found) == 6
    changed(scope, found[2], open=True)
    assert [one.words for one in onboarding.questions(*scope)].count(Answer(open=True)) == 1


def test_growth_of_followers_is_no_success_of_a_channel_without_purpose(office, scope):
    channels = {one.id: one for one in onboarding.purposes(*scope)}
    assert set(channels) == {"google-ads", "meta-ads"}
    client = get_client(*scope)
    assert not may_be_success("follows", "meta-ads", onboarding.purposes_of(office, client))
    records.save(*scope, Record("meta-ads", Purpose("Answers questions before people buy")))
    known = onboarding.purposes_of(office, client)
    assert may_be_success("follows", "meta-ads", known)
    assert not may_be_success("follows", "", known)
    assert may_be_success("conversions", "google-ads", known)


# --- goals


def test_the_matrix_chooses_the_headlines_and_their_targets(office, scope):
    before = month_report(*scope, OCTOBER)
    assert before.figure("cvr").target is None
    records.add(*scope, Goal("Better shop", metric="cvr", value=0.03, rank=1))
    report = month_report(*scope, OCTOBER)
    assert report.goals == ("cvr",)
    assert report.figure("cvr").target == 0.03
    assert {card.metric for card in before.cards} < {card.metric for card in report.cards} | {"cvr"}
    (pace,) = report.paces
    assert (pace.target.goal, pace.result, pace.over) == (
        "Better shop",
        report.figure("cvr").value.amount,
        True,
    )


def test_the_order_of_the_matrix_is_the_order_of_the_report(office, scope):
    first = records.add(*scope, Goal("Orders", metric="conversions", value=900.0, rank=1))
    records.add(*scope, Goal("Cost", metric="cpa", value=60.0, rank=2))
    client = get_client(*scope)
    assert chosen_metrics(office, client, OCTOBER) == ("conversions", "cpa")
    changed(scope, first, rank=3)
    assert chosen_metrics(office, client, OCTOBER) == ("cpa", "conversions")


def test_a_target_of_one_channel_is_the_channels_alone(office, scope):
    records.add(*scope, Goal("Orders of Meta", channel="meta-ads", metric="conversions", value=300.0))
    report, client = month_report(*scope, OCTOBER), get_client(*scope)
    assert [one.key for one in all_targets(office, client, OCTOBER)] == ["meta-ads:conversions"]
    by_channel = {part.channel: part.figures["conversions"].target for part in report.channels}
    assert by_channel == {"meta-ads": 300.0, "google-ads": None}
    assert report.figure("conversions").target is None
    assert report.goals == ()
    meta = next(part for part in report.channels if part.channel == "meta-ads")
    assert report.paces[0].result == meta.figures["conversions"].value.amount


def test_goals_that_contradict_themselves_or_each_other_are_refused(office, scope):
    records.add(*scope, Goal("Orders", metric="conversions", value=900.0, since=date(2026, 1, 1)))
    with refused("target_twice"):
        records.add(*scope, Goal("Again", metric="conversions", value=800.0, since=date(2026, 6, 1)))
    with refused("target_not_split"):
        records.add(*scope, Goal("Rate", metric="ctr", value=0.01, spread=Spread.TOTAL))
    with refused("days_reversed"):
        records.add(*scope, Goal("Past", since=date(2026, 6, 1), until=date(2026, 5, 1)))
    with refused("target_negative"):
        records.add(*scope, Goal("Less", metric="clicks", value=-1.0))
    records.add(*scope, Goal("Of one channel", channel="meta-ads", metric="conversions", value=300.0))


def test_a_changed_target_takes_an_approval_back_and_leaves_sent_reports_sent(office, scope):
    goal = records.add(*scope, Goal("Orders", metric="conversions", value=900.0))
    with office.store.write() as session:
        for key, state in (("2026-09", MonthState.EXPORTED), ("2026-10", MonthState.APPROVED)):
            reach(session, CLIENT.id, key, state, by=LEAD, at=office.now())
    goal = changed(scope, goal, audience="Parents")
    assert _states(office) == {"2026-09": MonthState.EXPORTED, "2026-10": MonthState.APPROVED}
    changed(scope, goal, value=950.0)
    assert _states(office) == {"2026-09": MonthState.EXPORTED, "2026-10": MonthState.CHECKED}


def _states(office):
    with office.store.read() as session:
        return {key: reports.get(session, CLIENT.id, key).state for key in ("2026-09", "2026-10")}


def test_levels_of_pace_are_the_clients_own_and_must_be_in_order(office, scope):
    client = save_client(office, OLA, replace(get_client(*scope), pace=PaceLevels(0.8, 0.5)))
    assert get_client(*scope).pace == PaceLevels(0.8, 0.5)
    with refused("pace_malformed"):
        save_client(office, OLA, replace(client, pace=PaceLevels(0.5, 0.8)))


# --- activities


def test_one_id_leads_from_the_proposal_to_what_is_learned(office, scope):
    seen = activities.propose(*scope, ActivityKind.CONTEST, {"clicks"}, (2, 2))
    assert (seen.words.metric, seen.words.test_days, seen.words.stage) == ("clicks", 14, Stage.PROPOSED)
    with refused("activity_nameless"):
        activities.decide(*scope, seen, Stage.ACCEPTED)
    named = changed(scope, seen, title="Autumn contest", cost=4000.0)
    with refused("stage_skipped"):
        activities.decide(*scope, named, Stage.DONE)
    accepted = activities.decide(*scope, named, Stage.ACCEPTED).stored
    assert accepted.words.decided_on == TODAY
    with refused("activity_undated"):
        activities.decide(*scope, accepted, Stage.DONE)
    dated = changed(scope, accepted, start=date(2026, 10, 1), last=date(2026, 10, 14))
    done = activities.decide(*scope, dated, Stage.DONE).stored
    concluded = changed(scope, done, outcome=Outcome.LESSON, learned="Prizes matter less than the theme.")
    assert concluded.id == seen.id
    quarter = tiger_records.quarter_records(*scope, 2, 3)
    assert [(one.id, one.activity.outcome) for one in quarter.activities] == [(seen.id, Outcome.LESSON)]
    assert [one.id for one in tiger_records.quarter_records(*scope, 2, 2).proposals] == [seen.id]


def _ran(scope, **values):
    seen = activities.propose(*scope, ActivityKind.OWN, (), (2, 2))
    named = changed(scope, seen, title="Contest", metric="clicks", cost=4000.0, **values)
    return activities.decide(*scope, named, Stage.ACCEPTED).stored


def test_the_effect_is_measured_on_the_stored_days(office, scope):
    """Clicks of the house fall by a quarter on 1 October and stay there: 640 to 480 a campaign and day."""
    seen = _ran(scope, start=date(2026, 10, 1), last=date(2026, 10, 14), channels=("meta-ads",))
    found = activities.effect_of(office, get_client(*scope), seen)
    assert found.verdict is EffectVerdict.ADVERSE
    assert found.before.mean == pytest.approx(640 * 1.7)
    assert found.during.mean == pytest.approx(480 * 1.7)
    assert found.change == pytest.approx(-160 * 1.7)
    assert (found.additional, found.cost_per_additional) == (None, None)


def test_what_else_happened_is_told_beside_the_effect(office, scope):
    other = _ran(scope, start=date(2026, 9, 20), last=date(2026, 9, 26))
    seen = _ran(scope, start=date(2026, 10, 1), last=date(2026, 10, 14))
    log = (
        LogEntry("1", date(2026, 10, 5), Action.BUDGET, "Budget doubled", channel="meta-ads"),
        LogEntry("2", date(2026, 6, 5), Action.BUDGET, "Long ago"),
    )
    told = activities.effect_of(office, get_client(*scope), seen, log).confounders
    assert [(one.kind, one.what) for one in told] == [
        (ConfounderKind.LOG, "Budget doubled"),
        (ConfounderKind.ACTIVITY, other.words.title),
    ]


def test_no_effect_is_told_of_what_nobody_accepted_or_dated(office, scope):
    client = get_client(*scope)
    proposed = activities.propose(*scope, ActivityKind.OWN, {"clicks"}, (2, 2))
    assert activities.effect_of(office, client, proposed) is None
    assert activities.effect_of(office, client, _ran(scope)) is None


def test_a_quarter_without_accepted_activities_has_none(office, scope):
    activities.propose(*scope, ActivityKind.TRAINING, (), (2, 2))
    assert tiger_records.quarter_records(*scope, 2, 3).activities == ()


def test_a_mock_up_is_looked_at_before_it_is_kept(office, scope):
    with refused("picture_unreadable"):
        records.keep_picture(*scope, b"<svg onload=alert(1)>")
    key = records.keep_picture(*scope, png())
    seen = records.add(*scope, Activity(title="Contest", picture=key, year=2, quarter=2))
    assert records.picture(*scope, seen) == png()
    assert tiger_records.quarter_records(*scope, 2, 2).proposals[0].picture == re_encoded(png())


# --- meetings and the year's end


def test_problems_tell_the_days_on_which_their_state_changed(office, scope):
    seen = records.add(*scope, Problem("No tracking"))
    seen = changed(scope, seen, state=ProblemState.AT_WORK)
    seen = changed(scope, seen, done="A container was set up")
    changed(scope, seen, state=ProblemState.SOLVED)
    (told,) = tiger_records.quarter_records(*scope, 1, 1).problems
    states = [state for _, state in told.history]
    assert states == [ProblemState.OPEN, ProblemState.AT_WORK, ProblemState.SOLVED]


def at(scope, moment):
    """The same house at another moment; a real client, whose day the clock tells."""
    office = replace(scope[0], clock=lambda: moment)
    record = get_client(office, OLA, CLIENT.id)
    save_client(office, LEAD_ACTOR, replace(record, today=None))
    return office, OLA, CLIENT.id


def test_a_meetings_deck_made_later_tells_the_problems_as_they_stood_on_its_day(office, scope):
    june, july, autumn = (datetime(2025, month, 10, 12, tzinfo=UTC) for month in (6, 7, 9))
    then = at(scope, june)
    seen = records.add(*then, Problem("No tracking", date(2025, 4, 1)))
    seen = changed(then, seen, state=ProblemState.AT_WORK)
    held = tiger_records.meeting(*then, 1, 1)
    records.save(*then, replace(held, words=replace(held.words, held_on=june.date())))
    later = at(scope, autumn)
    changed(at(scope, july), seen, state=ProblemState.SOLVED, done="A container was set up")
    records.add(*later, Problem("Found in September", date(2025, 9, 1)))
    records.add(*later, Problem("Noted in spring, written down late", date(2025, 4, 2)))
    told = tiger_records.quarter_records(*later, 1, 1).problems
    assert [(one.problem.what, one.problem.state) for one in told] == [
        ("No tracking", ProblemState.AT_WORK),
        ("Noted in spring, written down late", ProblemState.OPEN),
    ]
    assert told[0].problem.done == ""
    assert [day for day, _ in told[0].history] == [june.date(), june.date()]
    today = tiger_records.problems(*later)
    assert today[0].problem.state is ProblemState.SOLVED
    assert len(today) == 3


def test_a_meeting_that_is_ahead_tells_the_problems_of_today(office, scope):
    seen = records.add(*scope, Problem("No tracking"))
    changed(scope, seen, state=ProblemState.SOLVED)
    (told,) = tiger_records.quarter_records(*scope, 2, 3).problems
    assert told.problem.state is ProblemState.SOLVED


def test_a_decision_done_after_a_meeting_was_still_open_on_its_day(office, scope):
    made = records.add(*scope, Decision(1, 1, "Two posts more a week", "Ola", date(2025, 7, 1)))
    changed(scope, made, done_on=date(2026, 3, 2))
    held = tiger_records.meeting(*scope, 1, 3)
    records.save(*scope, replace(held, words=replace(held.words, held_on=date(2026, 2, 10))))
    assert [one.id for one in tiger_records.quarter_records(*scope, 1, 3).open_decisions] == [made.id]
    assert tiger_records.quarter_records(*scope, 1, 4).open_decisions == ()


def test_a_decision_stays_open_until_it_is_done(office, scope):
    seen = records.add(*scope, Decision(1, 1, "Two posts more a week", "Ola", date(2025, 7, 1)))
    assert [one.id for one in tiger_records.quarter_records(*scope, 1, 1).decisions] == [seen.id]
    assert [one.id for one in tiger_records.quarter_records(*scope, 2, 3).open_decisions] == [seen.id]
    changed(scope, seen, done_on=date(2025, 6, 30))
    assert tiger_records.quarter_records(*scope, 2, 3).open_decisions == ()


def test_the_next_meeting_looks_back_on_what_was_kept_and_what_was_not(office, scope):
    kept = records.add(*scope, Decision(1, 1, "Two posts more a week", "Ola", date(2025, 7, 1)))
    changed(scope, kept, done_on=date(2025, 6, 30))
    late = records.add(*scope, Decision(1, 1, "A new offer page", "Client", date(2025, 5, 1)))
    changed(scope, late, done_on=date(2025, 6, 30))
    records.add(*scope, Decision(1, 1, "Photos of the shop", "Client", date(2025, 6, 1)))
    told = tiger_records.quarter_records(*scope, 1, 2).earlier_decisions
    today = date(2025, 7, 10)
    assert [(one.words.what, str(one.words.kept(today))) for one in told] == [
        ("A new offer page", "late"),
        ("Photos of the shop", "not_kept"),
        ("Two posts more a week", "kept"),
    ]
    later = tiger_records.quarter_records(*scope, 2, 3).earlier_decisions
    assert [one.words.what for one in later] == ["Photos of the shop"]


def test_what_the_client_says_in_quarter_one_is_kept_with_the_meeting(office, scope):
    seen = tiger_records.meeting(*scope, 1, 1)
    changed(scope, seen, feeling=Feeling.WORRIED, worry="Too few stories")
    told = tiger_records.quarter_records(*scope, 1, 1).meeting
    assert (told.feeling, told.worry) == (Feeling.WORRIED, "Too few stories")
    assert tiger_records.quarter_records(*scope, 1, 2).meeting.feeling is Feeling.NOT_ASKED


def test_questions_belong_to_their_meeting(office, scope):
    records.add(*scope, Question(2, 3, text="Which markets?"))
    assert len(tiger_records.quarter_records(*scope, 2, 3).questions) == 1
    assert tiger_records.quarter_records(*scope, 1, 3).questions == ()


def test_the_sketch_is_asked_for_six_weeks_before_the_year_ends(office, scope):
    """Year one ends before 17 March 2026, a Tuesday: six weeks earlier is 3 February."""
    first = tiger_records.sketch_task(*scope, 1)
    assert (first.due, first.overdue) == (date(2026, 2, 3), True)
    assert tiger_records.sketch_task(*scope, 2).overdue is False
    changed(scope, tiger_records.sketch(*scope, 1), state=SketchState.NOT_RECEIVED)
    assert tiger_records.sketch_task(*scope, 1).overdue is False


def test_the_day_of_the_sketch_is_a_working_day(office, scope):
    """17 May 2026 is a Sunday: six weeks before is Easter Sunday, so the Friday before it."""
    save_client(office, OLA, replace(get_client(*scope), start=date(2025, 5, 17)))
    assert tiger_records.sketch_task(*scope, 1).due == date(2026, 4, 3)


def test_a_sketch_is_received_as_text_or_file_and_not_empty(office, scope):
    seen = tiger_records.sketch(*scope, 1)
    with refused("sketch_empty"):
        changed(scope, seen, state=SketchState.RECEIVED)
    with refused("sketch_kind"):
        sketches.keep_file(*scope, seen, "plan.pdf", b"MZ\x90\x00")
    with refused("sketch_kind"):
        sketches.keep_file(*scope, seen, "plan.exe", b"%PDF-1.7")
    kept = sketches.keep_file(*scope, seen, "..\\..\\next year.pdf", b"%PDF-1.7 ...").stored
    assert (kept.words.state, kept.words.received_on) == (SketchState.RECEIVED, TODAY)
    assert sketches.sketch_file(*scope, 1) == ("next year.pdf", b"%PDF-1.7 ...")
    assert sketches.sketch_file(*scope, 2) is None


def test_a_proposal_says_what_it_lacks_until_it_is_whole(office, scope):
    lacking = tiger_records.year_records(*scope, 2).faults
    assert lacking == ("proposal_without_picture", "proposal_without_timeline", "sketch_unsettled")
    records.add(*scope, Offer(2, "Short films", picture=records.keep_picture(*scope, png())))
    records.add(*scope, Step(2, "Test", date(2027, 4, 1), date(2027, 5, 1)))
    changed(scope, tiger_records.sketch(*scope, 2), state=SketchState.NOT_RECEIVED)
    told = tiger_records.year_records(*scope, 2)
    assert told.faults == ()
    assert told.proposal[0].picture == re_encoded(png())
    assert tiger_records.year_records(*scope, 1).proposal == ()


def test_the_timeline_is_in_order_and_picks_are_told_by_kind(office, scope):
    for start in (date(2027, 6, 1), date(2027, 4, 1)):
        records.add(*scope, Step(2, "Step", start, date(2027, 7, 1)))
    records.add(*scope, Pick(2, PickKind.SUCCESS, "Orders doubled"))
    records.add(*scope, Pick(2, PickKind.FAILED, "Stories"))
    told = tiger_records.year_records(*scope, 2)
    assert [step.start for step in told.timeline] == [date(2027, 4, 1), date(2027, 6, 1)]
    assert [pick.title for pick in told.picked(PickKind.FAILED)] == ["Stories"]


def test_an_aim_is_a_range_that_begins_below_its_end(office, scope):
    records.add(*scope, Aim(2, "conversions", 100.0, 120.0, "Two gift seasons"))
    with pytest.raises(RefusedError, match="range_reversed"):
        records.add(*scope, Aim(2, "conversions", 130.0, 120.0))
    with pytest.raises(RefusedError, match="target_negative"):
        records.add(*scope, Aim(2, "cpa", None, -1.0))
    told = tiger_records.year_records(*scope, 2)
    assert [(one.words.low, one.words.high) for one in told.aims] == [(100.0, 120.0)]


def test_a_picks_picture_is_made_anew_from_its_pixels(office, scope):
    key = records.keep_picture(*scope, png())
    records.add(*scope, Pick(2, PickKind.CREATIVE, "Advent", picture=key))
    told = tiger_records.year_records(*scope, 2)
    assert told.picture(key) == re_encoded(png())
    assert told.picture("unknown") == b""
