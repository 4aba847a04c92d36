"""Stories of the model: given, when, then, as an expert of the field can write them.

    scenario: us-japan
    stories:
      - id: late_help
        story: Given a quick seizure of the islets, when help comes on day 45 and not 2, they are held less often.
        given: {campaign: senkaku, plan: quick_seizure}
        when: {set: {arrival_day: 45}}
        against: {set: {arrival_day: 2}}
        then: {held: lower}

Idea: a story is one contrast in its own words. `given` is common to both sides: a campaign alone, a crisis injected
into identical worlds, or whole futures. `when` is what one side has besides, `against` what the other has (nothing,
where it is left out). `then` names a measure and what is asked of it: a direction of the paired difference, whose
interval leaves out zero on that side, or a level of the side of `when`.
Reads: a YAML file. Writes: nothing. Errors: InputErrors with file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings
from kaname.core.safe_yaml import Document, Key, read_yaml
from kaname.core.schema import SNAKE, ListOf, MapOf, Number, OneOf, Record, Text
from kaname.evidence.load import DATA
from kaname.scenarios.contrasts import ARM, DIRECTIONS
from kaname.scenarios.injects import PATH
from kaname.words.moves import PLANS

SHIPPED = DATA / "stories"
CAMPAIGN, CRISIS, FUTURES = KINDS = ("campaign", "crisis", "futures")
OFFERED, AT_ONCE = "offered", "adopted"
MOST_DAYS, MOST_YEARS = 90, 60
SETTINGS = MapOf(Number(), name=PATH, kind="a name, with members after dots")
CHANGES: Mapping[str, Mapping[str, Any]] = {
    CAMPAIGN: {"plan": OneOf(PLANS, "a plan"), "days": Number(1, MOST_DAYS, whole=True), "set": SETTINGS},
    CRISIS: {"date": Text(most=20), "bargain": Text(most=64), "guarantee": Text(most=20), "set": SETTINGS},
    FUTURES: ARM.may,
}
"""What may be given or changed, by what is played."""
OPENS: Mapping[str, Any] = {CAMPAIGN: Text(most=64), CRISIS: Text(most=64), FUTURES: OneOf((OFFERED, AT_ONCE), "how")}
YEARS = {"years": Number(1, MOST_YEARS, whole=True)}
_ANY = {name: schema for may in CHANGES.values() for name, schema in may.items()}
_LEVEL = ListOf(Number(), least=2, most=2, repeats=True)


class _Wanted:
    """A direction, or the two ends of a level."""

    def check(self, document: Document, key: Key, value: Any, findings: Findings) -> bool:
        """Add what is wrong to the findings; True when nothing was."""
        if isinstance(value, list):
            return _LEVEL.check(document, key, value, findings)
        return OneOf(DIRECTIONS, "a direction (or a level [low, high])").check(document, key, value, findings)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        """Return the JSON Schema of either."""
        return {"anyOf": [{"enum": list(DIRECTIONS)}, _LEVEL.schema(definitions)]}


_STORY = Record(
    "a story",
    needs={
        "id": Text(pattern=SNAKE, like="a word of lower-case letters, digits and underscores"),
        "story": Text(words=5, most=400),
        "given": Record("what is given", needs={}, may={**OPENS, **YEARS, **_ANY}, one_of=(KINDS,)),
        "when": Record("what one side has besides", needs={}, may=_ANY),
        "then": MapOf(_Wanted(), name=PATH, kind="a measure, such as held or losses.target.air"),
    },
    may={
        "against": Record("what the other side has", needs={}, may=_ANY),
        "because": Text(words=3),
        "source": Text(most=300),
        "unless": Text(words=3),
    },
)
FILE = Record(
    "a file of stories",
    needs={"scenario": Text(most=400), "stories": ListOf(_STORY, least=1)},
    may={"about": Text()},
)


@dataclass(frozen=True)
class Story:
    """One story, checked for its form. kind: campaign, crisis or futures; about: the contingency, or how levers are
    adopted; when, against: what each side has, the given included; then: measure -> a direction or (low, high);
    because: the mechanism that makes it so; unless: what is known of a miss; file, line: where it was written."""

    id: str
    text: str
    kind: str
    about: str
    when: Mapping[str, Any]
    against: Mapping[str, Any]
    then: Mapping[str, Any]
    because: str = ""
    source: str = ""
    unless: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True)
class Stories:
    """A file of stories of one scenario."""

    scenario: str
    stories: tuple[Story, ...]


def shipped_stories() -> tuple[str, ...]:
    """Return the names of the package's files of stories."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


def load_stories(name: str | Path) -> Stories:
    """Return the stories of a shipped file by name, or of a user's file; InputErrors with all that is wrong."""
    path = SHIPPED / f"{name}.yaml" if str(name) in shipped_stories() else Path(name)
    document, findings = read_yaml(path), Findings()
    if FILE.check(document, (), document.value, findings):
        _check(document, findings)
    findings.raise_if_any()
    entries = document.value["stories"]
    return Stories(
        document.value["scenario"],
        tuple(_story(document, place, entry) for place, entry in enumerate(entries)),
    )


def _check(document: Document, findings: Findings) -> None:
    seen: set[str] = set()
    for place, entry in enumerate(document.value["stories"]):
        key: Key = ("stories", place)
        if entry["id"] in seen:
            findings.add(document.error((*key, "id"), f"{entry['id']} is listed twice", found=entry["id"]))
        seen.add(entry["id"])
        kind = next(name for name in KINDS if name in entry["given"])
        usual = [kind, *(YEARS if kind == FUTURES else ()), *CHANGES[kind]]
        for part in ("given", "when", "against"):
            for name in entry.get(part, {}):
                if name not in usual:
                    what = f"something that a story of {'futures' if kind == FUTURES else f'a {kind}'} can have"
                    findings.add(document.unknown((*key, part, name), what, name, usual))
        if entry["when"] == entry.get("against", {}):
            findings.add(document.error((*key, "when"), "both sides are the same: nothing can differ",
                                        hint="Say in `when` what one side has and the other has not."))  # fmt: skip
        if not entry["then"]:
            findings.add(
                document.error((*key, "then"), "the story asks nothing", hint="Name a measure, as in held: lower.")
            )


def _story(document: Document, place: int, entry: Mapping[str, Any]) -> Story:
    given = dict(entry["given"])
    kind = next(name for name in KINDS if name in given)
    about = given.pop(kind)
    at = document.place(("stories", place))
    return Story(
        entry["id"], entry["story"], kind, about, merged(given, entry["when"]), merged(given, entry.get("against", {})),
        {name: tuple(wanted) if isinstance(wanted, list) else wanted for name, wanted in entry["then"].items()},
        entry.get("because", ""), entry.get("source", ""), entry.get("unless", ""), at.file, at.line,
    )  # fmt: skip


def merged(given: Mapping[str, Any], side: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is given with what a side has: maps are joined name by name, anything else is replaced.

    >>> merged({"set": {"habit": 1}, "plan": "blockade"}, {"set": {"presence": 0}})
    {'set': {'habit': 1, 'presence': 0}, 'plan': 'blockade'}
    """
    both = {**given, **side}
    for name, value in given.items():
        if isinstance(value, Mapping) and isinstance(side.get(name), Mapping):
            both[name] = {**value, **side[name]}
    return both
