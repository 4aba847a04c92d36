"""Settings of an injected crisis: its date, and levers, parameters and state variables.

A lever or a parameter holds from the scenario's start, so that the quarters before the crisis know of it too: beliefs,
law and delay answer to it as they would. A state variable is set on the eve of the crisis, after everything else; what
others believe of it is theirs, and the days of the decision are drawn again where they depend on it.
A name is looked up among levers first, then parameters, then the state variables that a crisis reads; members of its
axes follow after dots, and without them all members are set: `homeland_risk.cn=0.5`, `clarity=0`.

The date of a crisis is read by study.dates. Units: as declared. Reads, writes: nothing. Errors: InputError with the
nearest name or the range. Source: none needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kaname.core.errors import InputError, unknown_name
from kaname.core.number_text import number_from
from kaname.model.campaign.day import MECHANISM as CAMPAIGN
from kaname.model.crisis.battle import MECHANISM as BATTLE
from kaname.model.crisis.response import MECHANISM as RESPONSE
from kaname.words.declare import ALIASES, Field, Param
from kaname.words.fields import BY_NAME as FIELD
from kaname.words.levers import LEVER, LEVERS, Lever
from kaname.words.params import BACKED

FROM_START, ON_THE_EVE = "from the start", "on the eve"
PARAM = {param.name: param for param in BACKED}
INSIDE = {name for one in (RESPONSE, BATTLE, CAMPAIGN) for name in one.writes}
STATES = tuple(
    sorted(
        {name for one in (RESPONSE, BATTLE, CAMPAIGN) for name in one.reads if "." not in name} - INSIDE
        - {"opportunity", "total_opportunities", "committed", "committed_quarter"}
    )
)  # fmt: skip
"""State variables that a crisis or its campaign reads and does not write itself."""


@dataclass(frozen=True)
class Setting:
    """One thing set: a lever, a parameter (both from the start) or a state (on the eve), at the places named."""

    name: str
    value: float
    when: str
    index: tuple[int | slice, ...] = ()

    def lay(self, worlds: np.ndarray, params: np.ndarray) -> None:
        """Write it into worlds[run] and params[run]."""
        if self.name in LEVER and self.when == FROM_START:
            place = LEVER[self.name]
            worlds["lever"][:, place] = self.value
            params["lever_start"][:, place] = params["lever_target"][:, place] = self.value
            params["lever_asked"][:, place] = 0.0
        elif self.name in PARAM:
            params[self.name][(slice(None), *self.index)] = self.value
        else:
            worlds[self.name][(slice(None), *self.index)] = self.value


def settings_of(texts: Sequence[str], axes: Mapping[str, Sequence[str]]) -> tuple[Setting, ...]:
    """Return each `NAME[.member]=VALUE` checked."""
    found: dict[str, Setting] = {}
    for text in texts:
        whole, equals, number = text.partition("=")
        if not equals:
            raise InputError(f"{text} is not NAME=VALUE", path="--set", hint="For example --set clarity=1.")
        if whole in found:
            raise InputError(f"{whole} is set twice", path="--set", hint="Leave one out.")
        found[whole] = _setting(whole, number, axes)
    return tuple(found.values())


def _setting(whole: str, text: str, axes: Mapping[str, Sequence[str]]) -> Setting:
    name, *members = whole.split(".")
    if name in LEVER:
        lever = LEVERS[LEVER[name]]
        if members:
            raise InputError(
                f"the lever {name} has no members", path="--set", found=whole, hint=f"Write --set {name}=VALUE."
            )
        return Setting(name, _number(name, text, lever), FROM_START)
    declared = PARAM.get(name) or (FIELD[name] if name in STATES else None)
    if declared is None:
        if name in FIELD:
            raise InputError(f"a crisis does not read the state {name}, or writes it itself", path="--set",
                             hint="Set a lever, a parameter, or one of: " + ", ".join(STATES))  # fmt: skip
        raise unknown_name("a lever, a parameter or a state", name, (*LEVER, *PARAM, *STATES), path="--set")
    value = _number(whole, text, declared, whole=declared.kind != "real")
    when = FROM_START if name in PARAM else ON_THE_EVE
    return Setting(name, value, when, _index(declared, members, axes))


def _index(declared: Field | Param, members: list[str], axes: Mapping[str, Sequence[str]]) -> tuple[int | slice, ...]:
    if len(members) > len(declared.dims):
        axes_of = ".".join(declared.dims) or "none"
        raise InputError(f"{declared.name} has fewer axes than members named", path="--set",
                         found=".".join(members), hint=f"Its axes: {axes_of}.")  # fmt: skip
    places: list[int | slice] = [slice(None)] * len(declared.dims)
    for n, member in enumerate(members):
        names = axes[ALIASES.get(declared.dims[n], declared.dims[n])]
        if member not in names:
            raise unknown_name(f"a member of {declared.dims[n]}", member, names, path=f"--set {declared.name}")
        places[n] = list(names).index(member)
    return tuple(places)


def _number(name: str, text: str, declared: Field | Param | Lever, whole: bool = False) -> float:
    return number_from(text, low=declared.low, high=declared.high, whole=whole, about=f"unit: {declared.unit}",
                       path=f"--set {name}")  # fmt: skip
