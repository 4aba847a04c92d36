"""Events per decade by place: counts of the outcomes over the length of a run."""

from __future__ import annotations

import numpy as np

from kaname.compile.compiled import compile_study
from kaname.evidence.crises import load_crises
from kaname.study.design import Design
from kaname.study.rates import rates_of
from kaname.study.replay import quarters_of

START = "us-japan-2013"


def test_a_rate_is_the_count_of_the_run_over_its_decades_where_a_list_looked() -> None:
    compiled = compile_study(START, ["as_is"], years=5)
    design = Design(START, ("as_is",), 3, seed=2)
    found = rates_of(compiled, design, load_crises())
    places = [place for place in compiled.axes["contingency"] if place != "cyber"]
    assert list(found) == [(what, place) for what in ("challenges", "seizures", "wars") for place in places]
    *_, last = quarters_of(compiled, design, "as_is", 1)
    column = compiled.columns.index("challenges.senkaku")
    assert found["challenges", "senkaku"][1] == last.outcomes[column] / 0.5
    assert all(rates.shape == (3,) and np.all(rates >= 0) for rates in found.values())
