"""Synthetic month reports: whole, partial, small, and hostile. All names and figures are invented."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from tiger_reports.commentary.promises import effect_of
from tiger_reports.metrics.registry import metric
from tiger_reports.model.campaign_log import Action, LogEntry
from tiger_reports.model.card import Card, CardState, Comment, Duty, Evidence
from tiger_reports.model.change import Change, Coverage, Gap, Lever, Reference, Scope, Segment, Verdict
from tiger_reports.model.client import Brand, Client
from tiger_reports.model.data_notes import DataNotes, Source, Waiver
from tiger_reports.model.figure import Figure, Part
from tiger_reports.model.finding import Finding, Severity
from tiger_reports.model.judgement import ExpectedDay
from tiger_reports.model.metric import Good, Kind, Value
from tiger_reports.model.month_step import MonthStep
from tiger_reports.model.month_words import KeyFigure, PlanItem
from tiger_reports.model.period import Period, month, months_up_to, previous_month, same_month_last_year
from tiger_reports.model.promise import Followed, Outcome, Promise, PromiseStatus
from tiger_reports.model.report import MonthReport, MonthState
from tiger_reports.model.target import Target
from tiger_reports.services.measuring.targets import paces

from .posts import october_posts

OCTOBER = month(2026, 10)
NAVY = Brand()
VIOLET = Brand(primary="4B2A7B", accent="F2B705", font="Arial")
KEYS = (
    "spend",
    "impressions",
    "reach",
    "clicks",
    "ctr",
    "cpc",
    "cpm",
    "conversions",
    "conversion_value",
    "cvr",
    "cpa",
    "roas",
    "engagement",
    "er_impressions",
)
DONE = (
    MonthStep("set_up", owner="Specialist One", done_on=date(2026, 10, 6)),
    MonthStep("optimise", done_on=date(2026, 10, 19)),
    MonthStep(what="+ Landing page", owner="Specialist Two", done_on=date(2026, 10, 27)),
)
TARGETS = {"conversions": 1500.0, "cpa": 40.0, "roas": 4.0}
SHAPE = (0.86, 0.9, 1.12, 1.3, 0.82, 0.84, 0.92, 0.95, 1.0, 0.97, 1.02, 1.05, 1.0)


@dataclass(frozen=True)
class Volume:
    """Monthly sums of one channel: the last month, and how the months before differ from it."""

    name: str
    spend: float
    impressions: float
    clicks: float
    conversions: float
    value: float
    before: float  # conversions a month ago as a share of now
    year_ago: float
    reach: float | None = None


CHANNELS = (
    Volume("Google Ads", 21_480.37, 1_212_400, 24_830, 712, 98_300.0, 0.88, 0.71, None),
    Volume("Facebook", 14_905.12, 2_410_900, 18_120, 318, 39_750.5, 1.24, 1.32, 640_300),
    Volume("Instagram", 11_230.55, 1_902_300, 12_044, 341, 46_120.0, 0.8, 0.62, 512_800),
    Volume("TikTok", 6_120.0, 1_530_210, 9_870, 96, 9_420.0, 0.7, 0.2, 488_150),
    Volume("LinkedIn", 4_310.9, 188_400, 1_640, 41, 12_900.0, 0.95, 0.9, 92_400),
)
TEXTS = {
    "en": (
        "The test-ride voucher ran on three channels and the form was cut from nine fields to four",
        "Keep the voucher until the end of November and test a second one",
        "about 1,500 conversions",
        "The same audience saw the ads 4.8 times on average",
        "New creatives every ten days, frequency capped at 3, 3,500 moved to brand search",
        "cost back under 42",
    ),
    "pl": (
        "Bon na jazdę próbną działał w trzech kanałach, a formularz skrócono z dziewięciu pól do czterech",
        "Utrzymać bon do końca listopada i przetestować drugi",
        "około 1500 konwersji",
        "Ta sama grupa docelowa widziała reklamy średnio 4,8 raza",
        "Nowe kreacje co dziesięć dni, limit częstotliwości 3, przesunięcie 3500 na kampanię brandową",
        "koszt ponownie poniżej 42",
    ),
    "cs": (
        "Poukaz na zkušební jízdu běžel ve třech kanálech a formulář byl zkrácen z devíti polí na čtyři",
        "Ponechat poukaz do konce listopadu a otestovat druhý",
        "asi 1500 konverzí",
        "Stejné publikum vidělo reklamy v průměru 4,8krát",
        "Nové kreativy každých deset dní, frekvence nejvýše 3, přesun 3500 do brandové kampaně",
        "cena opět pod 42",
    ),
    "ru": (
        "Ваучер на пробную поездку работал в трёх каналах, а форма сокращена с девяти полей до четырёх",
        "Оставить ваучер до конца ноября и проверить второй",
        "около 1500 конверсий",
        "Одна и та же аудитория видела рекламу в среднем 4,8 раза",
        "Новые креативы каждые десять дней, частота не выше 3, перенос 3500 в брендовый поиск",
        "цена снова ниже 42",
    ),
}


def targets(period: Period) -> tuple[Target, ...]:
    """The targets of the figures, as the strategic matrix gives them."""
    return tuple(
        Target(key, value, period, period, metric(key).kind is Kind.SUM, goal=f"Goal {place}")
        for place, (key, value) in enumerate(TARGETS.items(), start=1)
    )


def aimed(report: MonthReport) -> MonthReport:
    """The report with its targets beside its figures, whatever was taken out of it before."""
    return replace(report, goals=tuple(TARGETS), paces=paces(report, targets(report.period)))


def whole_report(language: str = "en", period: Period = OCTOBER) -> MonthReport:
    """Five channels, twelve campaigns, rises, drops, targets, a plan, waivers; everything approved."""
    months = months_up_to(period, 13)
    sums = {volume.name: sums_of(volume) for volume in CHANNELS}
    total = [add(month_) for month_ in zip(*sums.values(), strict=True)]
    for row in total:
        row["reach"] = None if row["reach"] is None else row["reach"] * 0.74
    figures = figures_of(total, months, Scope())
    channels = tuple(
        Part(name, {f.metric: f for f in figures_of(rows, months, Scope(name))}, name)
        for name, rows in sums.items()
    )
    report = MonthReport(
        client=Client("demo-bikes", "Demo Bikes", date(2025, 9, 17), "PLN", language),
        period=period,
        coverage=Coverage(period.days, period.days),
        months=months,
        figures=figures,
        channels=channels,
        campaigns=campaigns_of(sums, months),
        cards=(),
        key_figures=key_figures(language),
        plan=plan(language),
        done=DONE,
        notes=data_notes(period),
        state=MonthState.APPROVED,
        today=date(2026, 11, 3),
        specialist="Specialist One",
        approved_by="Lead One",
        own=own_of(months),
        posts=october_posts() if period == OCTOBER else (),
        log=LOG[1:],
    )
    return aimed(replace(report, cards=cards(report, language), followed=followed(report, language)))


def followed(report: MonthReport, language: str) -> tuple[Followed, ...]:
    """Three promises of the month before: kept with its effect, dropped with a reason, still open."""
    _, keep, _, _, act, back = TEXTS[language]
    done, dropped, still = PromiseStatus.DONE, PromiseStatus.DROPPED, PromiseStatus.OPEN
    wanted = (
        ("cpa", act, back, "down", 0.02, done, ""),
        ("conversions", keep, "", "up", None, dropped, back),
        ("clicks", keep, "", "", None, still, ""),
    )
    changes = {figure.metric: figure.previous for figure in report.figures}
    month_key, due = previous_month(report.period).month_key, date(2026, 10, 12)
    found = []
    for key, what, expected, way, size, status, reason in wanted:
        outcome = Outcome(f"{month_key}:{key}:all", status, reason, "Specialist One", rev=1)
        where = (outcome.card, month_key, key, "all")
        aim = (expected, key, way, size)
        promise = Promise(*where, what, "renew", "Specialist One", due, *aim, told=True, outcome=outcome)
        found.append(Followed(promise, changes[key], effect_of(promise, changes[key])))
    return tuple(found)


def own_of(months: tuple[Period, ...]) -> tuple[Part, ...]:
    """A website and a video channel; nobody knows how many users the website had in all."""
    levels = [1 - 0.03 * (12 - at) for at in range(13)]
    website = own_part("ga4", {"sessions": 41_200, "new_users": 22_900, "page_views": 96_400}, levels, months)
    users = website.figures["new_users"]
    bounded = replace(
        without_base(users, Gap.MISSING), metric="users", value=Value(lower=1_850.0, upper=34_700.0)
    )
    bounded = replace(bounded, series=(Value(),) * 12 + (bounded.value,))
    figures = {**website.figures, "users": replace_metric(bounded, "users")}
    videos = {"video_views": 128_300, "watch_time": 4_310.4, "follows": 612}
    return replace(website, figures=figures), own_part("youtube-studio", videos, levels, months)


def replace_metric(figure: Figure, key: str) -> Figure:
    changes = (replace(figure.previous, metric=key), replace(figure.year_ago, metric=key))
    return replace(figure, metric=key, previous=changes[0], year_ago=changes[1])


def own_part(name: str, sums: dict[str, float], levels: list[float], months: tuple[Period, ...]) -> Part:
    rows = [{key: amount * level for key, amount in sums.items()} for level in levels]
    return Part(name, {f.metric: f for f in figures_of(rows, months, Scope(name), tuple(sums))}, name)


def partial_report(language: str = "en") -> MonthReport:
    """The first month of the cooperation: 15 of 31 days, nothing to compare with, one channel."""
    report = whole_report(language)
    volume = CHANNELS[1]
    rows = [dict.fromkeys(sums_of(volume)[0])] * 12 + [sums_of(volume)[-1]]
    figures = tuple(without_base(f, Gap.PARTIAL) for f in figures_of(rows, report.months, Scope()))
    part = Part(volume.name, {f.metric: f for f in figures}, volume.name)
    return aimed(
        replace(
            report,
            coverage=Coverage(15, 31),
            figures=figures,
            channels=(part,),
            campaigns=(),
            cards=(),
            plan=(),
            done=(),
            followed=(),
            notes=DataNotes(version=3),
            key_figures=report.key_figures[:1],
        )
    )


def clicks_only_report(language: str = "en") -> MonthReport:
    """A file without conversions: clicks are the main result."""
    report = whole_report(language)
    lost = {"conversions", "conversion_value", "cvr", "cpa", "roas"}
    keep = lambda figures: tuple(f for f in figures if f.metric not in lost)  # noqa: E731
    strip = lambda part: replace(part, figures={k: f for k, f in part.figures.items() if k not in lost})  # noqa: E731
    return aimed(
        replace(
            report,
            figures=keep(report.figures),
            channels=tuple(map(strip, report.channels)),
            campaigns=tuple(map(strip, report.campaigns)),
            cards=tuple(card for card in report.cards if card.metric not in lost),
            followed=tuple(one for one in report.followed if one.promise.metric not in lost),
        )
    )


def hostile_report(language: str = "en") -> MonthReport:
    """Names that break files: formulas, quotes, markup, control characters, emoji, 150 characters."""
    report = whole_report(language)
    names = (
        '=cmd|"/c calc"!A1',
        "Zażółć 'gęślą' \"jaźń\" & <b>żółć</b>",
        "🚲🔥 rower ☃ 自転車",
        "Кампания «Осень» №1",
        "x" * 150,
        "bell\x07 and null\x00 and \ufffe",
        "+48 600 000 000",
        "@everyone -10% {name} %s",
    )
    campaigns = tuple(
        replace(part, name=names[n % len(names)] + ("" if n < len(names) else f" {n}"))
        for n, part in enumerate(report.campaigns)
    )
    channels = tuple(
        replace(part, name=("Facebook & <Instagram> " * 6 if n == 1 else part.name))
        for n, part in enumerate(report.channels)
    )
    source = replace(
        report.notes.sources[0], file="C:\\Users\\someone\\Downloads\\=raport " + "ż" * 150 + ".csv"
    )
    client = replace(report.client, name='Demo "Bikes" & Söhne <Łódź> ' * 4)
    return replace(
        report,
        client=client,
        campaigns=campaigns,
        channels=channels,
        notes=replace(report.notes, sources=(source, *report.notes.sources)),
    )


def wordy_report(language: str = "en", words: int = 170) -> MonthReport:
    """Experts who write a lot: every comment has `words` words."""
    report = whole_report(language)
    long = " ".join(f"{TEXTS[language][3]}." for _ in range(1 + words // 9))
    cards_ = tuple(
        replace(card, comment=replace(card.comment, cause=long, solution=long)) if card.comment else card
        for card in report.cards
    )
    plan_ = report.plan * 8
    return replace(report, cards=cards_, plan=plan_)


def sums_of(volume: Volume) -> list[dict[str, float | None]]:
    """Thirteen months of sums, the last one exact."""
    rows = []
    for index in range(13):
        share = SHAPE[index] if index < 12 else 1.0
        wave = 1 + 0.04 * math.sin(index * 1.7 + len(volume.name))
        level = share * wave if index < 12 else 1.0
        conversions = {11: volume.before, 0: volume.year_ago}.get(index, level) * volume.conversions
        rows.append(
            {
                "spend": round(volume.spend * (level if index else 0.82), 2),
                "impressions": round(volume.impressions * (level if index else 0.9)),
                "reach": volume.reach and round(volume.reach * (0.93 * level if index < 12 else 1.0)),
                "clicks": round(volume.clicks * level * (0.97 if index == 11 else 1.0)),
                "conversions": float(round(conversions)),
                "conversion_value": round(
                    volume.value * conversions / volume.conversions * (1.05 if index == 11 else 1), 2
                ),
                "engagement": round(
                    volume.impressions
                    * level
                    * 0.021
                    * (1.03 if index < 12 else 1)
                    * (1 + len(volume.name) / 40)
                ),
            }
        )
    return rows


def add(rows: tuple[dict[str, float | None], ...]) -> dict[str, float | None]:
    return {key: sum(row[key] or 0.0 for row in rows) for key in rows[0]}


def figures_of(
    rows: list[dict[str, float | None]],
    months: tuple[Period, ...],
    scope: Scope,
    keys: tuple[str, ...] = KEYS,
) -> tuple[Figure, ...]:
    found = []
    for key in keys:
        series = tuple(Value(amount(key, row)) for row in rows)
        if series[-1].amount is None:
            continue
        found.append(
            Figure(
                key,
                series[-1],
                change(key, scope, Reference.PREVIOUS, months[-1], series[-1], series[-2]),
                change(key, scope, Reference.YEAR_AGO, months[-1], series[-1], series[0]),
                series,
                TARGETS.get(key) if scope == Scope() else None,
            )
        )
    return tuple(found)


def amount(key: str, row: dict[str, float | None]) -> float | None:
    entry = metric(key)
    if entry.kind is Kind.RATIO:
        top, bottom = row[entry.numerator], row[entry.denominator]
        return None if top is None or not bottom else top / bottom * entry.factor
    return row[entry.measure]


def change(
    key: str, scope: Scope, reference: Reference, period: Period, after: Value, before: Value
) -> Change:
    base = previous_month(period) if reference is Reference.PREVIOUS else same_month_last_year(period)
    if after.amount is None or before.amount is None:
        return Change(
            key, scope, reference, period, base, after, before, None, None, Verdict.UNKNOWN, Gap.NO_BASE
        )
    delta = after.amount - before.amount
    if not before.amount:
        return Change(
            key,
            scope,
            reference,
            period,
            base,
            after,
            before,
            delta,
            None,
            verdict(key, delta),
            Gap.ZERO_BASE,
        )
    return Change(
        key, scope, reference, period, base, after, before, delta, delta / before.amount, verdict(key, delta)
    )


def verdict(key: str, delta: float) -> Verdict:
    good = metric(key).good
    if not delta:
        return Verdict.SAME
    if good in (Good.NEUTRAL, Good.CONTEXT):
        return Verdict.NEUTRAL
    return Verdict.BETTER if (delta > 0) == (good is Good.UP) else Verdict.WORSE


def without_base(figure: Figure, gap: Gap) -> Figure:
    blank = lambda c: replace(c, before=Value(), delta=None, relative=None, verdict=Verdict.UNKNOWN, gap=gap)  # noqa: E731
    return replace(figure, previous=blank(figure.previous), year_ago=blank(figure.year_ago))


def campaigns_of(
    sums: dict[str, list[dict[str, float | None]]], months: tuple[Period, ...]
) -> tuple[Part, ...]:
    names = (
        "Search Brand",
        "Search Generic",
        "Prospecting Autumn Video",
        "Retargeting 14 days",
        "Lookalike 2 %",
        "Reels Helmet Contest",
        "Stories Voucher",
        "Spark Ads",
        "In-Feed City Rides",
        "Sponsored Content B2B",
        "Performance Max",
        "Advantage+ Shopping",
    )
    channels = tuple(sums)
    found = []
    for number, name in enumerate(names):
        channel = channels[number % len(channels)]
        share = 0.5 / (1 + number * 0.45)
        dear = 1 + number * 0.22
        rows = [
            {
                k: None if v is None or k == "reach" else v * share * (dear if k == "spend" else 1)
                for k, v in row.items()
            }
            for row in sums[channel]
        ]
        figures = figures_of(rows, months, Scope(channel, name))
        found.append(Part(name, {f.metric: f for f in figures}, channel))
    return tuple(found)


def cards(report: MonthReport, language: str) -> tuple[Card, ...]:
    cause_up, keep, more, cause_down, act, back = TEXTS[language]
    by_name = {part.name: part for part in report.channels}
    total = {f.metric: f for f in report.figures}
    wanted = (
        (total["conversions"].previous, Duty.EXPLAIN_RISE, cause_up, keep, more),
        (by_name["Instagram"].figures["conversions"].previous, Duty.EXPLAIN_RISE, cause_up, keep, more),
        (by_name["Facebook"].figures["conversions"].previous, Duty.EXPLAIN_DROP, cause_down, act, back),
        (total["clicks"].previous, Duty.EXPLAIN_DROP, cause_down, act, back),
        (total["engagement"].previous, Duty.EXPLAIN_DROP, cause_down, act, back),
        (total["cpa"].previous, Duty.EXPLAIN_RISE, cause_up, keep, ""),
    )
    return tuple(
        Card(
            f"{report.period.month_key}:{change_.metric}:{change_.scope.key}",
            duty,
            change_,
            None,
            evidence_of(report, change_),
            comment=Comment(
                f"{report.period.month_key}:{change_.metric}:{change_.scope.key}",
                "offer",
                cause,
                solution,
                owner="Specialist One",
                due=date(2026, 11, 30),
                expected=expected,
                author="one@example.com",
                rev=2,
                approved_by="lead@example.com",
            ),
            state=CardState.APPROVED,
        )
        for change_, duty, cause, solution, expected in wanted
    )


CHAINS = {"conversions": ("clicks", "cvr"), "clicks": ("impressions", "ctr")}
LOG = (
    LogEntry("1", date(2026, 9, 14), Action.SET_UP, "Voucher campaign", "", "facebook", "Stories Voucher"),
    LogEntry("2", date(2026, 10, 12), Action.BUDGET, "A third less a day", "between us", "facebook"),
    LogEntry("3", date(2026, 10, 12), Action.TAG, "New tag on the order page"),
    LogEntry("4", date(2026, 10, 28), Action.CREATIVE, "Autumn set of creatives", "", "instagram"),
)


def evidence_of(report: MonthReport, change: Change) -> Evidence:
    """Channels, two factors, days and a log for the sums of the whole account; nothing for others."""
    if change.scope != Scope() or metric(change.metric).kind is not Kind.SUM:
        return Evidence()
    parts = [part.figures[change.metric].previous for part in report.channels]
    found = tuple(
        Segment(
            (("channel", c.scope.channel),), c.before.amount, c.after.amount, c.delta, channel=c.scope.channel
        )
        for c in parts
        if c.delta is not None
    )
    channels = tuple(sorted(found, key=lambda one: -abs(one.effect)))
    days = days_of(change.period, change.after.amount)
    return Evidence(
        levers=levers_of(report, change),
        segments=channels[:3],
        rest=math.fsum(one.effect for one in channels[3:]),
        daily=days,
        earlier=days_of(change.base_period, change.before.amount),
        channels=channels,
        band=tuple(ExpectedDay(day, 1.1 * v, 0.9 * v, 1.3 * v) for day, v in days if v is not None),
        events=LOG,
    )


def levers_of(report: MonthReport, change: Change) -> tuple[Lever, ...]:
    """The two factors of a product, each by the mean of the other: exact."""
    if change.metric not in CHAINS:
        return ()
    first, second = (report.figure(key).previous for key in CHAINS[change.metric])
    (a0, a1), (b0, b1) = ((c.before.amount, c.after.amount) for c in (first, second))
    effects = ((a1 - a0) * (b0 + b1) / 2, (b1 - b0) * (a0 + a1) / 2)
    return tuple(
        Lever(c.metric, c.before.amount, c.after.amount, effect)
        for c, effect in zip((first, second), effects, strict=True)
    )


def days_of(period: Period, total: float) -> tuple[tuple[date, float | None], ...]:
    """A week's rhythm over the month, and one day without data."""
    days = [period.start + timedelta(at) for at in range(period.days)]
    shares = [1 + 0.2 * math.sin(day.weekday() * 0.9) + 0.01 * day.day for day in days]
    return tuple(
        (day, None if day.day == 17 else total * share / sum(shares))
        for day, share in zip(days, shares, strict=True)
    )


