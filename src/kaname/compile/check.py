"""Whether every declared parameter is backed by a figure of a fitting unit and range, and every figure is used."""

from __future__ import annotations

from kaname.compile.values import array_of
from kaname.compile.vocabulary import vocabulary
from kaname.core.errors import KanameError
from kaname.core.units import same_dimension
from kaname.evidence.load import Evidence, load_evidence
from kaname.model.world.axes import FIXED_AXES
from kaname.model.world.declare import Param
from kaname.model.world.params import BACKED
from kaname.scenario.load import load_scenario, shipped_scenarios


def unbacked_parameters(names: tuple[str, ...] = ()) -> list[str]:
    """One line for each parameter without a figure that fits its declaration, in the named scenarios or all shipped."""
    return [f"{name}: {line}" for name in names or shipped_scenarios() for line in _unbacked(name)]


def _unbacked(name: str) -> list[str]:
    evidence = load_evidence()
    scenario = load_scenario(name, vocabulary(), evidence)
    axes = {**FIXED_AXES, **{name: axis.members for name, axis in scenario.axes.items()}}
    faults = []
    for param in BACKED:
        fault = _fault(param, scenario.parameters.get(param.name), evidence, axes)
        if fault:
            faults.append(f"{param.name}: {fault}")
    return faults


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
