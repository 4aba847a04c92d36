"""Outcomes: each column is written once, and moves with the fields that it stands for and with no other."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from kaname.core.kernel import plain
from kaname.model.engine.measure import measure
from kaname.model.engine.order import OUTCOMES as FILES
from kaname.model.world.derived import touches
from kaname.model.world.samples import SMALL, random_params, random_world
from kaname.words.axes import (
    ALLY_SIDE,
    BASE,
    DETERRENCE_CLASSES,
    END_CONCESSION,
    END_FAIT_ACCOMPLI,
    END_LIMITED_WAR,
    END_UNDECIDED,
    END_WIDE_WAR,
    FIXED_AXES,
    PROTECTOR_SIDE,
    WARHEAD,
)
from kaname.words.fields import FIELDS
from kaname.words.levers import AGREED, LEVER_STATES
from kaname.words.outcomes import OUTCOMES, columns

NAMES = columns({**FIXED_AXES, **{axis: [f"{axis}{n}" for n in range(size)] for axis, size in SMALL.items()}})
measured = plain(measure)
QUARTERS = 60


def kernels() -> dict[str, Any]:
    """The kernel of each outcome, by its name."""
    files = [vars(import_module(f"kaname.model.engine.outcomes.{file}")) for file in FILES]
    return {outcome.name: next(file[outcome.name] for file in files if outcome.name in file) for outcome in OUTCOMES}


READS = {name: touches(kernel).reads for name, kernel in kernels().items()}
"""The fields that each outcome rests on, by the syntax of its kernel."""


def world_and_params(seed: int = 5) -> tuple[Any, Any]:
    rng = np.random.default_rng(seed)
    w, p = random_world(rng), random_params(rng)
    w.lever_state[:] = AGREED
    return w, p


def row(w: Any, p: Any, quarters: int = QUARTERS) -> np.ndarray:
    """The outcomes of a world; NaN where nothing was written."""
    out = np.full(len(NAMES), np.nan)
    measured(w, p, quarters, out)
    return out


def value(w: Any, p: Any, name: str, quarters: int = QUARTERS) -> float:
    return float(row(w, p, quarters)[NAMES.index(name)])


def test_every_column_is_written_and_nothing_beyond() -> None:
    w, p = world_and_params()
    out = np.full(len(NAMES) + 3, np.nan)
    measured(w, p, QUARTERS, out)
    assert not np.isnan(out[: len(NAMES)]).any()
    assert np.isnan(out[len(NAMES) :]).all()


@pytest.mark.parametrize("field", [field.name for field in FIELDS])
def test_a_field_moves_its_own_outcomes_and_no_other(field: str) -> None:
    w, p = world_and_params()
    before = row(w, p)
    if field == "lever_state":
        # Each state of a lever is counted by an outcome of its own.
        moved = set()
        for state in range(len(LEVER_STATES)):
            w.lever_state[0] = state
            moved |= {NAMES[place].split(".")[0] for place in np.flatnonzero(row(w, p) != before)}
        assert moved == {name for name, reads in READS.items() if field in reads}
        return
    if w[field].shape:
        w[field][...] = w[field] + 1
    else:
        w[field] = w[field] + 1
    moved = {NAMES[place].split(".")[0] for place in np.flatnonzero(row(w, p) != before)}
    assert moved == {name for name, reads in READS.items() if field in reads}


def test_every_outcome_is_moved_by_some_field() -> None:
    assert set(READS) == {outcome.name for outcome in OUTCOMES}
    assert all(READS.values())


@pytest.mark.parametrize(
    ("endings", "moved"),
    [
        ((END_CONCESSION,), {"coerced", "seizures", "concessions"}),
        ((END_FAIT_ACCOMPLI,), {"coerced", "seizures", "faits_accomplis"}),
        ((END_LIMITED_WAR, END_WIDE_WAR), {"wars", "wars_begun", "tremble_share"}),
        ((END_UNDECIDED,), {"wars_begun", "tremble_share"}),
    ],
)
def test_endings_are_counted_under_their_own_name(endings: tuple[int, ...], moved: set[str]) -> None:
    for ending in endings:
        w, p = world_and_params()
        before = row(w, p)
        w.total_endings[1, ending] += 1
        places = np.flatnonzero(row(w, p) != before)
        assert {NAMES[place].split(".")[0] for place in places} == moved
        for name in moved & {"seizures", "wars"}:
            assert NAMES.index(f"{name}.contingency1") in places


def test_a_side_stands_in_its_own_column() -> None:
    for side, name in ((ALLY_SIDE, "trust_ally"), (PROTECTOR_SIDE, "trust_protector")):
        w, p = world_and_params()
        before = value(w, p, name)
        w.sum_trust[side] += QUARTERS
        assert value(w, p, name) - before == pytest.approx(1.0)


def test_military_money_is_one_end() -> None:
    money = {"spending", "total_spending", "defence_share", "bargain_cost"}
    ends = [outcome.name for outcome in OUTCOMES if outcome.role == "end" and READS[outcome.name] & money]
    assert ends == ["spending"]


def test_means_over_time_are_divided_by_the_quarters() -> None:
    w, p = world_and_params()
    for name in ("trust_ally", "unmet_ally", "perception_gap", "decision_days", "first_strike_stability"):
        assert value(w, p, name, 10) == pytest.approx(6.0 * value(w, p, name, 60)), name


def test_an_actor_that_defends_nothing_has_lost_nothing() -> None:
    w, p = world_and_params()
    p.target[:] = p.ally
    w.territory[:] = (0.0, 0.5, 1.0)
    assert value(w, p, f"territory.actor{p.ally}") == pytest.approx(0.5)
    assert value(w, p, f"territory.actor{p.rival}") == 1.0


def test_of_the_protectors_forces_only_those_in_the_theatre_are_ready_there() -> None:
    w, p = world_and_params()
    for actor, part in ((p.ally, 1.0), (p.protector, w.presence)):
        fighting = (w.stock[actor] * p.buildup_cost)[:BASE].sum()
        assert value(w, p, f"ready_forces.actor{actor}") == pytest.approx(w.readiness[actor] * part * fighting)


def test_a_challengers_belief_is_that_of_the_challenger_there() -> None:
    w, p = world_and_params()
    for k in range(SMALL["contingency"]):
        assert value(w, p, f"belief_of_challenger.contingency{k}") == w.belief[p.challenger[k], k]
        assert value(w, p, f"belief_of_ally.contingency{k}") == w.belief[p.ally, k]


def test_what_levels_costs_counts_as_burden() -> None:
    w, p = world_and_params()
    p.levelled_spending[:] = 0.0
    before = value(w, p, f"burden.actor{p.ally}")
    p.levelled_spending[p.ally] = 3.0
    assert value(w, p, f"burden.actor{p.ally}") - before == pytest.approx(3.0 / w.gdp[p.ally])


def test_stocks_of_the_rival_and_missiles_of_all_ranges_are_counted() -> None:
    w, p = world_and_params()
    assert value(w, p, "rival_warheads") == w.stock[p.rival, WARHEAD]
    assert value(w, p, "programme") == pytest.approx(w.missiles.sum())


def test_viewed_opportunities_are_told_by_place_and_class() -> None:
    w, p = world_and_params()
    w.deterrence_count[:], w.deterrence_arms[:] = 0, 0
    w.deterrence_count[1, : len(DETERRENCE_CLASSES)] = 1, 2, 4, 8, 16, 32, 64
    w.deterrence_arms[1, DETERRENCE_CLASSES.index("failed")] = 5
    told = [value(w, p, f"deterrence.contingency1.{name}") for name in DETERRENCE_CLASSES]
    assert told == [1, 2, 4, 8, 16, 32, 64]
    assert {value(w, p, f"deterrence.contingency{k}.{name}") for k in (0, 2) for name in DETERRENCE_CLASSES} == {0.0}
    assert value(w, p, "deterrence_arms.contingency1.failed") == 5
    assert value(w, p, "deterrence_arms.contingency0.failed") == 0


def test_the_share_of_tremble_wars_is_that_of_the_wars_begun() -> None:
    w, p = world_and_params()
    w.total_endings[:], w.tremble = 0, 0
    assert value(w, p, "tremble_share") == 0.0
    w.total_endings[0, END_LIMITED_WAR], w.total_endings[2, END_UNDECIDED], w.tremble = 3, 1, 1
    assert value(w, p, "wars_begun") == 4
    assert value(w, p, "tremble_share") == pytest.approx(0.25)
