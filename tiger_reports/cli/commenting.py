"""Commands about the words of a month: filling a card, a second reader, the lead's approval."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Annotated

import typer

from tiger_reports.cli.months import ClientId, Month, asked_month
from tiger_reports.cli.output import err
from tiger_reports.metrics.registry import metrics
from tiger_reports.model.card import ACTIONS, CAUSES, WAYS, Card, Comment, Confidence
from tiger_reports.model.client import Actor
from tiger_reports.model.period import Period
from tiger_reports.services.months import comments
from tiger_reports.services.months.reports import month_report
from tiger_reports.services.months.reviewing import Waived
from tiger_reports.services.months.reviewing import review as review_card
from tiger_reports.services.office import Office, actor_for, local_actor, open_office
from tiger_reports.services.refusals import NotAllowedError, RefusedError
from tiger_reports.text import phrase

HUNDRED = 100
CardKey = Annotated[str, typer.Option("--card", help="The card's key, as `tiger cards` prints it.")]


def comment(  # noqa: PLR0913, PLR0917  (one option a field)
    client: ClientId,
    month: Month,
    card: CardKey,
    cause: Annotated[str, typer.Option(help=f"One of {', '.join(CAUSES)}.")],
    text: Annotated[str, typer.Option(help="The cause in the client's language.")],
    solution: Annotated[
        str, typer.Option(help="What is proposed, or why nothing can be; of an open cause: what is checked.")
    ] = "",
    owner: Annotated[str, typer.Option(help="Who sees to the solution.")] = "",
    due: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
    evidence: Annotated[
        str, typer.Option(help="What shows the cause: a link or words. Without it the cause is an opinion.")
    ] = "",
    despite: Annotated[str, typer.Option(help="Why this cause, where the data speak against it.")] = "",
    action: Annotated[str, typer.Option(help=f"One of {', '.join(ACTIONS)}.")] = "",
    expected: Annotated[str, typer.Option(help="The expected effect in words.")] = "",
    expected_metric: Annotated[str, typer.Option(help="Metric of the effect; else the card's.")] = "",
    expected_way: Annotated[str, typer.Option(help="up or down.")] = "",
    expected_size: Annotated[float | None, typer.Option(min=0, help="By how many percent.")] = None,
    confidence: Annotated[str, typer.Option(help="sure, likely or open.")] = Confidence.LIKELY.value,
    *,
    no_solution: Annotated[bool, typer.Option("--no-solution")] = False,
    internal: Annotated[bool, typer.Option("--internal", help="Keep it out of the client's deck.")] = False,
    still_holds: Annotated[
        bool, typer.Option("--still-holds", help="Last month's words again, on purpose.")
    ] = False,
) -> None:
    """Fill a card; what is still asked for afterwards is told."""
    _one_of("--cause", cause, CAUSES)
    _one_of("--action", action, ("", *ACTIONS))
    _one_of("--expected-way", expected_way, ("", *WAYS))
    _one_of("--expected-metric", expected_metric, ("", *metrics()))
    _one_of("--confidence", confidence, tuple(Confidence))
    office, period = open_office(), asked_month(month)
    words = replace(
        _seen_now(_card(office, client, period, card)),
        cause_tag=cause,
        cause=text,
        solution=solution,
        no_solution=no_solution,
        owner=owner,
        due=due.date() if due else None,
        evidence=evidence,
        opinion=not evidence.strip(),
        despite=despite,
        action=action,
        expected=expected,
        expected_metric=expected_metric,
        expected_way=expected_way,
        expected_size=None if expected_size is None else expected_size / HUNDRED,
        confidence=Confidence(confidence),
        internal=internal,
        still_holds=still_holds,
    )
    _save(office, client, period, words)


def seen(client: ClientId, month: Month, card: CardKey) -> None:
    """Tick a change that is within normal variation."""
    office, period = open_office(), asked_month(month)
    _save(office, client, period, replace(_seen_now(_card(office, client, period, card)), seen=True))


def review(
    client: ClientId,
    card: CardKey,
    email: Annotated[str, typer.Option("--as", metavar="EMAIL", help="Who has read it.")],
) -> None:
    """Mark a comment as read by a second person."""
    office = open_office()
    read = review_card(office, _person(office, email), client, card)
    err.print(f"{card}: read by {read.reviewed_by}", markup=False)


def approve(
    client: ClientId,
    month: Month,
    email: Annotated[str, typer.Option("--as", metavar="EMAIL", help="The lead who approves.")],
    override: Annotated[
        str, typer.Option(metavar="REASON", help="Let missing words through; printed in the deck's notes.")
    ] = "",
) -> None:
    """The lead's step: nothing may be open, unless the lead says why it may."""
    office = open_office()
    lead = _person(office, email)
    waived = Waived(override, lead.name) if override else None
    comments.approve_month(office, lead, client, asked_month(month), waived=waived)
    err.print(f"{client} {month}: approved by {email}", markup=False)


def _seen_now(card: Card) -> Comment:
    """The card's words, with the figures that stand today."""
    before, after = card.change.before.amount, card.change.after.amount
    return replace(card.comment or Comment(card=card.key), before=before, after=after)


def _save(office: Office, client: str, month: Period, words: Comment) -> None:
    saved = comments.save_comment(office, local_actor(), client, words)
    if saved.rejected:
        raise RefusedError("comment_changed")
    err.print(f"{words.card}: saved, revision {saved.stored.rev}", markup=False)
    for name in _card(office, client, month, words.card).missing:
        err.print(f"{words.card}: {name}: {phrase(f'missing.{name}', 'en')}", markup=False)


def _card(office: Office, client: str, month: Period, key: str) -> Card:
    report = month_report(office, local_actor(), client, month)
    found = next((card for card in report.cards if card.key == key), None)
    if found is None:
        raise RefusedError("card_unknown", {"card": key})
    return found


def _one_of(option: str, value: str, known: Collection[str]) -> None:
    if value not in known:
        raise typer.BadParameter(f"{option} is one of {', '.join(filter(None, known))}")


def _person(office: Office, email: str) -> Actor:
    actor = actor_for(office, email)
    if actor is None:
        raise NotAllowedError("user_unknown")
    return actor


def register(app: typer.Typer) -> None:
    for command in (comment, seen, review, approve):
        app.command(command.__name__)(command)
