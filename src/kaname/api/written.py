"""A change and a bargain made in Python as the text of the files that say the same.

Idea: a bare number becomes a figure: the unit that the model declares, the year of the start, grade D, and the plain
words that somebody set it by hand. Reads: values. Writes: nothing; returns YAML that the guarded reader takes.
Source: the formats described in docs/reference/files.md.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Mapping
from typing import Any

from kaname.core.errors import InputError
from kaname.scenarios.overrides import FIGURE_SECTIONS, OWN_LINES
from kaname.words.declare import Declared
from kaname.words.levers import BY_NAME

JUDGEMENT = "Set by hand in Python as an assumption to be tried out."
DOUBT = "Nobody measured or fitted it; it is the same in every future."
SUMMARY = "A bargain made in Python: what it asks for stands under its levers."
ADDS = "What stands under its levers, and nothing else."


def override_text(
    identity: str, base: str, changes: Mapping[str, Any], declared: Mapping[str, Declared], year: int
) -> str:
    """Return an override file: the base's id and each change, bare numbers as figures.

    declared: what the model declares at each path of a figure; year: the year that a bare number speaks of.
    """
    own = {name: changes[name] for name in OWN_LINES if name in changes}
    told = {
        path: _change(path, change, declared.get(path), year) for path, change in changes.items() if path not in own
    }
    return _yaml({"id": identity, "base": base, **own, "changes": told})


def bargain_text(
    identity: str, levers: Mapping[str, Any], base: Mapping[str, Any] | None, name: str, summary: str, year: int
) -> str:
    """Return a bargain file: the levers of a base, if there is one, and those named, each a number in its unit."""
    told: dict[str, Any] = copy.deepcopy(dict(base)) if base else {"judgement": JUDGEMENT, "adds": [ADDS], "levers": {}}
    told.pop("codings", None)
    told["levers"] = {**told["levers"], **{lever: _lever(lever, value, year) for lever, value in levers.items()}}
    if not told["levers"] and identity != "as_is":
        raise InputError("a bargain asks for at least one lever", path=identity, hint="For example defence_share=0.03.")
    head = {"id": identity, "name": name or identity.replace("_", " ").capitalize(), "summary": summary or SUMMARY}
    return _yaml({**head, **{key: value for key, value in told.items() if key not in head}})


def _lever(name: str, value: Any, year: int) -> dict[str, Any]:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise InputError(f"{value!r} is not a number", path=name, found=value, hint="Give it in the lever's unit.")
    unit = BY_NAME[name].unit if name in BY_NAME else "share"
    return {"to": {"value": value, **_origin(unit, year)}, "judgement": JUDGEMENT}


def _change(path: str, change: Any, declared: Declared | None, year: int) -> Any:
    if path.partition(".")[0] not in FIGURE_SECTIONS or declared is None:
        return change
    if isinstance(change, (int, float)) and not isinstance(change, bool):
        return {"value": change, **_origin(declared.unit, year)}
    if isinstance(change, Mapping) and change and not {"unit", "figure"} & set(change):
        dims = list(declared.dims)[: _depth(change)]
        return {"values": dict(change), "by": dims, **_origin(declared.unit, year)}
    return change


def _depth(values: Any) -> int:
    return 1 + _depth(next(iter(values.values()))) if isinstance(values, Mapping) and values else 0


def _origin(unit: str, year: int) -> dict[str, Any]:
    return {"unit": unit, "date": str(year), "grade": "D", "judgement": JUDGEMENT, "doubt": DOUBT}


def _yaml(value: Any) -> str:
    from ruamel.yaml import YAML

    out = io.StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    writer.width = 120
    writer.dump(value, out)
    return out.getvalue()
