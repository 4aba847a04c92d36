"""A scenario in a notebook: opened by name, changed line by line, given bargains of one's own; then compared.

Idea: nothing is changed in place: every call returns another scenario. A change is what an override file says, and a
bargain what a bargain file says; both are checked when they are made, and `save` writes them as those files. What is
compared, traced or played is read from the written files, so every printed command can be typed by somebody else.
Reads: scenario, bargains, evidence. Writes: with `save`, the files. Errors: InputError at the path of the change.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from kaname.api.table import Table
from kaname.api.written import bargain_text, override_text
from kaname.compile.bargains import lever_start
from kaname.core.errors import InputError, shown, unknown_name
from kaname.core.hashing import json_digest
from kaname.core.safe_yaml import Document, parse_yaml
from kaname.evidence.load import load_evidence
from kaname.scenarios import records
from kaname.scenarios.bargains import check_bargain
from kaname.scenarios.check import check_scenario
from kaname.scenarios.load import (
    BARGAINS,
    document_of,
    is_path,
    load_bargain,
    load_scenario,
    shipped_bargains,
    with_base,
)
from kaname.scenarios.overrides import DECLARED, FIGURE_SECTIONS, is_override
from kaname.scenarios.starts import started
from kaname.store.objects import address_of
from kaname.study.commands import RUNS
from kaname.words.levers import LEVERS
from kaname.words.params import BACKED_BY_NAME as PARAMS

DIGITS = 12


@dataclass(frozen=True)
class Scenario:
    """A scenario, its changes and bargains of one's own.

    name: id or file of what it begins from; id: its own id; changes: path -> what is put there; texts: the files of
    its own bargains by id.
    """

    name: str
    id: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def record(self) -> records.Scenario:
        """Return the checked scenario with its changes: actors, contingencies, figures, calendar."""
        if not self.changes:
            return load_scenario(self.name)
        return check_scenario(with_base(self._override, self._folder), load_evidence())

    @property
    def title(self) -> str:
        """Return its title."""
        return self.record.title

    @property
    def bargains(self) -> tuple[str, ...]:
        """Return the ids of its bargains, the reference first, one's own last."""
        return tuple(dict.fromkeys([*self.record.bargains, *self.texts]))

    @property
    def contingencies(self) -> tuple[str, ...]:
        """Return the ids of its contingencies."""
        return tuple(self.record.contingencies)

    @cached_property
    def levers(self) -> Table:
        """Return the levers a bargain may move: lever, unit, low, high, at the start, what it is."""
        return Table.of_rows([
            {"lever": lever.name, "unit": lever.unit, "low": lever.low, "high": lever.high,
             "start": lever_start(self.record, lever), "sentence": lever.sentence}
            for lever in LEVERS
        ])  # fmt: skip

    @cached_property
    def figures(self) -> Table:
        """Return the figures it rests on: path, unit, value or median (none where it lies on an axis), grade, id,
        doubt.
        """
        named = {f"{section}.{name}": figure for section in FIGURE_SECTIONS
                 for name, figure in getattr(self.record, section).items()}  # fmt: skip
        figures = load_evidence().figures
        named |= {f"parameters.{name}": figures[name] for name in PARAMS
                  if f"parameters.{name}" not in named and name in figures}  # fmt: skip
        return Table.of_rows([
            {"path": path, "unit": one.unit, "value": None if isinstance(one.central, dict) else float(one.central),
             "by": ", ".join(one.by), "grade": one.grade, "figure": one.id, "doubt": one.doubt or ""}
            for path, one in named.items()
        ])  # fmt: skip

    @property
    def notes(self) -> tuple[str, ...]:
        """Return notes on its changes, such as the doubt that a replaced figure leaves behind."""
        return tuple(note for path, change in self.changes.items() for note in [self._note(path, change)] if note)

    def override(self, changes: Mapping[str, Any], id: str = "", title: str = "") -> Scenario:
        """Return the scenario with some lines changed.

        changes: path -> value, as in an override file: `parameters.NAME`, `initial.NAME`, `levers.NAME`, `years` ... A
        bare number replaces a figure in the figure's own unit (see `figures`) as a judgement, grade D, and drops the
        figure's doubt: it is then the same in every future and for every member; `{"senkaku": 0.3, ...}` gives one a
        member (with `others` for the rest), and a mapping with a unit is a figure as a file writes it. id: the changed
        scenario's id, BASE-changed where left out. Raises InputError with the nearest path.

        >>> Scenario("us-japan", "us-japan").override({"parameters.opportunity_rate": 0.5}).id
        'us-japan-changed'
        """
        for path in changes:
            section, _, rest = path.partition(".")
            if section in DECLARED and rest not in DECLARED[section]:
                raise unknown_name(f"one of the {section} that can be changed", rest, DECLARED[section], path=path)
        made = replace(self, id=id or self._changed_id, changes={**self.changes, **changes})
        if title:
            made = replace(made, changes={**made.changes, "title": title})
        assert made.record
        return made

    def bargain(self, id: str, like: str = "", name: str = "", summary: str = "", **levers: float) -> Scenario:
        """Return the scenario with a bargain of one's own beside the others.

        id: what it is called in `compare`; like: a bargain whose levers it begins with; levers: what each named lever
        is asked to be, in the lever's unit and range (see `levers`). Lags, prices and consent are those of the lists.
        Raises InputError for an unknown lever or a value outside its range.

        >>> Scenario("us-japan", "us-japan").bargain("mine", defence_share=0.03).bargains[-1]
        'mine'
        """
        if id in self.record.bargains:
            raise InputError(f"{shown(id)} is a bargain of the scenario already", path="id", hint="Choose another id.")
        base = self.known_bargain(like) if like else None
        year = self.record.start.year
        text = bargain_text(id, levers, base.document.value if base else None, name, summary, year)
        check_bargain(parse_yaml(text, file=f"{id}.yaml"), load_evidence())
        return replace(self, texts={**self.texts, id: text})

    def save(self, folder: str | Path) -> Path:
        """Write the changed scenario and its own bargains as files into a folder; return the scenario's file.

        An unchanged scenario is not copied: its own name is returned. The files are what `kaname compare FILE` reads.
        """
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        for identity, text in self.texts.items():
            (place / f"{identity}.yaml").write_text(text, encoding="utf-8", newline="\n")
        if not self.changes:
            return Path(self.name)
        for file in self._beside():
            shutil.copy(file, place / file.name)
        path = place / f"{self.id}.yaml"
        path.write_text(self._text, encoding="utf-8", newline="\n")
        return path

    def laid_out(self, out: Path | None = None) -> tuple[str, dict[str, str]]:
        """Return the input of the study: (scenario as id or file, file of each own bargain by id), written if need be.

        The files lie in runs/ID-DIGEST-inputs, or beside the folder `out` where that is one of this machine.
        """
        if not self.changes and not self.texts:
            return self.name, {}
        digest = json_digest([self.name, dict(self.changes), dict(self.texts)])[:DIGITS]
        beside = None if out is None or address_of(out) else out
        place = beside.with_name(f"{beside.name}-inputs") if beside else RUNS / f"{self.id}-{digest}-inputs"
        file = self.save(place)
        return str(file), {identity: str(place / f"{identity}.yaml") for identity in self.texts}

    def __repr__(self) -> str:
        changed = f"; changed: {', '.join(self.changes)}" if self.changes else ""
        return f"Scenario {self.id}: {self.title}; bargains: {', '.join(self.bargains)}{changed}"

    def _repr_html_(self) -> str:
        lines = [self.record.question, f"{self.record.years} years from {self.record.start.year}",
                 f"contingencies: {', '.join(self.contingencies)}", f"bargains: {', '.join(self.bargains)}",
                 *self.notes]  # fmt: skip
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        return f"<p><b>{escape(self.title)}</b> ({escape(self.id)})</p><ul>{items}</ul>"

    @property
    def _folder(self) -> Path | None:
        return Path(self.name).parent if is_path(self.name) else None

    @property
    def _changed_id(self) -> str:
        return self.id if self.changes else f"{self.id}-changed"

    @property
    def _base(self) -> str:
        return Path(self.name).stem if is_path(self.name) else self.name

    @property
    def _text(self) -> str:
        declared = {f"{home}.{name}": one for home, known in DECLARED.items() for name, one in known.items()}
        return override_text(self.id, self._base, self.changes, declared, load_scenario(self.name).start.year)

    @cached_property
    def _override(self) -> Document:
        return parse_yaml(self._text, file=f"{self.id}.yaml")

    def known_bargain(self, name: str) -> records.Bargain:
        """Return one of its bargains, or a bargain's file, checked. Raises InputError with the nearest name."""
        if name not in (*self.bargains, *shipped_bargains()) and not is_path(name):
            raise unknown_name("a bargain of this scenario", name, self.bargains, path="bargains")
        if name in self.texts:
            return check_bargain(parse_yaml(self.texts[name], file=f"{name}.yaml"), load_evidence())
        return load_bargain(name, folder=self._folder)

    def _beside(self) -> list[Path]:
        """Return the user's own files that the changed scenario needs beside it: its bases and their bargains."""
        folder = self._folder
        if folder is None:
            return []
        found, name = [Path(self.name)], Path(self.name)
        while is_override(document_of(name)):
            base = folder / f"{document_of(name).value['base']}.yaml"
            if not base.is_file():
                break
            found.append(base)
            name = base
        places = [
            inside / f"{bargain}.yaml" for bargain in self.record.bargains for inside in (folder, folder / BARGAINS)
        ]
        return [*found, *(path for path in places if path.is_file())]

    def _note(self, path: str, change: Any) -> str:
        section, _, name = path.partition(".")
        if section not in FIGURE_SECTIONS or (isinstance(change, Mapping) and "unit" in change):
            return ""
        before = getattr(load_scenario(self.name), section).get(name) or load_evidence().figures.get(name)
        if before is None or not before.uncertain:
            return ""
        return (
            f"{path}: the doubt of {before.id} ({before.doubt or before.unit}) is dropped; every future has the same."
        )


def scenario(name: str | Path | Scenario, start: str | int = "") -> Scenario:
    """Return a scenario to look at, to change and to compare.

    name: id of a scenario of the package, or a file; start: another of its starts, by year, or `own`. Raises InputError
    with the nearest name.

    >>> scenario("us-japan").contingencies[0]
    'senkaku'
    """
    if isinstance(name, Scenario):
        if start:
            raise InputError("this scenario object has its start already", path="start", found=start,
                             hint="Give the start where it is opened: scenario(name, start).")  # fmt: skip
        return name
    begun = started(str(name), str(start)) if start else str(name)
    return Scenario(begun, load_scenario(begun).id)


def named(one: str | Path | Scenario, bargains: Sequence[str | Path], start: str | int = "",
          out: Path | None = None) -> tuple[str, list[str]]:  # fmt: skip
    """Return (scenario, bargains) as ids and files, written where they were made in Python.

    Raises InputError for a bargain that is not known before anything is written.
    """
    opened = scenario(one, start)
    asked = [str(name) for name in bargains] or list(opened.bargains)
    for name in asked:
        opened.known_bargain(name)
    place, own = opened.laid_out(out)
    return place, [own.get(name, name) for name in asked]
