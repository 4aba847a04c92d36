"""Lowered callees kept on disk for whoever edits kernels: only what an edit made stale is lowered again.

An entry is kept whole (core.kernel_cache): an edit of one kernel makes the entry stale, and with it, without this, the
lowering of all that it calls. With KANAME_CALLEES set to a folder, each callee lies there under a stamp of all that it
is made from: several versions and several checkouts may share one folder. What is compiled is the same. A callee is
kept with the names of those below it, which are brought in, from the folder or by compiling, when it is read.
Reads and writes: the folder. A file that cannot be read is made anew.
"""

from __future__ import annotations

import hashlib
import importlib
import logging
import os
import pickle
from pathlib import Path
from typing import Any

import llvmlite.binding as ll
from numba.core import serialize
from numba.core.compiler import CompileResult

from kaname.core.stamps import PACKAGE_ROOT
from kaname.core.whole_files import written_aside

LOG = logging.getLogger("kaname.warm")
VARIABLE = "KANAME_CALLEES"


def folder() -> Path | None:
    """Return the folder of kept callees, or None where none is asked for."""
    named = os.environ.get(VARIABLE, "")
    return Path(named) if named else None


def has_fixed_name(function: Any) -> bool:
    """Whether a process that reads a kept callee can find this function by its module and name."""
    return function.__module__.split(".")[0] == PACKAGE_ROOT.name and function.__qualname__ == function.__name__


class CalleeCache:
    """What Numba's dispatcher asks for a compiled version and hands a new one to; options: how it is compiled."""

    cache_path = None

    def __init__(self, function: Any, options: str) -> None:
        self._function, self._options = function, options

    def load_overload(self, signature: Any, target_context: Any) -> Any:
        """Return the callee compiled for a signature, or None where none is kept."""
        file = self._file(signature)
        if file is None or not file.exists():
            return None
        try:
            result = _rebuilt(pickle.loads(file.read_bytes()), target_context)
            result.library.origin = (self._function, result.signature.args)
            return result
        except (OSError, EOFError, pickle.UnpicklingError, RuntimeError) as trouble:
            LOG.debug(f"{file} cannot be used ({trouble}); {self._function.__name__} is compiled anew")
            return None

    def save_overload(self, signature: Any, result: Any) -> None:
        """Keep a callee, unless it calls what no other process can find."""
        file = self._file(signature)
        parts = None if file is None else _parts(result)
        if file is not None and parts is not None:
            with written_aside(file) as part:
                part.write_bytes(serialize.dumps(parts))

    def _file(self, signature: Any) -> Path | None:
        from kaname.core.kernel_cache import cache_folder, content_stamp

        kept = folder()
        if kept is None or not has_fixed_name(self._function):
            return None
        stamp = f"{content_stamp(self._function, getattr(signature, 'args', signature))} {self._options}"
        return kept / cache_folder().name / f"{hashlib.sha256(stamp.encode()).hexdigest()}.callee"


def _parts(result: Any) -> dict[str, Any] | None:
    """Return what a callee is rebuilt from; None where it calls what has no fixed name."""
    from kaname.core.whole_program import CalleeLibrary

    library = result.library
    if library.has_dynamic_globals or library._reload_init:
        return None
    module = ll.parse_bitcode(library._final_module.as_bitcode())
    callees = []
    for below in dict.fromkeys(library._linking_libraries):
        origin = getattr(below, "origin", None)
        if origin is not None and has_fixed_name(origin[0]):
            callees.append((origin[0].__module__, origin[0].__name__, origin[1]))
        elif isinstance(below, CalleeLibrary) or hasattr(below, "shared_entry"):
            return None
        else:
            module.link_in(below._get_module_for_linking(), preserve=True)
    result.fndesc.typemap = result.fndesc.calltypes = None
    return {
        "name": library.name, "module": module.as_bitcode(), "callees": callees, "fndesc": result.fndesc,
        "environment": result.environment, "environments": result._find_referenced_environments(),
        "signature": result.signature, "annotation": str(result.type_annotation),
    }  # fmt: skip


def _rebuilt(parts: dict[str, Any], target_context: Any) -> Any:
    from kaname.core.whole_program import CalleeLibrary, mark_of

    library = CalleeLibrary(target_context.codegen(), parts["name"])
    library._final_module = ll.parse_bitcode(parts["module"])
    for module, name, args in parts["callees"]:
        callee = getattr(importlib.import_module(module), name).callee
        callee.compile(args)
        library.add_linking_library(callee.overloads[tuple(args)].library)
    library.finalize()
    result: Any = CompileResult
    return result(
        target_context=target_context, typing_context=target_context.typing_context, library=library,
        environment=parts["environment"], entry_point=mark_of(parts["name"]), fndesc=parts["fndesc"],
        type_annotation=parts["annotation"], signature=parts["signature"], objectmode=False, lifted=(),
        typing_error=None, call_helper=None, metadata=None, reload_init=[],
        referenced_envs=tuple(parts["environments"]),
    )  # fmt: skip
