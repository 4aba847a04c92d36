"""A design: what is run. One frozen record; equal designs on equal inputs give equal rows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from kaname.core.errors import InputError
from kaname.scenario.format import FIRST_CODING, LONGEST_YEARS
from kaname.study.store import Span

CHUNK = 100
FAN_FUTURES = 2000
MOST_FUTURES = 10_000_000
LARGEST_SEED = 2**32 - 1
PRESETS = ("full", "core")


@dataclass(frozen=True)
class Design:
    """scenario: id or file; bargains: ids, the reference first; preset: full or core; adoption: offered (consent, lag,
    keeping) or adopted (at once); reaction: adversaries adapt, or not; coding: whose reading of the bargains."""

    scenario: str
    bargains: tuple[str, ...]
    futures: int
    seed: int = 1
    years: int | None = None
    chunk: int = CHUNK
    preset: str = "full"
    adoption: str = "offered"
    reaction: bool = True
    views: bool = False
    frozen: tuple[str, ...] = ()
    coding: str = FIRST_CODING

    def __post_init__(self) -> None:
        _whole("futures", self.futures, 1, MOST_FUTURES)
        _whole("seed", self.seed, 0, LARGEST_SEED)
        _whole("chunk", self.chunk, 1, 100_000)
        if self.years is not None:
            _whole("years", self.years, 1, LONGEST_YEARS)
        if not self.bargains:
            raise InputError(
                "no bargain is named", path="--bargains", hint="Name at least one, or leave --bargains out."
            )
        if self.preset not in PRESETS:
            raise InputError(f"{self.preset!r} is no preset", path="--preset", allowed=PRESETS)
        if len(set(self.bargains)) != len(self.bargains):
            raise InputError("a bargain is named twice", path="--bargains", found=",".join(self.bargains))

    def spans(self) -> list[Span]:
        """All chunks, the bargains side by side so that an interrupted run has pairs."""
        firsts = range(0, self.futures, self.chunk)
        return [
            Span(bargain, first, min(first + self.chunk, self.futures) - 1)
            for first in firsts
            for bargain in self.bargains
        ]

    def as_data(self) -> dict[str, Any]:
        """The design as plain data."""
        return asdict(self) | {"bargains": list(self.bargains), "frozen": list(self.frozen)}


def _whole(name: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise InputError(
            f"{value} is outside {low}..{high}", path=f"--{name}", hint=f"Give a whole number in {low}..{high}."
        )
