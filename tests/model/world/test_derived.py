"""What a kernel touches is read off its syntax, through aliases, tables, calls and branches."""

from __future__ import annotations

import pytest

from kaname.core.kernel import kernel, plain
from kaname.core.slots import SLOT
from kaname.model.crisis.deterrence import MECHANISM as DETERRENCE
from kaname.model.engine.catalogue import mechanisms
from kaname.model.world import contract, derived
from kaname.model.world.contract import check_mechanism
from kaname.model.world.derived import NotDerivable, Touches, touches
from kaname.model.world.log import note
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import at, uniform
from kaname.words.events import KIND
from kaname.words.levers import LEVER

SHOCKS = (SLOT["opinion_shock"], SLOT["burden_shock"])
CLARITY = LEVER["clarity"]
PAIR = (LEVER["clarity"], LEVER["doctrine"])
TREMBLE, ELECTION = KIND["challenge"], KIND["election"]
OFF, ON = 0, 1


@kernel
def by_alias(w, p, turn) -> None:
    row = w.threat[p.ally]
    other = w.belief
    marks = turn.tables
    for k in range(other.shape[1]):
        other[0, k] = row[1] + marks.treaty_covers[turn.quarter, k]


@kernel
def in_place(w, p, turn) -> None:
    w.gdp[0] += 1.0
    w.debt[0] = 1.0
    w.presence, w.attention = 0.0, p.stake[0]


@kernel
def draws_from_a_table(w, p, turn) -> None:
    here = at(turn, 0, 1)
    for n in range(len(SHOCKS)):
        w.approval[n] = uniform(here, SHOCKS[n], n)


@kernel
def levers_by_name(w, p, turn) -> None:
    w.presence = w.lever[CLARITY]
    for n in range(2):
        w.presence += w.lever[PAIR[n]]


@kernel
def any_lever(w, p, turn) -> None:
    for n in range(w.lever.shape[0]):
        w.presence += w.lever[n] + w.lever[CLARITY]


@kernel
def told(w, turn, kind: int) -> None:
    note(w, turn, kind, 0, w.gdp[0], 0.0, 0.0, 0.0, 0.0, 0.0)


@kernel
def one_or_the_other(w, p, turn) -> None:
    told(w, turn, TREMBLE if w.window[0] > 0.0 else ELECTION)


@kernel
def only_when(w, way: int) -> float:
    if way == ON:
        return w.presence
    return w.attention


@kernel
def one_way(w, p, turn) -> None:
    w.friction = only_when(w, OFF)


@kernel
def turns_over(w, p, turn) -> None:
    way = OFF
    while w.friction < 1.0:
        w.friction += only_when(w, way)
        way += 1


@kernel
def unnamed_chance(w, p, turn) -> None:
    w.friction = uniform(turn, int(w.gdp[0]), 0)


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (by_alias, Touches({"threat"}, {"belief"}, {"ally"}, {"treaty_covers"})),
        (in_place, Touches({"gdp"}, {"gdp", "debt", "presence", "attention"}, {"stake"})),
        (draws_from_a_table, Touches(set(), {"approval"}, slots={"opinion_shock", "burden_shock"})),
        (levers_by_name, Touches({"presence", "lever.clarity", "lever.doctrine"}, {"presence"})),
        (any_lever, Touches({"presence", "lever"}, {"presence"})),
        (one_or_the_other, Touches({"window", "gdp"}, events={"challenge", "election"})),
        (one_way, Touches({"attention"}, {"friction"})),
        (turns_over, Touches({"friction", "presence", "attention"}, {"friction"})),
    ],
)
def test_what_a_kernel_touches_is_read_off_its_syntax(run: object, expected: Touches) -> None:
    assert touches(run) == expected  # type: ignore[arg-type]
    assert touches(plain(run)) == expected  # type: ignore[arg-type]


def test_chance_without_a_known_name_is_refused() -> None:
    with pytest.raises(NotDerivable, match="unnamed_chance"):
        touches(unnamed_chance)


def test_every_declared_name_that_a_mechanism_touches_exists() -> None:
    for mechanism in mechanisms():
        assert {name for name in mechanism.reads if not name.startswith("lever.")} <= set(derived.FIELD), mechanism.name
        assert set(mechanism.writes) <= set(derived.FIELD), mechanism.name
        assert set(mechanism.params) <= set(derived.PARAM), mechanism.name


def test_a_branch_that_no_run_takes_is_derived_all_the_same() -> None:
    assert "type_belief" in DETERRENCE.reads


@kernel
def hidden(w, p, turn) -> None:
    w.friction = min(1.0, w.tension[0])


@pytest.mark.parametrize(("name", "missing"), [("reads", "tension"), ("writes", "friction")])
def test_the_contract_notices_what_the_derivation_misses(
    name: str, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = touches(hidden)
    short = Touches(**{k: v - {missing} if k == name else v for k, v in vars(known).items()})
    monkeypatch.setattr(derived, "touches", lambda run: short)
    monkeypatch.setattr(contract, "disagreements", lambda *_: set())
    with pytest.raises(AssertionError, match=rf"{name}: recorded but not derived \['{missing}'\]"):
        check_mechanism(Mechanism("Short.", (), (), hidden), worlds=2)


@kernel
def leaves(w, p, turn) -> None:
    w.friction = 2.0


@kernel
def never(w, p, turn) -> None:
    if w.friction > 1.0:
        w.friction = 1.0


@pytest.mark.parametrize(("run", "said"), [(leaves, "outside the declared range"), (never, "one way only")])
def test_the_contract_notices_a_range_that_is_left_and_a_branch_that_is_not_walked(
    run: object, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if run is leaves:
        monkeypatch.setattr(contract, "_one_way", lambda *_: [])
    with pytest.raises(AssertionError, match=said):
        check_mechanism(Mechanism("Leaves.", (), (), run), worlds=2)  # type: ignore[arg-type]


def test_the_contract_notices_a_compiled_kernel_that_does_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contract, "_one_way", lambda *_: [])
    monkeypatch.setattr(contract, "plain", lambda run, *_: plain(leaves) if not _ else plain(run, *_))
    with pytest.raises(AssertionError, match=r"differ in \['friction'\]"):
        check_mechanism(Mechanism("Differs.", (), (), hidden), worlds=2)
