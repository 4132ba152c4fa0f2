"""Comments: every notable change with its evidence, the key figures and next month's plan."""

from tiger_reports.services.months.reports import month_report
from tiger_reports.text.dates import month_title
from tiger_reports.ui.blocks.cards import cards
from tiger_reports.ui.blocks.key_figures import key_figures
from tiger_reports.ui.blocks.plan import plan
from tiger_reports.ui.blocks.promises import promises
from tiger_reports.ui.guard import require
from tiger_reports.ui.markup import head

visit = require()
t = visit.t
report = month_report(*visit.scope, visit.month, t.language)
head(
    visit.client.name,
    t("ui.comments.title", month=month_title(visit.month, t.language)),
    t("ui.comments.lead"),
)
promises(visit)
cards(visit, report)
key_figures(visit, report)
plan(visit, report)
