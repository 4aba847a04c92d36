"""Laws of the comparison: the same shocks in every bargain, and no difference where nothing differs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kaname.compile.compiled import compile_study
from kaname.scenarios.load import shipped_bargains
from kaname.study.design import Design
from kaname.study.runner import run as run_study
from kaname.words.axes import END_LIMITED_WAR
from kaname.words.levers import UNCHANGED
from tests.laws.arms import final_worlds, moved, run, study, with_lever

BARGAINS = ("as_is", *sorted(set(shipped_bargains()) - {"as_is"}))
FUTURES, YEARS = 40, 6


@pytest.mark.parametrize("bargain", BARGAINS[1:])
def test_opportunities_are_the_same_in_every_bargain_future_by_future(bargain: str) -> None:
    compiled = study(YEARS, False, BARGAINS)
    left, right = (final_worlds(compiled, FUTURES, name) for name in ("as_is", bargain))
    until = unparted(left, right)  # a war exhausts, and what was taken cannot be taken again
    assert (left["total_opportunities"] == right["total_opportunities"])[until].all()
    assert until.mean() > 1 / 2
    assert left["total_opportunities"].sum() > FUTURES


def unparted(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """bool[future]: where the same wars were fought, or none, and the same territory is held."""
    fought = [worlds["total_endings"][:, :, END_LIMITED_WAR:] for worlds in (left, right)]
    return (fought[0] == fought[1]).all(axis=(1, 2)) & (left["territory"] == right["territory"]).all(axis=1)


@pytest.mark.parametrize("bargain", BARGAINS[1:])
def test_what_a_future_draws_does_not_depend_on_the_bargain(bargain: str) -> None:
    compiled = study(YEARS, False, BARGAINS)
    of_reference, of_other = (compiled.futures(name, 1, 0, FUTURES) for name in ("as_is", bargain))
    assert moved(of_reference[0], of_other[0]) == {}
    assert set(of_reference[2]) == set(of_other[2])
    assert all((of_reference[2][name] == of_other[2][name]).all() for name in of_reference[2])
    differing = [n for n in of_reference[1].dtype.names if (of_reference[1][n] != of_other[1][n]).any()]
    assert differing
    assert all(name.startswith("lever_") for name in differing)


@pytest.mark.parametrize("bargain", BARGAINS[1:])
def test_common_shocks_stay_common(bargain: str) -> None:
    compiled = study(YEARS, False, BARGAINS)
    left, right = (final_worlds(compiled, FUTURES, name) for name in ("as_is", bargain))
    assert (left["growth_shock"] == right["growth_shock"]).all()
    assert "support_force" in moved(left, right)


def test_a_bargain_against_itself_differs_in_nothing(tmp_path) -> None:
    """as_is under another name: every paired difference is exactly zero."""
    compiled = compile_study("us-japan", ("as_is",), years=2, settings={"adoption": 0.0})
    twice = replace(
        compiled,
        bargains={"as_is": compiled.bargains["as_is"], "again": compiled.bargains["as_is"]},
        params={"as_is": compiled.params["as_is"], "again": compiled.params["as_is"].copy()},
    )
    summary = run_study(
        Design("us-japan", ("as_is", "again"), 20, years=2, robustness=0), twice, tmp_path / "run", ""
    ).summary
    for name, gap in summary["pairs"]["again-minus-as_is"]["outcomes"].items():
        assert (gap["mean"], gap["sd"], gap["differing"]) == (0.0, 0.0, 0), name


def test_a_lever_at_the_value_it_has_anyway_moves_nothing_but_its_own_state() -> None:
    compiled = study(YEARS)
    assert (compiled.start["lever_state"] == UNCHANGED).all()
    asked = with_lever(compiled, "decision_predelegation", float(compiled.start["lever"][0, 12]))
    found = moved(final_worlds(compiled, FUTURES), final_worlds(asked, FUTURES))
    assert set(found) == {"lever_state"}


def test_futures_differ_from_each_other_and_seeds_from_each_other() -> None:
    compiled = study(YEARS)
    first, second = (run(compiled, FUTURES, "as_is", seed)[1] for seed in (1, 2))
    assert len(np.unique(first, axis=0)) == FUTURES
    assert (first != second).any(axis=1).all()
