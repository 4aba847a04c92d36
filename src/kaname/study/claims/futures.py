"""The futures of claims: columns of outcomes by arm, run once for all claims that ask for them, more when asked.

Idea: claims share arms, above all things as they are; an arm is run once under the same fields of a design, and grows
by the next futures when a claim needs more. Only the columns that somebody asks for are kept. Future n belongs to world
n // REPEATS (see claims.estimate). Injected crises are worlds up to an eve, the opportunity put into all of them.
Units: as declared. Reads: scenario, evidence, the compiled kernels. Writes: nothing, or the folder of claims.kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Protocol

import numpy as np

from kaname.core.errors import Findings, InputError, unknown_name
from kaname.core.hashing import bytes_digest
from kaname.model.engine.ranges import Rows
from kaname.scenarios.claims import IN_CRISIS, STATE
from kaname.scenarios.contrasts import REFERENCE, Change
from kaname.study.arms import Arm
from kaname.study.claims.corner_draws import AtCorners, Corner
from kaname.study.claims.crises import measures_of, moment_of
from kaname.study.claims.estimate import REPEATS
from kaname.study.claims.measures import MEASURES
from kaname.study.comparison import check_workers, compiled_of, design_of_names
from kaname.study.design import ADOPTED
from kaname.study.draws import Drawing, Draws
from kaname.study.injected import measured
from kaname.study.places import place_of
from kaname.study.ready import make_ready
from kaname.words.declare import Field

Crisis = tuple[str, str | None]
BLOCK = 250
"""Futures of an arm that are run at once; a whole number of worlds."""
DRAWN = 16
"""Blocks whose sampled figures are held for the next arm."""


@dataclass(frozen=True)
class Setting:
    """Setting that arms have in common. run: fields of a design; crisis: (place, date) of injected crises, else
    futures.
    """

    scenario: str
    run: Mapping[str, Any]
    crisis: Crisis | None = None

    @property
    def key(self) -> str:
        """Return a text that two equal settings share."""
        return json.dumps([self.scenario, dict(self.run), self.crisis], sort_keys=True)


class Store(Protocol):
    """Storage of rows between two runs."""

    def load(self, key: str) -> dict[str, np.ndarray]: ...
    def save(self, key: str, columns: Mapping[str, np.ndarray]) -> None: ...


@dataclass
class Futures:
    """Rows of the arms of one setting. wanted: by arm's key, the outcomes that are asked of it."""

    setting: Setting
    seed: int
    workers: int
    store: Store | None = None
    wanted: dict[str, dict[str, None]] = field(default_factory=dict)
    _changes: dict[str, Change] = field(default_factory=dict)
    _asked: dict[str, tuple[str, str]] = field(default_factory=dict)
    _arms: dict[str, Arm] = field(default_factory=dict)
    _rows: dict[str, dict[str, np.ndarray]] = field(default_factory=dict)
    _draws: Draws = field(default_factory=lambda: Draws(DRAWN))

    def ask(self, change: Change, outcomes: Sequence[str], asker: tuple[str, str] = ("", "")) -> None:
        """Say beforehand that outcomes of an arm will be asked for; asker: file and path where that is written."""
        key = key_of(change)
        self._changes[key] = change
        self._asked.setdefault(key, asker)
        wanted = self.wanted.setdefault(key, dict.fromkeys(self._of_reference(change)))
        wanted.update(dict.fromkeys(outcomes))

    def _of_reference(self, change: Change) -> Sequence[str]:
        """Return the columns to store for the reference where an arm only holds mechanisms: they serve all claims."""
        if change == Change() or replace(change, frozen=(), parameters={}) != Change():
            return ()
        return list(self.wanted.get(key_of(Change()), ()))

    def check(self) -> None:
        """Compile the scenario and check every arm and outcome that is asked for; InputError before anything runs."""
        check_workers(self.workers)
        names = list(dict.fromkeys([REFERENCE, *(one.bargain for one in self._changes.values() if one.bargain)]))
        options = {"adoption": ADOPTED, **self.setting.run}
        self.design, names = design_of_names(self.setting.scenario, names, robustness=0, seed=self.seed, **options)
        self.compiled = compiled_of(self.design, names)
        findings = Findings()
        for key, change in self._changes.items():
            try:
                self._arms[key] = Arm(self.compiled, self.design, change, REFERENCE)
                for name in self.wanted[key]:
                    self._columns(name)
            except InputError as trouble:
                trouble.file, path = self._asked[key]
                trouble.path = f"{path}.{trouble.path}" if trouble.path else path
                findings.add(trouble)
        if self.setting.crisis and self._asked:
            try:
                moment_of(self.compiled, self.setting.crisis)
            except InputError as trouble:
                trouble.file, path = next(iter(self._asked.values()))
                trouble.path = f"{path.partition('.')[0]}.{trouble.path}"
                findings.add(trouble)
        findings.raise_if_any()

    def ready(self) -> None:
        """Make the model ready to run."""
        make_ready(self.design.scenario)

    def column(self, change: Change, outcome: str, futures: int) -> np.ndarray:
        """Return an outcome of an arm in futures 0..futures-1, float64[future]; nan where a future failed."""
        key = key_of(change)
        if key not in self._arms:
            self.ask(change, [outcome])
            self._columns(outcome)
            self.arm(change)
        self.wanted[key].setdefault(outcome)
        rows = self._rows.setdefault(key, self.store.load(self._place(key)) if self.store else {})
        if outcome not in rows or len(rows[outcome]) < futures:
            self._rows[key] = rows = self._grown(key, rows, futures)
            if self.store:
                self.store.save(self._place(key), rows)
        return rows[outcome][:futures]

    def at_corner(self, corner: Corner, first: int) -> AtCorner:
        """Return the rows of the same arms with their figures in a corner, from future `first` on; nothing is kept."""
        return AtCorner(self, AtCorners(corner), first)

    def arm(self, change: Change) -> Arm:
        """Return an arm, compiled and checked."""
        key = key_of(change)
        if key not in self._arms:
            self._changes[key] = change
            self._arms[key] = Arm(self.compiled, self.design, change, REFERENCE)
        return self._arms[key]

    def block(
        self, change: Change, wanted: Sequence[str], first: int, count: int, draws: Drawing
    ) -> dict[str, np.ndarray]:  # fmt: skip
        """Return outcomes of futures first..first+count-1 of an arm; worlds are held no longer than that takes."""
        arm = self.arm(change)
        if self.setting.crisis:
            return measures_of(arm, draws, first, count, self.setting.crisis, wanted)
        if change.injects or any(name.startswith(STATE) for name in wanted):
            worlds, params = arm.worlds_at_end(draws, first, count, REPEATS)
            made = measured(self.compiled, worlds, params)
            return {name: self._read(name, made, worlds, params) for name in wanted}
        with ThreadPoolExecutor(self.workers) as pool:
            made = arm.rows_of(draws, first, count, pool, self.workers, REPEATS)
        return {name: self._read(name, made) for name in wanted}

    def forget(self, change: Change) -> None:
        """Drop the rows of an arm that nobody will ask for again."""
        self._rows.pop(key_of(change), None)

    def figures(self, worlds: int) -> dict[str, np.ndarray]:
        """Return what worlds 0..worlds-1 sampled: column -> float64[world]."""
        drawn = self._draws.of(self.compiled, self.seed, 0, worlds)
        return {item.column: drawn[item.column] for item in self.compiled.sampled}

    def _place(self, key: str) -> str:
        digests = json.dumps(self.compiled.digests, sort_keys=True)
        return bytes_digest(f"{self.setting.key} {self.seed} {REPEATS} {key} {digests}".encode())

    def _grown(self, key: str, rows: Mapping[str, np.ndarray], futures: int) -> dict[str, np.ndarray]:
        """Return the rows of an arm up to `futures`: the next ones where all that is wanted is there, else all, in
        blocks.
        """
        wanted = list(self.wanted[key])
        have = min((len(rows.get(name, ())) for name in wanted), default=0)
        blocks = [{name: rows[name][:have] for name in wanted}] if have else []
        for first in range(have, futures, BLOCK):
            count = min(BLOCK, futures - first)
            blocks.append(self.block(self._changes[key], wanted, first, count, self._draws))
        return {name: np.concatenate([block[name] for block in blocks]) for name in wanted}

    def _read(self, name: str, made: Rows, worlds: np.ndarray | None = None,
              params: np.ndarray | None = None) -> np.ndarray:  # fmt: skip
        """Return an outcome of futures, float64[future]: nan where a future failed; of a state, the mean of what is
        named.
        """
        if name.startswith(STATE):
            assert worlds is not None
            assert params is not None
            part = place_of(self.compiled, name.removeprefix(STATE)).of(worlds, params)
            values = np.asarray(part, float).reshape(len(worlds), -1).mean(axis=1)
        else:
            values = made.outcomes[:, self._columns(name)].sum(axis=1)
        return np.where(made.failed >= 0, np.nan, values)

    def _columns(self, name: str) -> list[int]:
        """Return the places of an outcome's column, or of all its members' where it is named without one."""
        if self.setting.crisis:
            if name.removeprefix(IN_CRISIS) not in MEASURES:
                raise unknown_name(
                    "an outcome of a crisis", name, [IN_CRISIS + measure for measure in MEASURES], path="outcome"
                )
            return []
        if name.startswith(STATE):
            if not isinstance(place_of(self.compiled, name.removeprefix(STATE)).declared, Field):
                raise InputError(f"{name} is a parameter, not a state", path="outcome", found=name)
            return []
        columns = self.compiled.columns
        found = [place for place, one in enumerate(columns) if one == name or one.startswith(f"{name}.")]
        if not found:
            raise unknown_name("an outcome", name, columns, path="outcome")
        return found


