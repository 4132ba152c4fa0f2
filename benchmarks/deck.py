"""A month's deck from stored data to checked bytes, held against stock python-pptx alone.

Ours begins at the facts: figures, cards and slides are made anew in every round, and the file is checked
and kept. Theirs is given all texts, places and numbers and draws them by the library's public methods.
"""

from __future__ import annotations

from benchmarks.bench import Bench
from benchmarks.by_hand import draw, recipe_of
from benchmarks.measure import Result, medians
from tiger_reports.decks.pptx_renderer.starter import starter
from tiger_reports.model.period import parse_month
from tiger_reports.services import decks, measuring
from tiger_reports.services.clients import get_client
from tiger_reports.services.office import local_actor, open_office
from tiger_reports.store.settings import Settings

BAR, SLIDES = 1.0, 12
CLIENT, MONTH = "warsaw", parse_month("2026-10")


def run(bench: Bench) -> list[Result]:
    office, actor = open_office(Settings(home=bench.demo)), local_actor()

    def ours() -> bytes:
        measuring._measured.cache_clear()  # noqa: SLF001  (from stored data, not from memory)
        return decks.export(office, actor, CLIENT, MONTH, draft=True).data

    recipe = recipe_of(ours())
    if len(recipe.slides) < SLIDES:
        raise RuntimeError(f"the demo's deck has only {len(recipe.slides)} slides")
    empty = starter(get_client(office, actor, CLIENT).brand)
    draw(recipe, empty)
    bench.say(f"{len(recipe.slides)} slides, {bench.rounds} rounds")
    made, drawn = medians(bench.rounds, ours, lambda: draw(recipe, empty))
    return [
        Result(
            f"deck of {len(recipe.slides)} slides, facts to checked bytes / stock python-pptx",
            made / drawn,
            BAR,
        ),
        Result("  our export", made, unit="s"),
        Result("  stock python-pptx", drawn, unit="s"),
    ]
