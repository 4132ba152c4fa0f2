"""A month's deck from stored data to checked bytes, held against stock python-pptx: the demo's longest deck.

Ours begins at the facts: figures, cards and slides are made anew in every round, and the file is checked
and kept. Theirs is given all texts, places and numbers and draws them by the library's public methods.
"""

from __future__ import annotations

from benchmarks.bench import Bench
from benchmarks.by_hand import draw, recipe_of
from benchmarks.measure import Result, medians
from tiger_reports.decks.layout.wrap import wrap
from tiger_reports.decks.pptx_renderer.starter import starter
from tiger_reports.model.period import Period, parse_month
from tiger_reports.services.clients import get_client
from tiger_reports.services.delivery import decks
from tiger_reports.services.measuring import measure as measuring
from tiger_reports.services.months.reports import months_with_data
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.store.reading import few_rows
from tiger_reports.store.settings import Settings

BAR = 1.0
CLIENTS = ("warsaw", "berlin", "prague")
MONTHS = (parse_month("2026-10"), parse_month("2026-09"))


def run(bench: Bench) -> list[Result]:
    office, actor = open_office(Settings(home=bench.demo)), local_actor()

    def made(client: str, month: Period) -> bytes:
        for kept in (measuring._measured, few_rows, wrap):  # noqa: SLF001  (from stored data, not from memory)
            kept.cache_clear()
        return decks.export(office, actor, client, month, draft=True).data

    months = {client: months_with_data(office, actor, client) for client in CLIENTS}
    known = [(client, month) for client in CLIENTS for month in MONTHS if month in months[client]]
    recipes = {chosen: recipe_of(made(*chosen)) for chosen in known}
    client, month = max(known, key=lambda chosen: len(recipes[chosen].slides))
    recipe, empty = recipes[client, month], starter(get_client(office, actor, client).brand)
    draw(recipe, empty)
    many = len(recipe.slides)
    bench.say(f"{client}, {month.month_key}: {many} slides, {bench.rounds} rounds")
    ours, theirs = medians(bench.rounds, lambda: made(client, month), lambda: draw(recipe, empty))
    return [
        Result(f"deck of {many} slides, facts to checked bytes / stock python-pptx", ours / theirs, BAR),
        Result("  our export", ours, unit="s"),
        Result("  stock python-pptx", theirs, unit="s"),
    ]
