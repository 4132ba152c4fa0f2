"""Month: the figures with both comparisons, by month, channel and campaign, and where they come from."""

from tiger_reports.services.months import month_report
from tiger_reports.text.dates import month_title
from tiger_reports.ui.blocks.markup import head
from tiger_reports.ui.blocks.month import closer, compared, data_of, overview
from tiger_reports.ui.blocks.sources import sources
from tiger_reports.ui.guard import require

visit = require()
t = visit.t
report = month_report(*visit.scope, visit.month, t.language)
head(visit.client.name, month_title(visit.month, t.language), compared(report, t))
overview(report, visit.write)
closer(report, visit.write)
sources(visit, report)
data_of(report, visit.write)
