"""Data that every section of the page needs: the run, its names, its ends, its differences; computed once.

Idea: one object that knows words for columns and the paired differences behind them; sections only arrange. Whose side
is shown first comes from the manifest's roles; a run that does not name roles tells the first two states of its axis.
Reads: RunFolder, evidence. Writes: nothing. Source: docs/reference/dataset.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product
from typing import Any

import numpy as np

from kaname.analysis.folder import RunFolder
from kaname.analysis.paired import Difference, Verdict, difference_in_summary, verdict
from kaname.analysis.pareto import beaten_by, compare_all
from kaname.report.checks import Checks
from kaname.report.elections import Votes, votes_of
from kaname.report.influences import MOST_FOR_DRIVERS, Influences
from kaname.report.palette import Palette
from kaname.report.sentences import Subject
from kaname.report.words import plain_name
from kaname.scenarios.load import load_bargain, load_scenario, shipped_bargains, shipped_scenarios
from kaname.words.catalogue import Catalogue, catalogue
from kaname.words.levers import NAMES as LEVERS
from kaname.words.outcomes import BY_NAME, outcome_words

KINDS = {"contingency": "place"}
"""Kinds of names in the catalogue, where they are called otherwise than the axis."""


@dataclass(frozen=True)
class View:
    """A run seen as a page."""

    run: RunFolder
    theories: Mapping[str, Sequence[str]]
    say: Catalogue = field(default_factory=lambda: catalogue("en"))

    @property
    def summary(self) -> Mapping[str, Any]:
        return self.run.summary

    @cached_property
    def palette(self) -> Palette:
        return Palette(self.run.bargains)

    @cached_property
    def reference(self) -> str:
        """Return the reference's name as it stands in sentences."""
        return self.said_bargain(self.run.reference)

    def name(self, axis: str, member: str) -> str:
        """Return what a member of an axis is called: by the run, or by the catalogue where it knows a word for it."""
        own = str(self.summary.get("names", {}).get(axis, {}).get(member, plain_name(member)))
        if self.say.language == "en" or (axis == "bargain" and not _is_shipped(member, own)):
            return own
        return self.say.named(KINDS.get(axis, axis), member, own)

    @cached_property
    def title(self) -> str:
        """Return what the run's scenario is called."""
        scenario = str(self.summary["scenario"])
        own = str(self.summary.get("title") or scenario)
        return self.say.named("scenario", scenario, own)

    @cached_property
    def question(self) -> str:
        """Return what the run was made to answer, in the page's language where it is a shipped scenario's question."""
        scenario, own = str(self.summary["scenario"]), str(self.summary.get("question") or self.title)
        if self.say.language == "en" or scenario not in shipped_scenarios() or load_scenario(scenario).question != own:
            return own
        return self.say.named("scenario", f"{scenario}.question", own)

    def bargain(self, identity: str) -> str:
        """Return a bargain's name, for labels."""
        return self.name("bargain", identity)

    def said_bargain(self, identity: str) -> str:
        """Return a bargain's name as it stands in sentences."""
        return self.say("page-quoted", name=self.bargain(identity))

    @cached_property
    def states(self) -> tuple[str, ...]:
        """Return all states, the ally and the protector first."""
        members = list(self.summary.get("names", {}).get("actor", {}))
        return (*self.leading, *(member for member in members if member not in self.leading))

    @cached_property
    def leading(self) -> tuple[str, ...]:
        """Return the two sides of the alliance: ally, protector."""
        members = list(self.summary.get("names", {}).get("actor", {}))
        roles = self.run.manifest.get("scenario", {}).get("roles", {})
        named = [member for role in ("ally", "protector") for member in members if roles.get(member) == role]
        return tuple(named) if len(named) == 2 else tuple(members[:2])

    def declared(self, column: str) -> Mapping[str, Any]:
        """Return the declaration of the outcome of a column."""
        return self.summary["outcomes"][column.split(".")[0]]

    def member(self, column: str) -> str | None:
        return column.split(".", 1)[1] if "." in column else None

    def outcome(self, column: str) -> str:
        """Return the outcome of a column in words, without its member."""
        name = column.split(".")[0]
        return self.say.outcome(name) if name in BY_NAME else outcome_words(name)

    def meaning(self, column: str) -> str:
        """Return what the outcome of a column counts, in a sentence."""
        name = column.split(".")[0]
        return self.say.outcome_meaning(name) if self._translated(name) else str(self.declared(column)["sentence"])

    def summary_of(self, bargain: str) -> str:
        """Return what a bargain is, in its file's words or in those of the catalogue."""
        own = str(self.run.manifest.get("bargains", {}).get(bargain, {}).get("summary", ""))
        known = self.bargain(bargain) != self.summary.get("names", {}).get("bargain", {}).get(bargain)
        return self.say.named("bargain", f"{bargain}.summary", own) if known else own

    def room(self, name: str) -> str:
        """Return a room of the model in words."""
        return plain_name(name) if self.say.language == "en" else self.say.named("room", name, plain_name(name))

    def lever(self, name: str) -> str:
        """Return a lever in words."""
        return self.say.lever(name) if self.say.language != "en" and name in LEVERS else plain_name(name)

    def word(self, kind: str, identity: str) -> str:
        """Return a move, an ending or another word of the log as a reader writes it."""
        own = plain_name(identity)
        return own if self.say.language == "en" else self.say.named(kind, identity, own)

    def check(self, identity: str, own: str, part: str = "") -> str:
        """Return a check's name, or with part its sentence, in the page's language."""
        return self.say.named("check", f"{identity}{part}", own)

    def checks_named(self, identities: Sequence[str]) -> list[str]:
        """Return the names of checks in the order in which they are listed."""
        return [self.check(arm.id, arm.name) for arm in self.checks.arms if arm.id in identities]

    def _translated(self, name: str) -> bool:
        return self.say.language != "en" and name in BY_NAME

    def subject(self, column: str) -> Subject:
        """Return the column as the catalogue of sentences wants it."""
        said = self.declared(column)
        axis = (said.get("dims") or ["actor"])[0]
        member = self.member(column)
        owner = self.name(axis, member) if member else None
        return Subject(self.outcome(column), owner, said["unit"], said["good"])

    def words(self, column: str) -> str:
        return self.subject(column).words

    @cached_property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.summary["bargains"][self.run.reference]["outcomes"])

    def of_role(self, role: str) -> list[str]:
        return [name for name in self.columns if self.declared(name)["role"] == role]

    @cached_property
    def ends(self) -> list[str]:
        return self.of_role("end")

    @cached_property
    def shared_ends(self) -> list[str]:
        """Return ends that belong to no single state."""
        return [name for name in self.ends if self.member(name) is None]

    def ends_of(self, state: str) -> list[str]:
        """Return ends of one state, without the shared ones."""
        return [name for name in self.ends if self.member(name) == state]

    def judged_by(self, state: str) -> list[str]:
        """Return ends by which a state is judged: its own, and the shared ones for the two sides of the alliance
        alone.
        """
        return [*self.ends_of(state), *(self.shared_ends if state in self.leading else ())]

    @cached_property
    def leading_ends(self) -> list[str]:
        """Return ends of the two sides of the alliance, then the shared ones, in declared order."""
        return [end for state in self.leading for end in self.ends_of(state)] + self.shared_ends

    @cached_property
    def clear(self) -> list[tuple[str, str]]:
        """(bargain, end) of the clear differences among the leading ends."""
        return [(b, end) for end in self.leading_ends for b in self.run.others if self.verdict(b, end).clear]

    @property
    def differences(self) -> dict[str, dict[str, Difference]]:
        """Bargain -> end -> difference to the reference, with the summary's numbers."""
        return self._measured[0]

    @property
    def gaps(self) -> dict[str, dict[str, np.ndarray]]:
        """Bargain -> leading end -> paired differences [pairs], of the futures whose drivers are asked."""
        return self._measured[1]

    @cached_property
    def _measured(self) -> tuple[dict[str, dict[str, Difference]], dict[str, dict[str, np.ndarray]]]:
        told: dict[str, dict[str, Difference]] = {bargain: {} for bargain in self.run.others}
        kept: dict[str, dict[str, np.ndarray]] = {bargain: {} for bargain in self.run.others}
        reference, alive = self.run.reference, self.run.alive
        for ends, rows in self.run.groups(self.ends):
            for bargain, end in product(self.run.others, ends):
                both = alive[bargain] & alive[reference]
                gaps = rows[bargain][end][both] - rows[reference][end][both]
                told[bargain][end] = difference_in_summary(self.said(bargain)[end], gaps)
                if end in self.leading_ends:
                    kept[bargain][end] = gaps[: int(both[:MOST_FOR_DRIVERS].sum())].copy()
        return told, kept

    def said(self, bargain: str) -> Mapping[str, Any]:
        """Return the summary's differences of a bargain to the reference, by column."""
        pairs = self.summary["pairs"].values()
        return next(pair["outcomes"] for pair in pairs if pair["bargain"] == bargain)

    def verdict(self, bargain: str, column: str) -> Verdict:
        return verdict(self.differences[bargain][column], self.declared(column)["good"])

    @cached_property
    def comparisons(self) -> int:
        """Return how many differences to the reference the page tests for ends, without those that never differ."""
        gaps = [gap for by_end in self.differences.values() for gap in by_end.values()]
        return sum(gap.differing > 0 for gap in gaps)

    def sure(self, bargain: str, column: str) -> bool:
        """Return whether a difference is clear, and stays so when all are asked at once."""
        gap = self.differences[bargain][column]
        return self.verdict(bargain, column).clear and gap.stands_among(self.comparisons)

    @cached_property
    def beaten(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """State -> bargain -> bargains that beat it in the ends by which the state is judged."""
        good = {name: self.declared(name)["good"] for name in self.ends}
        found = compare_all(self.run, good)
        return {s: beaten_by(found, self.run.bargains, self.judged_by(s)) for s in self.states}

    @cached_property
    def checks(self) -> Checks:
        """Return the arms beside the main run and the verdicts."""
        return Checks(self.summary, self.run.reference)

    @cached_property
    def votes(self) -> tuple[Votes, ...]:
        """Elections within the horizon, by side."""
        return votes_of(self.run)

    @cached_property
    def sampled(self) -> dict[str, dict[str, Any]]:
        """Return the manifest's entry for each sampled column."""
        return {one["column"]: one for one in self.run.model.get("sampled", [])}

    @cached_property
    def influences(self) -> Influences:
        """Return what moves the differences."""
        return Influences(self)


@lru_cache
def _is_shipped(bargain: str, name: str) -> bool:
    """Return whether a bargain bears the name of the shipped one of its id: a file of one's own may borrow the id."""
    return bargain in shipped_bargains() and load_bargain(bargain).name == name
