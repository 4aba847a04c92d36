"""Build the shipped law: YAML sources in, one checked JSON out.

`python -m kaname.law.build` reads data/law/*.yaml and data/law/rules/*.yaml, puts every condition into the list form of
`conditions`, and writes law.json with the SHA-256 of every source next to the data. `--check` writes nothing and fails
when the JSON does not agree with the YAML.

Reads: kaname/data/law/*.yaml and rules/*.yaml. Writes: kaname/data/law/law.json.
Source: the shape of the rules is documented in docs/reference/law.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError, unknown_name
from kaname.core.hashing import file_digests
from kaname.core.safe_yaml import read_yaml
from kaname.law.book import FIRST, LAST
from kaname.law.entries import named_days, with_days, with_events
from kaname.law.observed import hours_from
from kaname.law.source_schema import check_source, told_as_input
from kaname.law.stories import read_stories

EFFECTS = ("permits", "obliges", "forbids", "lacks", "reserves")
TABLES = ("bodies", "instruments", "facts", "questions", "regimes", "paths", "latencies", "moves", "contingencies")
OPTIONAL_TABLES = (
    "entries",
    "articles",
    "readings",
    "gaps",
    "words",
    "values",
    "levers",
    "commands",
    "clocks",
    "diet",
    "find",
)
COMPARISONS = ("at_least", "at_most", "over", "under")
RULE_NEEDS = ("id", "answers", "effect", "when", "cite", "certainty", "en", "ja")
TERM_NEEDS = ("en", "ja", "versions")
RULE_FIELDS = frozenset(
    "id answers effect from until when defeats cite certainty decides path reading replaces source en ja".split()
)


def folder() -> Path:
    """Return the folder of the law's data inside the package."""
    return Path(__file__).resolve().parents[1] / "data" / "law"


def sources(root: Path) -> list[Path]:
    """Return every YAML source, in a fixed order."""
    return sorted(root.glob("*.yaml")) + sorted((root / "rules").glob("*.yaml"))


def build(root: Path) -> dict[str, Any]:
    """Return the whole law as one mapping, ready for JSON; InputError where a source cannot be used."""
    with told_as_input():
        return _built(root)


def _built(root: Path) -> dict[str, Any]:
    data: dict[str, Any] = {"digests": file_digests(root, sources(root))}
    days = _days(root)
    for name in (*TABLES, *OPTIONAL_TABLES):
        path = root / f"{name}.yaml"
        if path.exists():
            value = read_yaml(path).value
            check_source(name, value)
            data[name] = with_days(value, days, path.name)
        elif name in TABLES:
            raise InputError(f"the table {name}.yaml is missing", file=str(path.name))
    data = _flatten(data)
    data["events"] = with_events(data)
    data["rules"], data["terms"] = [], {}
    for path in sorted((root / "rules").glob("*.yaml")):
        _read_rules(path, data, days)
    _dated(data)
    _timed(data)
    data["changes"] = changes(data)
    return data


def _days(root: Path) -> Mapping[str, Any]:
    """Return the days that other tables may name: those of entries into force and of instruments."""
    tables = []
    for name in ("entries", "instruments"):
        path = root / f"{name}.yaml"
        found = _mapping(read_yaml(path).value, path.name, "a table") if path.exists() else {}
        tables.append(_mapping(found.get(name, {}), path.name, name))
    return named_days(*tables)


def changes(data: Mapping[str, Any]) -> list[str]:
    """Return every day on which a rule, a definition, a latency, a citation or a stage begins or ends, in order."""
    dated = [*data["rules"], *data["moves"]["stage_by_date"]]
    for group in (data["terms"], data["latencies"]):
        dated += [version for one in group.values() for version in one["versions"]]
    days = {one.get(end, "") for one in dated for end in ("from", "until")}
    return sorted(days - {FIRST, LAST})


