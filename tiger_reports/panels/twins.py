"""Several columns of one breakdown: what the first leaves unclear, the others tell.

Yandex names a region and, under the same header, numbers it; Google gives country, region and city.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tiger_reports.panels.arrow import Column, pa, pc


def told_apart(names: Column, others: Sequence[Column]) -> Column:
    """Names with the other columns in brackets where one name stands for several: `Troitskoye (184974)`."""
    more = pc.binary_join_element_wise(*others, ", ", null_handling="skip")
    pairs = pa.table({"name": names, "more": more}).group_by(["name", "more"]).aggregate([]).to_pylist()
    counts = Counter(pair["name"] for pair in pairs if pair["name"] and pair["more"])
    shared = [name for name, count in counts.items() if count > 1]
    if not shared:
        return names
    longer = pc.binary_join_element_wise(names, pc.binary_join_element_wise("(", more, ")", ""), " ")
    unclear = pc.and_(pc.is_in(names, value_set=pa.array(shared, pa.string())), pc.not_equal(more, ""))
    return pc.if_else(unclear, longer, names)
