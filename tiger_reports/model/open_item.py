"""What stands between a report and a client's deck, and a lead's exception from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class OpenItem:
    """Something that stands between a report and a client-ready deck; `page` is where to mend it.

    `owner` is who owes it; `missing` names the fields of a card that are still asked for; `month` is the key
    of the month that the page has to show, where it is not the reader's own; `stretch` is the quarter (`1.2`)
    that a page of the cooperation has to show.
    """

    code: str
    subject: str
    page: str
    anchor: str = ""
    owner: str = ""
    missing: tuple[str, ...] = ()
    month: str = ""
    stretch: str = ""


@dataclass(frozen=True)
class Override:
    """A lead lets a report out although `items` are open; it holds for this version of the facts alone."""

    client_id: str
    month: str
    items: tuple[OpenItem, ...]
    version: int
    name: str
    reason: str
    at: datetime

    def covers(self, item: OpenItem, version: int) -> bool:
        places = {(one.code, one.anchor) for one in self.items}
        return version == self.version and (item.code, item.anchor) in places
