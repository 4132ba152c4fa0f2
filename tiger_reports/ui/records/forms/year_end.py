"""Forms of the end of a year: the client's sketch, what is told of the year, the proposal for the next."""

from __future__ import annotations

from tiger_reports.model.year_plan import PickKind, SketchState
from tiger_reports.ui.records.form import Entry, Form, Widget

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
        (Entry("campaign"), Entry("picture", Widget.PICTURE)),
    ),
)
AIM = Form(
    "aim",
    (
        (
            Entry("metric", Widget.METRIC, 3),
            Entry("low", Widget.TARGET, 2),
            Entry("high", Widget.TARGET, 2),
        ),
        (Entry("words", Widget.TEXT, lines=2),),
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
