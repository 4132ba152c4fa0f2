"""Two columns under one header: a name, and the number that tells its namesakes apart (Yandex regions)."""

from __future__ import annotations

from collections import Counter

from tiger_reports.panels.arrow import Column, pa, pc


def told_apart(names: Column, twin: Column) -> Column:
    """Names with their twin in brackets where one name has several: `Troitskoye (184974)`."""
    pairs = pa.table({"name": names, "twin": twin}).group_by(["name", "twin"]).aggregate([]).to_pylist()
    counts = Counter(pair["name"] for pair in pairs if pair["name"] and pair["twin"])
    shared = [name for name, count in counts.items() if count > 1]
    if not shared:
        return names
    longer = pc.binary_join_element_wise(names, pc.binary_join_element_wise("(", twin, ")", ""), " ")
    unclear = pc.and_(pc.is_in(names, value_set=pa.array(shared, pa.string())), pc.is_valid(twin))
    return pc.if_else(unclear, longer, names)
