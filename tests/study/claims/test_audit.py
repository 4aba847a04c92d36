"""The audit in models whose truth is known: what is true is found, and what is not is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from kaname.core.errors import InputError
from kaname.study.claims.audit import audited
from tests.study.claims.planted import Planted, audit, claim

Figures = Mapping[str, np.ndarray]


def _true(done: float, figures: Figures, chance: np.ndarray) -> np.ndarray:
    return 0.3 * done * (1.0 + chance[:, 1]) + chance[:, 0]


def _null(done: float, figures: Figures, chance: np.ndarray) -> np.ndarray:
    return chance[:, 0] + 0.3 * done * chance[:, 1]


def _trivial(done: float, figures: Figures, chance: np.ndarray) -> np.ndarray:
    return 0.02 * done * (1.0 + 0.5 * chance[:, 1]) + chance[:, 0]


def _in_a_box(done: float, figures: Figures, chance: np.ndarray) -> np.ndarray:
    inside = (figures["u.figure_3"] > 0.5) & (figures["u.figure_5"] < 0.8)
    return done * np.where(inside, 1.0, -1.0) * (1.0 + 0.2 * chance[:, 1]) + chance[:, 0]


def _confounded(done: float, figures: Figures, chance: np.ndarray) -> np.ndarray:
    """A shock moves the outcome by much; what is done moves it by nothing but a little chance."""
    return 5.0 * chance[:, 2] + 0.1 * done * chance[:, 1]


def _fixed(done: float, figures: Figures, chance: np.ndarray) -> np.ndarray:
    return done * figures["u.figure_1"] + chance[:, 0]


def test_a_claim_that_is_true_holds_early_and_one_against_it_fails() -> None:
    found = audit(_true)
    assert (found.verdict, found.futures) == ("holds", 250)
    assert found.lines[0].found.mean == pytest.approx(0.3, abs=0.08)
    assert audit(_true, expect="lower").verdict == "fails"


def test_no_effect_is_too_small_and_not_a_claim_that_fails() -> None:
    found = audit(_null)
    assert found.verdict == "too small to matter"
    assert audit(_null, expect="alike").verdict == "holds"
    assert audit(_null, expect="not_lower").verdict == "holds"
    assert audit(_true, expect="not_higher").verdict == "fails"


def test_what_is_true_and_trivial_is_too_small_to_matter_however_sure() -> None:
    found = audit(_trivial)
    assert found.verdict == "too small to matter"
    assert found.lines[0].q < 1e-6
    assert found.lines[0].size == pytest.approx(0.2, abs=0.03)


def test_a_shared_shock_does_not_pass_for_an_effect() -> None:
    found = audit(_confounded)
    assert found.verdict == "too small to matter"
    assert abs(found.lines[0].found.mean) < 0.03


def test_a_claim_that_is_true_only_in_some_worlds_depends() -> None:
    found = audit(_in_a_box)
    assert found.verdict == "depends"
    assert found.lines[0].share[0] == pytest.approx(0.4, abs=0.06)
    assert audit(_in_a_box, expect="lower").lines[0].share[0] == pytest.approx(0.6, abs=0.06)


def test_what_goes_one_way_in_every_pair_is_built_in() -> None:
    assert audit(_fixed).verdict == "built in"
    assert audit(_fixed, expect="lower").verdict == "fails"
    assert audit(_true, built_in="Its range starts at nothing.").verdict == "built in"


def test_what_a_budget_cannot_settle_is_said_so() -> None:
    found = audit(lambda *given: 12.0 * _null(*given), futures=40)
    assert (found.verdict, found.futures) == ("cannot tell", 40)


def test_a_claim_stops_when_it_is_settled_and_others_go_on() -> None:
    models = {"P01": Planted(_true), "P02": Planted(lambda *given: 12.0 * _null(*given))}
    asked = [claim(name=name) for name in models]
    told: list[tuple[int, int]] = []
    found = audited(asked, lambda one, _: models[one.id], 2000, lambda *steps: told.append(steps))
    assert [one.futures for one in found] == [250, 2000]
    assert told[-1] == (8, 8)
    assert told == sorted(told)


def test_a_claim_is_as_strong_as_its_weakest_line_and_asides_do_not_count() -> None:
    one = claim()
    against = replace(one.lines[0], expect="lower")
    both = replace(one, lines=(one.lines[0], against))
    aside = replace(one, id="P02", lines=(one.lines[0], replace(against, aside=True)))
    found = audited([both, aside], lambda *_: Planted(_true), 500)
    assert [judged.verdict for judged in found] == ["fails", "holds"]


def test_without_an_effect_few_of_many_claims_are_clear() -> None:
    """Sixty claims about nothing, at a smallest effect of nearly nothing: the error rate is that of the set."""
    asked = [claim(name=f"P{place}", matters=1e-6) for place in range(60)]
    found = audited(asked, lambda one, _: Planted(_null, seed=100 + int(one.id[1:])), 500)
    clear = [one for one in found if one.verdict in ("holds", "mostly", "fails", "built in")]
    assert len(clear) <= 1


def test_an_interaction_is_the_difference_of_two_differences() -> None:
    one = claim()
    line = replace(one.lines[0], terms=(("done", 1.0), ("as_is", -2.0), ("twice", 1.0)))
    asked = replace(one, lines=(line,), arms={**one.arms, "twice": replace(one.arms["done"], levers={"lever": 2.0})})
    (found,) = audited([asked], lambda *_: Planted(_true), 2000)
    assert found.lines[0].found.mean == pytest.approx(0.9, abs=0.1)


def test_a_budget_outside_its_range_is_refused() -> None:
    with pytest.raises(InputError, match="outside 20"):
        audited([claim()], lambda *_: Planted(_true), 10)
