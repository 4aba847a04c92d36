"""The sentences of the first screen, made from claims: in short, for each side, how sure, what would change it, errors.

Rules. A gain or a price is named as such only where the difference is clear, holds in every required check and stands
among all comparisons; where one of these is missing, the sentence says which. A state's sentence names its largest gain
and its largest price by what matters (data/smallest_effects.yaml): level, change, size, how sure, what it turns on.
Words stand in the catalogue, in two languages. Reads: claims in words. Writes: nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kaname.report.numbers import about, percent
from kaname.report.wording import listed
from kaname.words.catalogue import Catalogue

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


def in_short(say: Catalogue, large: int, clear: int) -> str:
    """Return whether anything matters. large: clear differences of the two sides that are large enough to matter, of
    clear.
    """
    if not clear:
        return say("page-short-none")
    return say("page-short" if large else "page-short-small", large=large, clear=clear)


def for_whom(say: Catalogue, findings: Sequence[Finding], reference: str, needed: int | None) -> str:
    """Return a state's largest gain and its largest price.

    findings: its clear differences, the largest first; needed: futures that the nearest of the others would need.
    """
    gains, prices = ([one for one in findings if one.gains is way] for way in (True, False))
    nearest = say("page-nearest-needs", needed=about(needed)) if needed else ""
    gain = _side(say, gains, "gain", reference) if gains else say("page-no-gain", nearest=nearest)
    price = _side(say, prices, "price", reference) if prices else say("page-no-price")
    return f"{gain} {price}"


def _side(say: Catalogue, findings: Sequence[Finding], word: str, reference: str) -> str:
    """Return the largest of the findings that are proven; where none is, the largest with what it lacks."""
    proven = [one for one in findings if one.proven]
    shown = proven[0] if proven else findings[0]
    clause = say(
        "page-largest", end=shown.end, bargain=shown.bargain, change=shown.change, level=shown.level,
        reference=reference,
    )  # fmt: skip
    if shown.size is not None:
        clause += say("page-times-what-matters", size=f"{shown.size:.2g}")
    if shown.turns:
        clause += say("page-which-turns", driver=shown.turns)
    if not proven:
        return say("page-unproven", word=word, clause=clause, lacks=lacks(say, shown))
    others = len({one.bargain for one in proven} - {shown.bargain})
    more = say("page-others-have-one", others=others) if others else ""
    return say("page-proven", word=word, clause=clause, more=more)


def lacks(say: Catalogue, finding: Finding) -> str:
    """Return what is missing to a difference that is not proven."""
    if finding.stands in (FAILS, OPEN):
        names = listed(say, [say("page-check-name", name=name) for name in finding.checks])
        kind = "page-lacks-fails" if finding.stands == FAILS else "page-lacks-open"
        return say(kind, count=len(finding.checks), checks=names)
    return say("page-lacks-chance" if finding.stands == BY_CHANCE else "page-lacks-check")


def how_sure(say: Catalogue, comparisons: int, clear: int, same: int, pairs: int, stands: Sequence[str]) -> str:
    """Return how sure the run is: comparisons that move, that are clear, and how those stand. stands: a word each,
    empty if unchecked.
    """
    moving = comparisons - same
    by_chance = say("page-sure-by-chance", number=max(1, round(0.05 * moving))) if clear else ""
    start = say("page-sure", pairs=pairs, clear=clear, moving=moving, chance=by_chance)
    if not clear:
        return start
    if not stands:
        return start + say("page-sure-unasked")
    holds, fails, left = (stands.count(word) for word in (HOLDS, FAILS, OPEN))
    return start + say("page-sure-stands", clear=clear, holds=holds, fails=fails, left=left)


def what_breaks(say: Catalogue, fails: Sequence[str], clear: int) -> str | None:
    """Return in which check most clear differences fail. fails: the name of a check, once for each that fails in it."""
    if not fails:
        return None
    name, times = Counter(fails).most_common(1)[0]
    return say("page-breaks", check=say("page-check-name", name=name), times=times, clear=clear)


def unwanted(
    say: Catalogue, reference: str, begun: int, wrong: int, futures: int, others: Sequence[tuple[str, int, int]]
) -> str:
    """Return wars that the side that moved had itself valued below waiting. others: bargain, wars begun, of them
    unwanted.
    """
    slots = {"reference": reference, "futures": futures}
    if begun:
        share = percent(wrong / begun, say.language)
        start = say("page-unwanted", begun=begun, wrong=wrong, share=share, **slots)
    else:
        start = say("page-unwanted-none", **slots)
    rest = [say("page-unwanted-other", bargain=name, wrong=bad, begun=wars) for name, wars, bad in others]
    return start + (say("page-semicolon") + listed(say, rest) if rest else "") + say("page-stop")


def fate(say: Catalogue, asked: int, offered: float, agreed: float, in_force: float, lapsed: float) -> str:
    """Return what becomes of a bargain's steps by the end, means over futures."""
    if not asked:
        return say("page-asks-nothing")
    means = {"offered": offered, "agreed": agreed, "force": in_force, "lapsed": lapsed}
    return say("page-fate-line", asked=asked, **{name: f"{mean:.1f}" for name, mean in means.items()})
