"""One future in full: its events with the terms that decided them, its state by quarter, narrowed or set beside
another.

Reads: scenario, evidence, bargains, or a run's folder. Writes: nothing. Clock: quarters. Units: those of the fields.
Errors: InputError for a future, bargain or word that is not known, and where a run was made from other inputs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from kaname.api.comparison import checked_options, in_python
from kaname.api.run import Run
from kaname.api.scenario import Scenario, named
from kaname.api.table import Table
from kaname.compile.compiled import Compiled
from kaname.core.errors import InputError, unknown_name
from kaname.study.commands import design_of, trace_command
from kaname.study.comparison import compiled_of, design_of_names
from kaname.study.design import MOST_FUTURES, Design
from kaname.study.ready import make_ready
from kaname.study.replay import Quarter, quarters_of
from kaname.study.resume import difference
from kaname.study.selection import Selection, selection_of, told_apart
from kaname.study.story import events_of, state_columns
from kaname.words.fields import FIELDS

KEYS = ("quarter", "year", "season", "kind", "step", "actor", "place", "sentence")


@dataclass(frozen=True)
class Trace:
    """One future under one bargain, quarter by quarter, bit for bit the one in the ensemble.

    design: what is run; name: the bargain as it was named; future: its number; wanted: which events are shown.

    >>> future = ka.trace("us-japan", future=3, years=1)
    >>> future.bargain, len(future.states), future.only("senkaku", "2026Q1").events.columns[:4]
    ('as_is', 4, ('quarter', 'year', 'season', 'kind'))
    """

    design: Design
    name: str
    future: int
    compiled: Compiled
    quarters: Sequence[Quarter]
    wanted: Selection = Selection()

    @property
    def bargain(self) -> str:
        """Return the id of the bargain."""
        return self.design.bargains[0]

    @property
    def digest(self) -> int:
        """Return the digest of the final world: equal to the stored row's where the future is the same to the bit."""
        return self.quarters[-1].digest

    @property
    def command(self) -> str:
        """Return the command that tells the same future."""
        return trace_command(self.design, self.name, self.future)

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """Return the wanted events as plain data: when, kind, step, actor, place, sentence, and `terms` by name."""
        return [event for event in events_of(self.compiled, list(self.quarters)) if self.wanted.takes(event)]

    @cached_property
    def events(self) -> Table:
        """Return the wanted events: quarter (from 0), year, season (1 to 4), kind, step, actor, place, sentence."""
        return _table(self.rows)

    @cached_property
    def terms(self) -> Table:
        """Return the numbers that decided the wanted events: event (row of `events`), quarter, kind, term, value."""
        return Table.of_rows([
            {"event": n, "quarter": event["quarter"], "kind": event["kind"], "term": term, "value": value}
            for n, event in enumerate(self.rows) for term, value in event["terms"].items()
        ])  # fmt: skip

    @cached_property
    def states(self) -> Table:
        """Return every state variable at the end of every quarter: quarter, year, then a column a variable and
        member.
        """
        columns = state_columns(self.compiled, list(self.quarters))
        units = {field.name: field.unit for field in FIELDS}
        return Table.of(columns, {name: units[name.split(".")[0]] for name in columns if name.split(".")[0] in units})

    def only(self, *words: str) -> Trace:
        """Return the same future with fewer events shown.

        words: contingencies, actors, kinds of event (`challenge`, `response`, ...) and times (`2031`, `2031Q2`,
        `2028..2031`): words of one sort widen the choice, of different sorts narrow it. Raises InputError with the
        nearest word.
        """
        return replace(self, wanted=selection_of(words, self.compiled.axes))

    def against(self, bargain: str | Path) -> TraceDifference:
        """Return what happens in this future under this bargain alone, and under the other alone.

        bargain: id or file of the other; the same chances, scenario and settings. Raises InputError if it is unknown.
        """
        design, names = design_of_names(
            self.design.scenario, [str(bargain)], **{name: getattr(self.design, name) for name in _options()}
        )
        return TraceDifference(self, replace(traced(design, names, self.future), wanted=self.wanted))

    def __repr__(self) -> str:
        title = self.compiled.bargains[self.bargain].name
        return f"{self.compiled.scenario.title}; bargain {title!r}; future {self.future}"

    def __str__(self) -> str:
        return "\n".join([repr(self), "", *story_lines(self.rows), "", f"Digest of the final world: {self.digest}"])

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self))}</p>{_story_html(self.rows)}"


