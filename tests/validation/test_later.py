"""A library that no rule needs is not loaded with Great Expectations, and works when somebody asks for it."""

from __future__ import annotations

import subprocess
import sys

CHILD = """
import sys
import pyarrow as pa
from tiger_reports.model.check import Expected, Subject
from tiger_reports.model.fact import Grain, Level
from validation import check
check(pa.table({}), Subject("f", "p", "r", Level.CAMPAIGN, Grain.DAY, None, None), Expected())
print("great_expectations" in sys.modules)
print("scipy.stats._stats_py" in sys.modules)
from scipy import stats
print(round(stats.norm.cdf(0.0), 3))
sys.stdout.flush()
import os
os._exit(0)
"""


def test_statistics_wait_until_they_are_asked_for():
    done = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.split() == ["True", "False", "0.5"]
