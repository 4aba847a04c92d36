"""The order of the day: one switch and one place for every mechanism, and a frozen one leaves its fields alone."""

from __future__ import annotations

import numpy as np
import pytest

from kaname.compile.switches import active_switches
from kaname.core.errors import InputError
from kaname.model.engine.catalogue import core, mechanisms
from kaname.model.engine.order import ORDER, PLACE
from kaname.words.axes import WARHEAD
from tests.laws.arms import bits, final_worlds, study, switched

SHARED_ON_PURPOSE = {
    "access", "camp_arrival", "conduct", "rung", "total_supported", "witness",  # a crisis decides, its battles again
    "camp_ceiling", "camp_host_fire", "camp_recapture", "camp_ordered",  # ordered by a crisis, again by its battles
    "landing_lost",  # counted by the campaign, forgotten after the crisis
    "stock",  # built, spent in campaigns, and the rival's warheads by their own rule
    "losses",  # counted by the campaign, forgotten by the quarter
    "chain_code", "chain_length", "chain_quarter",  # the first eight events, whoever makes them
}  # fmt: skip
FUTURES, YEARS = 6, 5


def test_places_are_those_of_the_order_and_the_core_names_mechanisms() -> None:
    assert [PLACE[name] for name in ORDER] == list(range(len(ORDER)))
    assert set(ORDER) >= core()
    assert len(set(ORDER)) == len(ORDER)


def test_a_preset_less_what_is_frozen() -> None:
    full, less = active_switches("full"), active_switches("core", ["politics.opinion"])
    assert full.all()
    running = {ORDER[place] for place in np.flatnonzero(less)}
    assert running == core() - {"politics.opinion"}
    with pytest.raises(InputError, match=r"Nearest: politics\.opinion"):
        active_switches("full", ["politics.opinon"])


def test_a_field_has_one_writer_but_for_those_that_are_shared_on_purpose() -> None:
    writers: dict[str, list[str]] = {}
    for mechanism in mechanisms():
        for name in mechanism.writes:
            writers.setdefault(name, []).append(mechanism.name)
    shared = {name for name, by in writers.items() if len(by) > 1}
    assert shared <= SHARED_ON_PURPOSE, {name: writers[name] for name in shared - SHARED_ON_PURPOSE}


@pytest.mark.parametrize("name", [n for n in ORDER if n not in ("crisis.response", "crisis.battle")])
def test_a_frozen_mechanism_leaves_its_fields_at_their_start(name: str) -> None:
    compiled = study(YEARS)
    start, _, _ = compiled.futures("as_is", 1, 0, FUTURES)
    worlds = final_worlds(switched(compiled, "full", [name]), FUTURES)
    own = [m for m in mechanisms() if m.name == name][0].writes
    alone = [field for field in own if field not in SHARED_ON_PURPOSE]
    for field in alone:
        assert (bits(worlds[field]) == bits(start[field])).all(), field
    assert alone or name == "stability.arsenal"


def test_without_its_arsenal_mechanism_the_rival_keeps_the_warheads_it_has() -> None:
    compiled = study(YEARS)
    rival = int(compiled.params["as_is"]["rival"][0])
    start, _, _ = compiled.futures("as_is", 1, 0, FUTURES)
    frozen = final_worlds(switched(compiled, "full", ["stability.arsenal"]), FUTURES)["stock"][:, rival, WARHEAD]
    running = final_worlds(compiled, FUTURES)["stock"][:, rival, WARHEAD]
    assert (frozen == start["stock"][:, rival, WARHEAD]).all()
    assert (running != frozen).all()
