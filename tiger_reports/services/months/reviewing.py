"""A second pair of eyes before a drop reaches the client, and a lead's exception from what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tiger_reports.commentary.gate import OVERRIDABLE
from tiger_reports.model.card import Card, Comment
from tiger_reports.model.client import Actor
from tiger_reports.model.log import AuditEntry
from tiger_reports.model.open_item import OpenItem, Override
from tiger_reports.model.period import parse_month
from tiger_reports.model.report import MonthReport
from tiger_reports.services.guard import seen_client
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.office import LOCAL_EMAIL, Office
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.store.home import Session
from tiger_reports.store.state import audit, comments, overrides

SHORTEST_REASON = 3


@dataclass(frozen=True)
class Waived:
    """By whom, by name, and why a report goes out although words are missing."""

    reason: str
    name: str = ""  # empty: the lead's own


def wrote(actor: Actor, comment: Comment) -> bool:
    """Whether the actor is the author; words from before addresses were kept go by the name shown."""
    return actor.email == comment.author_email if comment.author_email else comment.author in _names(actor)


def review(
    office: Office, actor: Actor, client_id: str, card_key: str, *, own_words: bool = False
) -> Comment:
    """Mark a card as read by a second person; raise RefusedError where it does not wait for that."""
    seen_client(office, actor, client_id)
    report = month_report(office, actor, client_id, parse_month(card_key.partition(":")[0]))
    card = next((one for one in report.cards if one.key == card_key and one.waits_for_review), None)
    if card is None:
        raise RefusedError("nothing_to_review")
    if card not in to_read(report, actor, own_words=own_words):
        raise NotAllowedError("own_words")
    with office.store.write() as session:
        return mark_read(session, actor, client_id, card, at=office.now())


def to_read(report: MonthReport, actor: Actor, *, own_words: bool) -> tuple[Card, ...]:
    """Cards that wait for a second person and that the actor may read.

    One's own words only with a tick, and only where no login is set up: nobody else could read them.
    """
    alone = own_words and actor.email == LOCAL_EMAIL
    waiting = (card for card in report.cards if card.waits_for_review and card.comment is not None)
    return tuple(card for card in waiting if alone or not (card.comment and wrote(actor, card.comment)))


def own_unread(report: MonthReport, actor: Actor) -> bool:
    """Whether only a tick helps: words of the actor's own wait, where nobody else can sign in."""
    ticked, plain = (to_read(report, actor, own_words=tick) for tick in (True, False))
    return len(ticked) > len(plain)


def unread(report: MonthReport, read: tuple[Card, ...]) -> tuple[OpenItem, ...]:
    """What stays unread after `read`, as open items."""
    left = (card for card in report.cards if card.waits_for_review and card not in read)
    items = (OpenItem("card_unreviewed", card.metric, "comments", card.key) for card in left)
    return tuple(item for item in items if not _let_through(report, item))


def mark_read(session: Session, actor: Actor, client_id: str, card: Card, *, at: datetime) -> Comment:
    assert card.comment is not None, "asked only of cards with words"
    what = "comment.reviewed_alone" if wrote(actor, card.comment) else "comment.reviewed"
    audit.record(session, AuditEntry(at, actor.email, what, client_id, card.key))
    return comments.review(session, client_id, card.comment, by=actor.shown, at=at).stored


def overriding(
    report: MonthReport, left: tuple[OpenItem, ...], waived: Waived | None, *, at: datetime
) -> Override | None:
    """The override that lets `left` through; None where nothing is left.

    Raise RefusedError with what is open where no reason is given, or where no reason would do.
    """
    if not left:
        return None
    if waived is None or any(item.code not in OVERRIDABLE for item in left):
        raise RefusedError("open_items", open_items=left)
    if len(waived.reason.strip()) < SHORTEST_REASON:
        raise RefusedError("reason_missing")
    if not waived.name.strip():
        raise RefusedError("name_missing")
    return Override(
        client_id=report.client.id,
        month=report.period.month_key,
        items=left,
        version=report.notes.version,
        name=waived.name.strip(),
        reason=waived.reason.strip(),
        at=at,
    )


def let_through(session: Session, actor: Actor, override: Override) -> None:
    """Keep the override, and say in the log who let what through, and why."""
    overrides.record(session, override)
    said = "; ".join(f"{item.code} {item.anchor}" for item in override.items)
    entry = AuditEntry(
        override.at, actor.email, "month.override", override.client_id, override.month, said, override.reason
    )
    audit.record(session, entry)


def _let_through(report: MonthReport, item: OpenItem) -> bool:
    return report.override is not None and report.override.covers(item, report.notes.version)


def _names(actor: Actor) -> tuple[str, str]:
    return actor.name, actor.email
