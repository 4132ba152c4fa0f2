"""Three budgets for the next year and the results that each may bring, by this client's own weeks.

Results follow spend with the power that `year.returns` found; the ends of its interval are those of the
results. No budget lies further from this year's than the weeks lay from theirs of the year before.
"""

from __future__ import annotations

from tiger_reports.model.outlook import Scenario
from tiger_reports.model.returns import Returns

STEPS = (0.2, 0.1)
"""Changes of the budget that are told: the larger one where weeks have moved as far."""


def scenarios(found: Returns, budget: float | None, now: float | None) -> tuple[Scenario, ...]:
    """Less, the same, more than the year's `budget`, which brought `now`; none where spend hardly moved."""
    moved = max(one.spend for one in found.bands) - min(one.spend for one in found.bands)
    step = next((one for one in STEPS if moved >= one), None)
    if step is None or not budget or not now:
        return ()
    return tuple(_scenario(change, budget, now, found) for change in (-step, 0.0, step))


def _scenario(change: float, budget: float, now: float, found: Returns) -> Scenario:
    low, high = sorted(now * (1 + change) ** slope for slope in (found.low, found.high))
    return Scenario(change, budget * (1 + change), low, high)
