"""Setting: what stands on the Compare page, whole in its address, so that a link is a result.

Idea: a scenario, a bargain whose levers it begins with, the levers moved by hand, and a second such pair that is pinned
beside. The address holds nothing else, is checked name by name and value by value, and is written in one order, so
that equal settings have one address.
Units: a lever's own. Reads: the shipped scenarios and bargains. Writes: nothing. Errors: InputError with the nearest
name, the range, or what was given twice.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import urlencode

from kaname.compile.bargain_page import BargainPage, page_of
from kaname.compile.bargains import lever_start
from kaname.core.errors import InputError, shown, unknown_name
from kaname.scenarios.load import load_bargain, load_scenario, shipped_scenarios
from kaname.scenarios.records import Scenario
from kaname.words.languages import LANGUAGES
from kaname.words.levers import BY_NAME, LEVERS

BARGAIN = "as_is"
PIN = "pin."
BESIDE = ("lang", "last", "tab", "show")
"""What an address may hold beside the setting: language, lever moved last, the tab that asks, answer at once."""
DIGITS = 4
LONGEST_VALUE = 24


@dataclass(frozen=True)
class Pair:
    """A bargain and the levers moved from where it puts them, in the order of the levers."""

    bargain: str = BARGAIN
    moved: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """A scenario, the pair that is looked at, and the pair that is pinned beside it, if any."""

    scenario: str = field(default_factory=lambda: first_scenario())
    mine: Pair = field(default_factory=Pair)
    pinned: Pair | None = None

    def query(self, **beside: str) -> str:
        """Return the address after the question mark; beside: what else it holds, such as lang."""
        pairs = [("scenario", self.scenario), *_query(self.mine, "")]
        pairs += _query(self.pinned, PIN) if self.pinned else []
        return urlencode([*pairs, *((name, value) for name, value in beside.items() if value)])

    def levels(self) -> dict[str, float]:
        """Return where each lever stands: moved, or as the bargain puts it, or as things are."""
        return {**starts(self.scenario), **asked(self.scenario, self.mine.bargain), **self.mine.moved}

    def pin(self) -> Setting:
        """Return the setting with what is looked at pinned."""
        return replace(self, pinned=self.mine)

    def unpin(self) -> Setting:
        """Return the setting with nothing pinned."""
        return replace(self, pinned=None)


def read(pairs: Iterable[tuple[str, str]]) -> Setting:
    """Return the setting of an address's pairs. Raises InputError for what is not known, outside, or given twice."""
    given: dict[str, str] = {}
    for name, value in pairs:
        if name in given:
            raise InputError("it is given twice", path=shown(name), hint="Give it once.")
        given[name] = value
    scenario = given.get("scenario", first_scenario())
    if scenario not in shipped_scenarios():
        raise unknown_name("a scenario", scenario, shipped_scenarios(), path="scenario")
    known = ("scenario", "bargain", *BY_NAME, *BESIDE)
    for name in given:
        if name.removeprefix(PIN) not in known or name in (f"{PIN}scenario", *(f"{PIN}{one}" for one in BESIDE)):
            raise unknown_name("a part of a setting", name, known, path="address")
    if given.get("lang", LANGUAGES[0]) not in LANGUAGES:
        raise unknown_name("a language", given["lang"], LANGUAGES, path="lang")
    there = any(name.startswith(PIN) for name in given)
    return Setting(scenario, _pair(given, scenario, ""), _pair(given, scenario, PIN) if there else None)


def first_scenario() -> str:
    """Return the scenario that stands where none is asked for: the first of those shipped."""
    return shipped_scenarios()[0]


def asked_levers(scenario: str, pair: Pair) -> dict[str, float]:
    """Return the levers that a pair moves away from things as they are, for a session of `as_is`."""
    start = starts(scenario)
    levels = {**asked(scenario, pair.bargain), **pair.moved}
    return {name: value for name, value in levels.items() if not math.isclose(value, start[name], abs_tol=1e-9)}


@lru_cache(maxsize=64)
def _page(scenario: str, bargain: str) -> BargainPage:
    return page_of(load_bargain(bargain), scenario_of(scenario))


@lru_cache(maxsize=8)
def scenario_of(name: str) -> Scenario:
    """Return a shipped scenario, read once."""
    return load_scenario(name)


def page_at(scenario: str, bargain: str) -> BargainPage:
    """Return the page of a bargain at a scenario's start, made once."""
    return _page(scenario, bargain)


@lru_cache(maxsize=8)
def starts(scenario: str) -> Mapping[str, float]:
    """Return where each lever stands at a scenario's start, in the lever's unit."""
    return {lever.name: float(lever_start(scenario_of(scenario), lever)) for lever in LEVERS}


def asked(scenario: str, bargain: str) -> dict[str, float]:
    """Return the levers of a bargain that are not done already, each at what is asked of it."""
    return {line.name: float(line.start + line.adds) for line in _page(scenario, bargain).levers if line.adds != 0.0}


def written(value: float) -> str:
    """Return a lever's value as an address holds it: four digits at most.

    >>> written(0.30000001)
    '0.3'
    """
    return f"{value:.{DIGITS}g}"


def _query(pair: Pair, before: str) -> list[tuple[str, str]]:
    return [(f"{before}bargain", pair.bargain), *((f"{before}{name}", written(v)) for name, v in pair.moved.items())]


def _pair(given: Mapping[str, str], scenario: str, before: str) -> Pair:
    bargain = given.get(f"{before}bargain", BARGAIN)
    known = scenario_of(scenario).bargains
    if bargain not in known:
        raise unknown_name("a bargain of this scenario", bargain, known, path=f"{before}bargain")
    base = {**starts(scenario), **asked(scenario, bargain)}
    values = {
        lever.name: lever_value(lever.name, given[before + lever.name], before)
        for lever in LEVERS
        if before + lever.name in given
    }
    return Pair(bargain, {name: value for name, value in values.items() if written(value) != written(base[name])})


def lever_value(name: str, text: str, before: str = "") -> float:
    """Return a lever's value as an address or form holds it; InputError outside its range, at `before` and its name."""
    lever = BY_NAME[name]
    try:
        value = float(text) if len(text) <= LONGEST_VALUE and text.isascii() and "_" not in text else math.nan
    except ValueError:
        value = math.nan
    if not lever.low <= value <= lever.high:
        raise InputError(f"{shown(text)} is outside {lever.low:g}..{lever.high:g} (unit: {lever.unit})",
                         path=f"{before}{name}", found=text, hint="Move the slider instead.")  # fmt: skip
    return value
