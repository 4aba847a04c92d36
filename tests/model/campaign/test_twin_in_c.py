"""The campaign written twice, in Python and by hand in C, ends in the same state: neither strays unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.campaign_c import CASES, agrees, build, compiler
from kaname.compile.baseline import baseline_of
from kaname.model.world.samples import empty_tables, turn_of

RUNS = 150


@pytest.mark.skipif(compiler() is None, reason="no C compiler")
def test_the_twin_in_c_ends_every_campaign_in_the_same_state(tmp_path: Path) -> None:
    ground = baseline_of("us-japan")
    sizes = {name: len(ground.axes[name]) for name in ("actor", "contingency", "cohort")}
    loop = build(ground, tmp_path, str(compiler()))
    for case in CASES:
        assert agrees(ground, case, RUNS, turn_of(0, empty_tables(sizes, quarters=1), seed=1), loop), case
