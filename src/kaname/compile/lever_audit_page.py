"""The reference page of the audit of levers, from the result that is shipped: wrong signs and dead levers first.

Reads: data/lever_audit.json (made by `make lever-audit`). Writes: nothing; compile.reference writes the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.compile.bargain_reference import table
from kaname.core.shipped import shipped_json
from kaname.evidence.load import DATA

RESULT = DATA / "lever_audit.json"
SIGNS = {1: "rises", -1: "falls", 0: "open"}
ABOUT = """\
Each lever is moved alone from the low to the high end of its span, adopted at once and in full, with everything else as
it is, in the same futures with the same chances. A size is the mean paired difference (high less low) in standard
deviations of things as they are across futures; in brackets its 95 % interval. "Moves most" names the largest effect
among outcomes that are not money, if it stands beyond an interval so wide that none of all the outcomes looked at is
expected to pass it by chance: first among what a state holds or loses and the counts of crises, then among all others.

What theory expects is declared beside the lever, with who says so (keys of the bibliography); "open" where the
literature is split. An expectation moves nothing in a run. A wrong sign is either a mistake or a finding: the page does
not decide.
"""


def page_lines() -> list[str]:
    """Return the page without its title."""
    if not RESULT.is_file():
        return [ABOUT, "", "No result is shipped; `make lever-audit` makes one."]
    result = shipped_json(RESULT, "levers")
    levers = result["levers"]
    made = [f"The smallest effect that matters is {result['smallest_effect']:g}: it is declared in "
            "`kaname.words.outcomes`.", "", f"Made by `{result['command']}`, {result['pairs']} pairs.", ""]  # fmt: skip
    counts = [(name, str(sum(lever["verdict"] == name for lever in levers)), what)
              for name, what in result["verdicts"].items()]  # fmt: skip
    return [ABOUT, *made, *table(("verdict", "levers", "meaning"), counts), "", "## Every lever, worst first", "",
            *_levers(levers), "", "## What theory expects", "", *_expected(levers)]  # fmt: skip


def _levers(levers: list[Mapping[str, Any]]) -> list[str]:
    rows = [
        (f"`{lever['lever']}`", f"{lever['low']:g} to {lever['high']:g} {lever['unit']}", lever["verdict"],
         _effect(lever["end"]), _effect(lever["mean"]))
        for lever in levers
    ]  # fmt: skip
    return table(("lever", "moved", "verdict", "moves most: held, lost, crises", "moves most: other"), rows)


def _expected(levers: list[Mapping[str, Any]]) -> list[str]:
    rows = []
    for lever in levers:
        for held in lever["expected"]:
            of = f" of `{held['of']}`" if held["of"] else ""
            found = held["found"]
            rows.append((f"`{lever['lever']}`", f"`{held['outcome']}`{of}", SIGNS[held["sign"]], _size(found),
                         "wrong" if held["wrong"] else "", ", ".join(held["says"])))  # fmt: skip
    return table(("lever", "outcome", "theory", "model", "", "who says so"), rows)


def _effect(effect: Mapping[str, Any] | None) -> str:
    if effect is None:
        return "nothing"
    return f"`{effect['outcome']}` {_size(effect)}, {effect['moved']:+.3g} {effect['unit']}"


def _size(effect: Mapping[str, Any] | None) -> str:
    if effect is None:
        return "not stored"
    return f"{effect['size']:+.3f} [{effect['low']:+.3f}, {effect['high']:+.3f}]"
