"""Import: files in, findings, and what storing would change."""

from tiger_reports.services.importing.intake import import_records, staged
from tiger_reports.services.months.reports import month_report
from tiger_reports.text.dates import month_title
from tiger_reports.ui.blocks.doubted import doubted
from tiger_reports.ui.blocks.finding_history import history
from tiger_reports.ui.blocks.past_imports import past_imports
from tiger_reports.ui.blocks.staged_files import staged_files
from tiger_reports.ui.blocks.typed_figures import typed_figures
from tiger_reports.ui.blocks.upload import upload
from tiger_reports.ui.guard import require
from tiger_reports.ui.markup import head, section

visit = require(data=False)
t = visit.t
head(visit.client.name, t("ui.import.title", month=month_title(visit.month, t.language)), t("ui.import.lead"))
doubted(visit, month_report(*visit.scope, visit.month, t.language))
upload(visit)
typed_figures(visit)
section(t("ui.import.waiting"), t("ui.import.waiting_lead"))
staged_files(visit, staged(*visit.scope))
section(t("ui.import.past"))
past_imports(visit, import_records(*visit.scope))
history(visit)
