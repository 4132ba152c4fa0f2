"""Records are typed on the Onboarding and Quarter pages, saved field by field, and told in every language."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from html import unescape

import pytest

from tests.ui.house import CLIENT, LEAD, SPECIALIST, open_house
from tiger_reports.model.activity import Activity, ActivityKind, Outcome, Stage
from tiger_reports.model.effect import ConfounderKind, EffectVerdict, WhyNot
from tiger_reports.model.goal import Goal
from tiger_reports.model.meeting import Decision
from tiger_reports.model.onboarding import QUESTIONS, Access
from tiger_reports.model.problem import Problem, ProblemState
from tiger_reports.model.target import PaceState
from tiger_reports.model.year_plan import Step
from tiger_reports.services import records
from tiger_reports.services.clients import get_client
from tiger_reports.services.office import local_actor
from tiger_reports.services.tiger_year.activities import decide, propose
from tiger_reports.store.state.record_kinds import NAMES
from tiger_reports.text import LANGUAGES, has, phrase
from tiger_reports.ui.quarter.page import AGENDAS
from tiger_reports.ui.quarter.timeline import timeline_markup
from tiger_reports.ui.records.amounts import read_amount, written_amount
from tiger_reports.ui.records.form import Form, Widget
from tiger_reports.ui.records.forms import meeting, onboarding, week, year_end
from tiger_reports.ui.words import Words
from tiger_reports.year.activities import catalogue
from tiger_reports.year.checklist import template

KINDS = {name: kind for kind, name in NAMES.items()}
FORMS = [
    form
    for room in (onboarding, meeting, week, year_end)
    for form in vars(room).values()
    if isinstance(form, Form)
]


def markup(at):
    return unescape("\n".join(element.proto.body for element in at.get("html")))


def scope(home):
    return open_house(home), local_actor(), CLIENT.id


# --- words and forms agree


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind + form.part)
def test_every_field_of_a_form_is_a_field_of_its_record_and_has_words(form):
    known = {one.name for one in fields(KINDS[form.kind])}
    for entry in form.entries:
        assert entry.name in known, (form.kind, entry.name)
        keys = [f"record.{form.kind}.{entry.name}"]
        if entry.widget is Widget.CHOICE:
            keys += [f"record.{form.kind}.{entry.name}_{option or 'none'}" for option in entry.options]
        for language in LANGUAGES:
            assert not [key for key in keys if not has(key, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_named_by_its_kind_has_words(language):
    keys = [
        *(f"checklist.{item.key}" for item in template()),
        *(f"strategy.{key}" for key in QUESTIONS),
        *(f"activity.{kind}.{part}" for kind in ActivityKind for part in ("name", "about")),
        *(f"record.activity.stage_{stage}" for stage in Stage),
        *(f"record.problem.state_{state}" for state in ProblemState),
        *(f"effect.{verdict}" for verdict in EffectVerdict),
        *(f"effect.why_{why}" for why in WhyNot),
        *(f"effect.confounder_{kind}" for kind in ConfounderKind),
        *(f"pace.{state}" for state in (*PaceState, "reached_target", "missed_target")),
        *(f"agenda.{point.name}" for points in AGENDAS.values() for point in points),
        *(
            f"{group}_{number}"
            for group in ("agenda.lead", "quarter.name", "quarter.short")
            for number in AGENDAS
        ),
    ]
    assert not [key for key in keys if not has(key, language)]


def test_the_catalogue_holds_every_kind_with_a_test_of_whole_weeks():
    assert set(catalogue()) == set(ActivityKind)
    assert all(entry.days % 7 == 0 for entry in catalogue().values())


@pytest.mark.parametrize(
    ("metric", "text", "value"),
    [("clicks", "1 400", 1400.0), ("ctr", "1,2 %", 0.012), ("spend", "4 000,50", 4000.5), ("", "14", 14.0)],
)
def test_amounts_are_read_as_they_are_written(metric, text, value):
    assert read_amount(metric, text).value == pytest.approx(value)
    again = read_amount(metric, written_amount(metric, value, "pl"))
    assert again.value == pytest.approx(value)


# --- pages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quarter", AGENDAS)
def test_every_meeting_has_its_agenda(opened, language, quarter):
    at = opened("quarter.py", language=language)
    at.session_state[f"quarter-{CLIENT.id}"] = quarter
    at.run()
    assert not at.exception
    said = markup(at)
    assert phrase(f"agenda.lead_{quarter}", language) in said
    for point in AGENDAS[quarter]:
        assert phrase(f"agenda.{point.name}", language) in said


def test_a_goal_is_typed_field_by_field_and_the_matrix_says_what_it_lacks(opened, home):
    at = opened("onboarding.py", month="2026-10")
    at.button(key="add-Goal").click().run()
    (goal,) = records.listed(*scope(home), Goal)
    assert phrase("ui.matrix.no_metric", "en") in markup(at)
    at.text_input(key=f"goal-{goal.id}-goal").set_value("More orders").run()
    at.selectbox(key=f"goal-{goal.id}-metric").select("conversions").run()
    at.text_input(key=f"goal-{goal.id}-value").set_value("1 400").run()
    assert not at.exception
    (goal,) = records.listed(*scope(home), Goal)
    assert (goal.words.goal, goal.words.metric, goal.words.value) == ("More orders", "conversions", 1400.0)
    assert phrase("ui.matrix.no_metric", "en") not in markup(at)
    said = markup(opened("month.py"))
    assert phrase("ui.pace.title", "en") in said
    assert "More orders" in said
    assert phrase("pace.missed_target", "en") in said


def test_a_value_that_can_be_read_in_two_ways_is_refused_and_nothing_is_saved(opened, home):
    goal = records.add(*scope(home), Goal("Orders", metric="conversions", value=5.0))
    at = opened("onboarding.py")
    at.text_input(key=f"goal-{goal.id}-value").set_value("1,400").run()
    assert phrase("ui.amount.ambiguous", "en") in markup(at)
    assert records.listed(*scope(home), Goal)[0].words.value == 5.0


def test_a_password_is_refused_with_words(opened, home):
    seen = records.add(*scope(home), Access("Meta"))
    at = opened("onboarding.py", email=SPECIALIST)
    at.text_input(key=f"access-{seen.id}-role").set_value("password: Tiger2026").run()
    assert phrase("refusal.looks_secret", "en") in markup(at)
    assert records.listed(*scope(home), Access)[0].words.role == ""


def test_onboarding_refuses_to_close_and_says_how_much_is_open(opened):
    at = opened("onboarding.py", email=LEAD)
    at.button(key="close-onboarding").click().run()
    mandatory = sum(item.mandatory for item in template())
    assert phrase("refusal.checklist_open", "en", n=mandatory) in markup(at)


def test_fields_that_two_people_edit_are_joined_and_the_same_field_is_asked(opened, home):
    seen = records.add(*scope(home), Problem("No tracking"))
    at = opened("onboarding.py")
    records.save(*scope(home), replace(seen, words=replace(seen.words, owner="Jan")))
    at.selectbox(key=f"problem-{seen.id}-state").select("at_work").run()
    (joined,) = records.listed(*scope(home), Problem)
    assert (joined.words.owner, joined.words.state) == ("Jan", ProblemState.AT_WORK)
    records.save(*scope(home), replace(joined, words=replace(joined.words, what="Theirs")))
    at.text_input(key=f"problem-{seen.id}-what").set_value("Mine").run()
    assert records.listed(*scope(home), Problem)[0].words.what == "Theirs"
    assert "Mine" in markup(at)
    at.button(key=f"problem-{seen.id}-mine").click().run()
    assert records.listed(*scope(home), Problem)[0].words.what == "Mine"


def test_a_proposal_goes_from_the_catalogue_to_its_effect(opened, home):
    at = opened("quarter.py")
    at.session_state[f"quarter-{CLIENT.id}"] = 2
    at.run()
    at.button(key="propose-2-contest").click().run()
    (seen,) = records.listed(*scope(home), Activity)
    at.button(key=f"activity-{seen.id}-accepted").click().run()
    assert phrase("refusal.activity_nameless", "en") in markup(at)
    at.text_input(key=f"activity-{seen.id}-title").set_value("Autumn contest").run()
    at.button(key=f"activity-{seen.id}-accepted").click().run()
    (seen,) = records.listed(*scope(home), Activity)
    assert seen.words.stage is Stage.ACCEPTED
    at.date_input(key=f"activityrunning-{seen.id}-start").set_value(date(2026, 9, 1)).run()
    at.date_input(key=f"activityrunning-{seen.id}-last").set_value(date(2026, 9, 14)).run()
    at.selectbox(key=f"activityrunning-{seen.id}-metric").select("clicks").run()
    assert not at.exception
    assert phrase("effect.no_effect", "en") in markup(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_effect_is_told_in_every_language(opened, home, language):
    office, actor, client_id = scope(home)
    seen = propose(office, actor, client_id, ActivityKind.OWN, {"clicks"}, (2, 2))
    words = replace(
        seen.words,
        title="Contest",
        metric="clicks",
        start=date(2026, 10, 1),
        last=date(2026, 10, 14),
        outcome=Outcome.LESSON,
    )
    named = records.save(office, actor, client_id, replace(seen, words=words)).stored
    decide(office, actor, client_id, named, Stage.ACCEPTED)
    at = opened("quarter.py", language=language)
    assert not at.exception
    assert phrase("effect.adverse", language) in markup(at)
    assert phrase("effect.window_before", language) in markup(at)


def test_a_late_decision_is_shown_at_the_next_meeting(opened, home):
    records.add(*scope(home), Decision(1, 1, "Two posts more a week", "Ola", date(2025, 7, 1)))
    said = markup(opened("quarter.py"))
    assert phrase("ui.quarter.earlier_open", "en", n=1) in said
    assert phrase("decision.not_kept", "en") in said


def test_names_that_hold_markup_are_shown_as_text():
    hostile = "<img src=x onerror=alert(1)>"
    told = timeline_markup([Step(1, hostile, date(2026, 1, 1), date(2026, 2, 1), hostile)], Words("en"))
    assert "<img" not in told
    assert "&lt;img" in told


def test_steps_without_both_days_draw_no_bar():
    assert (
        timeline_markup([Step(1, "Someday"), Step(1, "x", date(2026, 2, 1), date(2026, 1, 1))], Words("en"))
        == ""
    )


def test_the_form_of_address_is_chosen_on_the_client_page(opened, home):
    at = opened("client.py")
    toggle = next(one for one in at.toggle if one.label == phrase("ui.client.formal", "en"))
    assert toggle.value
    toggle.set_value(False)
    next(one for one in at.button if one.label == phrase("ui.word.save", "en")).click().run()
    office, actor, client_id = scope(home)
    assert not get_client(office, actor, client_id).formal
