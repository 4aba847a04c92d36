"""Check of a bargain: levers that exist, targets inside their range, consent, lag and cost given, sources that exist.

Idea: what every bargain shares stands once in the evidence and is found by the lever's name: lever_lag.NAME (from
agreement to effect), lever_price.NAME.SIDE (the one price list) and lever_past.NAME (the lever in the author's year). A
bargain says what it asks for, and may say a lag or a cost of its own.
Units: targets in the lever's unit, lag in quarters (or another length of time), cost in constant dollars a year, by
side. Reads: Document, Evidence. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kaname.core.hashing import json_digest
from kaname.core.safe_yaml import Document, Key
from kaname.core.tried_hints import check_and_try
from kaname.core.units import convert
from kaname.evidence.check import check_source_keys
from kaname.evidence.figures import Figure
from kaname.evidence.load import Evidence
from kaname.scenarios.check import as_keys
from kaname.scenarios.figures import Checker, fits, of_dimension, resolve, take_sources
from kaname.scenarios.format import BARGAIN, SIDES
from kaname.scenarios.records import Bargain, Coding, LeverChange, Start
from kaname.words.axes import FIXED_AXES
from kaname.words.levers import BY_NAME as LEVERS

LAG_UNIT = "quarters"
COST_UNIT = "bn USD 2023 per year"
LAGS, PRICES, PAST = "lever_lag", "lever_price", "lever_past"


def check_bargain(document: Document, evidence: Evidence) -> Bargain:
    """Return the bargain that a document says; InputError or InputErrors with everything that is wrong."""
    return check_and_try(document, lambda changed: _bargain(changed, evidence))


def _bargain(document: Document, evidence: Evidence) -> Bargain:
    checker = Checker(document, evidence)
    if not BARGAIN.check(document, (), document.value, checker.findings):
        checker.findings.raise_if_any()
    take_sources(checker)
    said = document.value
    check_source_keys(document, ("source",), said.get("source", ()), checker.sources, checker.findings)
    levers = {name: _lever(checker, ("levers", name), entry) for name, entry in said["levers"].items()}
    codings = {name: _coding(checker, name, entry, levers) for name, entry in said.get("codings", {}).items()}
    checker.findings.raise_if_any()
    return Bargain(
        id=said["id"],
        name=said["name"],
        summary=said["summary"],
        adds=tuple(said["adds"]),
        levers={name: lever for name, lever in levers.items() if lever is not None},
        author=said.get("author"),
        source=as_keys(said.get("source", ())),
        judgement=said.get("judgement"),
        own_start=Start(**said["own_start"]) if "own_start" in said else None,
        codings=codings,
        sources=checker.sources,
        digest=json_digest(said),
        document=document,
    )


def _coding(
    checker: Checker, name: str, data: Mapping[str, Any], first: Mapping[str, LeverChange | None],
) -> Coding:  # fmt: skip
    """Return a further coding differs in what is asked; lag, cost and consent of a lever are the bargain's own."""
    read = {}
    for lever, entry in data["levers"].items():
        key = ("codings", name, "levers", lever)
        again = lever in first
        change = _read_again(checker, key, entry, first[lever]) if again else _lever(checker, key, entry)
        if change is not None:
            read[lever] = change
    return Coding(name, data["coder"], read, data.get("note"))


def _read_again(checker: Checker, key: Key, data: Mapping[str, Any], own: LeverChange | None) -> LeverChange | None:
    target = _target(checker, (*key, "to"), str(key[-1]), data["to"])
    if target is None or own is None:
        return None
    asks, passage = data.get("asks", "level"), data.get("passage")
    return replace(own, to=target, asks=asks, passage=passage, source=(), judgement=None)


def _lever(checker: Checker, key: Key, data: Mapping[str, Any]) -> LeverChange | None:
    name, adopt = str(key[-1]), data.get("adopt", {})
    target = _target(checker, (*key, "to"), name, data["to"])
    if target is None:
        return None
    then = _then(checker, key, name, data)
    lag = _lag(checker, key, name, adopt)
    cost = _cost(checker, key, adopt)
    check_source_keys(checker.document, (*key, "source"), data.get("source", ()), checker.sources, checker.findings)
    if lag is None:
        return None
    return LeverChange(
        name=name,
        to=target,
        lag=lag,
        cost=cost,
        consent=tuple(adopt["consent"]) if "consent" in adopt else None,
        source=as_keys(data.get("source", ())),
        judgement=data.get("judgement"),
        price={} if "cost" in adopt else _prices(checker, name),
        asks=data.get("asks", "level"),
        then=then,
        passage=data.get("passage"),
    )


def _target(checker: Checker, key: Key, name: str, data: Any) -> Figure | None:
    if name not in LEVERS:
        checker.unknown(key[:-1], "a lever", name, sorted(LEVERS))
        return None
    figure = resolve(checker, key, data)
    if figure is None or fits(checker, key, figure, LEVERS[name], FIXED_AXES):
        return figure
    return None


def _lag(checker: Checker, key: Key, name: str, adopt: Mapping[str, Any]) -> Figure | None:
    if "lag_quarters" not in adopt:
        known = checker.evidence.figures.get(f"{LAGS}.{name}")
        if known is None:
            checker.say(key, f"how long {name} takes from agreement to effect is not known",
                     hint="Write adopt: {lag_quarters: {...}}.")  # fmt: skip
        return known
    at = (*key, "adopt", "lag_quarters")
    lag = resolve(checker, at, adopt["lag_quarters"])
    of_dimension(checker, at, lag, LAG_UNIT)
    return lag


def _cost(checker: Checker, key: Key, adopt: Mapping[str, Any]) -> dict[str, Figure]:
    cost: dict[str, Figure] = {}
    for side, data in adopt.get("cost", {}).items():
        at = (*key, "adopt", "cost", side)
        figure = resolve(checker, at, data)
        of_dimension(checker, at, figure, COST_UNIT)
        if figure is not None:
            cost[side] = figure
    return cost


def _prices(checker: Checker, name: str) -> dict[str, Figure]:
    found = {side: checker.evidence.figures.get(f"{PRICES}.{name}.{side}") for side in SIDES}
    return {side: figure for side, figure in found.items() if figure is not None}


def _then(
    checker: Checker, key: Key, name: str, data: Mapping[str, Any]
) -> float | None:  # fmt: skip
    """Return the lever when the author wrote: what the bargain says of it, or the list of past levers in that year."""
    year = str(checker.document.value.get("own_start", {}).get("year"))
    figure, value = checker.evidence.figures.get(f"{PAST}.{name}"), None
    if "then" in data:
        figure = _target(checker, (*key, "then"), name, data["then"])
        value = figure.central if figure is not None else None
    elif figure is not None and isinstance(figure.value, dict):
        value = figure.value.get(year)
    if figure is None or not isinstance(value, float):
        return None
    return float(convert(value, figure.unit, LEVERS[name].unit))
