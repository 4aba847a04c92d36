"""The option of a seed, as every command has it. Reads, writes: nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from kaname.study.options import LARGEST_SEED

Seed = Annotated[int, typer.Option(help=f"Seed of chance, 0 to {LARGEST_SEED}.")]
