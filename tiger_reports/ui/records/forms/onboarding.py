"""Forms of the first weeks: welcome, checklist, workshop, strategic matrix, problems, access, takeover."""

from __future__ import annotations

from tiger_reports.model.goal import Spread
from tiger_reports.model.problem import ProblemState
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
            Entry("done_on", Widget.DAY, 8),
            Entry("owner", Widget.PERSON, 7),
            Entry("due", Widget.DAY, 8),
            Entry("mandatory", Widget.TICK, 5),
            Entry("skipped", Widget.TICK, 5),
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
