"""pyarrow without its published stubs: they describe an older release and reject good calls."""

from __future__ import annotations

from typing import Any

import pyarrow  # noqa: ICN001  (named in full where types are told apart)
import pyarrow.compute
import pyarrow.csv

pa: Any = pyarrow
pc: Any = pyarrow.compute
arrow_csv: Any = pyarrow.csv

Column = Any
"""A pyarrow ChunkedArray."""
