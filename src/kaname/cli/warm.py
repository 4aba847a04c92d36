"""`kaname warm`: compile the engine now, so that later commands start at once."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

MEGABYTE = 1e6


def warm(
    scenario: Annotated[str, typer.Argument(help="Scenario to compile for; the first one if left out.")] = "",
    into: Annotated[
        Path | None, typer.Option(help="Compile for any x86-64-v2 processor into this folder, for a wheel.")
    ] = None,
) -> None:
    """Compile now, so that later commands start at once."""
    from kaname.core.kernel_cache import cache_folder
    from kaname.scenarios.load import shipped_scenarios
    from kaname.study.precompile import run_once
    from kaname.study.ready import make_ready

    begun = time.perf_counter()
    name = scenario or shipped_scenarios()[0]
    if into is not None:
        from kaname.study.shipped_kernels import compile_shipped

        files = compile_shipped(name, into)
        size = sum(file.stat().st_size for file in files) / MEGABYTE
        typer.echo(f"{len(files)} files, {size:.1f} MB ({time.perf_counter() - begun:.1f} s) in {into}")
        return
    make_ready(name)
    run_once(name)
    typer.echo(f"The model is compiled ({time.perf_counter() - begun:.1f} s) in {cache_folder()}")
