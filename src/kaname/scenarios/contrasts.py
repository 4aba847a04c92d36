"""Contrasts: a file of arms, and of sentences that say what an arm must do to an outcome.

    scenario: us-japan
    arms:
      unarmed: {times: {stock.cn: 0}}
    contrasts:
      - id: unarmed
        sentence: A challenger without forces wins no war.
        outcome: territory.tw
        arm: unarmed
        expect: {direction: higher}

Idea: an argument is a contrast of two arms in the same futures. `other` is the reference where it is left out. What is
expected: a direction of the paired difference (its interval leaves out zero on that side; `same` is equality in every
future), a level of the arm's mean, a ratio of the two means, or a size in standard deviations of the other arm.
Instead of an outcome a contrast may name a state: any of its ends, money apart, or `all` states' ends. Where an arm may
honestly move no end by that size, `changes_nothing` gives the mechanism's reason, and `on_the_way` names what is
measured to show it: what moved before the ends, and what offset it.
Reads: a YAML file. Writes: nothing. Errors: InputErrors with file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings
from kaname.core.safe_yaml import Document, read_yaml
from kaname.core.schema import SNAKE, ListOf, MapOf, Number, OneOf, Record, Text
from kaname.evidence.load import DATA
from kaname.scenarios.injects import INJECT, NUMBERS, Inject, inject_of
from kaname.words.axes import GUARANTEE_AS_IS, GUARANTEE_SWITCH

SHIPPED = DATA / "contrasts"
REFERENCE = "as_is"
ALL = "all"
DIRECTIONS = ("lower", "higher", "not_lower", "not_higher", "same", "differs")

ARM = Record(
    "an arm",
    needs={},
    may={
        "bargain": Text(most=64),
        "levers": MapOf(Number()),
        "lever_times": MapOf(Number(0.0)),
        "parameters": NUMBERS,
        "start": NUMBERS,
        "times": NUMBERS,
        "frozen": ListOf(Text(most=64)),
        "guarantee": Text(most=20),
        "injects": ListOf(INJECT, least=1, repeats=True),
    },
)
_RANGE = ListOf(Number(), least=2, most=2, repeats=True)
_EXPECT = Record(
    "what is expected",
    needs={},
    may={"direction": OneOf(DIRECTIONS, "a direction"), "level": _RANGE, "ratio": _RANGE, "least_sd": Number(0.0)},
    one_of=(("direction", "level", "ratio", "least_sd"),),
)
_CONTRAST = Record(
    "a contrast",
    needs={"id": Text(pattern=SNAKE, like="a word of lower-case letters, digits and underscores"),
           "sentence": Text(words=3, most=300), "arm": Text(most=64), "expect": _EXPECT},
    may={"outcome": Text(most=80), "state": Text(most=64), "over": Text(most=80), "other": Text(most=64),
         "source": Text(most=300), "unless": Text(words=3), "changes_nothing": Text(words=3),
         "on_the_way": ListOf(Text(most=80), least=1)},
    one_of=(("outcome", "state"),),
)  # fmt: skip
FILE = Record(
    "a file of contrasts",
    needs={"scenario": Text(most=400), "arms": MapOf(ARM), "contrasts": ListOf(_CONTRAST, least=1)},
    may={"about": Text()},
)


@dataclass(frozen=True)
class Change:
    """Change that an arm makes to things as they are; an empty one is the reference.

    >>> Change(times={"stock.cn": 0.0}).times
    {'stock.cn': 0.0}

    bargain: another bargain in place of the reference; levers: name -> value in the lever's unit; lever_times: name ->
    factor on where the lever stands at the start; parameters, start: path -> value; times: path of a parameter or a
    starting value -> factor; frozen: mechanisms held at their start;
    guarantee: as_is, none or sure, from a date on none@2031Q2; injects: what happens at a date, in their order.
    """

    bargain: str = ""
    levers: Mapping[str, float] = field(default_factory=dict)
    lever_times: Mapping[str, float] = field(default_factory=dict)
    parameters: Mapping[str, float] = field(default_factory=dict)
    start: Mapping[str, float] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)
    frozen: tuple[str, ...] = ()
    guarantee: str = GUARANTEE_SWITCH[GUARANTEE_AS_IS]
    injects: tuple[Inject, ...] = ()


@dataclass(frozen=True)
class Contrast:
    """One sentence and how it is judged.

    outcome: a column, or empty where any end of `state` counts; over: a column by whose sum the outcome's is divided
    (a share of events); kind: direction, level, ratio or least_sd, with its value; unless: what is known of a miss;
    changes_nothing: why an arm may honestly move nothing by least_sd; on_the_way: outcomes measured to show why.
    """

    id: str
    sentence: str
    arm: str
    other: str
    outcome: str
    state: str
    over: str
    kind: str
    value: Any
    source: str = ""
    unless: str = ""
    changes_nothing: str = ""
    on_the_way: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contrasts:
    """A file of contrasts, checked. arms: by name, the reference among them."""

    scenario: str
    arms: Mapping[str, Change]
    contrasts: tuple[Contrast, ...]


def shipped_contrasts() -> tuple[str, ...]:
    """Return the names of the package's files of contrasts."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


def load_contrasts(name: str | Path) -> Contrasts:
    """Return the contrasts of a shipped file by name, or of a user's file; InputErrors with all that is wrong."""
    path = SHIPPED / f"{name}.yaml" if str(name) in shipped_contrasts() else Path(name)
    document = read_yaml(path)
    findings = Findings()
    if FILE.check(document, (), document.value, findings):
        _check_names(document, findings)
    findings.raise_if_any()
    said = document.value
    arms = {REFERENCE: Change(), **{arm: change_of(entry or {}) for arm, entry in said["arms"].items()}}
    return Contrasts(said["scenario"], arms, tuple(map(_contrast, said["contrasts"])))


def _check_names(document: Document, findings: Findings) -> None:
    arms = [REFERENCE, *document.value["arms"]]
    seen: set[str] = set()
    for place, entry in enumerate(document.value["contrasts"]):
        key = ("contrasts", place)
        for part in ("arm", "other"):
            if part in entry and entry[part] not in arms:
                findings.add(document.unknown((*key, part), "an arm of this file", entry[part], arms))
        if "changes_nothing" in entry and "least_sd" not in entry["expect"]:
            findings.add(
                document.error(
                    (*key, "changes_nothing"),
                    "a reason why nothing moves belongs to least_sd",
                    found=entry["changes_nothing"],
                    hint="Expect least_sd, or write unless.",
                )
            )
        if entry["id"] in seen:
            findings.add(document.error((*key, "id"), f"{entry['id']} is listed twice", found=entry["id"]))
        seen.add(entry["id"])


def change_of(entry: Mapping[str, Any]) -> Change:
    """Return what an arm changes from its checked entry."""
    parts: dict[str, Any] = dict(entry)
    injects = tuple(map(inject_of, parts.get("injects", ())))
    return Change(**{**parts, "frozen": tuple(parts.get("frozen", ())), "injects": injects})


def _contrast(entry: Mapping[str, Any]) -> Contrast:
    ((kind, value),) = entry["expect"].items()
    words = {name: entry.get(name, "") for name in ("outcome", "state", "over", "source", "unless", "changes_nothing")}
    return Contrast(entry["id"], entry["sentence"], entry["arm"], entry.get("other", REFERENCE), kind=kind,
                    value=value, on_the_way=tuple(entry.get("on_the_way", ())), **words)  # fmt: skip
