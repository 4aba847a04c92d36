"""Sampled figures are named, not numbered: adding one moves nobody, and chunks do not matter."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from kaname.compile.compiled import Compiled, compile_study
from kaname.compile.sampling import draw, uniforms
from kaname.core.errors import KanameError


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_study("us-japan", ["as_is", "unequal_by_design"], years=1)


def test_the_uniforms_of_a_name_are_uniform_and_its_own():
    one, two = uniforms(3, 0, 5000, "growth_drift"), uniforms(3, 0, 5000, "growth_trend")
    assert stats.kstest(one, "uniform").pvalue > 1e-3
    assert abs(np.corrcoef(one, two)[0, 1]) < 0.05


def test_a_future_draws_the_same_in_any_chunk(compiled: Compiled):
    start, params, columns = compiled.futures("as_is", 9, 0, 20)
    one_start, one_params, one_columns = compiled.futures("as_is", 9, 13, 1)
    assert start[13:14].tobytes() == one_start.tobytes()
    assert params[13:14].tobytes() == one_params.tobytes()
    assert all(columns[name][13] == one_columns[name][0] for name in columns)


def test_leaving_one_figure_out_moves_no_other(compiled: Compiled):
    def drawn(sampled):
        start, params = np.repeat(compiled.start, 4), np.repeat(compiled.params["as_is"], 4)
        return draw(sampled, 1, 0, start, params)

    whole, fewer = drawn(compiled.sampled), drawn(compiled.sampled[1:])
    assert set(whole) - set(fewer) == {compiled.sampled[0].column}
    assert all((whole[name] == fewer[name]).all() for name in fewer)


def test_two_bargains_draw_the_same_figures(compiled: Compiled):
    first, second = (compiled.futures(name, 1, 0, 3)[2] for name in ("as_is", "unequal_by_design"))
    assert all((first[name] == second[name]).all() for name in first)


def test_every_sampled_value_stays_in_the_range_that_is_declared(compiled: Compiled):
    start, params, _ = compiled.futures("as_is", 5, 0, 200)
    for item in compiled.sampled:
        values = (start if item.starts else params)[item.name]
        assert values.min() >= item.declared.low, item.name
        assert values.max() <= item.declared.high, item.name


def test_a_bargain_lays_out_its_levers_and_leaves_the_others(compiled: Compiled):
    from kaname.words.levers import LEVER

    p = compiled.params["unequal_by_design"][0]
    doctrine, tariffs = LEVER["doctrine"], LEVER["tariffs"]
    assert (p["lever_asked"][doctrine], p["lever_target"][doctrine]) == (1.0, 0.9)
    assert p["lever_asked"][tariffs] == 0.0
    assert p["lever_target"][tariffs] == p["lever_start"][tariffs] == compiled.start["lever"][0, tariffs]
    assert compiled.params["as_is"]["lever_asked"].sum() == 0.0


def test_elections_stand_in_the_calendar_where_the_rules_put_them(compiled: Compiled):
    long = compile_study("us-japan", ["as_is"], years=6)
    quarters = {row: np.flatnonzero(long.tables.calendar[:, row]).tolist() for row in range(3)}
    assert quarters[0] == [10, 22]  # July 2028 and 2031: third quarters, from the first quarter of 2026
    assert quarters[2] == [11]  # November 2028
    assert quarters[1] == [0, 16]  # 8 February 2026, and four years on if nobody dissolves the house


def test_the_law_binds_the_quarter_it_is_in_force(compiled: Compiled):
    law = compiled.tables
    assert law.law_permit.shape[:2] == (4, 7)
    assert law.treaty_covers[0, 0] == 1
    assert law.treaty_covers[0, list(compiled.axes["contingency"]).index("cyber")] == 2


def test_the_gates_of_levers_are_those_of_the_law_room(compiled: Compiled):
    from kaname.law.levers import tabulate_levers
    from kaname.words.levers import LEVER

    law = tabulate_levers(["2026-01-01"])
    gates = compiled.tables.law_lever
    assert all(gates[0, LEVER[name]] == law.gate[0, place] for place, name in enumerate(law.levers))
    assert gates[0, LEVER["doctrine"]] == 2, "a lever that law is not asked about"


def test_an_unknown_mechanism_cannot_be_frozen():
    with pytest.raises(KanameError, match=r"politics.opinon.*politics.opinion"):
        compile_study("us-japan", ["as_is"], years=1, frozen=["politics.opinon"])


def test_the_core_preset_runs_fewer_mechanisms_than_the_full():
    core = compile_study("us-japan", ["as_is"], years=1, preset="core").tables.active
    full = compile_study("us-japan", ["as_is"], years=1).tables.active
    assert 12 <= core.sum() < full.sum() == full.size
