"""The shortcuts through Numba's compiler give what Numba's own methods give."""

from __future__ import annotations

import gc
import operator

import pytest
from numba import types
from numba.core import compiler, ir
from numba.core.registry import cpu_target

from kaname.core import compiler_shortcuts

compiler_shortcuts.install()


def test_flags_are_equal_when_all_that_they_hold_is() -> None:
    flags, same, other = compiler.Flags(), compiler.Flags(), compiler.Flags()
    same.nrt = flags.nrt
    other.nrt = not flags.nrt
    assert flags == same
    assert hash(flags) == hash(same)
    assert flags != other
    assert flags != "flags"


def test_values_of_flags_are_the_options_with_what_is_set_over_their_defaults() -> None:
    flags = compiler.Flags()
    flags.error_model = "numpy"
    assert flags.values() == {name: getattr(flags, name) for name in flags.options}


def test_the_variables_of_an_instruction_are_listed_in_their_order_with_those_inside() -> None:
    where = ir.Loc("file.py", 1)
    a, b, c = (ir.Var(None, name, where) for name in "abc")
    call = ir.Expr.call(a, (b,), (("word", c),), where)
    assert ir.Assign(call, b, where).list_vars() == [a, b, c, b]


@pytest.mark.parametrize(
    "operands", [(types.int64, types.float64), (types.float64, types.float64), (types.boolean, types.int64)]
)
def test_a_remembered_type_is_the_one_that_was_found_first(operands: tuple[types.Type, ...]) -> None:
    context = cpu_target.typing_context
    context.refresh()
    first = context.resolve_function_type(operator.add, operands, {})
    again = context.resolve_function_type(operator.add, operands, {})
    assert first.args == again.args
    assert first.return_type == again.return_type
    assert first.return_type == (types.float64 if types.float64 in operands else types.int64)


def test_rubbish_is_collected_again_afterwards_and_not_where_it_was_not() -> None:
    assert gc.isenabled()
    with compiler_shortcuts.without_collection():
        assert not gc.isenabled()
        with compiler_shortcuts.without_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
