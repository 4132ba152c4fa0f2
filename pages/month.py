"""Month: the figures with both comparisons, by month, channel and campaign, and where they come from."""

from tiger_reports.services.months import month_report
from tiger_reports.text.dates import date_range, month_title
from tiger_reports.ui.blocks.markup import head
from tiger_reports.ui.blocks.month import closer, data_of, overview
from tiger_reports.ui.guard import require

visit = require()
t = visit.t
report = month_report(*visit.scope, visit.month, t.language)
head(visit.client.name, month_title(visit.month, t.language), date_range(visit.month, t.language))
overview(report, visit.write)
closer(report, visit.write)
data_of(report, visit.write)
