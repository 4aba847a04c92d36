"""Rows of claims come from the engine: arms are pairs, grow by the next futures, and are kept on disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kaname.core.errors import InputError
from kaname.scenarios.contrasts import Change
from kaname.scenarios.injects import Inject
from kaname.study.claims.estimate import REPEATS
from kaname.study.claims.futures import Futures, Setting
from kaname.study.claims.kept import Kept
from kaname.words.fields import BY_NAME
from tests.study.runs import SCENARIO

YEARS, SEED = 2, 5
AS_IS, READY = Change(), Change(levers={"first_responder_readiness": 1.0})


def _futures(*changes: Change, outcomes: tuple[str, ...] = ("gdp.jp",), crisis: tuple[str, str] | None = None,
             store: Kept | None = None) -> Futures:  # fmt: skip
    made = Futures(Setting(SCENARIO, {"years": YEARS}, crisis), SEED, 2, store)
    for change in changes:
        made.ask(change, outcomes)
    made.check()
    made.ready()
    return made


def test_more_futures_leave_the_first_as_they_were() -> None:
    grown, whole = _futures(AS_IS), _futures(AS_IS)
    first = grown.column(AS_IS, "gdp.jp", 6).copy()
    assert grown.column(AS_IS, "gdp.jp", 12).tobytes() == whole.column(AS_IS, "gdp.jp", 12).tobytes()
    assert grown.column(AS_IS, "gdp.jp", 12)[:6].tobytes() == first.tobytes()


def test_futures_of_a_world_share_its_figures_and_differ_in_chance() -> None:
    made = _futures(AS_IS, outcomes=("gdp.jp", "gdp.us"))
    assert REPEATS == 2
    values = made.column(AS_IS, "gdp.jp", 12).reshape(-1, REPEATS)
    assert (values[:, 0] != values[:, 1]).all()
    figures = made.figures(6)
    assert all(len(column) == 6 for column in figures.values())
    assert any(np.unique(column).size == 6 for column in figures.values())


def test_an_inject_changes_nothing_before_its_date_and_something_after() -> None:
    calm = Change(injects=(Inject(4, times={"gdp.jp": 1.0}),))
    slump = Change(injects=(Inject("2027Q1", set={"gdp.jp": 1000.0}),))
    made = _futures(AS_IS, calm, slump, outcomes=("gdp.jp", "state.gdp.jp", "state.thaw"))
    usual = made.column(AS_IS, "gdp.jp", 4)
    np.testing.assert_array_equal(made.column(calm, "gdp.jp", 4), usual)
    assert (made.column(slump, "gdp.jp", 4) < 0.5 * usual).all()
    np.testing.assert_array_equal(made.column(slump, "state.gdp.jp", 4), made.column(slump, "gdp.jp", 4))


def test_an_inject_on_the_eve_reaches_the_injected_crisis() -> None:
    inside, outside = (Change(injects=(Inject("eve", set={"window.ally": value}),)) for value in (1.0, 0.0))
    made = _futures(inside, outside, outcomes=("crisis.days", "crisis.trust_ally"), crisis=("senkaku", "2027Q1"))
    gap = made.column(inside, "crisis.days", 8) - made.column(outside, "crisis.days", 8)
    assert (gap >= 0.0).all()
    assert gap.any()
    assert np.isfinite(made.column(inside, "crisis.trust_ally", 8)).all()


def test_rows_are_kept_and_read_again_and_a_broken_file_is_run_again(tmp_path: Path) -> None:
    store = Kept.under(tmp_path)
    first = _futures(AS_IS, store=store).column(AS_IS, "gdp.jp", 4)
    (file,) = (tmp_path / "rows").iterdir()
    again = _futures(AS_IS, store=store)
    again._arms.clear()
    again._arms = dict.fromkeys(again._changes)  # type: ignore[misc]
    np.testing.assert_array_equal(again.column(AS_IS, "gdp.jp", 4), first)
    file.write_bytes(file.read_bytes()[:100])
    np.testing.assert_array_equal(_futures(AS_IS, store=store).column(AS_IS, "gdp.jp", 4), first)


@pytest.mark.parametrize(
    ("change", "outcome", "crisis", "wanted"),
    [
        (AS_IS, "gpd.jp", None, "gdp"),
        (AS_IS, "crisis.act", ("senkaku", "2027Q1"), "crisis.acts"),
        (AS_IS, "state.growth_drift", None, "not a state"),
        (Change(injects=(Inject(40, set={"thaw": 0.5}),)), "gdp.jp", None, "outside 1..7"),
        (Change(injects=(Inject("2050Q1", set={"thaw": 0.5}),)), "gdp.jp", None, "outside the scenario"),
        (Change(injects=(Inject(4, set={"thaw": 5.0}),)), "gdp.jp", None, "outside 0..1"),
        (Change(injects=(Inject(4, set={"thew": 0.5}),)), "gdp.jp", None, "thaw"),
        (Change(injects=(Inject(4, conduct={"senkako": "fought"}),)), "gdp.jp", None, "senkaku"),
        (Change(injects=(Inject(4, opportunity=("taiwan",)),)), "gdp.jp", None, "injected crises alone"),
    ],
)  # fmt: skip
def test_what_cannot_be_run_is_answered_before_anything_runs(
    change: Change, outcome: str, crisis: tuple[str, str] | None, wanted: str
) -> None:
    with pytest.raises(InputError) as trouble:
        _futures(change, outcomes=(outcome,), crisis=crisis)
    assert wanted in str(trouble.value)


def test_states_that_lines_of_the_package_name_exist() -> None:
    from kaname.scenarios.claims import STATE, shipped_claims

    named = {name for one in shipped_claims() for line in one.lines for name, _ in line.columns}
    states = {name.removeprefix(STATE).partition(".")[0] for name in named if name.startswith(STATE)}
    assert states <= set(BY_NAME)