@dataclass(frozen=True)
class TraceDifference:
    """Events that happen in one future under one of two bargains alone; events of the same quarter, actor, place and
    move under both are left out, and so is what a side only weighed."""

    left: Trace
    right: Trace

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """Return the events as plain data, each with the `bargain` under which alone it happens."""
        names = {"left": self.left.bargain, "right": self.right.bargain}
        return [{"bargain": names[side], **event} for side, event in told_apart(self.left.rows, self.right.rows)]

    @cached_property
    def events(self) -> Table:
        """Return the events as a table, the bargain first."""
        return _table(self.rows, ("bargain", *KEYS))

    def __repr__(self) -> str:
        return f"{self.left!r} against {self.right.compiled.bargains[self.right.bargain].name!r}"

    def __str__(self) -> str:
        same = [] if self.rows else ["Nothing happens in one that does not happen in the other."]
        return "\n".join([repr(self), "", *same, *story_lines(self.rows)])

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self))}</p>{_story_html(self.rows)}"


def trace(
    run: Run | str | Path | Scenario,
    future: int = 0,
    bargain: str | Path = "as_is",
    *,
    start: str | int = "",
    **options: Any,
) -> Trace:
    """Return one future quarter by quarter.

    run: a finished Run, whose settings are then taken, or a scenario (id, file or Scenario) with `options` of `Design`
    (seed, years, preset, frozen, coding, ...); future: its number, from 0; bargain: id or file. Raises InputError where
    the run was made from other inputs than are here now, since that would be another future.

    >>> trace("us-japan", future=3, years=1).digest == trace("us-japan", future=3, years=1).digest
    True
    """
    check_future(future)
    if isinstance(run, Run):
        if options or start:
            raise InputError("a run brings its own settings", path=next(iter(options), "start"),
                             hint="Leave them out, or name a scenario.")  # fmt: skip
        return _of_run(run, future, str(bargain))
    checked_options(Design, options, of_future=True)
    scenario, names = named(run, [bargain], start)
    try:
        design, found = design_of_names(scenario, names, futures=future + 1, **options)
    except InputError as trouble:
        raise in_python(trouble) from None
    return traced(design, found, future)


def traced(design: Design, names: Sequence[str], future: int) -> Trace:
    """Return a future of a design of one bargain. names: that bargain as it was named."""
    compiled = compiled_of(design, names)
    make_ready(design.scenario)
    return Trace(design, names[0], future, compiled, list(quarters_of(compiled, design, design.bargains[0], future)))


def check_future(future: int) -> None:
    """Raise InputError for a number that no future has."""
    if isinstance(future, bool) or not isinstance(future, int) or not 0 <= future < MOST_FUTURES:
        raise InputError(f"{future} is outside 0..{MOST_FUTURES - 1}", path="--future", found=future)


def story_lines(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return events as the lines of a story: a line a quarter, and below it a line an event."""
    lines: list[str] = []
    for (year, season), events in groupby(rows, key=lambda row: (row["year"], row["season"])):
        lines.append(f"{year} Q{season}")
        lines += [
            f"  {row['bargain']}: {row['sentence']}" if "bargain" in row else f"  {row['sentence']}" for row in events
        ]
    return lines


def _of_run(run: Run, future: int, bargain: str) -> Trace:
    whole, names = design_of(run.manifest, run.folder)
    given = dict(zip(whole.bargains, names, strict=True))
    if bargain not in given:
        raise unknown_name("a bargain of this run", bargain, whole.bargains, path="bargain")
    alone = replace(whole, bargains=(bargain,), robustness=0, attribution=0, stress="", budget="")
    told = traced(alone, [given[bargain]], future)
    before = run.manifest["inputs"]["sha256"]
    kept = {**before, "bargains": {bargain: before["bargains"].get(bargain)}}
    differing = difference(kept, told.compiled.digests["sha256"])
    if differing:
        raise InputError(f"the run was made from other inputs: {'; '.join(differing)}", file=str(run.folder),
                         hint="Run it again, or go back to what it was made from.")  # fmt: skip
    return told


def _options() -> list[str]:
    from kaname.study.options import options_of

    return ["futures", *options_of(Design, of_future=True)]


def _table(rows: Sequence[Mapping[str, Any]], keys: Sequence[str] = KEYS) -> Table:
    return Table.of({key: [row[key] for row in rows] for key in keys})


def _story_html(rows: Sequence[Mapping[str, Any]]) -> str:
    parts = []
    for (year, season), events in groupby(rows, key=lambda row: (row["year"], row["season"])):
        items = "".join(
            f"<li>{escape(row.get('bargain', ''))}{': ' if 'bargain' in row else ''}{escape(row['sentence'])}</li>"
            for row in events
        )
        parts.append(f"<p><b>{year} Q{season}</b></p><ul>{items}</ul>")
    return "".join(parts)
