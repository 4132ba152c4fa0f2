"""Forms of a quarter's meeting: activities, what was said, what was decided."""

from __future__ import annotations

from tiger_reports.model.activity import Estimate, Onward, Outcome
from tiger_reports.model.meeting import Feeling, MeetingForm, QuestionKind
from tiger_reports.ui.records.form import Entry, Form, Widget

PROPOSAL = Form(
    "activity",
    (
        (Entry("title", weight=3), Entry("audience", weight=3), Entry("goal", weight=3)),
        (Entry("idea", Widget.TEXT),),
        (
            Entry("metric", Widget.METRIC, 3),
            Entry("expected_low", Widget.TARGET, 2),
            Entry("expected_high", Widget.TARGET, 2),
            Entry("effort", Widget.CHOICE, 2, tuple(Estimate)),
            Entry("impact", Widget.CHOICE, 2, tuple(Estimate)),
        ),
        (
            Entry("cost", Widget.MONEY, 2),
            Entry("test_days", Widget.COUNT, 2),
            Entry("start", Widget.DAY, 2),
            Entry("stop_rule", weight=4),
        ),
        (Entry("risk"),),
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
            Entry("onward", Widget.CHOICE, 2, tuple(Onward)),
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
TASK = Form(
    "decision", ((Entry("what", weight=5), Entry("owner", Widget.PERSON, 3), Entry("due", Widget.DAY, 3)),)
)
QUESTION = Form(
    "question",
    (
        (Entry("kind", Widget.CHOICE, 2, tuple(QuestionKind)), Entry("text", weight=5)),
        (Entry("answer", Widget.TEXT, lines=2),),
    ),
)
