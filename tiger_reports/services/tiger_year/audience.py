"""What a quarter's figures say of the audience: by what the files are cut by, else by channel and weekday."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from tiger_reports.metrics.cubes import Cube, cubes
from tiger_reports.metrics.registry import metric as definition
from tiger_reports.model.audience import CHANNEL, WEEKDAY, AudienceFinding, Group
from tiger_reports.model.client import Client
from tiger_reports.model.metric import Kind, Metric
from tiger_reports.model.period import Period, overlap
from tiger_reports.model.report import Report
from tiger_reports.model.tiger_report import TigerReport
from tiger_reports.services.measuring.data_notes import failed_checks
from tiger_reports.services.measuring.day_figures import day_figures
from tiger_reports.services.measuring.measure import facts_of
from tiger_reports.services.office import Office
from tiger_reports.services.tiger_year.measuring import Asked, measure_tiger
from tiger_reports.store.state import imports
from tiger_reports.year.audience import finding, told

WHOLE = 0.9
"""Share of the channel's money and results that a breakdown has to hold."""
MOST_GROUPS = 7
DAYS_A_WEEK = 7
UNTOLD = ("", "unknown", "uncategorized", "undetermined")
Place = tuple[str, str]
"""Dimension and channel."""


def audience_of(
    office: Office, client: Client, asked: Asked, report: Report, metric: str
) -> tuple[AudienceFinding, ...]:
    """Up to three findings on what one `metric` (a sum) costs; empty where the data carry none."""
    entry = definition(metric)
    if entry.kind is not Kind.SUM:
        return ()
    measured = measure_tiger(office, client, asked).measured
    found = cubes(facts_of(office, client, measured.version), measured.plan, (report.period,))
    tables = {
        **dict(_cuts(report, entry, found)),
        (CHANNEL, ""): _channels(report, metric),
        (WEEKDAY, ""): _weekdays(office, client, metric, report.period),
    }
    each = (finding(dimension, channel, groups) for (dimension, channel), groups in tables.items())
    return told(one for one in each if one is not None)


def with_files(office: Office, client: Client, asked: Asked, report: TigerReport) -> TigerReport:
    """The report with the files that the findings on its audience rest on among its sources."""
    plan = measure_tiger(office, client, asked).measured.plan
    places = {(one.channel, one.dimension) for one in report.audience}
    ids = {
        name
        for entry in plan.slices
        if any((entry.channel, cut) in places for cut in entry.breakdown.split(","))
        and any(overlap(span, report.period) for span in entry.spans)
        for name in entry.imports
    }
    known = {source.import_id for source in report.notes.sources}
    with office.store.read() as session:
        held = imports.listed(session, client.id)
    fresh = [one for one in held if one.upload.id in ids - known]
    run = sum(one.upload.rules_run for one in fresh)
    notes = replace(
        report.notes,
        sources=(*report.notes.sources, *(one.source for one in fresh)),
        checks_run=report.notes.checks_run + run,
        checks_passed=report.notes.checks_passed + run - sum(map(failed_checks, fresh)),
    )
    return replace(report, notes=notes)


def _cuts(
    report: Report, entry: Metric, found: tuple[Cube, ...]
) -> Iterator[tuple[Place, tuple[Group, ...]]]:
    """Every breakdown of every channel that stands for nearly all of it."""
    for cube in found:
        for dimension in cube.breakdown:
            for channel in sorted({place[0] for place in cube.places}):
                groups = _groups(cube, dimension, channel, report.period, entry)
                if _stands_for(groups, report, channel, entry.key):
                    yield (dimension, channel), groups


def _groups(cube: Cube, dimension: str, channel: str, period: Period, entry: Metric) -> tuple[Group, ...]:
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    amounts = (cube.amounts(period, "spend"), cube.amounts(period, entry.measure))
    for leaf in range(cube.leaves):
        if cube.columns[CHANNEL][leaf] == channel:
            for at, known in enumerate(amounts):
                if known[leaf] == known[leaf]:  # not missing
                    sums[_known(str(cube.columns[dimension][leaf]))][at] += float(known[leaf])
    largest = sorted(sums, key=lambda name: -sums[name][0])
    kept = sorted(name for name in largest[:MOST_GROUPS] if name)
    rest = [sums[name] for name in largest if name not in kept]
    groups = tuple(Group(name, *sums[name]) for name in kept)
    if not rest:
        return groups
    return (*groups, Group("", sum(one[0] for one in rest), sum(one[1] for one in rest)))


def _known(name: str) -> str:
    """Empty for the words by which files say that they do not know."""
    return "" if name.strip().casefold() in UNTOLD else name


def _stands_for(groups: tuple[Group, ...], report: Report, channel: str, metric: str) -> bool:
    part = next((one for one in report.channels if one.channel == channel), None)
    if part is None:
        return False
    held = {"spend": sum(one.spend for one in groups), metric: sum(one.results for one in groups)}
    for key, amount in held.items():
        whole = part.figures[key].value.amount if key in part.figures else None
        if not whole or not WHOLE <= amount / whole <= 1 / WHOLE:
            return False
    return True


def _channels(report: Report, metric: str) -> tuple[Group, ...]:
    pairs = (
        (part, part.figures["spend"].value.amount, part.figures[metric].value.amount)
        for part in report.channels
        if {"spend", metric} <= part.figures.keys()
    )
    return tuple(
        Group(part.channel, spend, results)
        for part, spend, results in pairs
        if spend is not None and results is not None
    )


def _weekdays(office: Office, client: Client, metric: str, period: Period) -> tuple[Group, ...]:
    """Whole weeks only; none where a day of theirs is missing."""
    days = period.days - period.days % DAYS_A_WEEK
    whole = Period(period.start, period.start.fromordinal(period.start.toordinal() + days))
    spend, results = (day_figures(office, client, key, (), whole) for key in ("spend", metric))
    if len(spend) < days or len(results) < days:
        return ()
    sums: dict[int, list[float]] = {weekday: [0.0, 0.0] for weekday in range(DAYS_A_WEEK)}
    for day, figure in spend.items():
        sums[day.weekday()][0] += figure.numerator
        sums[day.weekday()][1] += results[day].numerator
    return tuple(Group(str(weekday), *held) for weekday, held in sums.items())
