"""Month: the figures with both comparisons, what was done, and the files behind it all."""

from tiger_reports.model.report import MonthState
from tiger_reports.services.months.reports import month_report
from tiger_reports.text.dates import month_title
from tiger_reports.ui.blocks.awaited import awaited
from tiger_reports.ui.blocks.campaign_log import campaign_log_block
from tiger_reports.ui.blocks.month import closer, compared, data_of, overview, own
from tiger_reports.ui.blocks.pacing import pacing
from tiger_reports.ui.blocks.restated import restated
from tiger_reports.ui.blocks.sources import sources
from tiger_reports.ui.guard import require
from tiger_reports.ui.markup import head

visit = require(data=False)
t = visit.t
report = month_report(*visit.scope, visit.month, t.language)
head(visit.client.name, month_title(visit.month, t.language), compared(report, t))
restated(visit, report, choose=False)
if report.state is MonthState.NO_DATA:
    awaited(visit, report)
    campaign_log_block(visit, report)
else:
    overview(report, visit.write)
    pacing(report, visit.write)
    closer(report, visit.write)
    own(report, visit.write)
    campaign_log_block(visit, report)
    sources(visit, report)
    data_of(report, visit.write)
