"""Write the page of a mechanism: sentence, formula, figures with grades, what feeds it and who uses what it writes.

The tests that hold it are listed on the site alone, where they are looked up when it is built (the block `held-by`).
Reads: the declarations, the kernels' syntax, the evidence. Writes: nothing; compile.reference writes the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module

from kaname.compile.bargain_reference import table
from kaname.compile.formulas import markdown
from kaname.evidence.figures import Figure, numbers
from kaname.evidence.load import load_evidence
from kaname.model.engine.catalogue import mechanisms
from kaname.model.world.derived import touches
from kaname.model.world.mechanism import Mechanism
from kaname.words.outcomes import OUTCOMES
from kaname.words.params import BACKED_BY_NAME

SWITCH = "switch"


def lines(mechanism: Mechanism) -> list[str]:
    """Return the page without its title."""
    room, stem = mechanism.name.split(".")
    text = import_module(f"kaname.model.{room}.{stem}").__doc__ or ""
    return [
        f"**{mechanism.sentence}**", "", markdown(text), "", *_figures(mechanism), *_users(mechanism),
        "## Tests that hold it", "", f"```{{held-by}} {mechanism.name}\n```", "",
        "## In full", "",
        f"- systems: {' '.join(mechanism.systems) or 'none'}", f"- reads: {names(mechanism.reads)}",
        f"- writes: {names(mechanism.writes)}", f"- parameters: {names(mechanism.params)}",
        f"- tables: {names(mechanism.tables)}", f"- chance: {names(mechanism.slots)}",
        f"- events: {names(mechanism.events)}", f"- sources: {names(mechanism.source)}",
        f"- preset: {'core and full' if mechanism.core else 'full'}",
    ]  # fmt: skip


def names(listed: Sequence[str]) -> str:
    """Return names as code, separated by commas; "none" for none."""
    return ", ".join(f"`{name}`" for name in listed) or "none"


def figure_text(figure: Figure) -> str:
    """Return a figure in few characters: its value, or its median and its ends; a table by its least and greatest."""
    drawn = figure.distribution
    if drawn is not None and drawn.kind == SWITCH:
        return " or ".join(drawn.names)
    if drawn is not None:
        low, high = drawn.support
        return f"{drawn.median:.3g} ({low:.3g} to {high:.3g})"
    assert figure.value is not None
    values = numbers(figure.value)
    doubt = f", times {figure.spread.support[0]:.3g} to {figure.spread.support[1]:.3g}" if figure.spread else ""
    shown = f"{values[0]:.4g}" if len(values) == 1 else f"{len(values)} numbers, {min(values):.3g} to {max(values):.3g}"
    return shown + doubt


def _figures(mechanism: Mechanism) -> list[str]:
    evidence = load_evidence().figures
    backed = [BACKED_BY_NAME[name] for name in mechanism.params if name in BACKED_BY_NAME and name in evidence]
    if not backed:
        return []
    rows = []
    for param in backed:
        figure = evidence[param.name]
        rows.append((f"`{param.name}`", figure_text(figure), figure.unit, figure.grade,
                     ", ".join(figure.cited) or "judgement", param.sentence))  # fmt: skip
    return ["## Figures", "", *table(("parameter", "value", "unit", "grade", "rests on", "what it is"), rows), ""]


def _users(mechanism: Mechanism) -> list[str]:
    fed_by = [m for m in mechanisms() if m.name != mechanism.name and set(m.writes) & set(mechanism.reads)]
    used_by = [m for m in mechanisms() if m.name != mechanism.name and set(mechanism.writes) & set(m.reads)]
    levers = [name.removeprefix("lever.") for name in mechanism.reads if name.startswith("lever.")]
    outcomes = [name for name, fields in _fields_of_outcomes().items() if fields & set(mechanism.writes)]
    return [
        "## Who uses it", "",
        f"- its numbers are read by: {_linked(m.name for m in used_by)}",
        f"- it reads the numbers of: {_linked(m.name for m in fed_by)}",
        f"- levers that act here: {names(levers)}",
        f"- outcomes that count it: {names(outcomes)}", "",
    ]  # fmt: skip


def _linked(listed: Iterable[str]) -> str:
    return ", ".join(f"[{name}]({name}.md)" for name in listed) or "none"


@lru_cache(maxsize=1)
def _fields_of_outcomes() -> dict[str, frozenset[str]]:
    kernels = import_module("kaname.model.engine.measure")
    return {outcome.name: frozenset(touches(getattr(kernels, outcome.name)).reads) for outcome in OUTCOMES}
