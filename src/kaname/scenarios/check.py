"""Is this a scenario? Form first; then names that must exist, roles that must fit, figures that must be figures.

Figures are held against the fields, parameters and levers that the model declares (words). All that is wrong is
reported at once, in the order of the lines. Reads: Document, Evidence. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kaname.core.axes import Axis
from kaname.core.hashing import json_digest
from kaname.core.safe_yaml import Document
from kaname.core.tried_hints import check_and_try
from kaname.evidence.check import check_source_keys
from kaname.evidence.figures import Figure
from kaname.evidence.load import Evidence
from kaname.scenarios.figures import Checker, fits, resolve, take_sources
from kaname.scenarios.format import AT_MOST_ONE, SCENARIO, SINGLE_ROLES
from kaname.scenarios.records import Actor, AsIs, Contingency, Election, Scenario, Start
from kaname.words.axes import FIXED_AXES, SCENARIO_AXES
from kaname.words.declare import Declared, Param
from kaname.words.fields import BY_NAME as FIELDS
from kaname.words.levers import BY_NAME as LEVERS
from kaname.words.params import BACKED_BY_NAME as PARAMS

DERIVED_AXES = ("actor", "contingency")
LONGEST_BY_LAW = 24_000
LAW_HOURS = Param("law_hours", ("contingency", "delay"), "hours", 0, LONGEST_BY_LAW,
                  "Hours that each step of a decision takes by law alone.")  # fmt: skip


def check_scenario(document: Document, evidence: Evidence) -> Scenario:
    """Return the scenario that a document says; InputError or InputErrors with everything that is wrong."""
    return check_and_try(document, lambda changed: _checked(changed, evidence))


def _checked(document: Document, evidence: Evidence) -> Scenario:
    checker = Checker(document, evidence)
    if not SCENARIO.check(document, (), document.value, checker.findings):
        checker.findings.raise_if_any()
    take_sources(checker)
    _check_roles(checker)
    for name in document.value["contingencies"]:
        _check_contingency(checker, name)
    for place, thing in enumerate(document.value["as_is"]):
        check_source_keys(document, ("as_is", place, "source"), thing["source"], checker.sources, checker.findings)
    axes = _axes(checker)
    initial = _figures(checker, "initial", "a field of the world", FIELDS, axes)
    parameters = _figures(checker, "parameters", "a parameter", PARAMS, axes)
    levers = _figures(checker, "levers", "a lever", LEVERS, axes)
    hours = _law_hours(checker, axes)
    checker.findings.raise_if_any()
    return _scenario(checker, axes, initial, parameters, levers, hours)


def _check_roles(checker: Checker) -> None:
    actors = checker.document.value["actors"]
    for role in (*SINGLE_ROLES, *AT_MOST_ONE):
        holders = [name for name, actor in actors.items() if actor["role"] == role]
        if role in SINGLE_ROLES and not holders:
            checker.say(("actors",), f"no actor has the role {role}", hint="One actor has it.")
        for name in holders[1:]:
            checker.say(("actors", name, "role"), f"a second {role}; the first is {holders[0]}", found=role)


def _check_contingency(checker: Checker, name: str) -> None:
    roles = checker.document.value["contingencies"][name]["roles"]
    above = ("contingencies", name, "roles")
    actors = list(checker.document.value["actors"])
    for role, holder in roles.items():
        holders = holder if isinstance(holder, list) else [holder]
        for place, actor in enumerate(holders):
            key = (*above, role, place) if isinstance(holder, list) else (*above, role)
            nobody = role == "host" and actor in (None, "none")
            if not nobody and actor not in actors:
                checker.unknown(
                    key, "an actor of this scenario", actor, [*actors, *(["none"] if role == "host" else [])]
                )
    if roles["challenger"] in (roles["target"], roles["guarantor"]):
        checker.say((*above, "challenger"), f"{roles['challenger']} cannot challenge itself", found=roles["challenger"])
    apart = (roles["challenger"], roles["target"], roles["guarantor"])
    for role in ("bystander", "supporter"):
        for place, actor in enumerate(roles.get(role, ())):
            if actor in apart:
                checker.say((*above, role, place), f"{actor} already has a part in this contingency", found=actor)


def _axes(checker: Checker) -> dict[str, Axis]:
    said: Mapping[str, Sequence[str]] = checker.document.value.get("axes", {})
    axes = {"actor": Axis("actor", tuple(checker.document.value["actors"])),
            "contingency": Axis("contingency", tuple(checker.document.value["contingencies"]))}  # fmt: skip
    for name, members in said.items():
        if name in DERIVED_AXES:
            checker.say(("axes", name), f"the axis {name} is made from the {name}s of this file", hint="Leave it out.")
        elif name not in FIXED_AXES and name not in SCENARIO_AXES:
            checker.unknown(("axes", name), "an axis", name, [*SCENARIO_AXES, *FIXED_AXES])
        elif name in FIXED_AXES and tuple(members) != FIXED_AXES[name]:
            checker.say(
                ("axes", name), f"the model fixes the axis {name}", allowed=list(FIXED_AXES[name]), hint="Leave it out."
            )
        else:
            axes[name] = Axis(name, tuple(members))
    return {name: Axis(name, members) for name, members in FIXED_AXES.items()} | axes


def _figures(
    checker: Checker, section: str, kind: str, declared: Mapping[str, Declared], axes: Mapping[str, Axis]
) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    members = {name: axis.members for name, axis in axes.items()}
    for name, data in checker.document.value.get(section, {}).items():
        if name not in declared:
            checker.unknown((section, name), kind, name, sorted(declared))
            continue
        figure = resolve(checker, (section, name), data)
        if figure is None:
            continue
        if fits(checker, (section, name), figure, declared[name], members):
            figures[name] = figure
    return figures


def _law_hours(checker: Checker, axes: Mapping[str, Axis]) -> Figure | None:
    if "law_hours" not in checker.document.value:
        return None
    figure = resolve(checker, ("law_hours",), checker.document.value["law_hours"])
    if figure is None:
        return None
    members = {name: axis.members for name, axis in axes.items()}
    return figure if fits(checker, ("law_hours",), figure, LAW_HOURS, members) else None


def _scenario(
    checker: Checker, axes: Mapping[str, Axis], initial: Mapping[str, Figure], parameters: Mapping[str, Figure],
    levers: Mapping[str, Figure], hours: Figure | None,
) -> Scenario:  # fmt: skip
    said = checker.document.value
    return Scenario(
        id=said["id"],
        title=said["title"],
        question=said["question"],
        start=Start(**said["start"]),
        years=said["years"],
        actors={name: _actor(name, actor) for name, actor in said["actors"].items()},
        contingencies={name: _contingency(name, entry) for name, entry in said["contingencies"].items()},
        axes=axes,
        initial=initial,
        parameters=parameters,
        levers=levers,
        calendar={name: _election(name, rule) for name, rule in said["calendar"].items()},
        as_is=tuple(AsIs(thing["what"], as_keys(thing["source"])) for thing in said["as_is"]),
        bargains=tuple(said["bargains"]),
        sources=checker.sources,
        digest=json_digest(said),
        document=checker.document,
        law_hours=hours,
    )


def _actor(name: str, data: Mapping[str, Any]) -> Actor:
    return Actor(name, data["name"], data["role"], tuple(data.get("flags", ())))


def _contingency(name: str, data: Mapping[str, Any]) -> Contingency:
    roles = data["roles"]
    host = roles.get("host")
    return Contingency(
        id=name,
        name=data["name"],
        theatre=data["theatre"],
        challenger=roles["challenger"],
        target=roles["target"],
        guarantor=roles["guarantor"],
        host=None if host in (None, "none") else host,
        supporters=tuple(roles.get("supporter", ())),
        case=tuple(data.get("case", ())),
        game=data.get("game"),
        law=data.get("law", {}),
        neutral_note=data.get("neutral_note"),
    )


def _election(name: str, data: Mapping[str, Any]) -> Election:
    return Election(name, data["every_years"], data["month"], data["first"])


def as_keys(said: str | Sequence[str]) -> tuple[str, ...]:
    """Source keys of an entry, written as one or as a list."""
    return (said,) if isinstance(said, str) else tuple(said)
