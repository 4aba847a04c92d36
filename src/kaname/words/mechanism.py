"""What a mechanism declares about itself: the contract that the causal map, the docs and the tests rest on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mechanism:
    """One idea of the model, in one file `model/<room>/<stem>.py`, bound to the name MECHANISM there.

    name: room.stem. systems: the S-numbers it carries. reads, writes: field names of the world (a lever is written
    `lever.<name>`); a field that is read and written stands in both. params: the parameters it reads. tables: the
    members of Tables it reads. slots: the names of chance it draws. events: the kinds it may note. run: the kernel,
    (world, params, turn) for strategic mechanisms, (world, params, turn, contingency) for those asked per contingency.
    core: one of the twelve of the core preset. sentence: the idea in one sentence. source: bibliography keys.
    """

    name: str
    sentence: str
    source: tuple[str, ...]
    systems: tuple[str, ...]
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    params: tuple[str, ...]
    run: Callable[..., Any]
    slots: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    core: bool = False

    @property
    def room(self) -> str:
        return self.name.split(".")[0]