def _flatten(data: dict[str, Any]) -> dict[str, Any]:
    """Lift each table's main mapping to the top; what stands beside it keeps the table's name and its own."""
    flat: dict[str, Any] = {"digests": data["digests"]}
    for name in (*TABLES, *OPTIONAL_TABLES):
        table = data.get(name) or {}
        if name == "moves":
            flat["moves"] = table
            continue
        for key, value in table.items():
            flat[key] = value
    return flat


def _read_rules(path: Path, data: dict[str, Any], days: Mapping[str, Any]) -> None:
    document = read_yaml(path)
    raw = with_days(_mapping(document.value, path.name, "a file of rules"), days, path.name)
    for name, term in _mapping(raw.get("terms") or {}, path.name, "terms").items():
        data["terms"][name] = _term(name, _with(term, TERM_NEEDS, path, name), path)
    for at, rule in enumerate(raw.get("rules") or ()):
        place = document.place(("rules", at))
        try:
            data["rules"].append(_rule(_with(rule, RULE_NEEDS, path, f"rules[{at}]"), path.stem, path, data))
        except (TypeError, AttributeError, KeyError, ValueError) as trouble:
            raise InputError(f"the rule cannot be read: {trouble}", file=path.name, line=place.line) from None


def _mapping(value: Any, file: str, kind: str) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    raise InputError(f"{kind} must be a mapping", file=file, found=value)


def _with(value: Any, needed: tuple[str, ...], path: Path, where: str) -> Mapping[str, Any]:
    """Return a mapping that has the needed fields."""
    found = _mapping(value, path.name, where)
    for name in needed:
        if name not in found:
            raise InputError(f"{found.get('id', where)} has no {name}", file=path.name, path=where, allowed=needed)
    return found


def _term(name: str, raw: Mapping[str, Any], path: Path) -> dict[str, Any]:
    versions = [
        {
            "from": version.get("from", FIRST),
            "until": version.get("until", LAST),
            "when": condition(version["when"], f"{path.name} term {name}"),
            "cite": citations(version.get("cite", ())),
        }
        for version in raw["versions"]
    ]
    return {"en": raw["en"], "ja": raw["ja"], "versions": versions}


def _rule(raw: Mapping[str, Any], stem: str, path: Path, data: Mapping[str, Any]) -> dict[str, Any]:
    name = raw.get("id", "?")
    for key in raw:
        if key not in RULE_FIELDS:
            raise unknown_name("a field of a rule", key, sorted(RULE_FIELDS), file=path.name, path=name)
    if raw["effect"] not in EFFECTS:
        raise unknown_name("an effect", raw["effect"], EFFECTS, file=path.name, path=name)
    for question in raw["answers"]:
        if question not in data["questions"]:
            raise unknown_name("a question", question, sorted(data["questions"]), file=path.name, path=name)
    defeats = raw.get("defeats", [])
    return {
        "id": name,
        "file": stem,
        "answers": list(raw["answers"]),
        "effect": raw["effect"],
        "from": raw.get("from", FIRST),
        "until": raw.get("until", LAST),
        "when": condition(raw["when"], f"{path.name} {name}"),
        "defeats": ["all"] if defeats == "all" else list(defeats),
        "cite": citations(raw.get("cite", ())),
        "certainty": raw["certainty"],
        "reason": {"en": raw["en"], "ja": raw["ja"]},
        **{key: raw[key] for key in ("decides", "path", "reading", "source") if key in raw},
        "replaces": list(raw.get("replaces", ())),
    }


def condition(raw: Any, where: str) -> list[Any]:
    """Return a condition of the YAML in list form."""
    if raw == "always":
        return ["always"]
    if not isinstance(raw, Mapping) or not raw:
        raise InputError("a condition is a mapping or the word always", path=where, found=raw)
    made = [_part(key, value, where) for key, value in raw.items()]
    return made[0] if len(made) == 1 else ["all", made]


