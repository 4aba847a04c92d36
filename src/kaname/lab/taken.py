"""Taken away: a setting as Python, as a command, and as the bargain file that the command reads.

Idea: whatever the page shows can be had again without it, by somebody else.
Reads: scenario and bargains. Writes: nothing.
"""

from __future__ import annotations

from typing import Any

import kaname as ka
from kaname.api.scenario import Scenario
from kaname.lab.setting import Setting, asked_levers
from kaname.study.growing import SIZES

MINE = "mine"


def scenario_with(setting: Setting) -> Scenario:
    """Return the scenario with the setting beside its bargains, as MINE."""
    levers: dict[str, Any] = {
        name: _exact(value) for name, value in asked_levers(setting.scenario, setting.mine).items()
    }
    return ka.scenario(setting.scenario).bargain(MINE, **levers)


def bargain_file(setting: Setting) -> str:
    """Return the setting as a bargain file."""
    return scenario_with(setting).texts[MINE]


def command_text(setting: Setting) -> str:
    """Return the command that compares the bargain file with things as they are."""
    return f"kaname compare {setting.scenario} --bargains as_is,{MINE}.yaml --futures {SIZES[-1]}"


def python_text(setting: Setting) -> str:
    """Return the Python that gives the same rows as the page."""
    levers = asked_levers(setting.scenario, setting.mine)
    text = "".join(f'\n    "{name}": {_exact(value)!r},' for name, value in levers.items())
    inside = f"{{{text}\n}}" if text else "{}"
    return (
        f'import kaname as ka\n\nwith ka.session("{setting.scenario}") as session:\n'
        f"    answer = session.run(levers, futures={SIZES[-1]})\nprint(answer.pairs)\n"
    ).replace("\nwith", f"\nlevers = {inside}\nwith", 1)


def _exact(value: float) -> float:
    """Return a value without the noise of its last bits, so that file, Python and page say the same."""
    return float(f"{value:.12g}")
