"""The model and its evidence described as plain data for the manifest, so that a report needs no compiled code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kaname.compile.compiled import Compiled
from kaname.compile.lawtables import law_stands_at
from kaname.compile.touched import touched
from kaname.core.units import QUARTERS_A_YEAR
from kaname.evidence.figures import Figure
from kaname.model.engine.catalogue import mechanisms
from kaname.scenarios.horizon import beyond
from kaname.scenarios.records import Bargain
from kaname.words.axes import SIDES
from kaname.words.events import KINDS, MOVES_OF_CODE
from kaname.words.levers import LEVER
from kaname.words.params import BACKED

DISCOUNT = "discount_rate"


def described(compiled: Compiled) -> dict[str, Any]:
    """mechanisms, events, axes, sampled columns, figures used, scenario and bargains in words."""
    figures, touches = figures_used(compiled), touched()
    return {
        "model": {
            "mechanisms": [_mechanism(compiled, place, touches) for place in range(len(mechanisms()))],
            "events": [
                {"name": k.name, "sentence": k.sentence, "terms": list(k.terms), "place": k.place, "chain": k.chain}
                for k in KINDS
            ],
            "details": {name: list(words) for name, words in MOVES_OF_CODE.items()},
            "axes": {name: list(members) for name, members in compiled.axes.items()},
            "sampled": [
                {"column": s.column, "name": s.name, "figure": s.figure.id, "unit": compiled.units[s.column],
                 "grade": s.figure.grade}
                for s in compiled.drawn
            ],
        },
        "figures": {name: figure.as_data() for name, figure in figures.items()},
        "sources": _sources(compiled, figures),
        "scenario": _scenario(compiled),
        "bargains": {key: _bargain(compiled, bargain) for key, bargain in compiled.bargains.items()},
    }  # fmt: skip


def figures_used(compiled: Compiled) -> dict[str, Figure]:
    """Return the figures that the run rests on, by id: parameters, starting values, levers, bargains, the discount
    rate.
    """
    scenario = compiled.scenario
    used = [scenario.parameters.get(param.name) or compiled.evidence.figures[param.name] for param in BACKED]
    used += [*scenario.initial.values(), *scenario.levers.values(), compiled.evidence.figures[DISCOUNT]]
    for bargain in compiled.bargains.values():
        used += bargain.figures().values()
    return {figure.id: figure for figure in used}


def _sources(compiled: Compiled, figures: dict[str, Figure]) -> dict[str, Any]:
    known = {**compiled.evidence.sources, **compiled.scenario.sources}
    for bargain in compiled.bargains.values():
        known |= bargain.sources
    keys = {key for figure in figures.values() for key in figure.cited}
    return {key: {k: v for k, v in asdict(known[key]).items() if k != "key" and v is not None} for key in sorted(keys)}


def _mechanism(compiled: Compiled, place: int, touches: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Any]:
    m = mechanisms()[place]
    return {
        "name": m.name, "sentence": m.sentence, "systems": list(m.systems), **touches[m.name],
        "source": list(m.source), "core": m.core, "active": bool(compiled.tables.active[place]),
    }  # fmt: skip


def _scenario(compiled: Compiled) -> dict[str, Any]:
    scenario = compiled.scenario
    notes = {c.name: c.neutral_note for c in scenario.contingencies.values() if c.neutral_note}
    notes |= beyond(scenario, compiled.quarters // QUARTERS_A_YEAR, law_stands_at(scenario))
    return {
        "title": compiled.title, "question": scenario.question, "notes": notes,
        "as_is": [{"what": item.what, "source": list(item.source)} for item in scenario.as_is],
        "roles": {actor.id: actor.role for actor in scenario.actors.values()},
        "calendar": {
            rule.id: {"side": rule.side, "every_years": rule.every_years, "month": rule.month, "first": rule.first}
            for rule in scenario.calendar.values()
        },
        "contingencies": {
            c.id: {"challenger": c.challenger, "target": c.target, "guarantor": c.guarantor, "host": c.host}
            for c in scenario.contingencies.values()
        },
    }  # fmt: skip


def _bargain(compiled: Compiled, bargain: Bargain) -> dict[str, Any]:
    p = compiled.params[bargain.id][0]
    return {
        "name": bargain.name, "summary": bargain.summary, "author": bargain.author, "adds": list(bargain.adds),
        "source": list(bargain.source),
        "levers": {name: {"to": change.to.central, "unit": change.to.unit, "lag": change.lag.central,
                          "asked": bool(p["lever_asked"][LEVER[name]]),
                          "cost": {side: float(p[f"lever_cost_{side}"][LEVER[name]]) for side in SIDES
                                   if p[f"lever_cost_{side}"][LEVER[name]]}}
                   for name, change in compiled.terms.levers[bargain.id].items()},
    }  # fmt: skip