def _part(key: str, value: Any, where: str) -> list[Any]:
    if key in ("all", "any"):
        return [key, [condition(one, where) for one in value]]
    if key in ("not", "presumed", "stated"):
        return [key, condition(value, where)]
    if key == "term":
        return ["term", value]
    if isinstance(value, Mapping):
        (word, bound), *rest = value.items()
        if rest or word not in COMPARISONS:
            raise unknown_name("a comparison", word, COMPARISONS, path=where)
        return ["number", key, word, bound]
    return ["is", key, list(value) if isinstance(value, list) else [value]]


def citations(raw: Any) -> list[dict[str, Any]]:
    """Citations of the YAML ("sdf_act 76(1)", or a mapping with dates and facts) in full form."""
    made = []
    for one in raw:
        if isinstance(one, str):
            instrument, _, article = one.partition(" ")
            one = {"instrument": instrument, "article": article.strip("'")}
        facts = {fact: value if isinstance(value, list) else [value] for fact, value in one.get("facts", {}).items()}
        made.append(
            {
                "instrument": one["instrument"],
                "article": str(one.get("article", "")),
                "from": one.get("from", FIRST),
                "until": one.get("until", LAST),
                "facts": facts,
                **({"later": True} if one.get("later") else {}),
            }
        )
    return made


def _dated(data: dict[str, Any]) -> None:
    """Approval paths in full form; no citation before its instrument, save where a later one is named on purpose."""
    begins = {name: instrument.get("from", FIRST) for name, instrument in data["instruments"].items()}
    for rule in data["rules"]:
        for cite in rule["cite"]:
            later = cite.pop("later", False)
            if later or rule["effect"] == "lacks":
                _named_early(cite, begins, rule["until"] if later else FIRST)
            else:
                _not_too_early(cite, begins)
    for name, path in data["paths"].items():
        for step in path["steps"]:
            _conditional(step, f"paths {name}")
            step["cite"] = [_not_too_early(cite, begins) for cite in citations(step.get("cite", ()))]
            step.setdefault("from", FIRST)
            step.setdefault("until", LAST)


def _conditional(step: dict[str, Any], where: str) -> None:
    """The conditions of a step in list form: when it stands, when it is done, what stands instead."""
    for one in (step, *step.get("instead", ())):
        for key in ("when", "done"):
            if key in one:
                one[key] = condition(one[key], where)


def _timed(data: dict[str, Any]) -> None:
    """Hours of every latency whose times were observed."""
    for latency in data["latencies"].values():
        for version in latency["versions"]:
            if "observed" in version:
                version["hours"] = hours_from(version["observed"], version["log_sd"])


def _named_early(cite: dict[str, Any], begins: Mapping[str, str], comes: str) -> None:
    """A citation that may be named before its day says from when it is in force."""
    since = max(begins.get(cite["instrument"], FIRST), comes if comes != LAST else FIRST)
    if since:
        cite["since"] = since


def _not_too_early(cite: dict[str, Any], begins: Mapping[str, str]) -> dict[str, Any]:
    cite["from"] = max(cite["from"], begins.get(cite["instrument"], FIRST))
    return cite


def text(data: Mapping[str, Any]) -> str:
    """Return the JSON text that ships: the order of the sources, one value a line."""
    return json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


def main(arguments: list[str]) -> int:
    """Write law.json, or with --check say whether it agrees with its sources."""
    from kaname.law.check import findings

    root = folder()
    data = build(root)
    wrong = findings(data)
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong:
        return 1
    target, told = root / "law.json", root / "stories.json"
    made, stories = text(data), json.dumps(read_stories(root / "stories"), ensure_ascii=False, indent=0) + "\n"
    if "--check" in arguments:
        both = ((target, made), (told, stories))
        same = all(path.exists() and path.read_text(encoding="utf-8") == written for path, written in both)
        print("law.json agrees with its sources" if same else "law.json is stale: run python -m kaname.law.build")
        return 0 if same else 1
    target.write_text(made, encoding="utf-8", newline="\n")
    told.write_text(stories, encoding="utf-8", newline="\n")
    print(f"{target.name}: {len(data['rules'])} rules, {len(data['terms'])} definitions")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
