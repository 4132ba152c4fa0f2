"""The search on public labelled incidents, where they lie beside the repository."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import rca

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "rca"
BARS = {"squeeze_b0": 0.97, "riskloc_l": 0.82, "riskloc_s": 0.71, "robustspot_rs": 0.61}

real = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no labelled incidents at {CORPUS}")


@real
@pytest.mark.parametrize("name", BARS)
def test_segments_are_found_as_well_as_the_best_public_methods_find_them(name):
    ((_, cases),) = rca.sets(CORPUS / name).items()
    found = rca.score(name, cases)
    assert found.cases > 0
    assert found.f1 >= BARS[name]
    if name == "robustspot_rs":
        assert found.hit[3] >= 0.90


def test_a_set_is_told_by_its_files_plain_or_packed(tmp_path):
    sums, ratios = tmp_path / "anything" / "dev", tmp_path / "other"
    sums.mkdir(parents=True)
    ratios.mkdir()
    leaves = [
        (a, b, 100 + 7 * b, 30 if a == 2 else 100 + 7 * b + (a + b) % 3) for a in range(9) for b in range(9)
    ]
    lines = "\n".join(f"a{a},b{b},{actual},{expected}" for a, b, expected, actual in leaves)
    with gzip.open(sums / "17.csv.gz", "wt") as file:
        file.write(f"a,b,real,predict\n{lines}\n")
    (sums / "injection_info.csv").write_text("timestamp,set\n17,a=a2\n")
    rows = [
        f"{minute},d{d},{45 if (minute, d) == (5, 1) else 5},100" for minute in range(1, 6) for d in range(8)
    ]
    (ratios / "one_case.csv").write_text("min,device,value,cnt\n" + "\n".join(rows))
    label = [{"data": "one case", "timestamp": 5, "cause": [{"device": "d1"}]}]
    (ratios / "labels.json").write_text(json.dumps(label))
    scores = {name: rca.score(name, cases) for name, cases in rca.sets(tmp_path).items()}
    assert {name: (one.cases, one.f1, one.hit[1]) for name, one in scores.items()} == {
        "anything": (1, 1.0, 1.0),
        "other": (1, 1.0, 1.0),
    }
