"""The sentences of the first screen, made from claims: in short, for each side, how sure, what would change it, errors.

Rules. A gain or a price is named as such only where the difference is clear, holds in every required check and stands
among all comparisons; where one of these is missing, the sentence says which. A state's sentence names its largest gain
and its largest price by what matters (data/smallest_effects.yaml): level, change, size, how sure, what it turns on.
Reads: claims in words. Writes: nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kaname.report.numbers import about, count, percent
from kaname.report.words import counted, is_or_are, listed

HOLDS, FAILS, OPEN, NOT_ASKED, BY_CHANCE = "holds", "fails", "cannot tell", "not asked", "may be chance"


@dataclass(frozen=True)
class Finding:
    """A clear difference of a state in words.

    size: in smallest differences that matter, None where none is stated; stands: one of the words above; checks: names
    of those in which it fails or that cannot tell; turns: a clause on what turns its sign, or nothing.
    """

    bargain: str
    end: str
    level: str
    change: str
    size: float | None
    gains: bool
    stands: str
    checks: tuple[str, ...] = ()
    turns: str = ""

    @property
    def proven(self) -> bool:
        return self.stands == HOLDS


def in_short(large: int, clear: int) -> str:
    """Return whether anything matters. large: clear differences of the two sides that are large enough to matter, of
    clear.
    """
    if not clear:
        return "No difference of the two sides is clear."
    differences = f"{counted(clear, 'clear difference')} of the two sides"
    if not large:
        return f"No bargain changes much: none of {differences} is large enough to matter."
    return f"{large} of {differences} {is_or_are(large)} large enough to matter."


def for_whom(findings: Sequence[Finding], reference: str, needed: int | None) -> str:
    """Return a state's largest gain and its largest price.

    findings: its clear differences, the largest first; needed: futures that the nearest of the others would need.
    """
    gains, prices = ([one for one in findings if one.gains is way] for way in (True, False))
    nearest = f" (the nearest would need about {about(needed)} futures)" if needed else ""
    gain = _side(gains, "gain", reference) if gains else f"No clear gain under any bargain{nearest}."
    price = _side(prices, "price", reference) if prices else "No clear price."
    return f"{gain} {price}"


def _side(findings: Sequence[Finding], word: str, reference: str) -> str:
    """Return the largest of the findings that are proven; where none is, the largest with what it lacks."""
    proven = [one for one in findings if one.proven]
    shown = proven[0] if proven else findings[0]
    clause = f"{shown.end} under {shown.bargain}, {shown.change} from {shown.level} under {reference}"
    if shown.size is not None:
        clause += f", {shown.size:.2g} times what matters"
    if shown.turns:
        clause += f", which turns on {shown.turns}"
    if not proven:
        return f"No {word} is proven; the largest, {clause}, {lacks(shown)}."
    others = len({one.bargain for one in proven} - {shown.bargain})
    more = f" ({counted(others, 'more bargain')} {'has' if others == 1 else 'have'} one)" if others else ""
    return f"The largest {word} that holds in every check: {clause}{more}."


def lacks(finding: Finding) -> str:
    """Return what is missing to a difference that is not proven."""
    names = [f"\N{LEFT SINGLE QUOTATION MARK}{name}\N{RIGHT SINGLE QUOTATION MARK}" for name in finding.checks]
    checks = "check" if len(names) == 1 else "checks"
    if finding.stands == FAILS:
        return f"fails in the {checks} {listed(names)}"
    if finding.stands == OPEN:
        return f"cannot be told in the {checks} {listed(names)}"
    if finding.stands == BY_CHANCE:
        return "may be chance among so many"
    return "was not put to every check"


def how_sure(comparisons: int, clear: int, same: int, pairs: int, stands: Sequence[str]) -> str:
    """Return how sure the run is: comparisons that move, that are clear, and how those stand. stands: a word each,
    empty if unchecked.
    """
    moving = comparisons - same
    by_chance = f"; chance alone would make about {max(1, round(0.05 * moving))} look so" if clear else ""
    start = (
        f"Over {count(pairs)} paired futures {count(clear)} of {counted(moving, 'difference')} that can move "
        f"{is_or_are(clear)} clear at 95 %{by_chance}."
    )
    if not stands and clear:
        return f"{start} Reaction, both theories of credibility and the core model were not all asked beside it."
    if not clear:
        return start
    holds, fails, left = (stands.count(word) for word in (HOLDS, FAILS, OPEN))
    return (
        f"{start} Of the {count(clear)}, {count(holds)} hold{'s' if holds == 1 else ''} without the rivals' reaction, "
        f"under both theories of credibility and in the core model, {count(fails)} fail{'s' if fails == 1 else ''} in "
        f"one of these, and of {count(left)} the futures of the checks cannot tell."
    )


def what_breaks(fails: Sequence[str], clear: int) -> str | None:
    """In which check most clear differences fail. fails: the name of a check, once for each that fails in it."""
    if not fails:
        return None
    name, times = Counter(fails).most_common(1)[0]
    return (
        f"Most rests on \N{LEFT SINGLE QUOTATION MARK}{name}\N{RIGHT SINGLE QUOTATION MARK}: in that check "
        f"{count(times)} of {counted(clear, 'clear difference')} {'fails' if times == 1 else 'fail'}."
    )


def unwanted(reference: str, begun: int, wrong: int, futures: int, others: Sequence[tuple[str, int, int]]) -> str:
    """Return wars that the side that moved had itself valued below waiting. others: bargain, wars begun, of them
    unwanted.
    """
    if not begun:
        start = f"Under {reference} no war began in {count(futures)} futures"
    else:
        start = (
            f"Under {reference} {counted(begun, 'war')} began in {count(futures)} futures, and in {count(wrong)} of "
            f"them ({percent(wrong / begun)}) the side that moved had itself valued war below waiting"
        )
    rest = [f"under {name} in {count(bad)} of {count(wars)}" for name, wars, bad in others]
    return f"{start}{'; ' + listed(rest) if rest else ''}."


def fate(asked: int, offered: float, agreed: float, in_force: float, lapsed: float) -> str:
    """Return what becomes of a bargain's steps by the end, means over futures."""
    if not asked:
        return "It asks for no step."
    steps = counted(asked, "step")
    return (
        f"Of {steps} {offered:.1f} are offered, {agreed:.1f} agreed, {in_force:.1f} in force at the end and "
        f"{lapsed:.1f} lapsed."
    )
