"""A week's note as a mail to the client: in its language and form of address, from the facts alone.

Sentences have nouns in place of verbs, so that they agree with every count and gender.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from tiger_reports.model.week_note import Entry, EntryKind, NoteKind, WeekFacts
from tiger_reports.text import phrase
from tiger_reports.text.dates import date_range, month_title, short_date

ROMAN = ("", "I", "II", "III", "IV")
BULLET = "•"


@dataclass(frozen=True)
class Voice:
    """The language of a note, and whether it addresses people formally."""

    language: str
    formal: bool

    def say(self, key: str, /, **values: object) -> str:
        return phrase(f"week_note.{key}", self.language, **values)

    def address(self, key: str, /, **values: object) -> str:
        return self.say(f"{'formal' if self.formal else 'informal'}.{key}", **values)


def subject(facts: WeekFacts, client: str, language: str) -> str:
    days = date_range(facts.plan_days if facts.kind is NoteKind.MONDAY else facts.week, language)
    return phrase(f"week_note.{facts.kind}.subject", language, days=days, client=client)


def draft(facts: WeekFacts, voice: Voice, author: str = "") -> str:
    """The whole text. What is overdue comes first; `all under control` only where nothing is."""
    days = date_range(facts.week, voice.language)
    parts = (
        voice.address("greeting"),
        voice.say(f"{facts.kind}.intro", days=days),
        *(_monday(facts, voice) if facts.kind is NoteKind.MONDAY else _friday(facts, voice)),
        voice.address("closing"),
        "\n".join(filter(None, (voice.address("regards"), author))),
    )
    return "\n\n".join(parts) + "\n"


def _monday(facts: WeekFacts, voice: Voice) -> Iterator[str]:
    yield _overdue(facts, voice) or voice.say("nothing_overdue")
    yield _plan("plan", facts, voice)


def _friday(facts: WeekFacts, voice: Voice) -> Iterator[str]:
    if late := _overdue(facts, voice):
        yield late
    for name, entries in (("done", facts.done), ("open", facts.open)):
        heading = voice.say(name, n=len(entries))
        yield _part(heading, _lines(entries, voice)) or voice.say(f"nothing_{name}")
    yield _plan("next_week", facts, voice)
    if not facts.overdue:
        yield voice.say("under_control")


def _overdue(facts: WeekFacts, voice: Voice) -> str:
    heading = voice.say("overdue", n=len(facts.overdue))
    return _part(heading, (_late(entry, voice) for entry in facts.overdue))


def _plan(heading: str, facts: WeekFacts, voice: Voice) -> str:
    days = date_range(facts.plan_days, voice.language)
    return _part(voice.say(heading, days=days), _lines(facts.plan, voice)) or voice.say("no_plan", days=days)


def _part(heading: str, lines: Iterable[str]) -> str:
    """A heading with its lines; empty without lines."""
    said = [f"{BULLET} {line}" for line in lines]
    return "\n".join((heading, *said)) if said else ""


def _lines(entries: tuple[Entry, ...], voice: Voice) -> Iterator[str]:
    for entry in entries:
        said = _with_owner(entry, voice)
        yield f"{_day(entry.day, voice.language)} \u2013 {said}" if entry.day else said


def _late(entry: Entry, voice: Voice) -> str:
    assert entry.day is not None, "nothing is late that has no day"
    day = short_date(entry.day, voice.language)
    return voice.say("late", what=_with_owner(entry, voice), day=day)


def _day(day: date, language: str) -> str:
    return f"{format_date(day, 'EEE', locale=language)} {short_date(day, language)}"


def _with_owner(entry: Entry, voice: Voice) -> str:
    said = sentence(entry, voice)
    return voice.say("owner", what=said, owner=entry.owner) if entry.owner else said


def _numeral(entry: Entry, voice: Voice) -> str:
    return str(entry.quarter) if voice.language in ("cs", "en") else ROMAN[entry.quarter]


def sentence(entry: Entry, voice: Voice) -> str:
    """What an entry is about."""
    what = " ".join(entry.what.split())
    match entry.kind:
        case EntryKind.MEETING | EntryKind.DECISION:
            return voice.say(f"entry.{entry.kind}", quarter=_numeral(entry, voice), what=what)
        case EntryKind.REPORT:
            assert entry.period is not None
            return voice.say("entry.report", month=month_title(entry.period, voice.language))
        case EntryKind.STEP if entry.step:
            return phrase(f"month_step.{entry.step}", voice.language)
        case EntryKind.QUESTION:
            return voice.address("question", what=what)
        case EntryKind.POST | EntryKind.ACCEPTANCE | EntryKind.DOUBT:
            where = f" ({entry.channel.strip()})" if entry.channel.strip() else ""
            return voice.say(f"entry.{entry.kind}", where=where, what=what)
    return what
