"""The parts of a summary that explain it: costs, verdicts, the window of weakness, beliefs, what deterred.

Idea: they are computed from the folder alone, after the run; a part for which the run holds nothing is left out, and
the page says how to get it. Reads: a run's folder. Writes: nothing. See docs/reference/dataset.md for the form.
"""

from __future__ import annotations

from typing import Any

from kaname.analysis.beliefs import beliefs
from kaname.analysis.costs import present_cost
from kaname.analysis.deterred import deterred
from kaname.analysis.folder import RunFolder
from kaname.analysis.verdicts import verdicts
from kaname.analysis.window import windows


def explained(run: RunFolder) -> dict[str, Any]:
    """Return the summary with these parts added."""
    sides = sides_of(run)
    contingencies = run.manifest.get("scenario", {}).get("contingencies", {})
    targets = list(dict.fromkeys(contingency["target"] for contingency in contingencies.values()))
    parts = {
        "present_cost": present_cost(run),
        "window": windows(run, sides, targets),
        "beliefs": beliefs(run),
        "deterrence": deterred(run),
        "verdicts": [verdict.as_data() for verdict in verdicts(run.summary, sides)]
        if run.summary.get("checks")
        else [],
    }
    return {**run.summary, **{name: part for name, part in parts.items() if part}}


def sides_of(run: RunFolder) -> tuple[str, ...]:
    """Return the ally and the protector, as the manifest names them."""
    roles = run.manifest.get("scenario", {}).get("roles", {})
    return tuple(actor for role in ("ally", "protector") for actor, held in roles.items() if held == role)