@dataclass
class AtCorner:
    """Rows of arms whose figures stand in a corner, in futures first..; an arm is run once for all asked of it."""

    rows: Futures
    draws: AtCorners
    first: int
    _wanted: dict[str, dict[str, None]] = field(default_factory=dict)
    _made: dict[str, dict[str, np.ndarray]] = field(default_factory=dict)

    def ask(self, change: Change, outcomes: Sequence[str]) -> None:
        """Say beforehand that outcomes of an arm will be asked for."""
        self._wanted.setdefault(key_of(change), {}).update(dict.fromkeys(outcomes))

    def column(self, change: Change, outcome: str, futures: int) -> np.ndarray:
        """Return an outcome of an arm in `futures` futures, float64[future]."""
        key = key_of(change)
        if outcome not in self._made.get(key, {}):
            self.ask(change, [outcome])
            self._made[key] = self.rows.block(change, list(self._wanted[key]), self.first, futures, self.draws)
        return self._made[key][outcome]

    def figures(self, worlds: int) -> dict[str, np.ndarray]:
        """Return where the figures stand: column -> float64[world]."""
        return dict(self.draws.of(self.rows.compiled, self.rows.seed, self.first // REPEATS, worlds))


def key_of(change: Change) -> str:
    """Return a text that two equal changes share."""
    return json.dumps(asdict(change), sort_keys=True)
