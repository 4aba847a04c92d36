"""Rank correlations agree with an independent count, and only clear ones are told."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from kaname.study.claims.ranks import correlations, leanings, thirds

RNG = np.random.default_rng(11)
FIGURES = {f"f{place}": RNG.random(400) for place in range(60)} | {"switch": RNG.integers(0, 2, 400).astype(float)}
EFFECT = FIGURES["f5"] ** 3 - 0.5 * FIGURES["switch"] + 0.1 * RNG.normal(size=400)


def test_correlations_are_those_of_spearman() -> None:
    found = correlations(FIGURES, EFFECT)
    frame = pd.DataFrame({**FIGURES, "effect": EFFECT})
    assert found == pytest.approx(frame.corr("spearman")["effect"].drop("effect").to_dict(), abs=1e-12)
    assert correlations({"still": np.ones(400)}, EFFECT) == {"still": 0.0}
    assert correlations({}, EFFECT) == {}


def test_the_figures_that_matter_are_told_and_idle_ones_are_not() -> None:
    found = leanings(FIGURES, EFFECT)
    assert {row.column for row in found} == {"f5", "switch"}
    strongest = next(row for row in found if row.column == "f5")
    assert strongest.low < strongest.high
    assert leanings(FIGURES, RNG.normal(size=400)) == ()


def test_thirds_of_a_switch_are_its_two_sides() -> None:
    low, high, end, begin = thirds(FIGURES["switch"])
    assert (end, begin) == (0.0, 1.0)
    assert not (low & high).any()
    assert (low | high).all()
