"""The catalogue of sentences: each is made from numbers by a function here, so that it cannot contradict them.

Rules. A difference is claimed only where analysis.paired.verdict is clear; else the sentence says "no clear difference"
and, where that is finite, how many futures would be needed. Fewer than 30 pairs, or fewer than 10 that differ, are
shown as counts. "Better" and "worse" follow the outcome's good direction; sizes are rounded to what the interval
allows. Words of direction (better, worse, higher, lower) stand in no sentence whose verdict is not clear.
Reads: differences. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaname.analysis.drivers import Driver, Turn
from kaname.analysis.paired import Difference, Verdict, verdict
from kaname.report.numbers import about, count, estimate, measure, percent, places_for, signed, size

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


def difference(subject: Subject, gap: Difference, bargain: str, reference: str) -> str:
    """Return one difference in one sentence."""
    told = verdict(gap, subject.good)
    where = f"{subject.words} under {bargain}"
    if told is Verdict.NONE:
        return f"{where}: no future ran to its end in both bargains, so there is nothing to compare."
    if told is Verdict.SAME:
        return f"{where}: the same as under {reference} in all {count(gap.pairs)} futures."
    if told is Verdict.FEW:
        return f"{where}: {counted(gap)} {reference}; too few to tell."
    if told is Verdict.UNCLEAR:
        return f"{where}: no clear difference to {reference}, {amount(subject, gap)}{needing(gap)}."
    direction = "higher" if gap.mean is not None and gap.mean > 0 else "lower"
    judged = f", which is {told.value} for it" if told in (Verdict.BETTER, Verdict.WORSE) and subject.owner else ""
    if told in (Verdict.BETTER, Verdict.WORSE) and not subject.owner:
        judged = f", which is {told.value}"
    return f"{where}: {direction} than under {reference} by {_size(subject, gap)}{judged}."


def amount(subject: Subject, gap: Difference) -> str:
    """Return a difference with sign, interval and unit: +12.3 (11.9 to 12.7) bn USD 2023."""
    if gap.mean is None or gap.low is None or gap.high is None:
        return "no pairs"
    if gap.differing == 0:
        return "0 in every future"
    how = measure(subject.unit)
    return f"{estimate(gap.mean, gap.low, gap.high, how.factor)} {how.difference}"


def short_amount(subject: Subject, gap: Difference) -> str:
    """Return a difference without its interval, for a sentence that names several: +0.9 points."""
    if gap.mean is None or gap.low is None or gap.high is None:
        return "no pairs"
    how = measure(subject.unit)
    small = subject.unit == "thousand people" and abs(gap.mean) < 1
    factor, unit = (THOUSAND, "people") if small else (how.factor, how.short)
    places = places_for(gap.low * factor, gap.high * factor)
    return f"{signed(gap.mean * factor, places)} {unit}"


def counted(gap: Difference) -> str:
    """Counts for small numbers: in 5 of 8 futures above, in 2 below and in 1 equal to."""
    return (
        f"in {count(gap.higher)} of {count(gap.pairs)} futures above, in {count(gap.lower)} below "
        f"and in {count(gap.same)} equal to"
    )


def needing(gap: Difference, of: str = "futures") -> str:
    """Return how many futures (or pairs) a difference of this size would need; empty where no number would do."""
    if gap.needed is None or gap.excludes_zero or gap.needed <= gap.pairs:
        return ""
    return f" (a difference of this size would need about {about(gap.needed)} {of})"


def table_verdict(gap: Difference, good: int) -> str:
    """Return the verdict in a table's cell."""
    told = verdict(gap, good)
    if told is Verdict.FEW:
        return f"{count(gap.higher)} above, {count(gap.lower)} below, {count(gap.same)} equal"
    return told.value


def clear_count(better: int, worse: int, asked: int) -> str:
    """Return how many differences of an end are clear."""
    if not better and not worse:
        return f"None of {asked} differences is clear."
    good = f"{better or 'none'} {is_or_are(better)} clearly better"
    return f"Of {asked} differences {good}, {worse or 'none'} clearly worse."


def most_judged(shares: Sequence[tuple[str, float]]) -> str:
    """Return where judgement carries most, from shares of variance that grade D explains."""
    name, value = max(shares, key=lambda one: one[1])
    return f"Judgement (grade D) explains most of {name}: at least {percent(value)} of the variance."


def it_turns(turns: Sequence[str]) -> str:
    """Return what would change the result, where differences turn on something: the first of them, and how many
    more.
    """
    left = len(turns) - 1
    more = f" {left} more {'difference turns' if left == 1 else 'differences turn'} on something." if left else ""
    return f"{turns[0][:1].upper()}{turns[0][1:]}.{more}"


