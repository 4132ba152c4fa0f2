"""Axes of a cube: for each dimension, which value every leaf has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Where = tuple[tuple[str, str], ...]
"""Dimension and value, one pair a condition."""
Codes = NDArray[np.int64]
Column = Sequence[object] | NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Axis:
    """`codes` are places in `values`, one a leaf. Of axes of one `chain` the finer tells the coarser."""

    name: str
    chain: str
    values: tuple[Where, ...]
    codes: Codes


def axes(columns: Mapping[str, Column], chains: Iterable[Sequence[str]] = ()) -> tuple[Axis, ...]:
    """One axis a column; `chains` are columns from coarse to fine, whose values are paths.

    Two ad sets of one name in two campaigns are two values; a column that says the same of every leaf, or
    the same as the column above it in its chain, is no axis.
    """
    above = {name: tuple(chain[:at]) for chain in chains for at, name in enumerate(chain)}
    heads = {name: next(iter(chain)) for chain in chains for name in chain}
    found: list[Axis] = []
    for name in columns:
        path = [one for one in (*above.get(name, ()), name) if one in columns]
        axis = _axis(name, heads.get(name, name), {one: columns[one] for one in path})
        if len(axis.values) > 1 and not any(_same(axis, other) for other in found):
            found.append(axis)
    return tuple(found)


def _axis(name: str, chain: str, path: Mapping[str, Column]) -> Axis:
    codes, firsts = np.zeros(len(path[name]), dtype=np.int64), np.zeros(0, dtype=np.int64)
    for column in path.values():
        own, known = pd.factorize(np.asarray(column, dtype=object), sort=True)
        _, firsts, joined = np.unique(codes * len(known) + own, return_index=True, return_inverse=True)
        codes = joined.astype(np.int64)
    named = tuple(tuple((one, str(column[at])) for one, column in path.items()) for at in firsts.tolist())
    return Axis(name, chain, named, codes)


def _same(one: Axis, other: Axis) -> bool:
    return one.chain == other.chain and len(one.values) == len(other.values)
