"""What we said last month, what we did, and what it did: opens what comes next."""

from __future__ import annotations

from tiger_reports.decks.writing.page import Page
from tiger_reports.decks.writing.tables import table_slides
from tiger_reports.decks.writing.telling import Telling
from tiger_reports.model.change import Change, Verdict
from tiger_reports.model.exhibits.table import Cell, Column, Table
from tiger_reports.model.promise import Effect, Followed, Promise, PromiseStatus, hit_rate
from tiger_reports.model.slide import Slide
from tiger_reports.text import phrase
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import percent

WEIGHTS = (("said", 4.4), ("did", 2.4), ("effect", 3.2), ("against", 2.4))
TONES = {Effect.REACHED: Verdict.BETTER, Effect.OPPOSITE: Verdict.WORSE}


def promises(telling: Telling) -> tuple[Slide, ...]:
    """Only what the client was told: a step on an internal or unapproved comment is no promise to them."""
    told = tuple(one for one in telling.report.followed if one.promise.told)
    if not told:
        return ()
    page = Page(telling, "promises", "next")
    rows = tuple(_row(page, one) for one in told)
    columns = tuple(Column(telling.say(f"column.{key}"), numeric=False, weight=w) for key, w in WEIGHTS)
    table = Table(columns, rows, telling.say("alt.promises"), "promises")
    return table_slides(page, _title(page, told), table)


def _row(page: Page, one: Followed) -> tuple[Cell, ...]:
    return (
        Cell(one.promise.what, bold=True),
        Cell(_did(page.telling, one.promise)),
        Cell(_moved(page, one.change)),
        _against(page.telling, one),
    )


def _did(telling: Telling, promise: Promise) -> str:
    """The outcome with its reason; of what is still open, whose it is and by when."""
    status = phrase(f"promise.status.{promise.status}", telling.language)
    if promise.status is not PromiseStatus.OPEN:
        return f"{status}: {promise.outcome.reason}" if promise.outcome.reason else status
    due = telling.say("comment.due", date=short_date(promise.due, telling.language)) if promise.due else ""
    return ", ".join(part for part in (status, promise.owner, due) if part)


def _moved(page: Page, change: Change | None) -> str:
    if change is None or change.delta is None:
        return "–"
    telling, scope = page.telling, change.scope.key
    after = page.amount(change.metric, change.after.amount, change.period, scope)
    values = {"before": page.before(change), "after": after, "moved": page.moved(change)}
    return phrase("promise.moved", telling.language, metric=telling.name(change.metric), **values)


def _against(telling: Telling, one: Followed) -> Cell:
    """How the figure went against what was expected, of a step that was done; not that the step moved it."""
    if one.promise.status is not PromiseStatus.DONE:
        return Cell("–")
    promise, language = one.promise, telling.language
    wanted = promise.expected
    if promise.size is not None and promise.way:
        way, size = phrase(f"way.{promise.way}", language), percent(promise.size, language)
        wanted = phrase("promise.wanted", language, way=way, size=size)
    told = "\n".join(part for part in (phrase(f"promise.effect.{one.effect}", language), wanted) if part)
    return Cell(told, TONES.get(one.effect, Verdict.NEUTRAL))


def _title(page: Page, told: tuple[Followed, ...]) -> str:
    telling = page.telling
    rate = hit_rate(told)
    text = telling.say(
        "title.promises",
        month=telling.month(telling.previous),
        n=page.count("promises", rate.made),
        done=page.count("done", rate.done),
    )
    if not rate.measured:
        return text
    counts = {name: page.count(name, getattr(rate, name)) for name in ("reached", "measured")}
    return text + telling.say("title.promises_reached", **counts)
