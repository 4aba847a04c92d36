"""A design: what is run. One frozen record; equal designs on equal inputs give equal rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from kaname.core.errors import InputError, unknown_name
from kaname.scenario.format import FIRST_CODING, LONGEST_YEARS
from kaname.study.store import Span

CHUNK = 100
FAN_FUTURES = 2000
MOST_FUTURES = 10_000_000
LARGEST_SEED = 2**32 - 1
PRESETS = ("full", "core")
STRESSES = ("retrenchment",)


@dataclass(frozen=True)
class Design:
    """scenario: id or file; bargains: ids, the reference first; preset: full or core; adoption: offered (consent, lag,
    keeping) or adopted (at once); reaction: adversaries adapt, or not; beside: futures of each check that is run beside
    (see study.checks), 0 none; attribution: futures of each bargain with one lever in or out, 0 none; stress: a further
    check; budget: the bargain whose present cost all are brought to, the reference where left out; coding: whose
    reading of the bargains."""

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
    beside: int = 0
    attribution: int = 0
    stress: str = ""
    budget: str = ""
    coding: str = FIRST_CODING

    def __post_init__(self) -> None:
        _whole("futures", self.futures, 1, MOST_FUTURES)
        _whole("seed", self.seed, 0, LARGEST_SEED)
        _whole("chunk", self.chunk, 1, 100_000)
        _whole("beside", self.beside, 0, MOST_FUTURES)
        _whole("attribution", self.attribution, 0, MOST_FUTURES)
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
        self._check_beside()

    def _check_beside(self) -> None:
        if self.stress and self.stress not in STRESSES:
            raise unknown_name("a stress", self.stress, STRESSES, path="--stress")
        if self.stress and not self.beside:
            raise InputError("a stress is a check beside the run, and no checks are run", path="--stress",
                             hint="Give --beside the number of its futures.")  # fmt: skip
        if self.budget and self.budget not in self.bargains:
            raise unknown_name("a bargain of this comparison", self.budget, self.bargains, path="--budget")

    def spans(self) -> list[Span]:
        """All chunks, the bargains side by side so that an interrupted run has pairs."""
        return self.spans_of(self.bargains, self.futures)

    def spans_of(self, bargains: Iterable[str], futures: int, arm: str = "") -> list[Span]:
        """Chunks of the first `futures` futures (no more than the run has) of an arm."""
        most = min(futures, self.futures)
        firsts = range(0, most, self.chunk)
        return [
            Span(bargain, first, min(first + self.chunk, most) - 1, arm) for first in firsts for bargain in bargains
        ]

    def as_data(self) -> dict[str, Any]:
        """The design as plain data."""
        return asdict(self) | {"bargains": list(self.bargains), "frozen": list(self.frozen)}


def _whole(name: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise InputError(
            f"{value} is outside {low}..{high}", path=f"--{name}", hint=f"Give a whole number in {low}..{high}."
        )
