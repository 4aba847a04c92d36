"""Every lever moves something that is not money; what the audit says of a lever is what the rows say."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from kaname.core.errors import InputError
from kaname.evidence.load import load_evidence
from kaname.study.lever_audit import ALIVE, DEAD, MEANS, SMALL, WRONG, Audited, Effect, Held, audited, looked_at
from kaname.study.session import Session, session
from kaname.words.levers import LEVERS, NAMES, OPEN, Expected
from kaname.words.outcomes import BY_NAME, MONEY

PAIRS, MORE_PAIRS = 60, 300
"""Pairs for all levers, and for those that so few show nothing of: what only wars move is rare."""


@pytest.fixture(scope="module")
def opened() -> Iterator[Session]:
    with session("us-japan", adoption="adopted") as made:
        yield made


@pytest.fixture(scope="module")
def audit(opened: Session) -> dict[str, Audited]:
    return {one.lever: one for one in audited(opened, NAMES, PAIRS)}


def test_every_lever_moves_a_declared_outcome_that_is_not_money(opened: Session, audit: dict[str, Audited]) -> None:
    assert set(audit) == set(NAMES)
    unclear = [name for name, item in audit.items() if item.verdict in (DEAD, SMALL)]
    assert len(unclear) < len(NAMES) / 4
    weak = {item.lever: item.verdict for item in audited(opened, unclear, MORE_PAIRS) if item.verdict in (DEAD, SMALL)}
    assert weak == {}


def test_money_and_the_workings_of_the_model_are_not_looked_at() -> None:
    assert not any(
        looked_at(name) for name in (*MONEY, "burden.jp", "levers_in_force", "tremble_wars", "deterrence.a.b")
    )
    assert looked_at("casualties.jp")
    assert looked_at("presence")


def test_an_effect_is_the_paired_difference_over_the_spread_of_things_as_they_are(
    opened: Session, audit: dict[str, Audited]
) -> None:
    low, high = (opened.run({"clarity": value}, PAIRS) for value in (0.0, 1.0))
    held = next(one for one in audit["clarity"].expected if one.expected.outcome == "belief_rival")
    gaps = high.column("belief_rival") - low.column("belief_rival")
    place = low.columns.index("belief_rival")
    assert held.found is not None
    assert held.found.moved == pytest.approx(float(np.mean(gaps)))
    assert held.found.size == pytest.approx(float(np.mean(gaps) / np.std(low.reference[:, place])))


def _one(end: float, mean: float, sign: int, found: float) -> Audited:
    made = [Effect("x", n == 0, size, size, size, size, "share", True) for n, size in enumerate((end, mean, found))]
    held = Held(Expected("x", sign, ("huth_1988",)), made[2])
    return Audited("clarity", 0.0, 1.0, "share", 9, made[0], made[1], (held,), 2)


@pytest.mark.parametrize(
    ("sizes", "verdict"),
    [((0.2, 0.0, 1, -0.05), WRONG), ((0.2, 0.0, OPEN, -0.05), ALIVE), ((0.2, 0.0, 1, -0.005), ALIVE),
     ((0.05, -0.2, 1, 0.1), MEANS), ((0.05, 0.05, 1, 0.1), SMALL), ((0.005, 0.005, 1, 0.1), DEAD)],
)  # fmt: skip
def test_a_verdict_follows_from_sizes_and_signs(sizes: tuple[float, float, int, float], verdict: str) -> None:
    assert _one(*sizes).verdict == verdict


def test_every_lever_says_what_is_expected_of_it_and_who_says_so() -> None:
    sources = load_evidence().sources
    for lever in LEVERS:
        assert lever.expects, lever.name
        for one in lever.expects:
            assert one.outcome in BY_NAME
            assert one.sign in (-1, OPEN, 1)
            assert one.says
            assert set(one.says) <= set(sources), (lever.name, one.says)


def test_a_lever_that_is_not_known_is_refused_before_anything_runs() -> None:
    from kaname.api.levers import audit_levers

    with pytest.raises(InputError, match="clarity"):
        audit_levers("us-japan", ["claritty"])
    with pytest.raises(InputError, match="outside 2"):
        audit_levers("us-japan", futures=1)
