"""Why the data keep or reject a hypothesis, in words: figures and dates, nothing that states a cause."""

from __future__ import annotations

from datetime import date

from tiger_reports.commentary.sentence import Voice, metric_name
from tiger_reports.metrics.registry import metric
from tiger_reports.model.hypothesis import Hypothesis
from tiger_reports.panels.catalogue import panel_name
from tiger_reports.text.catalogue import phrase
from tiger_reports.text.dates import short_date
from tiger_reports.text.numbers import metric_delta, metric_value

FIGURES = ("metric", "beside")
DAYS = ("day", "last")


def reason_words(one: Hypothesis, voice: Voice) -> str:
    """`CVR: 1.32% → 1.03%; its share of the change in CPA: +21.60 zł`."""
    return phrase(f"hypothesis.reason.{one.reason}", voice.language, **_values(one, voice))


def _values(one: Hypothesis, voice: Voice) -> dict[str, str]:
    said, found = one.details, {}
    for name in FIGURES:
        if name in said:
            key = said[name]
            found[name] = metric_name(key, voice.language)
            for side in (f"{name}_before", f"{name}_after"):
                found[side] = metric_value(metric(key), _number(said[side]), voice.language, voice.currency)
    if "effect" in said:
        key = said["of"]
        found["of"] = metric_name(key, voice.language)
        found["effect"] = metric_delta(metric(key), float(said["effect"]), voice.language, voice.currency)
    found |= {
        name: short_date(date.fromisoformat(said[name]), voice.language) for name in DAYS if name in said
    }
    if "name" in said:
        found["name"] = panel_name(said["name"])
    if "what" in said:
        found["what"] = said["what"]
    return found


def _number(text: str) -> float | None:
    return None if text == "None" else float(text)