def nothing_clear(nearest: str | None) -> str:
    """Return what would change the result, where nothing is clear."""
    return nearest or "No end differs, so nothing that was sampled could change the answer."


def nothing_turns(headline: str, mover: str | None) -> str:
    """Return what would change the result, where no difference turns. headline: the first clear difference in words;
    mover: what moves it most, one or several."""
    if mover:
        return f"No sampled figure turns the sign of a clear difference; {headline} is moved most by {mover}."
    return f"No sampled figure turns the sign of a clear difference, and none clearly moves {headline}."


def nearest_sentence(subject: Subject, gap: Difference, bargain: str) -> str:
    """Return what would be needed where nothing is clear."""
    return (
        f"More futures could change it: the difference nearest to clear is {subject.words} under {bargain}, "
        f"which would need about {about(gap.needed or 0)} futures."
    )


def turn(subject: Subject, bargain: str, driver: str, found: Turn) -> str:
    """Return a difference that changes its sign, as a clause."""
    theory = found.driver.member is not None
    first, second = ("otherwise", "if it holds") if theory else ("below it", "above its middle value")
    below, above = amount(subject, found.below), amount(subject, found.above)
    return f"the difference in {subject.words} under {bargain} turns on {driver}: {above} {second}, {below} {first}"


def mover(driver: str, found: Driver) -> str:
    """Return what moves a difference most, as a clause."""
    return f"{driver} (rank correlation {estimate(found.r, found.low, found.high)})"


def driver_sentence(subject: Subject, bargain: str, told: Sequence[tuple[str, Driver]], tried: int) -> str:
    """Return a sentence on what a tornado shows."""
    clear = [name for name, one in told if one.clear]
    where = f"the difference in {subject.words} under {bargain}"
    if not told:
        return f"Too few futures differ to say what moves {where}."
    if not clear:
        return f"None of {tried} sampled figures clearly moves {where}."
    return f"{len(clear)} of {tried} sampled figures clearly {_move(len(clear))} {where}, most of all {clear[0]}."


def failures(bargain: str, failed: int, armed: int, left: int, commonest: str | None, times: int) -> str:
    """Return a sentence on the strips of one bargain. armed: failures in arms; commonest: of these, so many times."""
    tail = f" Another {count(left)} may have gone on beyond the stored events." if left else ""
    if not failed:
        return f"{bargain}: no stored crisis ended badly.{tail}"
    crises = "crisis" if failed == 1 else "crises"
    if not armed or commonest is None:
        return f"{bargain}: {count(failed)} stored {crises} ended badly, all short of arms.{tail}"
    return (
        f"{bargain}: {count(failed)} stored {crises} ended badly, {count(armed)} of them in arms; of these the "
        f"commonest way, {count(times)} times, was {commonest}.{tail}"
    )


def reach(full: int, futures: int, year: int | None, bargain: str) -> str:
    """Return how far the stored events reach, where rows are full."""
    if not full or year is None:
        return f"Under {bargain} no future has more events than a row holds."
    return (
        f"Under {bargain} {count(full)} of {count(futures)} futures fill the eight, half of these by {year}; what came "
        "later is in the outcomes, not in the chains."
    )


def failed_futures(failed: Mapping[str, int], futures: int) -> str:
    """Return how many futures were dropped."""
    if not any(failed.values()):
        return f"No future failed, of {count(futures)} under each bargain."
    told = listed([f"{count(number)} under {name}" for name, number in failed.items() if number])
    return (
        f"Failed futures (a number left its range), left out of both arms of a pair: {told}, of {count(futures)} each."
    )


def fan(outcome: str, first: float, last: float, unit: str, name: str, years: tuple[int, int]) -> str:
    """Return what a row of fans shows: the reference's median at both ends."""
    how = measure(unit)
    places = 0 if max(abs(first), abs(last)) * how.factor >= 10 else 2
    change = signed((last - first) * how.factor, places)
    return f"Under {name} the median of {outcome} changes by {change} {how.difference} from {years[0]} to {years[1]}."


def _size(subject: Subject, gap: Difference) -> str:
    if gap.mean is None or gap.low is None or gap.high is None:
        return "nothing to compare"
    how = measure(subject.unit)
    return f"{size(gap.mean, gap.low, gap.high, how.factor)} {how.difference}"


def listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def is_or_are(number: int) -> str:
    return "is" if number == 1 else "are"


def _move(number: int) -> str:
    return "moves" if number == 1 else "move"
