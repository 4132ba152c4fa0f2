"""The pages: one line each. Addresses stay the same in every language; titles do not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "pages"


@dataclass(frozen=True)
class Place:
    slug: str
    file: str
    icon: str

    @property
    def path(self) -> Path:
        return FOLDER / self.file


PLACES = (
    Place("start", "start.py", ":material/view_kanban:"),
    Place("board", "board.py", ":material/dashboard:"),
    Place("week", "week.py", ":material/calendar_view_week:"),
    Place("import", "import_files.py", ":material/upload_file:"),
    Place("month", "month.py", ":material/query_stats:"),
    Place("figure", "figure.py", ":material/account_tree:"),
    Place("comments", "comments.py", ":material/rate_review:"),
    Place("deck", "deck.py", ":material/slideshow:"),
    Place("quarter", "quarter.py", ":material/groups:"),
    Place("onboarding", "onboarding.py", ":material/handshake:"),
    Place("client", "client.py", ":material/storefront:"),
)


def place(slug: str) -> Place:
    return next(one for one in PLACES if one.slug == slug)
