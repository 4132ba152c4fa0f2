"""One account may be written in several ways; money of one account must meet in one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tiger_reports.metrics.survey import Slice

Accounts = Mapping[tuple[str, str], str]
"""Channel and account as stored -> the account under which its rows are weighed against each other."""


def same_accounts(slices: Iterable[Slice]) -> Accounts:
    """Which stored accounts are one.

    A name seen beside an id is that id. Where a channel has one account with an id and one name without,
    or any one account and rows that name none, they are taken to be the same: the other reading would
    count the money twice.
    """
    channels: dict[str, list[Slice]] = defaultdict(list)
    for entry in slices:
        channels[entry.channel].append(entry)
    return {
        (channel, stored): account
        for channel, held in channels.items()
        for stored, account in _of_channel(held).items()
    }


def _of_channel(slices: list[Slice]) -> dict[str, str]:
    paired = {name: entry.account for entry in slices for name in entry.names if name != entry.account}
    stored = sorted({entry.account for entry in slices})
    ids = sorted({entry.account for entry in slices if entry.account and entry.account not in entry.names})
    loose = [name for name in stored if name and name not in paired and name not in ids]
    found = {name: paired.get(name, name) for name in stored}
    if len(ids) == len(loose) == 1:
        found[loose[0]] = ids[0]
    named = sorted({account for name, account in found.items() if name})
    if "" in found and len(named) == 1:
        found[""] = named[0]
    return found
