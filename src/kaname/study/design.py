"""A design: what is run. One frozen record; equal designs on equal inputs give equal rows.

Every field but the names of scenario and bargains carries its flag, help and range (study.options).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from kaname.core.errors import InputError, unknown_name
from kaname.scenarios.format import FIRST_CODING, LONGEST_YEARS
from kaname.store.spans import Span
from kaname.study.disaster import check_disaster
from kaname.study.guarantee import AS_IS, check_guarantee
from kaname.study.options import LARGEST_SEED, check_options, option

FUTURES = 2000
AUTOMATIC = 0
SMALLEST_CHUNK, LARGEST_CHUNK, PARTS_A_WORKER = 100, 1000, 8
CHECK_FUTURES = 200
FAN_FUTURES = 2000
MOST_FUTURES = 10_000_000
MOST_CHUNK = 100_000
PRESETS = ("full", "core")
STRESSES = ("retrenchment",)
OFFERED, ADOPTED = "offered", "adopted"


@dataclass(frozen=True)
class Design:
    """Design of a run: a scenario under bargains, and the number of futures.

    scenario: id or file; bargains: ids, the reference first; adoption: offered (consent, lag, keeping) or adopted (at
    once). Raises InputError for a value outside its range or a name that is not allowed.

    >>> Design("us-japan", ("as_is", "step_up"), futures=50).robustness
    200
    """

    scenario: str
    bargains: tuple[str, ...]
    futures: int = option(FUTURES, "--futures", "Futures under each bargain.", low=1, high=MOST_FUTURES, always=True)
    seed: int = option(1, "--seed", f"Seed of chance, 0 to {LARGEST_SEED}.", low=0, high=LARGEST_SEED,
                       of_future=True, always=True)  # fmt: skip
    years: int | None = option(None, "--years", "Years to run; the scenario's own where left out.",
                               low=1, high=LONGEST_YEARS, of_future=True)  # fmt: skip
    chunk: int = option(AUTOMATIC, "--chunk", "Futures in a part; 0: by futures and workers. Rows do not depend on it.",
                        low=0, high=MOST_CHUNK)  # fmt: skip
    preset: str = option("full", "--preset", "full, or core: the mechanisms of the core model alone.",
                         kind="a preset", allowed=PRESETS, of_future=True)  # fmt: skip
    adoption: str = option(OFFERED, "--adopted", "Levers at once and in full, not offered.", kind="a way of adoption",
                           allowed=(OFFERED, ADOPTED), on=ADOPTED, of_future=True)  # fmt: skip
    reaction: bool = option(True, "--no-reaction", "Adversaries do not adapt their forces.", on=False, of_future=True)
    views: bool = option(False, "--deterrence", "Judge the opportunities of all futures, not only of 0 to 499.",
                         on=True, of_future=True)  # fmt: skip
    frozen: tuple[str, ...] = option((), "--freeze", "Mechanisms to hold at their start, by commas.", of_future=True)
    robustness: int = option(CHECK_FUTURES, "--robustness", "Futures of each robustness check; 0 for none.",
                         low=0, high=MOST_FUTURES, always=True)  # fmt: skip
    attribution: int = option(0, "--attribution", "Futures with one lever in, and one lever out.",
                              low=0, high=MOST_FUTURES)  # fmt: skip
    stress: str = option("", "--stress", "A further check: retrenchment.", kind="a stress", allowed=STRESSES)
    budget: str = option("", "--budget", "Bargain whose present cost is the standard of equal cost.")
    guarantee: str = option(AS_IS, "--guarantee", "as_is, none or sure; from a date on: none@2031Q2.", of_future=True)
    disaster: str = option("", "--disaster", "Thousand people lost at a date, and the blame: 20@2031Q2:absence.",
                           of_future=True)  # fmt: skip
    coding: str = option(FIRST_CODING, "--coding", "Reading of the bargains: first, second, or between the two.",
                         of_future=True)  # fmt: skip

    def __post_init__(self) -> None:
        check_options(self)
        check_guarantee(self.guarantee, self.frozen)
        check_disaster(self.disaster, self.frozen)
        if not self.bargains:
            raise InputError(
                "no bargain is named", path="--bargains", hint="Name at least one, or leave --bargains out."
            )
        if len(set(self.bargains)) != len(self.bargains):
            raise InputError("a bargain is named twice", path="--bargains", found=",".join(self.bargains))
        self._check_robustness()

    def _check_robustness(self) -> None:
        if self.stress and not self.robustness:
            raise InputError("a stress is a robustness check, and none are run", path="--stress",
                             hint="Give --robustness the number of its futures.")  # fmt: skip
        if self.budget and self.budget not in self.bargains:
            raise unknown_name("a bargain of this comparison", self.budget, self.bargains, path="--budget")

    @property
    def settings(self) -> dict[str, float]:
        """Return the parameters that the design sets outright, by name; they are then not sampled."""
        settings = {"adoption": float(self.adoption == ADOPTED), "deterrence_views": float(self.views)}
        return settings if self.reaction else {**settings, "reaction": 0.0}

    def in_parts(self, workers: int) -> Design:
        """Return the design with a size of parts: as asked, or eight parts a worker of 100 to 1,000 futures each."""
        if self.chunk != AUTOMATIC:
            return self
        size = -(-self.futures // (PARTS_A_WORKER * workers))
        return replace(self, chunk=min(LARGEST_CHUNK, max(SMALLEST_CHUNK, size)))

    def spans(self) -> list[Span]:
        """Return all chunks, the bargains side by side so that an interrupted run has pairs."""
        return self.spans_of(self.bargains, self.futures)

    def spans_of(self, bargains: Iterable[str], futures: int, arm: str = "") -> list[Span]:
        """Chunks of the first `futures` futures (no more than the run has) of an arm."""
        most = min(futures, self.futures)
        firsts = range(0, most, self.chunk or SMALLEST_CHUNK)
        return [
            Span(bargain, first, min(first + firsts.step, most) - 1, arm) for first in firsts for bargain in bargains
        ]

    def as_data(self) -> dict[str, Any]:
        """Return what rows depend on, as plain data: all but the size of parts."""
        data = asdict(self) | {"bargains": list(self.bargains), "frozen": list(self.frozen)}
        return {name: value for name, value in data.items() if name != "chunk"}
