"""How far the onboarding has come, as one bar and a sentence."""

from __future__ import annotations

from tiger_reports.model.onboarding import Checklist, Closing
from tiger_reports.text.dates import short_date
from tiger_reports.ui.markup import chip
from tiger_reports.ui.plain import html
from tiger_reports.ui.words import Words

HUNDRED = 100


def progress_markup(standing: Checklist, closed: Closing, t: Words) -> str:
    share = round(HUNDRED * standing.done / standing.all) if standing.all else 0
    said = t("ui.onboarding.progress", done=standing.done, all=standing.all)
    chips = []
    if closed.on is not None:
        day = short_date(closed.on, t.language)
        chips.append(chip(t("ui.onboarding.closed", day=day, name=closed.by), "better"))
    elif standing.open_mandatory:
        chips.append(chip(t("ui.onboarding.open_mandatory", n=standing.open_mandatory), "warn"))
    if standing.overdue and closed.on is None:
        chips.append(chip(t("ui.onboarding.overdue", n=standing.overdue), "worse"))
    return (
        f'<div class="tr-progress" role="progressbar" aria-valuenow="{share}" aria-valuemin="0" '
        f'aria-valuemax="100" aria-label="{html(said)}"><span style="width:{share}%"></span></div>'
        f'<p class="tr-row-facts">{html(said)} {"".join(chips)}</p>'
    )