def key_figures(language: str) -> tuple[KeyFigure, ...]:
    sentence = TEXTS[language]
    return (
        KeyFigure("conversions", f"{sentence[0]}.", "one@example.com"),
        KeyFigure("cpa", f"{sentence[4]}.", "one@example.com"),
        KeyFigure("roas", f"{sentence[1]}.", "one@example.com"),
        KeyFigure("reach", f"{sentence[3]}.", "one@example.com"),
    )


def plan(language: str) -> tuple[PlanItem, ...]:
    text = TEXTS[language]
    return (
        PlanItem(text[4], "Specialist One", date(2026, 11, 10), text[5]),
        PlanItem(text[1], "Specialist Two", date(2026, 11, 30), text[2], decision=True),
        PlanItem(text[1], "Specialist One", date(2026, 11, 16), text[2]),
        PlanItem(text[4], "Specialist Two", None, ""),
    )


def data_notes(period: Period) -> DataNotes:
    at = datetime(2026, 11, 2, 8, 41, tzinfo=UTC)
    files = (
        ("google-ads", "campaigns-october.csv", 1204),
        ("meta-ads", "export 2026-10.xlsx", 3310),
        ("tiktok-ads", "tiktok_report_10.csv", 410),
        ("linkedin-ads", "campaign_performance.csv", 96),
    )
    sources = tuple(
        Source(panel, name, "0" * 64, at, period, rows, f"imp-{n}")
        for n, (panel, name, rows) in enumerate(files)
    )
    finding = Finding("total_mismatch", Severity.BLOCKING, "tiktok_report_10.csv", 411, "Cost", "6119")
    waiver = Waiver(finding, "Lead One", "The panel rounds its total row to whole units", at)
    return DataNotes(sources, 14, 13, (waiver,), (), ("Pinterest",), 12)
