"""Quarter: one meeting at the end of a quarter of cooperation, its agenda, records and notes."""

from tiger_reports.ui.guard import require
from tiger_reports.ui.quarter.page import quarter_page

quarter_page(require(data=False))
