"""Cut a link: what one lever moves stops exactly downstream of the cut, and nowhere else.

Two arms differ in the value of one lever, delegation of decisions in advance: both put it in force in the first
quarter, one at the value that it has anyway and one in full. With no link cut it moves delay, control of the
objective, opinion and spending (and the next revision of the guidelines in one future of 600, too few to ask for).
Then one link is frozen at its start: what the declarations cannot reach any more must agree to the last bit in every
future, and what they can still reach must still move.
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from kaname.model.engine.catalogue import core
from kaname.model.engine.order import ORDER
from kaname.words.fields import FIELDS
from kaname.words.levers import LEVER as LEVER_PLACE
from tests.laws.arms import final_worlds, moved, study, switched, with_lever
from tests.laws.reach import BY_NAME, CRISES, TOTALS, reached, running

LEVER = "decision_predelegation"
IN_FULL = 1.0
FUTURES, YEARS = 80, 5
FEW_FUTURES, FEW_YEARS = 25, 3
MANY_FUTURES, MANY_YEARS = 800, 15
NAMED = {"decision_days", "last_control", "support_force", "spending"}
EVERY_FIELD = {field.name for field in FIELDS}
DELAYS = {"delay", "decision_days", "sum_decision_days"}
PICTURES = {"picture_delay", "gap", "sum_gap"}
CRISES_THERE = {"territory", "total_endings"}
REST = {"support_force", "spending", "total_spending", "stock", "trust", "sum_trust", "belief"}
WIDE = DELAYS | PICTURES | CRISES_THERE | REST
FOUGHT = {"last_control", "losses", "total_losses", "territory", "total_endings", "total_challenges"}

# link: (fields that must stop, fields that must still move). What stops is computed from the declarations; naming some
# of it keeps a declaration that has grown too wide from emptying the test.
LINKS: dict[str, tuple[set[str], set[str]]] = {
    "law.permission": ({"permit", "undetermined", "covered"}, WIDE),
    "coordination.delay": (WIDE | FOUGHT | NAMED, set()),
    "perception.type_filter": ({"belief", "type_belief", "profession"}, WIDE - {"belief"}),
    "perception.picture": (PICTURES, DELAYS | CRISES_THERE),
    "crisis.temper": ({"temper", "status_quo", "exhaustion"}, DELAYS | PICTURES),
    "crisis.guarantee": ({"obligation"}, WIDE),
    "crisis.opportunity": (FOUGHT, DELAYS | PICTURES),
    "crisis.response": (FOUGHT | {"casualties", "incident"}, DELAYS | PICTURES),
    "campaign.day": ({"last_control", "losses", "total_losses"}, WIDE),
    "crisis.battle": (set(), WIDE),
    "crisis.aftermath": ({"territory", "casualties", "incident"}, WIDE - {"territory"}),
    "politics.opinion": ({"support_force", "support_alliance"}, WIDE - {"support_force"}),
    "politics.consent": ({"consent"}, WIDE),
    "politics.capital": ({"capital"}, WIDE),
    "economy.burden": ({"spending", "total_spending", "defence_share"}, WIDE - {"spending", "total_spending"}),
    "economy.debt": ({"debt"}, WIDE),
    "economy.growth": ({"gdp"}, WIDE),
    "forces.buildup": ({"pipeline", "regional_capacity"}, WIDE - {"stock"}),
    "commitments.ledger": ({"trust", "unmet", "expected", "delivered"}, WIDE - {"trust", "sum_trust"}),
    "commitments.guidelines": ({"revisions", "guidelines_age", "role_clarity"}, WIDE),
    "commitments.adoption": (EVERY_FIELD, set()),
    "perception.signals": ({"consultation_level", "surprise_count"}, WIDE),
    "perception.threat": ({"threat"}, DELAYS | PICTURES | CRISES_THERE | {"spending"}),
    "politics.calendar": ({"window", "administration"}, WIDE),
}


@lru_cache(maxsize=64)
def effect(preset: str, frozen: tuple[str, ...], futures: int, years: int) -> dict[str, int]:
    """Futures in which each field differs between the two arms at the end."""
    compiled = study(years)
    as_it_was = float(compiled.start["lever"][0, LEVER_PLACE[LEVER]])
    arms = [switched(with_lever(compiled, LEVER, value), preset, frozen) for value in (as_it_was, IN_FULL)]
    return moved(*(final_worlds(arm, futures) for arm in arms))


def test_with_no_link_cut_the_lever_moves_delay_control_opinion_and_spending() -> None:
    found = effect("full", (), MANY_FUTURES, MANY_YEARS)
    assert set(found) >= NAMED
    assert {field for field in WIDE if found[field] < MANY_FUTURES // 4} == set()


def test_in_the_core_the_lever_moves_the_same() -> None:
    # `losses` are those of the last quarter alone, and few futures fight in it.
    assert set(effect("core", (), FUTURES, YEARS)) >= (WIDE | FOUGHT) - {"losses"}


def test_every_link_of_the_core_is_cut_once() -> None:
    # The score adds up and deterrence counts what would have been: neither is a link.
    assert set(LINKS) == core() - {"engine.score", "crisis.deterrence"}


@pytest.mark.parametrize("link", LINKS)
def test_a_cut_stops_what_is_downstream_to_the_last_bit(link: str) -> None:
    stops, _ = LINKS[link]
    unreachable = EVERY_FIELD - reached(LEVER, running("core", (link,)))
    assert stops <= unreachable
    assert set(effect("core", (link,), FUTURES, YEARS)) & unreachable == set()


@pytest.mark.parametrize("link", LINKS)
def test_a_cut_stops_nothing_else(link: str) -> None:
    _, still = LINKS[link]
    assert still <= set(effect("core", (link,), FUTURES, YEARS))


@pytest.mark.parametrize("link", [name for name in ORDER if name != "engine.score"])
def test_with_everything_running_a_cut_stops_what_is_downstream_to_the_last_bit(link: str) -> None:
    unreachable = EVERY_FIELD - reached(LEVER, running("full", (link,)))
    own = {name for name in BY_NAME[link].writes if writers(name) == {link}}
    assert own <= unreachable
    assert set(effect("full", (link,), FEW_FUTURES, FEW_YEARS)) & unreachable == set()


def test_two_arms_that_do_not_differ_agree_in_every_field() -> None:
    compiled = study(FEW_YEARS)
    assert moved(final_worlds(compiled, 10), final_worlds(compiled, 10)) == {}


def test_only_the_score_adds_to_totals_and_only_the_doors_keep_endings() -> None:
    """What reach.py knows beside the declarations is so."""
    assert all(writers(total) == {"engine.score"} for total in TOTALS.values())
    assert writers("ending") == writers("total_endings") == set()
    assert all(BY_NAME[name].room in ("crisis", "campaign") for name in CRISES)


def writers(field: str) -> set[str]:
    """Mechanisms that write a field."""
    return {name for name, mechanism in BY_NAME.items() if field in mechanism.writes}
