"""False alarms in months in which nothing happened, and how often a loss of thirty in a hundred is found.

Both conditions count, as in a report: more than normal variation, and large enough to matter. Bars: no more
than eight false alarms in a hundred, and the power that weekly blocks of the same history give.
"""

from __future__ import annotations

import numpy as np

from benchmarks.bench import Bench
from benchmarks.measure import Result
from benchmarks.months import Series, called, draw

MONTHS, SEED, LOSS = 2000, 20261001, 0.7
FALSE = 8.0
POWER = {Series(3, 0.0): 46.0, Series(3, 0.6): 35.0, Series(30, 0.0): 97.0, Series(30, 0.6): 71.0}


def run(bench: Bench) -> list[Result]:
    return [result for series in POWER for result in _of(series, bench)]


def _of(series: Series, bench: Bench) -> list[Result]:
    bench.say(f"{MONTHS} months with and without a loss, {series.a_day:g} a day, memory {series.memory:g}")
    rng = np.random.default_rng(SEED)
    nothing, loss = (called(draw(series, MONTHS, rng, factor=factor)) for factor in (1.0, LOSS))
    name = f"{series.a_day:g} a day, memory {series.memory:g}"
    return [
        Result(f"False alarms, {name}", 100 * nothing.told, FALSE, "%"),
        Result(f"Found loss of 30 %, {name}", 100 * loss.told, POWER[series], "%", at_least=True),
        Result(f"  false alarms of the test alone, {name}", 100 * nothing.beyond, unit="%"),
    ]
