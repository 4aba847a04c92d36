"""Check that every declared parameter has a figure of a fitting unit and range, and that every figure is used."""

from __future__ import annotations

from kaname.compile.values import Axes, array_of, laid_out
from kaname.core.errors import KanameError
from kaname.core.units import same_dimension
from kaname.evidence.figures import Figure
from kaname.evidence.load import Evidence, load_evidence
from kaname.scenarios.load import document_of, load_scenario, shipped_scenarios
from kaname.scenarios.records import Scenario
from kaname.words.declare import Param
from kaname.words.fields import FIELDS
from kaname.words.params import BACKED


def unbacked_parameters(names: tuple[str, ...] = ()) -> list[str]:
    """Return one line for each parameter without a figure that fits its declaration, in the named scenarios or all
    shipped.
    """
    return [f"{name}: {line}" for name in names or shipped_scenarios() for line in _unbacked(name)]


def misfits(scenario: Scenario) -> list[str]:
    """Return parameters without a figure for every actor, contingency or cohort of the scenario; numbers are not looked
    at.
    """
    evidence = load_evidence()
    axes = scenario.members
    found = []
    for param in BACKED:
        figure = scenario.parameters.get(param.name) or evidence.figures.get(param.name)
        if figure is None or not _covers(figure, param, axes):
            found.append(param.name)
    return found


def _covers(figure: Figure, param: Param, axes: Axes) -> bool:
    try:
        if isinstance(figure.value, dict):
            laid_out(figure, figure.value, param, axes)
    except KanameError:
        return False
    return True


def _unbacked(name: str) -> list[str]:
    evidence = load_evidence()
    scenario = load_scenario(name, evidence)
    axes = scenario.members
    faults = []
    for param in BACKED:
        fault = _fault(param, scenario.parameters.get(param.name), evidence, axes)
        if fault:
            faults.append(f"{param.name}: {fault}")
    return faults


def bare_starts(scenario: Scenario) -> list[str]:
    """Starting values that some shipped scenario gives and this one does not, in the order of the fields."""
    given = {name for shipped in shipped_scenarios() for name in document_of(shipped).value.get("initial", ())}
    return [field.name for field in FIELDS if field.name in given - set(scenario.initial)]


def _fault(param: Param, given, evidence: Evidence, axes) -> str:  # type: ignore[no-untyped-def]
    figure = given or evidence.figures.get(param.name)
    if figure is None:
        return "no figure of this id in the evidence"
    if not same_dimension(figure.unit, param.unit):
        return f"the figure's unit {figure.unit!r} does not convert to {param.unit!r}"
    try:
        values = array_of(figure, figure.central, param, axes)
    except KanameError as trouble:
        return str(trouble)
    if values.min() < param.low or values.max() > param.high:
        return f"values {values.min():g}..{values.max():g} are outside {param.low:g}..{param.high:g}"
    return ""
