"""The sides of stories, each played once however many stories tell of it.

Idea: run n of both sides is the same run: the same sampled figures, the same chance. A side is checked when it is
named, and played when one of its measures is first asked for.
Reads: scenario, evidence, bargains. Writes: nothing. Errors: InputError for a name or a value that cannot be used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from kaname.compile.compiled import Compiled, compile_study
from kaname.core.errors import unknown_name
from kaname.model.engine.ranges import Rows
from kaname.scenarios.contrasts import change_of
from kaname.scenarios.stories import CAMPAIGN, CRISIS, Story
from kaname.study import campaigns
from kaname.study.arms import Arm
from kaname.study.comparison import compiled_of, design_of_names, with_guarantee
from kaname.study.crises.case import Case, eve_of
from kaname.study.crises.play import play
from kaname.study.crises.settings import settings_of
from kaname.study.dates import quarter_at
from kaname.study.draws import Draws
from kaname.study.guarantee import AS_IS
from kaname.study.stories.measures import (
    THREE_WAYS,
    campaign_measures,
    crisis_measures,
    of_campaign,
    of_crisis,
)

PLAN, DAYS = "quick_seizure", 60
REFERENCE = "as_is"


@dataclass(frozen=True)
class Sizes:
    """Numbers of runs of a campaign or a crisis and of futures, and the seed of all."""

    runs: int = 300
    futures: int = 150
    seed: int = 1
    workers: int = 2


@dataclass
class Sides:
    """Everything that the stories of one file need played."""

    scenario: str
    sizes: Sizes
    _checked: dict[str, Any] = field(default_factory=dict)
    _played: dict[str, Any] = field(default_factory=dict)
    _compiled: dict[str, Compiled] = field(default_factory=dict)
    _draws: Draws = field(default_factory=Draws)

    def check(self, story: Story) -> None:
        """Raise InputError where a side or a measure of the story cannot be."""
        for side in (story.when, story.against):
            prepared = self._prepared(story, side)
            for measure in story.then:
                names = self._measures(story.kind, prepared)
                if measure not in names:
                    what = (
                        "an outcome of a future"
                        if story.kind not in (CAMPAIGN, CRISIS)
                        else f"a measure of a {story.kind}"
                    )
                    raise unknown_name(what, measure, names, path=f"then.{measure}")

    def pair(self, story: Story, measure: str) -> tuple[np.ndarray, np.ndarray]:
        """Return a measure on the side of `when` and on that of `against`, float64[pair]."""
        one, other = (self._side(story, side, measure in THREE_WAYS) for side in (story.when, story.against))
        if story.kind == CAMPAIGN:
            return of_campaign(one, measure), of_campaign(other, measure)
        if story.kind == CRISIS:
            return of_crisis(one, measure), of_crisis(other, measure)
        (arm, rows), (_, other_rows) = one, other
        alive = (rows.failed < 0) & (other_rows.failed < 0)
        place = arm.compiled.columns.index(measure)
        return rows.outcomes[alive, place], other_rows.outcomes[alive, place]

    def _measures(self, kind: str, prepared: Any) -> tuple[str, ...]:
        if kind == CAMPAIGN:
            return campaign_measures()
        return crisis_measures(prepared.roles) if kind == CRISIS else tuple(prepared.compiled.columns)

    def _prepared(self, story: Story, side: Mapping[str, Any]) -> Any:
        key = _key(story, side)
        if key not in self._checked:
            make = {CAMPAIGN: self._campaign, CRISIS: self._case}.get(story.kind, self._arm)
            self._checked[key] = make(story.about, side)
        return self._checked[key]

    def _side(self, story: Story, side: Mapping[str, Any], three_ways: bool) -> Any:
        key = _key(story, side) + ("three ways" if three_ways else "")
        if key not in self._played:
            prepared = self._prepared(story, side)
            if story.kind == CAMPAIGN:
                self._played[key] = (*prepared, campaigns.run(*prepared))
            elif story.kind == CRISIS:
                eve = eve_of(prepared)
                self._played[key] = prepared, eve, play(prepared, eve.seen_three_ways() if three_ways else eve)
            else:
                self._played[key] = prepared, self._rows(prepared)
        return self._played[key]

    def _campaign(self, place: str, side: Mapping[str, Any]) -> Any:
        return campaigns.spec_for(self.scenario, place, side.get("plan", PLAN), side.get("days", DAYS),
                                  self.sizes.runs, self.sizes.seed, side.get("set", {}))  # fmt: skip

    def _case(self, place: str, side: Mapping[str, Any]) -> Case:
        bargain = side.get("bargain", REFERENCE)
        if bargain not in self._compiled:
            self._compiled[bargain] = compile_study(self.scenario, [bargain])
        compiled = with_guarantee(self._compiled[bargain], side.get("guarantee", AS_IS))
        places = list(compiled.axes["contingency"])
        if place not in places:
            raise unknown_name("a contingency", place, places, path="given.crisis")
        settings = settings_of([f"{name}={value!r}" for name, value in side.get("set", {}).items()], compiled.axes)
        quarter = quarter_at(compiled.scenario.start, compiled.quarters - 1, side.get("date"))
        return Case(compiled, next(iter(compiled.bargains)), places.index(place), quarter=quarter,
                    runs=self.sizes.runs, seed=self.sizes.seed, settings=settings)  # fmt: skip

    def _arm(self, adoption: str, side: Mapping[str, Any]) -> Arm:
        change = change_of({name: value for name, value in side.items() if name != "years"})
        names = list(dict.fromkeys([REFERENCE, *([change.bargain] if change.bargain else ())]))
        options = {"years": side["years"]} if "years" in side else {}
        design, names = design_of_names(self.scenario, names, robustness=0, futures=self.sizes.futures,
                                        seed=self.sizes.seed, adoption=adoption, **options)  # fmt: skip
        key = json.dumps([adoption, options, names])
        if key not in self._compiled:
            self._compiled[key] = compiled_of(design, names)
        return Arm(self._compiled[key], design, change, REFERENCE)

    def _rows(self, arm: Arm) -> Rows:
        with ThreadPoolExecutor(self.sizes.workers) as pool:
            return arm.rows(self._draws, pool, self.sizes.workers)


def _key(story: Story, side: Mapping[str, Any]) -> str:
    return json.dumps([story.kind, story.about, side], sort_keys=True)
