"""How many mutants: a hundred by default, two thousand by `make fuzz`."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("nightly", max_examples=2000)
