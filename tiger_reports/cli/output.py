"""What the command line prints: one JSON document on stdout, everything meant for people on stderr."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum, IntEnum
from pathlib import Path
from typing import Any

from rich.console import Console

err = Console(stderr=True, highlight=False)


class Exit(IntEnum):
    DONE = 0
    REFUSED = 1  # for a reason that the user can act on
    USAGE = 2
    FAULT = 3  # ours


def print_json(document: object) -> None:
    json.dump(plain(document), sys.stdout, ensure_ascii=False, indent=2, allow_nan=False)
    sys.stdout.write("\n")


def plain(value: Any) -> Any:
    """Values as JSON knows them: plain numbers, null for missing, ISO dates."""
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(entry) for entry in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, float):
        return _number(value)
    return value


def _number(value: float) -> float | None:
    """Sums of cents carry float noise; twelve digits are more than any panel prints."""
    if not math.isfinite(value):
        return None
    return float(f"{value:.12g}")
