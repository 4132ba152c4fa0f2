"""Week: the notes to the client, what is open, contacts, the publication schedule and the month's steps."""

from tiger_reports.ui.guard import require
from tiger_reports.ui.week.page import week_page

week_page(require(data=False))
