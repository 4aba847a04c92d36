"""`kaname warm`: compile the engine now, so that later commands start at once."""

from __future__ import annotations

import time
from typing import Annotated

import typer


def warm(
    scenario: Annotated[str, typer.Argument(help="Scenario for whose size to compile; the first where left out.")] = "",
) -> None:
    """Compile now, so that later commands start at once."""
    from kaname.compile.compiled import compile_study
    from kaname.core.kernel_cache import cache_folder
    from kaname.scenario.load import shipped_scenarios
    from kaname.store.spans import Span
    from kaname.study.chunk import compute
    from kaname.study.design import Design
    from kaname.study.ready import make_ready
    from kaname.study.replay import quarters_of

    begun = time.perf_counter()
    name = scenario or shipped_scenarios()[0]
    make_ready(name)
    compiled = compile_study(name, ["as_is"], years=1)
    design = Design(name, ("as_is",), 1, years=1, beside=0)
    compute(compiled, design, Span("as_is", 0, 0))
    list(quarters_of(compiled, design, "as_is", 0))
    typer.echo(f"The model is compiled ({time.perf_counter() - begun:.1f} s) in {cache_folder()}")
