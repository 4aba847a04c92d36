"""Write the description of the whole model in the order of ODD+D; every count in it is made from the declarations.

Reads: data/templates/model_description.md, the declarations, the evidence, the law book. Writes: nothing;
compile.reference writes the page. Source of the order: Grimm and others 2006, 2020; Müller and others 2013.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib.resources import files

from kaname.core.slots import NAMES as SLOTS
from kaname.evidence.load import load_evidence
from kaname.law.book import load_book
from kaname.model.engine.catalogue import mechanisms
from kaname.scenarios.load import load_scenario, shipped_bargains, shipped_scenarios
from kaname.scenarios.records import Scenario
from kaname.words.checks import CHECKS, REQUIRED
from kaname.words.fields import FIELDS
from kaname.words.levers import LEVERS
from kaname.words.outcomes import OUTCOMES
from kaname.words.params import BACKED, PARAMS

QUARTERS_A_YEAR = 4


def lines() -> list[str]:
    """Return the page without its title."""
    return template().format_map(counts()).rstrip("\n").split("\n")


def template() -> str:
    """Return the text of the page, with a name in braces in place of each count."""
    return (files("kaname") / "data" / "templates" / "model_description.md").read_text(encoding="utf-8")


def counts() -> dict[str, str]:
    """Return what stands in place of each name in braces."""
    flagship, evidence, ran = _flagship(), load_evidence(), mechanisms()
    figures = evidence.figures
    grades = Counter(figure.grade for figure in figures.values())
    backed = [param.name for param in BACKED if param.name in figures]
    numbers = {
        "actors": len(flagship.actors), "contingencies": len(flagship.contingencies), "fields": len(FIELDS),
        "params": len(PARAMS), "figures": len(backed), "levers": len(LEVERS), "outcomes": len(OUTCOMES),
        "ends": sum(outcome.role == "end" for outcome in OUTCOMES), "years": flagship.years,
        "quarters": QUARTERS_A_YEAR * flagship.years, "mechanisms": len(ran), "core": sum(m.core for m in ran),
        "systems": len({system for m in ran for system in m.systems}), "slots": len(SLOTS),
        "sampled": sum(figures[name].uncertain for name in backed), "required": len(REQUIRED), "checks": len(CHECKS),
        "scenarios": len(shipped_scenarios()), "bargains": len(shipped_bargains()), "evidence": len(figures),
        "sources": len(evidence.sources), "law_rules": len(load_book().rules),
        **{f"grade_{grade.lower()}": grades[grade] for grade in "ABCD"},
    }  # fmt: skip
    words = {
        "actor_names": _listed(actor.name for actor in flagship.actors.values()),
        "contingency_names": _listed(place.name for place in flagship.contingencies.values()),
        "scenario_names": _listed(f"`{name}`" for name in shipped_scenarios()),
        "submodels": "\n".join(f"| [{m.name}](mechanisms/{m.name}.md) | {m.sentence} |" for m in ran),
    }
    return {name: f"{number:,}" for name, number in numbers.items()} | words


def _flagship() -> Scenario:
    """Return the shipped scenario with the most contingencies, the first of equals."""
    return max(map(load_scenario, shipped_scenarios()), key=lambda scenario: len(scenario.contingencies))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
