"""Is this a bargain? Levers that exist, targets inside their range, consent, lag and cost told, sources that exist.

Units: targets in the lever's unit, lag in quarters (or another length of time), cost in constant dollars a year, by
side. Reads: Document, Evidence, Vocabulary. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.core.guarded_yaml import Document, Key
from kaname.core.hashing import json_digest
from kaname.evidence.check import check_source_keys
from kaname.evidence.figures import Figure
from kaname.evidence.load import Evidence
from kaname.scenario.check import as_keys
from kaname.scenario.format import BARGAIN
from kaname.scenario.given import Desk, fits, of_dimension, resolve, take_sources
from kaname.scenario.records import Bargain, Coding, LeverChange, Start
from kaname.scenario.vocabulary import Vocabulary

LAG_UNIT = "quarters"
COST_UNIT = "bn USD 2023 per year"


def check_bargain(document: Document, vocabulary: Vocabulary | None, evidence: Evidence) -> Bargain:
    """The bargain that a document says; InputError or InputErrors with everything that is wrong."""
    desk = Desk(document, evidence)
    if not BARGAIN.check(document, (), document.value, desk.findings):
        desk.findings.raise_if_any()
    take_sources(desk)
    said = document.value
    check_source_keys(document, ("source",), said.get("source", ()), desk.sources, desk.findings)
    levers = {name: _lever(desk, name, entry, vocabulary) for name, entry in said["levers"].items()}
    codings = {name: _coding(desk, name, entry, vocabulary) for name, entry in said.get("codings", {}).items()}
    desk.findings.raise_if_any()
    return Bargain(
        id=said["id"],
        name=said["name"],
        summary=said["summary"],
        adds=tuple(said["adds"]),
        levers={name: lever for name, lever in levers.items() if lever is not None},
        author=said.get("author"),
        source=as_keys(said.get("source", ())),
        judgement=said.get("judgement"),
        takes_effect=_start(said, "takes_effect"),
        own_start=_start(said, "own_start"),
        codings=codings,
        sources=desk.sources,
        digest=json_digest(said),
        document=document,
    )


def _start(said: Mapping[str, Any], name: str) -> Start | None:
    return Start(**said[name]) if name in said else None


def _lever(desk: Desk, name: str, said: Mapping[str, Any], vocabulary: Vocabulary | None) -> LeverChange | None:
    key: Key = ("levers", name)
    adopt = said["adopt"]
    target = _target(desk, (*key, "to"), name, said["to"], vocabulary)
    lag = resolve(desk, (*key, "adopt", "lag_quarters"), adopt["lag_quarters"])
    of_dimension(desk, (*key, "adopt", "lag_quarters"), lag, LAG_UNIT)
    cost: dict[str, Figure] = {}
    for side, data in adopt.get("cost", {}).items():
        figure = resolve(desk, (*key, "adopt", "cost", side), data)
        of_dimension(desk, (*key, "adopt", "cost", side), figure, COST_UNIT)
        if figure is not None:
            cost[side] = figure
    check_source_keys(desk.document, (*key, "source"), said.get("source", ()), desk.sources, desk.findings)
    if target is None or lag is None:
        return None
    consent = tuple(adopt["consent"]) if "consent" in adopt else None
    return LeverChange(name, target, lag, cost, consent, as_keys(said.get("source", ())), said.get("judgement"))


def _target(desk: Desk, key: Key, name: str, data: Any, vocabulary: Vocabulary | None) -> Figure | None:
    if vocabulary and name not in vocabulary.levers:
        desk.unknown(key if key[-1] == name else key[:-1], "a lever", name, sorted(vocabulary.levers))
        return None
    figure = resolve(desk, key, data)
    if figure is not None and vocabulary:
        fits(desk, key, figure, vocabulary.levers[name], vocabulary.axes)
    return figure


def _coding(desk: Desk, name: str, said: Mapping[str, Any], vocabulary: Vocabulary | None) -> Coding:
    found = {}
    for lever, data in said["levers"].items():
        figure = _target(desk, ("codings", name, "levers", lever), lever, data, vocabulary)
        if figure is not None:
            found[lever] = figure
    return Coding(name, said["coder"], found)
