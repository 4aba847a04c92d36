"""The three sentences of the first screen, made from claims: for whom, how sure, what would change it.

Rules. "Better" and "worse" are said of a bargain only where its claim survives every required check and stands
among all comparisons; a clear difference that fails in a check is told with that check; where nothing is clear it says
"no clear difference" and how many futures would be needed. At most two bargains a state are named, the rest counted.
Reads: claims in words. Writes: nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kaname.report.numbers import about, count
from kaname.report.sentences import is_or_are, listed
from kaname.report.words import counted

SHOWN, ENDS = 2, 1


@dataclass(frozen=True)
class Finding:
    """A claim in words. end: with its size; kind: better, worse, depends (clear, but fails in checks) or open."""

    bargain: str
    end: str
    kind: str
    gains: bool = False
    fails_in: tuple[str, ...] = ()
    needed: int | None = None


def for_whom(state: str, findings: Sequence[Finding], reference: str, checked: bool) -> str:
    """Which bargains hold best for a state, as one sentence."""
    better = _by_bargain([one for one in findings if one.kind == "better"])
    if better:
        return f"{state}: {_better(better, findings, reference)}{_others(better, findings)}."
    leaning = [finding for finding in findings if finding.kind == "depends" and finding.gains]
    if leaning and checked:
        return f"{state}: no bargain proves better than {reference}; {_depends(leaning[0])}."
    if leaning:
        return (
            f"{state}: {leaning[0].bargain} differs clearly from {reference} in {leaning[0].end}, but the checks "
            "were not all run, so no bargain is called better."
        )
    return f"{state}: no clear difference to {reference} in its favour under any bargain{_needing(findings)}."


def _by_bargain(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Bargains with their claims, the one with most ends first; the order given among equals."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.bargain, []).append(finding)
    return sorted(found.items(), key=lambda item: -len(item[1]))


def _better(better: Sequence[tuple[str, list[Finding]]], findings: Sequence[Finding], reference: str) -> str:
    clauses = []
    for place, (bargain, ends) in enumerate(better[:SHOWN]):
        start = f"{bargain} is better than {reference} in" if place == 0 else f"{bargain} in"
        worse = [finding.end for finding in findings if finding.bargain == bargain and finding.kind == "worse"]
        leaning = [one.end for one in findings if one.bargain == bargain and one.kind == "depends" and not one.gains]
        price = f", worse in {_listed(worse)}" if worse else ""
        price += f", perhaps worse in {_listed(leaning)}" if leaning else ""
        clauses.append(f"{start} {_listed([end.end for end in ends])}{price}")
    return "; ".join(clauses)


def _others(better: Sequence[tuple[str, list[Finding]]], findings: Sequence[Finding]) -> str:
    left = len(better) - SHOWN
    named = {bargain for bargain, _ in better}
    leaning = {finding.bargain for finding in findings if finding.kind == "depends" and finding.gains} - named
    parts = [f"{counted(left, 'more bargain')} {is_or_are(left)} better in some end"] if left > 0 else []
    if leaning:
        shows = "shows a gain that does" if len(leaning) == 1 else "show gains that do"
        parts.append(f"{counted(len(leaning), 'more bargain')} {shows} not stand every test")
    return "; " + "; ".join(parts) if parts else ""


def _depends(finding: Finding) -> str:
    if not finding.fails_in:
        return f"{finding.bargain} gains in {finding.end}, but that does not stand when all is asked at once"
    names = [f"\N{LEFT SINGLE QUOTATION MARK}{name}\N{RIGHT SINGLE QUOTATION MARK}" for name in finding.fails_in]
    checks = "check" if len(names) == 1 else "checks"
    return f"{finding.bargain} gains in {finding.end}, but it is lost in the {checks} {listed(names)}"


def _needing(findings: Sequence[Finding]) -> str:
    numbers = [finding.needed for finding in findings if finding.kind == "open" and finding.needed]
    return f" (the nearest would need about {about(min(numbers))} futures)" if numbers else ""


def _listed(ends: Sequence[str]) -> str:
    left = len(ends) - ENDS if len(ends) > ENDS + 1 else 0
    return listed([*ends[:ENDS], counted(left, "more end")] if left else list(ends))


def how_sure(comparisons: int, clear: int, firm: int, same: int, pairs: int, checked: bool) -> str:
    """How sure: comparisons that move, that are clear, and that survive the checks."""
    moving = comparisons - same
    by_chance = f"; chance alone would make about {max(1, round(0.05 * moving))} look so" if clear else ""
    start = (
        f"Over {count(pairs)} paired futures {count(clear)} of {counted(moving, 'difference')} that can move "
        f"{is_or_are(clear)} clear at 95 %{by_chance}."
    )
    if not checked:
        return f"{start} Reaction, both theories of credibility and the core model were not all asked beside it."
    if not clear:
        return start
    return (
        f"{start} {count(firm)} of the {count(clear)} keep{'s' if firm == 1 else ''} the sign without the rivals' "
        "reaction, under both theories of credibility and in the core model."
    )


def what_breaks(fails: Sequence[str], clear: int) -> str | None:
    """Which check takes most clear differences away. fails: the name of a check, once for each it takes."""
    if not fails:
        return None
    name, times = Counter(fails).most_common(1)[0]
    return (
        f"Most rests on \N{LEFT SINGLE QUOTATION MARK}{name}\N{RIGHT SINGLE QUOTATION MARK}: in that check "
        f"{count(times)} of {counted(clear, 'clear difference')} {_lose(times)} the sign."
    )


def _lose(number: int) -> str:
    return "loses" if number == 1 else "lose"
