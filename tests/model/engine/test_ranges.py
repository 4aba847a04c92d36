"""Ranges: a future that leaves them is found, named with field and quarter, dropped from both arms and counted."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from kaname.compile.compiled import Compiled
from kaname.core.kernel import plain
from kaname.model.engine.ranges import SLACK, Frame, digest, first_outside, frame_of, words_of
from kaname.model.world.samples import SMALL, random_world, sizes_of
from kaname.store.spans import Span
from kaname.study.chunk import compute
from kaname.study.design import Design
from kaname.study.replay import first_failure, quarters_of
from kaname.study.runner import run
from kaname.words.axes import ALLY_SIDE
from kaname.words.fields import FIELDS, world_type
from kaname.words.levers import LEVER
from tests.laws.arms import final_worlds, study

BARGAINS = ("as_is", "unequal_by_design")
FUTURES = 30
YEARS = 5
outside, digested = plain(first_outside), plain(digest)


def one_world() -> np.ndarray:
    """A record array of length 1 with every field inside its range."""
    world = np.zeros(1, world_type(sizes_of(SMALL)))
    world[0] = random_world(np.random.default_rng(2))
    return world


def found_in(world: np.ndarray) -> str:
    """Name of the first field outside its range, or nothing."""
    frame = frame_of(world.dtype)
    place = outside(words_of(world), frame)
    return "" if place < 0 else FIELDS[frame.field[place]].name


def test_a_world_inside_its_ranges_is_let_through() -> None:
    assert found_in(one_world()) == ""


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_element_of_every_field_is_watched(field) -> None:
    shape = one_world()[field.name][0].shape
    last = tuple(size - 1 for size in shape)
    room = 2.0 * SLACK * max(1.0, abs(field.high))
    wrong = [field.low - max(1.0, room), field.high + max(1.0, room)]
    wrong += [math.nan, math.inf] if field.kind == "real" else []
    for value in wrong:
        world = one_world()
        world[field.name][(0, *last)] = value
        assert found_in(world) == field.name, value


def test_the_last_digits_of_a_sum_are_forgiven() -> None:
    world = one_world()
    world["trust"][0, 0] = 1.0 + SLACK / 2.0
    assert found_in(world) == ""


def test_equal_worlds_have_equal_digests_and_any_changed_bit_another() -> None:
    first, second = one_world(), one_world()
    assert digested(words_of(first)) == digested(words_of(second))
    for byte in range(0, first.dtype.itemsize, 97):
        changed = one_world()
        changed.view(np.uint8)[byte] ^= 1
        assert digested(words_of(changed)) != digested(words_of(first)), byte


def narrowed(compiled: Compiled, name: str, high: float) -> Compiled:
    """The study with a lower ceiling for one field, so that some futures break it in the course of the years."""
    place = [field.name for field in FIELDS].index(name)
    frame = compiled.frame
    return replace(
        compiled, frame=Frame(frame.real, frame.low, np.where(frame.field == place, high, frame.high), frame.field)
    )


def test_a_future_that_leaves_its_range_is_named_with_field_and_quarter() -> None:
    compiled = narrowed(study(YEARS, False, BARGAINS), "revisions", 0.0)
    design = Design("us-japan", BARGAINS, FUTURES, robustness=0)
    rows = compute(compiled, design, Span("as_is", 0, FUTURES - 1))
    failed = np.flatnonzero(rows.failed >= 0)
    assert 0 < len(failed) < FUTURES
    quarters = set()
    for future in failed:
        place, quarter = first_failure(compiled, design, "as_is", int(future))
        assert FIELDS[place].name == "revisions"
        revisions = [q.world["revisions"][0] for q in quarters_of(compiled, design, "as_is", int(future))]
        assert revisions[quarter] == 1
        assert sum(revisions[:quarter]) == 0
        quarters.add(quarter)
    assert len(quarters) > 1


def test_a_number_that_is_none_is_found_and_named() -> None:
    compiled = study(YEARS, False, BARGAINS)
    params = compiled.params["as_is"].copy()
    params["lever_cost_ally"][0, LEVER["clarity"]] = math.nan
    params["lever_asked"][0, LEVER["clarity"]] = 1.0
    params["adoption"] = 1
    broken = replace(compiled, params={**compiled.params, "as_is": params})
    assert first_failure(broken, Design("us-japan", BARGAINS, 1), "as_is", 0) == (
        [field.name for field in FIELDS].index("defence_share"),
        0,
    )


def test_a_future_that_is_sound_has_no_failure_to_name() -> None:
    compiled = study(YEARS, False, BARGAINS)
    with pytest.raises(RuntimeError, match="failed in the ensemble and not in its replay"):
        first_failure(compiled, Design("us-japan", BARGAINS, 1), "as_is", 0)


def test_a_failed_future_is_dropped_from_both_arms_and_counted(tmp_path: Path) -> None:
    unharmed = study(YEARS, False, BARGAINS)
    worlds = {bargain: final_worlds(unharmed, FUTURES, bargain) for bargain in BARGAINS}
    unmet = {bargain: worlds[bargain]["sum_unmet"] for bargain in BARGAINS}
    most = float(np.median(unmet["as_is"].max(axis=1)))
    expected = {bargain: unmet[bargain].max(axis=1) > most for bargain in BARGAINS}

    design, watched = (
        Design("us-japan", BARGAINS, FUTURES, chunk=8, robustness=0),
        narrowed(unharmed, "sum_unmet", most),
    )
    result = run(design, watched, tmp_path / "run", "")
    for bargain in BARGAINS:
        tables = [pq.read_table(file) for file in result.manifest.paths(bargain)]
        quarters = np.concatenate([table.column("failed_quarter").to_numpy() for table in tables])
        fields = sum((table.column("failed_field").to_pylist() for table in tables), [])
        assert ((quarters >= 0) == expected[bargain]).all()
        assert set(np.array(fields)[expected[bargain]]) == {"sum_unmet"}
        assert result.summary["bargains"][bargain]["failed"] == expected[bargain].sum()
    either = expected["as_is"] | expected["unequal_by_design"]
    pair = result.summary["pairs"]["unequal_by_design-minus-as_is"]
    assert pair["dropped"] == either.sum()
    assert pair["pairs"] == FUTURES - either.sum() > 0
    assert pair["dropped"] > min(expected[bargain].sum() for bargain in BARGAINS)
    gaps = (unmet["unequal_by_design"] - unmet["as_is"])[~either, ALLY_SIDE] / unharmed.quarters
    assert pair["outcomes"]["unmet_ally"]["mean"] == pytest.approx(gaps.mean())
