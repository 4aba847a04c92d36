"""Origins between the starts: law by its date, levels at what had been observed, the rest from the start before."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.core.errors import InputError
from kaname.evidence.load import load_evidence
from kaname.study.origins import block_mean, compiled_at, origins_of, with_parameters


def test_every_year_takes_its_figures_from_the_nearest_start_before_it() -> None:
    origins = origins_of("us-japan", 2008, 2021)
    assert origins[2008] == origins[2012] == "us-japan-2008"
    assert origins[2013] == origins[2018] == "us-japan-2013"
    assert origins[2019] == origins[2021] == "us-japan-2019"


def test_an_origin_stands_at_the_last_year_observed_and_knows_no_later_one() -> None:
    compiled = compiled_at("us-japan", 2016, 2)
    observed = load_evidence().figures["observed.defence_share"].value
    actors = list(compiled.axes["actor"])
    assert (compiled.scenario.start.year, compiled.quarters) == (2016, 8)
    for actor, years in observed.items():  # type: ignore[union-attr]
        place = actors.index(actor)
        assert compiled.start["defence_share"][0, place] == pytest.approx(years["2015"])
    days = load_evidence().figures["record.contiguous_days"].value
    place = list(compiled.axes["contingency"]).index("senkaku")
    assert compiled.start["tempo"][0, place] == pytest.approx(days["2015"] / 4)  # type: ignore[index,operator]


def test_a_normal_share_is_drawn_around_the_level_of_the_origin() -> None:
    compiled = compiled_at("us-japan", 2016, 2)
    _, params, _ = compiled.futures("as_is", 1, 0, 400)
    place = list(compiled.axes["actor"]).index("jp")
    assert np.median(params["burden_normal"][:, place]) == pytest.approx(0.0095, rel=0.03)


def test_a_start_of_its_own_is_taken_as_it_stands() -> None:
    assert compiled_at("us-japan", 2019, 2).scenario.id == "us-japan-2019"


def test_a_year_before_every_start_is_refused() -> None:
    with pytest.raises(InputError, match="no start of us-japan lies before 2007"):
        compiled_at("us-japan", 2007, 2)


def test_a_block_is_as_doubtful_as_blocks_before_it_differed() -> None:
    mean, doubt = block_mean([1.0, 1.0, 4.0, 4.0, 1.0, 1.0], 2)
    assert mean == 1.0
    assert doubt == pytest.approx(8.5 / 2.5)
    assert block_mean([0.0, 0.0], 2) == (0.25, 10.0)


def test_a_parameter_held_still_is_the_same_in_every_future_and_an_unknown_one_is_refused() -> None:
    held = with_parameters(compiled_at("us-japan", 2019, 3), {"death_level": 0.0, "votes_spread": 0.2})
    _, params, _ = held.futures("as_is", 1, 0, 5)
    assert (params["death_level"] == 0.0).all()
    assert (params["votes_spread"] == 0.2).all()
    assert len(set(params["votes_views"])) == 5
    with pytest.raises(InputError, match="death_levl"):
        with_parameters(held, {"death_levl": 0.0})
