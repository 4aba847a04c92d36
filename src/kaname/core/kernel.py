"""The decorators that turn a plain Python function into a compiled kernel.

Idea: a kernel is scalar Python that Numba compiles; `KANAME_JIT=0` leaves it as Python, and `plain(f)` gives
the Python twin of a compiled kernel inside the same process, with every kernel that it calls replaced by its
twin. Both ways run the same lines; `core.maths` keeps their arithmetic equal.

A kernel that Python calls is compiled with all that it calls at once (core.whole_program) and kept on disk under a
stamp of all that it is made from (core.kernel_cache). `KANAME_COMPILE=plain` leaves it to Numba to compile every kernel
by itself: slower to compile, the same results.
"""

from __future__ import annotations

import inspect
import os
import types
from collections.abc import Callable
from typing import Any, TypeVar

JIT = os.environ.get("KANAME_JIT", "1") != "0"
F = TypeVar("F", bound=Callable[..., Any])

if JIT:
    import numba

    from kaname.core.kernel_cache import KernelCache

    # The full text of a record of 150 fields is made thousands of times while compiling; its name says as much.
    numba.types.Record.__repr__ = numba.types.Type.__repr__  # type: ignore[method-assign]
    # Scalar code gains nothing from loop vectorization, and compiles faster without.
    numba.config.LOOP_VECTORIZE = 0  # type: ignore[attr-defined]


def kernel(function: F) -> F:
    """Return `function` compiled by Numba (lock released, cached on disk); with KANAME_JIT=0, unchanged.

    Arrays are not reference-counted inside: a kernel borrows those of its caller, in which they live on. That halves
    the time of a future, and means that a kernel must not make an array: Numba then refuses to compile it.
    """
    return _compiled(function, reference_counts=False)


def shared_kernel(function: F) -> F:
    """Return `function` compiled as by `kernel`, once for all: kernels that call it do not take it in.

    For the few roots under which most of the model lies, so that it is compiled once and not for every entry.
    """
    return _compiled(function, reference_counts=False, shared=True)


def allocating_kernel(function: F) -> F:
    """Return `function` compiled as by `kernel`, but free to make arrays of its own.

    It may call kernels that return numbers, but none that returns an array (or a tuple that holds one): it would
    release what they only borrowed.
    """
    return _compiled(function, reference_counts=True)


def _compiled(function: F, reference_counts: bool, shared: bool = False) -> F:
    if not JIT:
        return function
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy", "_nrt": reference_counts}
    if not compiles_whole_programs():
        return typed_by_annotation(_kept(numba.njit(**options)(function), options))
    from kaname.core import whole_program

    if shared:
        entry = numba.njit(pipeline_class=whole_program.SharedEntryCompiler, **options)(function)
        return whole_program.callable_as_it_stands(_kept(entry, options))
    entry = _kept(numba.njit(pipeline_class=whole_program.EntryCompiler, **options)(function), options)
    callee = typed_by_annotation(numba.njit(pipeline_class=whole_program.CalleeCompiler, **options)(function))
    entry.get_call_template, entry.get_overload = callee.get_call_template, callee.get_overload
    entry.callee = callee
    return entry


def compiles_whole_programs() -> bool:
    """Whether kernels are compiled by core.whole_program; else by Numba, each for itself."""
    if os.environ.get("KANAME_COMPILE", "") == "plain":
        return False
    from kaname.core import whole_program

    return whole_program.SUPPORTED


def _kept(dispatcher: Any, options: dict[str, Any]) -> Any:
    """The same dispatcher, which keeps what it compiles on disk."""
    dispatcher._cache = KernelCache(dispatcher.py_func, repr(sorted(options.items())))
    return dispatcher


def typed_by_annotation(dispatcher: Any) -> Any:
    """Make calls from other kernels use one compiled version for arguments annotated `int` or `float`.

    Numba would otherwise compile a version for every literal and every mix of integer and floating arguments: for
    this model twice as many. Numbers are cast to the annotation at the call.
    """
    from numba import types

    wanted = {"int": types.int64, "float": types.float64, int: types.int64, float: types.float64}
    parameters = inspect.signature(dispatcher.py_func).parameters.values()
    kinds = [wanted.get(parameter.annotation) for parameter in parameters]
    original = dispatcher.get_call_template

    def get_call_template(args: Any, kws: Any) -> Any:
        plain_args = [types.unliteral(arg) for arg in args]
        for place, kind in enumerate(kinds[: len(plain_args)]):
            if kind is not None and isinstance(plain_args[place], types.Number | types.Boolean):
                plain_args[place] = kind
        return original(tuple(plain_args), kws)

    dispatcher.get_call_template = get_call_template
    return dispatcher


def plain(function: Callable[..., Any], _done: dict[int, Any] | None = None) -> Callable[..., Any]:
    """The Python twin of a kernel: same code, every kernel among its globals replaced by its own twin.

    Kernels must import the kernels they call by name (`from ... import uniform`), never through a module.
    """
    done = {} if _done is None else _done
    source = getattr(function, "py_func", function)
    if id(source) in done:
        return done[id(source)]
    world = dict(source.__globals__)
    twin = types.FunctionType(source.__code__, world, source.__name__, source.__defaults__, source.__closure__)
    twin.__kwdefaults__ = source.__kwdefaults__
    twin.__doc__ = source.__doc__
    done[id(source)] = twin
    for name in source.__code__.co_names:
        value = world.get(name)
        if value is not None and hasattr(value, "py_func"):
            world[name] = plain(value, done)
    return twin
