"""Shorter ways through Numba's compiler where it does the same work over and over; what it compiles is the same.

Of the time of a first compile three quarters are Numba's own Python. Here
- the type of an operation on numbers is looked up once for each kind of operand, not at every place where it stands;
- two sets of flags are compared by what is set in them, before all that they hold is laid out;
- the variables of an instruction are listed without looking into plain words and numbers;
- whether an implementation takes a place in the source is looked up once;
- rubbish is collected when a kernel is compiled, not while it is (`without_collection`).
It replaces methods of Numba, so it is used with the versions of core.whole_program alone.
Source: none needed.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from numba.core import base, ir, types
from numba.core.targetconfig import ConfigStack, TargetConfig
from numba.core.types.functions import BaseFunction

OPERATIONS = ("_operator", "builtins", "math")
"""Modules of the functions whose type on numbers is remembered."""
PLAIN = (str, int, float, bool, type(None), ir.Loc)


def install() -> None:
    """Put the shortcuts in the place of Numba's own methods; a second call changes nothing."""
    if getattr(BaseFunction.get_call_type, "remembers", False):
        return
    replaced: tuple[tuple[Any, str, Any], ...] = (
        (BaseFunction, "get_call_type", _remembering(BaseFunction.get_call_type)),
        (TargetConfig, "values", _values),
        (TargetConfig, "__eq__", _equal),
        (TargetConfig, "__hash__", _hash),
        (ir.Inst, "_rec_list_vars", _variables),
        (base, "_has_loc", cache(base._has_loc)),
    )
    for owner, name, ours in replaced:
        setattr(owner, name, ours)


@contextmanager
def without_collection() -> Iterator[None]:
    """Collect no rubbish inside; what ran before runs again afterwards."""
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()


def _remembering(original: Any) -> Any:
    known: dict[Any, Any] = {}

    def get_call_type(self: Any, context: Any, args: Any, kws: Any) -> Any:
        operation = self.key[0]
        on_numbers = all(isinstance(arg, types.Number | types.Boolean | types.IntegerLiteral) for arg in args)
        if kws or not on_numbers or getattr(operation, "__module__", "") not in OPERATIONS:
            return original(self, context, args, kws)
        flags = ConfigStack.top_or_none()
        key = (context, operation, len(self.templates), args, flags and (flags.nrt, flags.error_model))
        if key not in known:
            signature = original(self, context, args, kws)
            known[key] = (signature, self._impl_keys[signature.args])
        signature, implementation = known[key]
        self._impl_keys[signature.args] = implementation
        return signature

    get_call_type.remembers = True  # type: ignore[attr-defined]
    return get_call_type


def _values(self: Any) -> dict[str, Any]:
    return {name: option.default for name, option in self.options.items()} | self._values


def _equal(self: TargetConfig, other: object) -> Any:
    if not isinstance(other, TargetConfig):
        return NotImplemented
    return self is other or self._values == other._values or self.values() == other.values()


def _hash(self: TargetConfig) -> int:
    return hash(TargetConfig)


def _variables(self: ir.Inst, value: Any) -> list[ir.Var]:
    if isinstance(value, ir.Var):
        return [value]
    if isinstance(value, ir.Inst):
        return value.list_vars()
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [variable for part in parts if not isinstance(part, PLAIN) for variable in _variables(self, part)]
