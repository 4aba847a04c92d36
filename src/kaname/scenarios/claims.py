"""Claims: what an author says, as arms of paired futures and lines that say what must differ between them.

    author: somebody2024
    scenario: us-japan
    claims:
      - id: R01
        claim: A force that is ready at once loses fewer islands.
        passage: "Section 2: deterrence needs a first answer within days."
        arms:
          ready: {levers: {first_responder_readiness: 1}}
        lines:
          - {outcome: seizures.senkaku, arm: ready, expect: lower}

Idea: this is the form of contrasts (scenarios.contrasts) with what an argument needs beside: who says it and where, in
whose other theory it would come out otherwise, how small a difference still matters. A line compares an arm with
another (`as_is` where none is named), or adds several up by `terms` (both: 1, first: -1, second: -1, neither: 1); its
outcome is one column, an outcome summed over all its members, or a list that is summed; `less` is taken from it.
`crisis.yielded` and the like are measured in injected, identical crises at the place and date of `crisis`; `state.NAME`
is a state variable at the end, the mean of its members where none is named.
Reads: YAML files. Writes: nothing. Errors: InputErrors with file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaname.core.errors import Findings, unknown_name
from kaname.core.safe_yaml import Document, Key, read_yaml
from kaname.core.schema import Either, ListOf, MapOf, Number, OneOf, Record, Text, Truth
from kaname.evidence.load import DATA
from kaname.scenarios.contrasts import ARM, REFERENCE, Change, change_of
from kaname.scenarios.injects import NUMBERS
from kaname.scenarios.smallest import smallest_of

SHIPPED = DATA / "claims"
TEMPLATE = DATA / "templates" / "claim.yaml"
HIGHER, LOWER, ALIKE, NOT_HIGHER, NOT_LOWER, DIFFERS, OPEN = (
    "higher", "lower", "alike", "not_higher", "not_lower", "differs", "open",
)  # fmt: skip
EXPECTATIONS = (HIGHER, LOWER, ALIKE, NOT_HIGHER, NOT_LOWER, DIFFERS, OPEN)
"""alike: no difference that matters; not_higher, not_lower: none in that direction; differs: one in either direction;
open: the text names none."""
FEWEST_YEARS, MOST_YEARS = 1, 60
"""Years over which a claim may be run."""
IN_CRISIS = "crisis."
STATE = "state."
ID = r"[A-Z][A-Z0-9]{0,15}"
COLUMN = r"[a-z][a-z0-9_]*(\.([a-z0-9_]+|\*)){0,3}"
_COLUMN = Text(pattern=COLUMN, like="an outcome, with members after dots")
_COLUMNS = Either({"text": _COLUMN, "a list": ListOf(_COLUMN, least=1)})
_LINE = Record(
    "a line",
    needs={"outcome": _COLUMNS, "expect": OneOf(EXPECTATIONS, "an expectation")},
    may={"arm": Text(most=64), "other": Text(most=64), "terms": MapOf(Number(), least=2), "less": _COLUMNS,
         "matters": Number(1e-9), "why": Text(words=3), "aside": Truth(), "sentence": Text(words=3, most=300)},
    one_of=(("arm", "terms"),),
)  # fmt: skip
_THEORY = Record("a theory", needs={"says": Text(words=3), "parameters": NUMBERS})
_CLAIM = Record(
    "a claim",
    needs={"id": Text(pattern=ID, like="capital letters and digits, such as C01"), "claim": Text(words=3, most=400),
           "passage": Text(words=3, most=600)},
    may={"systems": ListOf(Text(pattern="S[0-9]{2}", like="a system such as S41")), "scope": Text(words=2),
         "rival": Text(words=3), "theories": MapOf(_THEORY, least=2), "run": Record(
             "how a claim is run", needs={},
             may={"years": Number(FEWEST_YEARS, MOST_YEARS, whole=True),
                  "adoption": OneOf(("offered", "adopted"), "a way of adoption"),
                  "start": Text(most=20), "preset": OneOf(("full", "core"), "a preset")}),
         "crisis": Record("an injected crisis", needs={"place": Text(most=64)}, may={"date": Text(most=20)}),
         "arms": MapOf(ARM, least=1), "lines": ListOf(_LINE, least=1), "built_in": Text(words=3),
         "cannot_run": Text(words=3), "part": Text(words=3),
         "against": ListOf(Text(pattern=ID, like="the id of a claim that says otherwise"), least=1)},
)  # fmt: skip
FILE = Record(
    "a file of claims",
    needs={"author": Text(most=64), "scenario": Text(most=400), "claims": ListOf(_CLAIM, least=1)},
    may={"about": Text()},
)


@dataclass(frozen=True)
class Line:
    """One comparison of a claim. terms: (arm, weight), which sum to nothing; columns: (outcome, weight) as they are
    written; matters: the smallest difference that matters, in the outcome's unit, and why; aside: shown, but not judged
    by.
    """

    id: str
    sentence: str
    terms: tuple[tuple[str, float], ...]
    columns: tuple[tuple[str, float], ...]
    expect: str
    matters: float
    why: str
    aside: bool

    @property
    def in_crisis(self) -> bool:
        """Return whether it is measured in injected crises."""
        return self.columns[0][0].startswith(IN_CRISIS)


@dataclass(frozen=True)
class Theory:
    """One of two rival theories: what it says, and the parameters under which it holds in every arm."""

    name: str
    says: str
    parameters: Mapping[str, float]


@dataclass(frozen=True)
class Claim:
    """A claim, checked. run: fields of a design; crisis: (place, date) where crises are injected; cannot_run: why the
    model has no arm or outcome for it, and then there are no lines; part: what of the text is left out; against: claims
    of others that say otherwise."""

    id: str
    author: str
    claim: str
    passage: str
    scenario: str
    arms: Mapping[str, Change]
    lines: tuple[Line, ...]
    theories: tuple[Theory, ...] = ()
    systems: tuple[str, ...] = ()
    scope: str = ""
    rival: str = ""
    run: Mapping[str, Any] | None = None
    crisis: tuple[str, str | None] | None = None
    built_in: str = ""
    cannot_run: str = ""
    part: str = ""
    file: str = ""
    against: tuple[str, ...] = ()


def shipped_claims() -> tuple[Claim, ...]:
    """Return the claims of the package, in the order of their ids."""
    return tuple(sorted((claim for path in sorted(SHIPPED.glob("*.yaml")) for claim in load_claims(path)),
                        key=lambda one: one.id))  # fmt: skip


def load_claims(path: str | Path) -> tuple[Claim, ...]:
    """Return the claims of a file; InputErrors with all that is wrong in it."""
    document = read_yaml(path)
    findings = Findings()
    if FILE.check(document, (), document.value, findings):
        for place, entry in enumerate(document.value["claims"]):
            _check(document, ("claims", place), entry, findings)
        _check_twice(document, findings)
    findings.raise_if_any()
    said = document.value
    return tuple(_claim(said, entry, document.file) for entry in said["claims"])


def chosen(claims: tuple[Claim, ...], ids: tuple[str, ...]) -> tuple[Claim, ...]:
    """Return the claims of these ids, all of them where none is named; InputError with the nearest id."""
    by_id = {claim.id: claim for claim in claims}
    for name in ids:
        if name not in by_id:
            raise unknown_name("a claim", name, list(by_id), path="--claims")
    return tuple(by_id[name] for name in dict.fromkeys(ids)) if ids else claims


def _check_twice(document: Document, findings: Findings) -> None:
    seen: set[str] = set()
    for place, entry in enumerate(document.value["claims"]):
        if entry["id"] in seen:
            findings.add(document.error(("claims", place, "id"), f"{entry['id']} is listed twice", found=entry["id"]))
        seen.add(entry["id"])


def _check(document: Document, key: Key, entry: Mapping[str, Any], findings: Findings) -> None:
    runs = "lines" in entry and "arms" in entry
    if ("cannot_run" in entry) == runs or ("lines" in entry) != ("arms" in entry):
        findings.add(
            document.error(key, "a claim has arms and lines, or cannot_run with the reason", found=entry["id"])
        )
        return
    arms = [REFERENCE, *entry.get("arms", {})]
    for place, line in enumerate(entry.get("lines", ())):
        _check_line(document, (*key, "lines", place), line, arms, "crisis" in entry, findings)


def _check_line(document: Document, key: Key, line: Mapping[str, Any], arms: list[str], crisis: bool,
                findings: Findings) -> None:  # fmt: skip
    for part in ("arm", "other"):
        if part in line and line[part] not in arms:
            findings.add(document.unknown((*key, part), "an arm of this claim", line[part], arms))
    for arm in line.get("terms", ()):
        if arm not in arms:
            findings.add(document.unknown((*key, "terms", arm), "an arm of this claim", arm, arms))
    if "terms" in line and abs(sum(line["terms"].values())) > 1e-9:
        findings.add(document.error((*key, "terms"), "the weights of terms must sum to 0", found=line["terms"]))
    columns = _columns(line)
    if len({name.startswith(IN_CRISIS) for name, _ in columns}) > 1:
        findings.add(document.error((*key, "outcome"), "outcomes of futures and of injected crises do not mix"))
    if columns[0][0].startswith(IN_CRISIS) and not crisis:
        findings.add(document.error((*key, "outcome"), "an outcome of a crisis needs `crisis: {place: ...}`",
                                    found=columns[0][0]))  # fmt: skip
    if line["expect"] != OPEN and "matters" not in line and smallest_of(columns[0][0]) is None:
        findings.add(document.error(key, f"the smallest effect of {columns[0][0]} that matters is stated nowhere",
                                    hint="Write matters: SIZE and why: REASON, in the outcome's unit."))  # fmt: skip


def _columns(line: Mapping[str, Any]) -> tuple[tuple[str, float], ...]:
    def listed(said: Any) -> list[str]:
        return [said] if isinstance(said, str) else list(said or ())

    plus = [(name, 1.0) for name in listed(line["outcome"])]
    return tuple(plus + [(name, -1.0) for name in listed(line.get("less"))])


def _claim(data: Mapping[str, Any], entry: Mapping[str, Any], file: str) -> Claim:
    crisis = entry.get("crisis")
    words = {name: entry.get(name, "") for name in ("scope", "rival", "built_in", "cannot_run", "part")}
    arms = {REFERENCE: Change(), **{name: change_of(arm or {}) for name, arm in entry.get("arms", {}).items()}}
    theories = tuple(
        Theory(name, theory["says"], theory["parameters"]) for name, theory in entry.get("theories", {}).items()
    )
    return Claim(
        entry["id"], data["author"], entry["claim"], entry["passage"], data["scenario"], arms,
        tuple(_line(line, place) for place, line in enumerate(entry.get("lines", ()), 1)), theories,
        tuple(entry.get("systems", ())), run=entry.get("run"), file=file,
        crisis=(crisis["place"], crisis.get("date")) if crisis else None,
        against=tuple(entry.get("against", ())), **words,
    )  # fmt: skip


def _line(line: Mapping[str, Any], place: int) -> Line:
    terms = line.get("terms") or {line["arm"]: 1.0, line.get("other", REFERENCE): -1.0}
    columns = _columns(line)
    known = smallest_of(columns[0][0])
    size, why = (known.size, known.why) if known else (0.0, "")
    return Line(
        str(place), line.get("sentence", ""), tuple((arm, float(weight)) for arm, weight in terms.items()), columns,
        line["expect"], float(line.get("matters", size)), line.get("why", why if "matters" not in line else ""),
        bool(line.get("aside", False)),
    )  # fmt: skip
