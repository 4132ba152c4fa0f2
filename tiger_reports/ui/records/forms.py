"""The forms of all records: one value each."""

from __future__ import annotations

from tiger_reports.model.activity import Outcome
from tiger_reports.model.goal import Spread
from tiger_reports.model.meeting import Feeling, MeetingForm, QuestionKind
from tiger_reports.model.problem import ProblemState
from tiger_reports.model.year_plan import PickKind, SketchState
from tiger_reports.ui.records.form import Entry, Form, Widget

WELCOME = Form(
    "welcome",
    (
        (
            Entry("sent_on", Widget.DAY, 2),
            Entry("called_on", Widget.DAY, 2),
            Entry("called_by", Widget.PERSON, 3),
        ),
    ),
)
CHECKLIST = Form(
    "checklist",
    (
        (
            Entry("done_on", Widget.DAY, 7),
            Entry("owner", Widget.PERSON, 6),
            Entry("due", Widget.DAY, 7),
            Entry("mandatory", Widget.TICK, 3),
            Entry("skipped", Widget.TICK, 3),
        ),
    ),
    compact=True,
)
OWN_ITEM = Form("checklist", ((Entry("what"),),), compact=True)
WORKSHOP = Form(
    "workshop",
    (
        (Entry("held_on", Widget.DAY),),
        (Entry("business", Widget.TEXT), Entry("goals", Widget.TEXT)),
        (Entry("audiences", Widget.TEXT), Entry("notes", Widget.TEXT)),
    ),
)
ANSWER = Form("answer", ((Entry("text", Widget.TEXT, 5, lines=2), Entry("open", Widget.TICK)),))
PURPOSE = Form("purpose", ((Entry("text", Widget.TEXT, lines=2),),))
GOAL = Form(
    "goal",
    (
        (Entry("goal", weight=3), Entry("audience", weight=2), Entry("channel", Widget.CHANNEL, 2)),
        (
            Entry("metric", Widget.METRIC, 3),
            Entry("value", Widget.TARGET, 2),
            Entry("spread", Widget.CHOICE, 2, tuple(Spread)),
            Entry("since", Widget.DAY, 2),
            Entry("until", Widget.DAY, 2),
        ),
    ),
)
PROBLEM = Form(
    "problem",
    (
        (
            Entry("what", weight=5),
            Entry("state", Widget.CHOICE, 3, tuple(ProblemState)),
            Entry("noted_on", Widget.DAY, 3),
            Entry("owner", Widget.PERSON, 3),
        ),
        (Entry("done", Widget.TEXT, lines=2),),
    ),
)
ACCESS = Form(
    "access",
    (
        (
            Entry("account", weight=4),
            Entry("owner", Widget.PERSON, 3),
            Entry("role", weight=3),
            Entry("since", Widget.DAY, 3),
        ),
    ),
)
TAKEOVER = Form(
    "takeover",
    (
        (Entry("channels", Widget.TEXT), Entry("systems", Widget.TEXT)),
        (Entry("rules", Widget.TEXT), Entry("people", Widget.TEXT)),
        (Entry("risks", Widget.TEXT),),
    ),
)
PROPOSAL = Form(
    "activity",
    (
        (Entry("title", weight=3), Entry("goal", weight=3)),
        (Entry("idea", Widget.TEXT),),
        (
            Entry("metric", Widget.METRIC, 3),
            Entry("cost", Widget.MONEY, 2),
            Entry("test_days", Widget.COUNT, 2),
            Entry("stop_rule", weight=4),
        ),
        (Entry("picture", Widget.PICTURE),),
    ),
)
DECLINED = Form("activity", ((Entry("why_not"),),))
RUNNING = Form(
    "activity",
    (
        (
            Entry("start", Widget.DAY, 2),
            Entry("last", Widget.DAY, 2),
            Entry("metric", Widget.METRIC, 3),
            Entry("channels", Widget.CHANNELS, 3),
            Entry("cost", Widget.MONEY, 2),
        ),
    ),
    part="running",
)
CONCLUSION = Form(
    "activity",
    (
        (
            Entry("outcome", Widget.CHOICE, 2, tuple(Outcome)),
            Entry("learned", Widget.TEXT, 5, lines=2),
        ),
    ),
)
ACHIEVED = Form("meeting", ((Entry("achieved", Widget.TEXT, lines=4), Entry("plans", Widget.TEXT, lines=4)),))
PLANS = Form("meeting", ((Entry("plans", Widget.TEXT, lines=4),),))
FEELING = Form(
    "meeting",
    (
        (
            Entry("feeling", Widget.CHOICE, 2, tuple(Feeling)),
            Entry("worry", Widget.TEXT, 5, lines=2),
        ),
    ),
)
NOTES = Form(
    "meeting",
    (
        (
            Entry("held_on", Widget.DAY, 2),
            Entry("form", Widget.CHOICE, 2, tuple(MeetingForm)),
            Entry("people", weight=5),
        ),
        (Entry("notes", Widget.TEXT, lines=5),),
    ),
)
EXPLANATION = Form(
    "explanation", ((Entry("cause", Widget.TEXT, lines=2), Entry("solution", Widget.TEXT, lines=2)),)
)
DECISION = Form(
    "decision",
    (
        (
            Entry("what", weight=5),
            Entry("owner", Widget.PERSON, 3),
            Entry("due", Widget.DAY, 3),
            Entry("done_on", Widget.DAY, 3),
        ),
    ),
)
QUESTION = Form(
    "question",
    (
        (Entry("kind", Widget.CHOICE, 2, tuple(QuestionKind)), Entry("text", weight=5)),
        (Entry("answer", Widget.TEXT, lines=2),),
    ),
)
SKETCH = Form(
    "sketch",
    (
        (
            Entry("state", Widget.CHOICE, 2, tuple(SketchState)),
            Entry("requested_on", Widget.DAY, 2),
            Entry("received_on", Widget.DAY, 2),
        ),
        (Entry("text", Widget.TEXT, lines=5),),
    ),
)
PICK = Form(
    "pick",
    (
        (
            Entry("kind", Widget.CHOICE, 2, tuple(PickKind)),
            Entry("title", weight=5),
        ),
        (
            Entry("metric", Widget.METRIC, 3),
            Entry("channel", Widget.CHANNEL, 2),
            Entry("first", Widget.DAY, 2),
            Entry("last", Widget.DAY, 2),
        ),
        (Entry("words", Widget.TEXT), Entry("repeat", Widget.TEXT)),
    ),
)
OFFER = Form(
    "offer",
    (
        (Entry("title", weight=3), Entry("audience", weight=3)),
        (Entry("idea", Widget.TEXT),),
        (
            Entry("format", weight=3),
            Entry("metric", Widget.METRIC, 3),
            Entry("budget", Widget.MONEY, 2),
        ),
        (Entry("picture", Widget.PICTURE),),
    ),
)
STEP = Form(
    "step",
    (
        (
            Entry("what", weight=4),
            Entry("start", Widget.DAY, 3),
            Entry("last", Widget.DAY, 3),
            Entry("owner", Widget.PERSON, 3),
            Entry("gate", weight=3),
        ),
    ),
)
ALL = (
    WELCOME,
    CHECKLIST,
    OWN_ITEM,
    WORKSHOP,
    ANSWER,
    PURPOSE,
    GOAL,
    PROBLEM,
    ACCESS,
    TAKEOVER,
    PROPOSAL,
    DECLINED,
    RUNNING,
    CONCLUSION,
    ACHIEVED,
    PLANS,
    FEELING,
    EXPLANATION,
    NOTES,
    DECISION,
    QUESTION,
    SKETCH,
    PICK,
    OFFER,
    STEP,
)
