"""commitments.intelligence: sharing as deep as aimed at, within what values and trust allow."""

from __future__ import annotations

import pytest

from kaname.model.commitments.intelligence import MECHANISM
from kaname.words.levers import LEVER
from tests.laws.shown import MORE, Shown
from tests.model.perception.ground import calm, runner

SHOWN = Shown("decision_days.taiwan", MORE)

run = runner(MECHANISM)


def _after(change, quarters: int = 30, future: int = 0):  # type: ignore[no-untyped-def]
    w, p, tables = calm()
    change(w, p)
    for quarter in range(quarters):
        run(w, p, tables, quarter=quarter, future=future)
    return w


WORLDS = 40


@pytest.mark.system("S25")
def test_sharing_goes_no_deeper_than_values_and_trust_allow() -> None:
    def aim(level: float, trust: float):  # type: ignore[no-untyped-def]
        def change(w, p):  # type: ignore[no-untyped-def]
            w.lever[LEVER["intelligence"]], w.trust[:] = level, trust
            p.sharing_values, p.sharing_trust = 0.4, 0.5

        return change

    assert _after(aim(1.0, 0.2), 400).intelligence_level == pytest.approx(0.5, abs=1e-3)
    assert _after(aim(1.0, 1.0), 400).intelligence_level == pytest.approx(0.9, abs=1e-3)
    assert _after(aim(0.3, 1.0), 400).intelligence_level == pytest.approx(0.3, abs=1e-3)


def test_sharing_moves_over_years() -> None:
    start = _after(lambda w, p: None, 0).intelligence_level
    after = _after(lambda w, p: w.lever.__setitem__(LEVER["intelligence"], 0.0), 1).intelligence_level
    assert 0.8 * start < after < start
