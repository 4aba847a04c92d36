"""The doors between the clocks: what a crisis touches is what its mechanisms declare, and what the doors keep."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from kaname.core.kernel import plain
from kaname.model.engine import doors
from kaname.model.engine.catalogue import mechanisms
from kaname.model.world.recorder import Recorded, Touched
from kaname.model.world.room import empty_room
from kaname.model.world.samples import random_world
from kaname.model.world.turn import Turn
from kaname.words.axes import END_CONCESSION, END_FAIT_ACCOMPLI, END_LIMITED_WAR, END_STATUS_QUO, END_WIDE_WAR
from kaname.words.levers import NAMES as LEVERS
from tests.laws.arms import study

OF_CRISES = ("crisis.response", "crisis.battle", "campaign.day")
READ_BY_DOORS = {
    "opportunity", "territory", "ending", "total_endings", "chain_length", "camp_day", "camp_control", "camp_arrival",
    "camp_force_in_being", "deterrence_viewed",
}  # fmt: skip
WRITTEN_BY_DOORS = {"ending", "total_endings", "chain_code", "chain_length", "chain_quarter", "deterrence_viewed"}
WORLDS = 12


def declared(what: str) -> set[str]:
    return set().union(*(getattr(m, what) for m in mechanisms() if m.name in OF_CRISES))


@lru_cache(maxsize=1)
def touched() -> tuple[Touched, Touched, set[int]]:
    """What crises and campaigns in random worlds read and wrote of the world and the parameters, and their endings."""
    compiled = study(5)
    of_world, of_params, endings = Touched(), Touched(), set()
    sizes = {axis: len(compiled.axes[axis]) for axis in ("actor", "contingency", "cohort")}
    run = plain(doors.open_crises)
    for number in range(WORLDS):
        rng = np.random.default_rng(number)
        w, p = _world(rng, sizes, compiled), compiled.params["as_is"].copy().view(np.recarray)[0]
        turn = Turn(1, doors.JUDGED_FUTURES + number, 3, 3 * 1048576, compiled.tables, compiled.bots,
                    *empty_room(64))  # fmt: skip
        with np.errstate(all="ignore"):
            run(Recorded(w, of_world), Recorded(p, of_params), turn)
        endings |= set(w.ending.tolist())
    return of_world, of_params, endings


def _world(rng: np.random.Generator, sizes: dict[str, int], compiled: Any) -> Any:
    """A random world with the scenario's forces, in which every contingency has its opportunity."""
    w = random_world(rng, sizes)
    w.stock[:] = compiled.start["stock"][0]
    w.opportunity[:] = 1
    w.deterrence_viewed = 0
    w.chain_length = rng.integers(0, 8)
    for name in ("ending", "rung", "conduct", "access", "losses", "total_endings"):
        w[name][...] = 0
    return w


def test_crises_touch_what_their_mechanisms_declare_and_what_the_doors_keep() -> None:
    of_world, of_params, _ = touched()
    allowed = declared("reads") | {f"lever.{name}" for name in LEVERS if "lever" in declared("reads")}
    assert of_world.reads - allowed <= READ_BY_DOORS
    assert of_world.writes - declared("writes") <= WRITTEN_BY_DOORS
    assert of_params.reads - declared("params") <= {"deterrence_views", "challenger"}


def test_these_worlds_see_peace_short_of_war_and_war() -> None:
    _, _, endings = touched()
    assert END_STATUS_QUO in endings
    assert endings & {END_CONCESSION, END_FAIT_ACCOMPLI}
    assert endings & {END_LIMITED_WAR, END_WIDE_WAR}


def test_the_quarter_forgets_last_quarters_crises() -> None:
    rng = np.random.default_rng(1)
    w = random_world(rng)
    w.witness[:] = 1
    plain(doors.clear_quarter)(w)
    for name in ("ending", "rung", "conduct", "access", "losses", "witness", "crisis_evidence"):
        assert not w[name].any(), name


def test_opportunities_are_judged_in_the_first_futures_and_in_all_where_a_run_asks_for_it() -> None:
    compiled = study(5)
    p = compiled.params["as_is"].copy().view(np.recarray)[0]
    viewed = plain(doors._is_judged)
    for future, asked, expected in ((0, 0, True), (499, 0, True), (500, 0, False), (500, 1, True)):
        p.deterrence_views = asked
        turn = Turn(1, future, 0, 0, compiled.tables, compiled.bots, *empty_room())  # fmt: skip
        assert viewed(p, turn) == expected
        frozen = compiled.tables.active.copy()
        frozen[doors.DETERRENCE] = 0
        assert not viewed(p, turn._replace(tables=compiled.tables._replace(active=frozen)))
