"""Names in the law's data: every fact, value, definition, instrument, body, path, latency and question is looked up.

Idea: a wrong word in the YAML is reported with its place and the nearest right word, before anything is built on it.

Reads: the data of a law book. Writes nothing.
Source: this project's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kaname.core.errors import nearest_name
from kaname.law.conditions import atoms, parts

Data = Mapping[str, Any]


def name_findings(data: Data) -> Iterator[str]:
    """Yield sentences about every name that is not known, or known twice."""
    seen: set[str] = set()
    for rule in data["rules"]:
        where = f"{rule['file']} {rule['id']}"
        if rule["id"] in seen:
            yield f"{where}: the id is used twice"
        seen.add(rule["id"])
        yield from _condition(data, rule["when"], where)
        yield from _citations(data, rule["cite"], where)
        yield from _named(data["paths"], [rule["path"]] if "path" in rule else [], "path", where)
        yield from _named(data["bodies"], [rule["decides"]] if "decides" in rule else [], "body", where)
    yield from _defeated(data, seen)
    yield from _terms(data)
    yield from _tables(data)


def _defeated(data: Data, ids: set[str]) -> Iterator[str]:
    for rule in data["rules"]:
        named = [one for one in (*rule["defeats"], *rule.get("replaces", ())) if one != "all"]
        yield from _named(ids, named, "rule", f"{rule['file']} {rule['id']}")


def _terms(data: Data) -> Iterator[str]:
    for name, term in data["terms"].items():
        for version in term["versions"]:
            yield from _condition(data, version["when"], f"definition {name}")
            yield from _citations(data, version["cite"], f"definition {name}")
        if _leads_back(data, name, name, set()):
            yield f"definition {name}: it is defined by itself"


def _leads_back(data: Data, start: str, name: str, seen: set[str]) -> bool:
    for version in data["terms"].get(name, {"versions": ()})["versions"]:
        for atom in atoms(version["when"]):
            if atom[0] != "term":
                continue
            if atom[1] == start:
                return True
            if atom[1] not in seen:
                seen.add(atom[1])
                if _leads_back(data, start, atom[1], seen):
                    return True
    return False


def _condition(data: Data, condition: Any, where: str) -> Iterator[str]:
    """Yield names and values inside one condition."""
    head = condition[0]
    if head == "term":
        yield from _named(data["terms"], [condition[1]], "definition", where)
    elif head == "is":
        yield from fact_values(data, {condition[1]: condition[2]}, where)
    elif head == "number":
        yield from _named(data["facts"], [condition[1]], "fact", where)
        if condition[1] in data["facts"] and not data["facts"][condition[1]].get("number"):
            yield f"{where}: {condition[1]} is no number"
    for part in parts(condition):
        yield from _condition(data, part, where)


def fact_values(data: Data, facts: Mapping[str, Any], where: str) -> Iterator[str]:
    """Yield facts with values, each a value or a list of values, against the vocabulary."""
    yield from _named(data["facts"], facts, "fact", where)
    for fact, values in facts.items():
        known = data["facts"].get(fact, {}).get("values")
        if known is None:
            continue
        listed = values if isinstance(values, list) else [values]
        yield from _named(known, listed, f"value of {fact}", where)


def _citations(data: Data, cites: Iterable[Mapping[str, Any]], where: str) -> Iterator[str]:
    listed = list(cites)
    if not listed:
        yield f"{where}: it cites nothing"
    yield from _named(data["instruments"], [one["instrument"] for one in listed], "instrument", where)
    for one in listed:
        yield from fact_values(data, one["facts"], f"{where} citation")


def _tables(data: Data) -> Iterator[str]:
    """Names in questions, facts, paths, moves, contingencies and the search for gaps."""
    for name, question in data["questions"].items():
        yield from _named(data["bodies"], [question["agency"], question["decides"]], "body", f"questions {name}")
        yield from _named(data["states"], [question["state"]], "state", f"questions {name}")
    for name, fact in data["facts"].items():
        yield from _named(data["bodies"], [fact["found_by"]], "body", f"facts {name}")
        yield from _named(fact.get("values", ()), fact.get("open", ()), f"value of {name}", f"facts {name}")
    for line in data["contradictions"]:
        yield from fact_values(data, {**line["when"], **line.get("unless", {})}, "facts contradictions")
    for line in data.get("implied", ()):
        yield from fact_values(data, {**line["when"], **line["then"]}, "facts implied")
    for name, path in data["paths"].items():
        for step in path["steps"]:
            yield from _named(data["bodies"], [step["who"]], "body", f"paths {name}")
            for one in (step, *step.get("instead", ())):
                yield from _named(
                    data["latencies"], [one["latency"]] if "latency" in one else [], "latency", f"paths {name}"
                )
                for key in ("when", "done"):
                    if key in one:
                        yield from _condition(data, one[key], f"paths {name}")
            yield from _citations(data, step["cite"], f"paths {name}")
    yield from _clocks(data)
    yield from _moves(data)


def _clocks(data: Data) -> Iterator[str]:
    for name, clock in data.get("clocks", {}).items():
        yield from _named(data["clock_events"], [clock["starts"]], "event that starts a clock", f"clocks {name}")
        yield from _named(data["bodies"], [clock["who"]], "body", f"clocks {name}")
        instruments = [cite.partition(" ")[0] for cite in clock["cite"]]
        yield from _named(data["instruments"], instruments, "instrument", f"clocks {name}")


def _moves(data: Data) -> Iterator[str]:
    moves = data["moves"]
    for role, table in moves["moves"].items():
        for move, response in table.items():
            yield from _named(data["questions"], response["asks"], "question", f"moves {role} {move}")
            yield from fact_values(data, response.get("facts", {}), f"moves {role} {move}")
    for stage, roles in moves["stages"].items():
        for role, facts in roles.items():
            yield from fact_values(data, facts, f"moves stage {stage} {role}")
    for stage, components in moves["delays"].items():
        for component, names in components.items():
            yield from _named(data["latencies"], names, "latency", f"moves delays {stage} {component}")
    for name, response in data["contingencies"].items():
        yield from fact_values(data, response["facts"], f"contingencies {name}")
    for name, values in data.get("dimensions", {}).items():
        yield from fact_values(data, {name: values}, "gaps")
    for name, response in data.get("responses", {}).items():
        yield from _named(data["questions"], [response["asks"]], "question", f"gaps {name}")
        yield from fact_values(data, response.get("facts", {}), f"gaps {name}")


def _named(known: Iterable[str], names: Iterable[Any], kind: str, where: str) -> Iterator[str]:
    everything = list(known)
    for name in names:
        if name not in everything:
            near = nearest_name(name, [str(one) for one in everything])
            yield f"{where}: {name} is not a {kind}" + (f"; nearest: {near}" if near else "")
