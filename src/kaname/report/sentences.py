"""The sentences of a report: each is made from numbers by a function here, so that it cannot contradict them.

Rules. A difference is claimed only where analysis.paired.verdict is clear; else the sentence says "no clear difference"
and, where that is finite, how many futures would be needed. Fewer than 30 pairs, or fewer than 10 that differ, are told
as counts. "Better" and "worse" follow the outcome's good direction; sizes are rounded to what the interval allows.
Words of direction (better, worse, higher, lower) stand in no sentence whose verdict is not clear.
Words stand in the catalogue, in two languages. Reads: differences. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaname.analysis.drivers import Driver, Turn
from kaname.analysis.paired import Difference, Verdict, verdict
from kaname.report.numbers import about, percent, places_for, signed
from kaname.report.wording import estimated, listed, measured, sized, word_of
from kaname.words.catalogue import Catalogue

THOUSAND = 1000.0


@dataclass(frozen=True)
class Subject:
    """Subject of a difference: outcome in words, whose (None: nobody's in particular), unit, good direction."""

    outcome: str
    owner: str | None
    unit: str
    good: int

    @property
    def words(self) -> str:
        return f"{self.outcome} ({self.owner})" if self.owner else self.outcome


def difference(say: Catalogue, subject: Subject, gap: Difference, bargain: str, reference: str) -> str:
    """Return one difference in one sentence."""
    verdict_of_it = verdict(gap, subject.good)
    slots = {"outcome": subject.words, "bargain": bargain, "reference": reference, "pairs": gap.pairs}
    if verdict_of_it is Verdict.NONE:
        return say("page-difference-none", **slots)
    if verdict_of_it is Verdict.SAME:
        return say("page-difference-same", **slots)
    if verdict_of_it is Verdict.FEW:
        return say("page-difference-few", counts=counted(say, gap), **slots)
    if verdict_of_it is Verdict.UNCLEAR:
        size = amount(say, subject, gap)
        return say("page-difference-unclear", size=size, needing=needing(say, gap), **slots)
    judged = verdict_of_it in (Verdict.BETTER, Verdict.WORSE)
    return say(
        "page-difference-clear", size=_size(say, subject, gap), judged="yes" if judged else "no",
        direction="higher" if gap.mean is not None and gap.mean > 0 else "lower",
        owned="yes" if subject.owner else "no", word=word_of(say, verdict_of_it), **slots,
    )  # fmt: skip


def amount(say: Catalogue, subject: Subject, gap: Difference) -> str:
    """Return a difference with sign, interval and unit: +12.3 (11.9 to 12.7) bn USD 2023."""
    if gap.mean is None or gap.low is None or gap.high is None:
        return say("page-no-pairs")
    if gap.differing == 0:
        return say("page-zero-everywhere")
    how = measured(say, subject.unit)
    size = estimated(say, gap.mean, gap.low, gap.high, how.factor)
    return say("page-amount", size=size, unit=how.difference)


def short_amount(say: Catalogue, subject: Subject, gap: Difference) -> str:
    """Return a difference without its interval, for a sentence that names several: +0.9 points."""
    if gap.mean is None or gap.low is None or gap.high is None:
        return say("page-no-pairs")
    how = measured(say, subject.unit)
    small = subject.unit == "thousand people" and abs(gap.mean) < 1
    factor, unit = (THOUSAND, say("page-people")) if small else (how.factor, how.short)
    places = places_for(gap.low * factor, gap.high * factor)
    return f"{signed(gap.mean * factor, places)} {unit}"


def counted(say: Catalogue, gap: Difference) -> str:
    """Counts for small numbers: in 5 of 8 futures above, in 2 below and in 1 equal to."""
    return say("page-counted", higher=gap.higher, pairs=gap.pairs, lower=gap.lower, same=gap.same)


def needing(say: Catalogue, gap: Difference, of: str = "futures") -> str:
    """Return how many futures (or pairs) a difference of this size would need; empty where no number would do."""
    if gap.needed is None or gap.excludes_zero or gap.needed <= gap.pairs:
        return ""
    return say("page-needing", needed=about(gap.needed), of=of)


def table_verdict(say: Catalogue, gap: Difference, good: int) -> str:
    """Return the verdict in a table's cell."""
    verdict_of_it = verdict(gap, good)
    if verdict_of_it is Verdict.FEW:
        return say("page-few-in-table", higher=gap.higher, lower=gap.lower, same=gap.same)
    return word_of(say, verdict_of_it)


def clear_count(say: Catalogue, better: int, worse: int, asked: int) -> str:
    """Return how many differences of an end are clear."""
    if not better and not worse:
        return say("page-clear-none", asked=asked)
    return say("page-clear-count", better=better, worse=worse, asked=asked)


def most_judged(say: Catalogue, shares: Sequence[tuple[str, float]]) -> str:
    """Return where judgement carries most, from shares of variance that grade D explains."""
    name, value = max(shares, key=lambda one: one[1])
    return say("page-most-judged", name=name, share=percent(value, say.language))


def it_turns(say: Catalogue, turns: Sequence[str]) -> str:
    """Return what would change the result, where differences turn on something: the first of them, and how many
    more.
    """
    return say("page-turns", first=f"{turns[0][:1].upper()}{turns[0][1:]}", more=len(turns) - 1)


def nothing_clear(say: Catalogue, nearest: str | None) -> str:
    """Return what would change the result, where nothing is clear."""
    return nearest or say("page-nothing-differs")


def nothing_turns(say: Catalogue, headline: str, mover: str | None) -> str:
    """Return what would change the result, where no difference turns. headline: the first clear difference in words;
    mover: what moves it most, one or several."""
    if mover:
        return say("page-nothing-turns-but", headline=headline, mover=mover)
    return say("page-nothing-turns", headline=headline)


def nearest_sentence(say: Catalogue, subject: Subject, gap: Difference, bargain: str) -> str:
    """Return what would be needed where nothing is clear."""
    return say("page-nearest", outcome=subject.words, bargain=bargain, needed=about(gap.needed or 0))


def turn(say: Catalogue, subject: Subject, bargain: str, driver: str, found: Turn) -> str:
    """Return a difference that changes its sign, as a clause."""
    kind = "theory" if found.driver.member is not None else "figure"
    below, above = amount(say, subject, found.below), amount(say, subject, found.above)
    return say(
        "page-turn", difference=headline(say, subject.words, bargain), driver=driver, kind=kind, above=above,
        below=below,
    )  # fmt: skip


def headline(say: Catalogue, outcome: str, bargain: str) -> str:
    """A difference by name: the difference in an outcome under a bargain."""
    return say("page-difference-of", outcome=outcome, bargain=bargain)


def mover(say: Catalogue, driver: str, found: Driver) -> str:
    """Return what moves a difference most, as a clause."""
    return say("page-mover", driver=driver, correlation=estimated(say, found.r, found.low, found.high))


def driver_sentence(
    say: Catalogue, subject: Subject, bargain: str, told: Sequence[tuple[str, Driver]], tried: int
) -> str:
    """Return a sentence on what a tornado shows."""
    clear = [name for name, one in told if one.clear]
    slots = {"difference": headline(say, subject.words, bargain), "tried": tried}
    if not told:
        return say("page-drivers-few", **slots)
    if not clear:
        return say("page-drivers-none", **slots)
    return say("page-drivers", clear=len(clear), first=clear[0], **slots)


def failures(
    say: Catalogue, bargain: str, failed: int, armed: int, left: int, commonest: str | None, times: int
) -> str:
    """Return a sentence on the strips of one bargain. armed: failures in arms; commonest: of these, so many times."""
    tail = say("page-failures-left", left=left) if left else ""
    if not failed:
        return say("page-failures-none", bargain=bargain) + tail
    if not armed or commonest is None:
        return say("page-failures-short-of-arms", bargain=bargain, failed=failed) + tail
    return say("page-failures", bargain=bargain, failed=failed, armed=armed, times=times, commonest=commonest) + tail


def reach(say: Catalogue, full: int, futures: int, year: int | None, bargain: str) -> str:
    """Return how far the stored events reach, where rows are full."""
    if not full or year is None:
        return say("page-reach-all", bargain=bargain)
    return say("page-reach", bargain=bargain, full=full, futures=futures, year=str(year))


def failed_futures(say: Catalogue, failed: Mapping[str, int], futures: int) -> str:
    """Return how many futures were dropped."""
    if not any(failed.values()):
        return say("page-failed-none", futures=futures)
    dropped = [say("page-failed-under", number=number, name=name) for name, number in failed.items() if number]
    return say("page-failed", dropped=listed(say, dropped), futures=futures)


def fan(say: Catalogue, outcome: str, first: float, last: float, unit: str, name: str, years: tuple[int, int]) -> str:
    """Return what a row of fans shows: the reference's median at both ends."""
    how = measured(say, unit)
    places = 0 if max(abs(first), abs(last)) * how.factor >= 10 else 2
    change = signed((last - first) * how.factor, places)
    return say(
        "page-fan", name=name, outcome=outcome, change=f"{change} {how.difference}", first=str(years[0]),
        last=str(years[1]),
    )  # fmt: skip


def _size(say: Catalogue, subject: Subject, gap: Difference) -> str:
    if gap.mean is None or gap.low is None or gap.high is None:
        return word_of(say, Verdict.NONE)
    how = measured(say, subject.unit)
    return say("page-amount", size=sized(say, gap.mean, gap.low, gap.high, how.factor), unit=how.difference)
