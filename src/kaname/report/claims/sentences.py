"""Sentences of the page of claims, each made from the numbers that it speaks of.

Order of every sentence: level, change, size against what matters, how sure. Units: as stored. Reads: plain data of an
audit. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.report.numbers import tidy

Data = Mapping[str, Any]
UNDIRECTED = ("open", "alike", "differs")


def answer(audit: Data) -> list[str]:
    """Return the three sentences of the first screen: how they fared, how large it is, how sure."""
    counts = audit["counts"]
    asked = sum(counts.values())
    fared = ", ".join(f"{number} {fares(name, number)}" for name, number in counts.items())
    lines = [line for claim in audit["claims"] for line in claim["lines"] if not line["aside"]]
    small = sum(line["verdict"] == "too small to matter" for line in lines)
    return [
        f"Of {asked} claims, put as arms of paired futures, {fared}.",
        f"{small} of the {len(lines)} lines that judge them move what they speak of by less than the smallest "
        f"difference that matters, however sure the direction is.",
        f"Each line was looked at with {', '.join(f'{look:,}' for look in audit['looks'])} futures an arm until it was "
        f"settled; intervals hold over all looks at {1 - audit['level']:.0%}, and {audit['false_discovery_rate']:.0%} "
        f"of what is called clear may be so by chance.",
    ]  # fmt: skip


def fares(verdict: str, number: int) -> str:
    """Return a verdict as it follows a number of claims."""
    single = number == 1
    return {
        "fails": "fails" if single else "fail",
        "cannot tell": "cannot be told",
        "cannot be run": "cannot be run",
        "too small to matter": "comes to too little to matter" if single else "come to too little to matter",
        "depends": "depends on the world" if single else "depend on the world",
        "mostly": "mostly holds" if single else "mostly hold",
        "holds": "holds" if single else "hold",
        "built in": "is built in" if single else "are built in",
        "reported": "names no direction" if single else "name no direction",
    }[verdict]


def effect(line: Data) -> str:
    """Return what was found for a line: levels, change with interval, size, share of worlds."""
    levels = ", ".join(f"{tidy(value)} under {arm}" for arm, value in line["level"].items())
    change = f"{signed(line['mean'])} {line['unit']} ({signed(line['low'])} to {signed(line['high'])})"
    return f"{levels}: {change}. {size(line)}. {sure(line)}"


def signed(value: float) -> str:
    """Return a change with its sign."""
    return f"+{tidy(value)}" if value > 0.0 else tidy(value)


def size(line: Data) -> str:
    """Return a line's size against the smallest effect that matters."""
    matters = f"{tidy(line['matters'])} {line['unit']} matters"
    if line["expect"] in ("open", "alike", "differs"):
        return f"{abs(line['size']):.2g} times what matters ({matters})"
    way = "as claimed" if line["size"] >= 0.0 else "against the claim"
    return f"{abs(line['size']):.2g} times what matters ({matters}), {way}"


def sure(line: Data) -> str:
    """Return how many pairs there were, and in what share of worlds the sign is as claimed."""
    pairs = f"{line['pairs']:,} pairs"
    if line["above"] + line["below"] == 0:
        return f"No pair of {line['pairs']:,} differs."
    if line["expect"] in UNDIRECTED:
        return f"{pairs}."
    share, low, high = line["share"]
    if high - low > 0.5:
        return f"{pairs}; in what share of worlds the sign is as claimed cannot be told, chance drowns it."
    return f"The sign is as claimed in {share:.0%} of worlds ({low:.0%} to {high:.0%}); {pairs}."
