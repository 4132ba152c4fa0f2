"""The line of a topic: of which kind, what, by when; red where the promised day is over."""

from __future__ import annotations

from datetime import date

from tiger_reports.text.dates import short_date
from tiger_reports.ui.plain import markdown, shortened
from tiger_reports.ui.words import Words

LONGEST = 90


def headed(t: Words, kind: str, what: str, due: date | None, *, late: bool) -> str:
    said = f"**{kind}** · {markdown(shortened(what, LONGEST))}"
    if due is None:
        return f"{said} · :gray[{t('ui.topic.no_deadline')}]"
    day = short_date(due, t.language)
    return f":red[■ {t('ui.topic.overdue', day=day)}] · {said}" if late else f"{said} · {day}"
