"""Compile a called kernel only as far as its caller needs it; optimise once, where Python enters.

Numba makes every function that is called from another a program of its own: linked with all below it, optimised, turned
into machine code and wrapped for Python, again at every floor. Here
- a callee is lowered to LLVM's language and kept in memory, no more;
- an entry, which Python calls, links every callee below it once, is optimised once, and is what the disk keeps;
- a shared entry is an entry that other entries call as it stands, instead of taking it in.
That is the same arithmetic by the same compiler, a quarter of the work. It reaches into Numba's pipeline, so it is used
with the versions in TESTED_WITH only; elsewhere, and with KANAME_COMPILE=plain, Numba compiles its own way, to the same
results (a test holds both to the same bits).
Source: none needed.
"""

from __future__ import annotations

import importlib
from typing import Any

import llvmlite.binding as ll
import numba
from numba.core import typed_passes, untyped_passes
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import CompilerBase, DefaultPassBuilder, _LowerResult
from numba.core.compiler_lock import require_global_compiler_lock
from numba.core.compiler_machinery import register_pass

from kaname.core.compiler_shortcuts import install, without_collection

TESTED_WITH = ("0.68",)
"""Major and minor versions of Numba whose pipeline is known here (pyproject.toml asks for the same)."""
SUPPORTED = ".".join(numba.__version__.split(".")[:2]) in TESTED_WITH
NEEDED = (
    untyped_passes.TranslateByteCode, untyped_passes.FixupArgs, untyped_passes.IRProcessing,
    untyped_passes.GenericRewrites, untyped_passes.RewriteDynamicRaises, untyped_passes.ReconstructSSA,
    typed_passes.NopythonTypeInference, typed_passes.PreLowerStripPhis, typed_passes.IRLegalization,
    typed_passes.AnnotateTypes, typed_passes.NativeLowering, typed_passes.NoPythonBackend,
)  # fmt: skip
"""Passes of Numba's own pipeline that scalar kernels need: none here closes over, inlines or runs in parallel."""
HEX_DIGITS = 15

if SUPPORTED:
    install()


class SharedEntry:
    """How a process that reads an entry from disk first brings in a shared entry which that one calls."""

    def __init__(self, module: str, name: str, args: Any) -> None:
        self.module, self.name, self.args = module, name, args

    def __call__(self) -> None:
        getattr(importlib.import_module(self.module), self.name).compile(self.args)

    def __hash__(self) -> int:
        return hash((self.module, self.name))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SharedEntry) and vars(self) == vars(other)


class CalleeLibrary(JITCodeLibrary):
    """A module that is only ever linked into others: never optimised, never turned into machine code."""

    def _optimize_functions(self, ll_module: Any) -> None:
        ll_module.data_layout = self._codegen._data_layout

    def finalize(self) -> None:
        require_global_compiler_lock()
        self._raise_if_finalized()
        self._finalize_dynamic_globals()
        self._finalized = True

    def _get_module_for_linking(self) -> Any:
        self._ensure_finalized()
        if self._shared_module is None:
            for function in self._final_module.functions:
                if not function.is_declaration and function.linkage == ll.Linkage.external:
                    function.linkage = "linkonce_odr"
            self._shared_module = self._final_module
        return self._shared_module

    def gather(self, into: dict[Any, None]) -> None:
        """Add this library and all that it calls, each once, in the order of the calls."""
        if self in into:
            return
        into[self] = None
        for library in self._linking_libraries:
            _gather(library, into)


class EntryLibrary(JITCodeLibrary):
    """What Python calls: all callees below are linked once, then optimised together."""

    def _optimize_functions(self, ll_module: Any) -> None:
        ll_module.data_layout = self._codegen._data_layout

    def finalize(self) -> None:
        below: dict[Any, None] = {}
        for library in self._linking_libraries:
            _gather(library, below)
        shared = [library for library in below if hasattr(library, "shared_entry")]
        self._reload_init.update(library.shared_entry for library in shared)
        self._linking_libraries = [library for library in below if library not in shared]
        super().finalize()

    def serialize_using_object_code(self) -> tuple[str, str, tuple[bytes, bytes]]:
        """Return what is kept on disk: the machine code, and a module that only names what is defined in it."""
        self._ensure_finalized()
        defined = (f.name for f in self._final_module.functions if not f.is_declaration)
        names = ll.parse_assembly("\n".join(f'define void @"{name}"() {{ ret void }}' for name in defined))
        return (self.name, "object", (self._get_compiled_object(), names.as_bitcode()))


