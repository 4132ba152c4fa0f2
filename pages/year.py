"""Year: the way of a cooperation, its year before and now, its story, and the annual deck."""

from tiger_reports.ui.guard import require
from tiger_reports.ui.year.page import year_page

year_page(require(data=False))
