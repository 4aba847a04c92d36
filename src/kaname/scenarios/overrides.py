"""An override: a scenario written as changes to another, for analysts who change a few lines.

    base: us-japan
    changes:
      years: 10
      initial.gdp: {values: {...}, by: actor, unit: ..., date: ..., source: [...], grade: A}

Idea: a change replaces what stands at its path; what it replaces keeps no trace, every other line keeps its own file
and line number. A figure is replaced whole: a new number under the old number's source would be a false citation.

Reads: two Documents. Writes: nothing. Errors: InputError at the line of the change.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from kaname.core.errors import Findings, nearest_name, shown
from kaname.core.safe_yaml import Document, Key, Place, path_text
from kaname.scenarios.format import OVERRIDE
from kaname.words.declare import Declared
from kaname.words.fields import BY_NAME as FIELDS
from kaname.words.levers import BY_NAME as LEVERS
from kaname.words.params import BACKED_BY_NAME as PARAMS

DECLARED: Mapping[str, Mapping[str, Declared]] = {"initial": FIELDS, "parameters": PARAMS, "levers": LEVERS}
"""What the model declares, by the section of a scenario that gives it a figure."""
FIGURE_SECTIONS = tuple(DECLARED)
OWN_LINES = ("id", "title", "question", "about")
NOBODY = "host"
"""The one entry that may be empty: a contingency without a host."""
FIXED = ("id", "base", "changes", "sources")


def is_override(document: Document) -> bool:
    """Return whether a file tells changes to a base."""
    return isinstance(document.value, dict) and ("base" in document.value or "changes" in document.value)


def check_override(document: Document) -> None:
    """Raise what is wrong with the form of an override file."""
    findings = Findings()
    OVERRIDE.check(document, (), document.value, findings)
    findings.raise_if_any()


def merged(base: Document, override: Document) -> Document:
    """Return the base with the changes of a checked override, each path with the place where it was written."""
    findings = Findings()
    value = copy.deepcopy(base.value)
    places = dict(base.places)
    for name in OWN_LINES:
        if name in override.value:
            value[name] = override.value[name]
            _move_places(override, (name,), (name,), places)
    for name, source in override.value.get("sources", {}).items():
        value.setdefault("sources", {})[name] = source
        _move_places(override, ("sources", name), ("sources", name), places)
    for path, change in override.value["changes"].items():
        target = tuple(path.split("."))
        if _put(value, target, change, override, ("changes", path), findings):
            _move_places(override, ("changes", path), target, places)
    findings.raise_if_any()
    places[()] = Place(override.file, 1)
    return Document(value, override.file, places)


def _put(value: Any, target: Key, change: Any, override: Document, key: Key, findings: Findings) -> bool:
    problem = _problem(target)
    if problem:
        findings.add(override.error(key, *problem[:1], hint=problem[1]))
        return False
    if target[0] in FIGURE_SECTIONS:
        value.setdefault(target[0], {})
    inside = value
    for depth, part in enumerate(target[:-1]):
        if not isinstance(inside, dict) or part not in inside:
            allowed = sorted(inside) if isinstance(inside, dict) else []
            before = ".".join(map(str, target[:depth])) or "the scenario"
            findings.add(override.error(key, f"{shown(part)} is not in {shown(before)} of the base", found=part,
                                        allowed=allowed or None, nearest=nearest_name(part, allowed)))  # fmt: skip
            return False
        inside = inside[part]
    if not isinstance(inside, dict):
        findings.add(
            override.error(key, "a list is replaced whole", hint=f"Write {shown(path_text(target[:-1]))}: [...].")
        )
        return False
    if change is None and target[-1] != NOBODY:
        message = f"an override adds or replaces; it cannot take {shown(target[-1])} out"
        hint = "Write what stands in its place, or a scenario of your own without it."
        findings.add(override.error(key, message, hint=hint))
        return False
    inside[target[-1]] = copy.deepcopy(change)
    return True


def _problem(target: Key) -> tuple[str, str] | None:
    if any(not part for part in target):
        return "a path is names joined by dots", "For example initial.gdp."
    if target[0] in FIXED:
        return f"{target[0]} cannot be changed by a path", "Write it at the top of this file."
    homes = [f"{section}.{target[0]}" for section, names in DECLARED.items() if target[0] in names]
    if homes:
        return f"{shown(target[0])} is named with its section", f"Write {' or '.join(homes)}: {{...}}."
    if target[0] in FIGURE_SECTIONS and len(target) > 2:
        whole = ".".join(str(part) for part in target[:2])
        return "a figure is changed whole, with its own source", f"Write {shown(whole)}: {{value, unit, date, ...}}."
    return None


def _move_places(override: Document, source: Key, target: Key, places: dict[Key, Place]) -> None:
    for key in [key for key in places if key[: len(target)] == target]:
        del places[key]
    for key, place in override.places.items():
        if key[: len(source)] == source:
            places[(*target, *key[len(source) :])] = place
