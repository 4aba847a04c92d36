"""Gap indices are the parts of the model's own distance; closing a part makes it true and touches nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.model.perception.picture import distance
from kaname.study.crises.case import Case, Eve
from kaname.study.crises.gaps import PARTS, actors_of, closed, indices, parts_between

FIELDS = {
    "belief": "belief", "law": "picture_law", "resolve": "picture_resolve", "capability": "picture_capability",
    "delay": "picture_delay",
}  # fmt: skip


def test_the_mean_of_the_parts_is_the_distance_that_the_model_measures(case: Case, eve: Eve) -> None:
    one, other = int(eve.params.protector[0]), int(eve.params.ally[0])
    parts = parts_between(case, eve, one, other)
    mean = sum(parts.values()) / len(PARTS)
    found = [distance(eve.worlds[n], eve.params[n], one, other, case.contingency) for n in range(3)]
    np.testing.assert_allclose(mean[:3], found, rtol=1e-12)


def test_indices_stand_widest_first_and_leave_no_pair_out(case: Case, eve: Eve) -> None:
    rows = indices(case, eve)
    assert len(rows) == 3 * len(PARTS)
    means = [row["mean"] for row in rows]
    assert means == sorted(means, reverse=True)


@pytest.mark.parametrize("part", PARTS)
def test_closing_a_part_changes_its_own_field_alone_and_only_for_those_observers(
    case: Case, eve: Eve, part: str
) -> None:
    observer = actors_of(case, eve)["challenger"]
    after = closed(case, eve, (part,), (observer,))
    for name in eve.worlds.dtype.names:
        before_values, after_values = eve.worlds[name], after.worlds[name]
        if name != FIELDS[part]:
            np.testing.assert_array_equal(after_values, before_values, err_msg=name)
            continue
        assert (after_values[:, observer] != before_values[:, observer]).any()
        others = [a for a in range(before_values.shape[1]) if a != observer]
        np.testing.assert_array_equal(after_values[:, others], before_values[:, others])


@pytest.mark.parametrize("part", PARTS)
def test_a_closed_part_is_no_gap_between_onlookers_any_more(case: Case, eve: Eve, part: str) -> None:
    actors = actors_of(case, eve)
    after = closed(case, eve, (part,), tuple(actors.values()))
    gap = parts_between(case, after, actors["challenger"], actors["target"])[part]
    assert gap.max() <= (0.02 if part == "law" else 1e-12)


def test_closing_twice_is_closing_once(case: Case, eve: Eve) -> None:
    everyone = tuple(actors_of(case, eve).values())
    once = closed(case, eve, PARTS, everyone)
    assert closed(case, once, PARTS, everyone).worlds.tobytes() == once.worlds.tobytes()