def _gather(library: Any, into: dict[Any, None]) -> None:
    if isinstance(library, CalleeLibrary):
        library.gather(into)
    else:
        into.setdefault(library)


@register_pass(mutates_CFG=True, analysis_only=False)
class CalleeLowering(typed_passes.NativeLowering):
    """Lower to LLVM's language and stop there."""

    _name = "kaname_callee_lowering"

    def run_pass(self, state: Any) -> bool:
        state.library = CalleeLibrary(state.targetctx.codegen(), state.func_id.func_qualname)
        state.flags.no_compile = True
        state.flags.no_cpython_wrapper = True
        state.flags.no_cfunc_wrapper = True
        super().run_pass(state)
        lowered = state["cr"]
        state.library.finalize()
        # Numba's dispatcher names a compiled function by what Python would call; any built-in of its own will do.
        mark = [state.func_id.func_qualname].append
        state.targetctx.insert_user_function(mark, lowered.fndesc, [state.library])
        state["cr"] = _LowerResult(lowered.fndesc, lowered.call_helper, cfunc=mark, env=lowered.env)
        return True


@register_pass(mutates_CFG=True, analysis_only=False)
class EntryLowering(typed_passes.NativeLowering):
    """Lower, and leave the rest to EntryLibrary."""

    _name = "kaname_entry_lowering"

    def run_pass(self, state: Any) -> bool:
        state.library = EntryLibrary(state.targetctx.codegen(), state.func_id.func_qualname)
        state.library.enable_object_caching()
        return super().run_pass(state)


@register_pass(mutates_CFG=True, analysis_only=False)
class SharedEntryLowering(EntryLowering):
    """As an entry, under a symbol that every process gives it: entries kept on disk call it by that symbol."""

    _name = "kaname_shared_entry_lowering"

    def run_pass(self, state: Any) -> bool:
        from kaname.core.kernel_cache import content_stamp

        identity = state.func_id
        identity.unique_id = int(content_stamp(identity.func, state.args)[:HEX_DIGITS], 16)
        identity.unique_name = f"{identity.func_qualname}${identity.unique_id}"
        return super().run_pass(state)


def callable_as_it_stands(dispatcher: Any) -> Any:
    """Return a dispatcher of SharedEntryCompiler, marked so that entries which call it do not link it in."""
    original = dispatcher.get_call_template

    def get_call_template(args: Any, kws: Any) -> Any:
        template = original(tuple(numba.types.unliteral(arg) for arg in args), kws)
        function = dispatcher.py_func
        for signature, result in dispatcher.overloads.items():
            result.library.shared_entry = SharedEntry(function.__module__, function.__name__, signature)
        return template

    dispatcher.get_call_template = get_call_template
    return dispatcher


def _compiler(lowering: Any, name: str) -> Any:
    """Return a Numba compiler of the passes in NEEDED, with `lowering` in the place of Numba's own."""

    class Compiler(CompilerBase):
        def compile_extra(self, func: Any) -> Any:
            with without_collection():
                return super().compile_extra(func)

        def define_pipelines(self) -> Any:
            manager = DefaultPassBuilder.define_nopython_pipeline(self.state)
            manager.passes = [
                (lowering, text) if issubclass(kind, typed_passes.NativeLowering) else (kind, text)
                for kind, text in manager.passes
                if kind in NEEDED
            ]
            manager._finalized = False
            manager.finalize()
            return [manager]

    Compiler.__name__ = name
    return Compiler


CalleeCompiler = _compiler(CalleeLowering, "CalleeCompiler")
EntryCompiler = _compiler(EntryLowering, "EntryCompiler")
SharedEntryCompiler = _compiler(SharedEntryLowering, "SharedEntryCompiler")
