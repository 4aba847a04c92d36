"""Sentences about what is shown beside the main run: checks, one lever in and out, window, cost, deterrence, beliefs.

Rules. The same as in the catalogue of sentences: a direction is given only of an interval without zero, small numbers
are counts, a share stands with the number it is of. Challenges are never shown as a bare rate: what deterred is.
Reads: numbers. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kaname.analysis.paired import FEWEST_DIFFERING, FEWEST_PAIRS, Difference, verdict
from kaname.report.numbers import count, decimals, estimate, measure, percent, plain
from kaname.report.sentences import Subject, amount, is_or_are, listed
from kaname.report.words import capital, counted
from kaname.words.axes import DETERRED

TEMPTED = (*DETERRED, "failed")
CLASS_WORDS = {
    "not_tempted": "not tempted",
    "deterred_by_guarantee": "by the guarantee",
    "deterred_by_denial": "by the target's own defence",
    "deterred_by_either": "by either alone",
    "deterred_by_both": "only by both together",
    "failed": "not deterred",
    "provoked": "provoked by one of them",
}
"""The classes of deterrence (words.axes) in the order in which they are drawn."""
CLASSES = tuple(CLASS_WORDS)
SMALL, NAMED, SLIGHT = 30, 3, 0.02


def survival(clear: int, holds: int, fails: int, turned: int, futures: int) -> str:
    """Return a sentence on how many of a state's clear differences survive. turned: those whose sign is surely other in
    some arm.
    """
    if not clear:
        return "No difference is clear in the main run, so there is nothing to check."
    rest = clear - holds - fails
    text = f"Of {counted(clear, 'clear difference')} {holds} hold{'s' if holds == 1 else ''} in every required check"
    text += f", {fails} fail{'s' if fails == 1 else ''} in one" if fails else ""
    text += f", and of {rest} the checks cannot tell" if rest else ""
    if turned:
        text += f"; {turned} surely {'turns' if turned == 1 else 'turn'} round in at least one arm"
    return f"{text}. Each arm has {count(futures)} futures with the shocks of the main run."


def arm(holds: int, undecided: int, fails: int, turned: int) -> str:
    """Return a sentence on the clear differences in one arm. turned: of those that fail, the ones with the other
    sign.
    """
    asked = holds + undecided + fails
    if not asked:
        return "No clear difference was asked in it."
    parts = [f"Of {counted(asked, 'clear difference')} {holds} hold{'s' if holds == 1 else ''}"]
    parts += [f"{fails} fail{'s' if fails == 1 else ''}"] if fails else []
    parts += [f"{turned} of them with the other sign"] if turned else []
    parts += [f"of {undecided} it cannot tell"] if undecided else []
    return f"{', '.join(parts)}."


def claim_rows(subject: Subject, bargain: str, survives: bool, fails_in: Sequence[str], open_in: Sequence[str]) -> str:
    """Return a sentence on what a panel of arms shows."""
    where = f"The difference in {subject.words} under {bargain}"
    if survives:
        return f"{where} holds in every required check."
    if fails_in:
        return f"{where} fails in: {listed(list(fails_in))}."
    return (
        f"{where} cannot be told in: {listed(list(open_in))}." if open_in else f"{where} was not checked in every arm."
    )


def fair_difference(subject: Subject, gap: Difference) -> str:
    """Return a difference with its interval, or that it is not clear."""
    if gap.mean is None:
        return "nothing to compare"
    if gap.differing and (gap.pairs < FEWEST_PAIRS or gap.differing < FEWEST_DIFFERING):
        return f"{count(gap.differing)} of {count(gap.pairs)} futures differ; too few to tell"
    said = amount(subject, gap)
    return said if gap.excludes_zero or not gap.differing else f"no clear difference, {said}"


def last_year(bargain: str, subject: Subject, year: int, gap: Difference) -> str:
    """Return a bargain's difference in the last year of a ribbon."""
    return f"In {year} under {bargain}: {fair_difference(subject, gap)}."


def against(first: str, second: str, clear: Sequence[tuple[Subject, Difference]], moving: int) -> str:
    """Return a sentence on how two bargains differ: clear differences of the first less the second, of so many ends
    that move.
    """
    if not moving:
        return f"{first} and {second} are the same in every end of the two sides and every future."
    if not clear:
        return f"{first} and {second}: none of {counted(moving, 'end')} that can move differs clearly."
    told = [f"{subject.words} {amount(subject, gap)}, {verdict(gap, subject.good).value}" for subject, gap in clear]
    return f"{first} less {second}, {len(clear)} of {counted(moving, 'end')}: {'; '.join(told)}."


def attribution(whole: Difference, parts: Sequence[tuple[str, Difference, Difference]]) -> str:
    """Return a sentence on what paired bars show. whole: the bargain's difference; parts: (lever, one in, one out);
    slight ones are left.
    """
    up, least = (whole.mean or 0.0) > 0, SLIGHT * abs(whole.mean or 0.0)
    both = [part for part in parts if _tells(part[1], least) and _tells(part[2], least)]
    carry = [name for name, gain, loss in both if _up(gain) == _up(loss) == up]
    against = [name for name, gain, loss in both if _up(gain) == _up(loss) != up]
    named = {*carry, *against}
    alone = [n for n, gain, _ in parts if n not in named and _tells(gain, least) and _up(gain) == up]
    said = []
    if carry:
        said.append(f"{_some(carry)} {'carries' if len(carry) == 1 else 'carry'} it, added alone and left out")
    if alone:
        said.append(
            f"{_some(alone)} {'moves' if len(alone) == 1 else 'move'} it added alone, not clearly when left out"
        )
    if against:
        said.append(f"{_some(against)} {'works' if len(against) == 1 else 'work'} against it")
    return capital(f"{'; '.join(said)}.") if said else "No lever alone clearly carries the difference."


def _tells(gap: Difference, least: float) -> bool:
    """Return whether a difference is clear, of enough futures, and not slight."""
    enough = gap.pairs >= FEWEST_PAIRS and gap.differing >= FEWEST_DIFFERING
    return enough and gap.excludes_zero and abs(gap.mean or 0.0) >= least


def _up(gap: Difference) -> bool:
    return (gap.mean or 0.0) > 0


def _some(names: Sequence[str]) -> str:
    left = len(names) - NAMED
    return listed([*names[:NAMED], f"{count(left)} more"] if left > 0 else list(names))


def weak_years(rows: Sequence[Difference], good: int, least: float) -> list[int]:
    """Return the places of the years in which a bargain is clearly worse by at least `least`."""
    return [
        n
        for n, one in enumerate(rows)
        if one.excludes_zero and (one.mean or 0.0) * good < 0 and abs(one.mean or 0.0) >= least
    ]


def window(subject: Subject, bargain: str, years: Sequence[int], rows: Sequence[Difference], least: float = 0.0) -> str:
    """Return the window of weakness: years in which the bargain is clearly worse, and the deepest of them."""
    weak = weak_years(rows, subject.good, least)
    if not weak:
        slight = weak_years(rows, subject.good, 0.0)
        return f"{bargain}: no year shows a clear shortfall{' worth telling' if slight else ''}."
    deep = max(weak, key=lambda n: abs(rows[n].mean or 0.0))
    many = f"in {count(len(weak))} years" if len(weak) > 1 else "in one year"
    most = "most in" if len(weak) > 1 else ""
    return f"{bargain} falls short {many}, {most} {years[deep]}: {amount(subject, rows[deep])}.".replace(",  ", ", ")


def windows(falling: Sequence[str], rest: Sequence[str], slight: bool) -> str:
    """Return the windows of one picture: those that fall short in a sentence each, the rest together."""
    none = f"No clear shortfall{' worth telling' if slight else ''} under {listed(rest)}." if rest else ""
    return " ".join(one for one in (*falling, none) if one)


def present_cost(bargain: str, costs: Sequence[tuple[str, Difference]], unit: str) -> str:
    """Return a sentence on who pays how much more or less, by state, present value."""
    said = []
    for state, gap in costs:
        if gap.mean is None or gap.low is None or gap.high is None:
            continue
        told = estimate(gap.mean, gap.low, gap.high)
        said.append(f"{state} {told}" if gap.excludes_zero else f"{state} no clear difference, {told}")
    return f"{bargain}: {'; '.join(said)} {unit}." if said else f"{bargain}: nothing was priced."


def deterred(bargain: str, counts: Mapping[str, int], arms: bool) -> str:
    """Return a sentence on what deterred, in counts; a share of the tempted only where they are not few."""
    total = sum(counts.values())
    tempted = sum(counts.get(name, 0) for name in TEMPTED)
    act = "to use arms" if arms else "to act"
    where = bargain
    if not total:
        return f"{where}: no opportunity arose."
    free = counts.get("not_tempted", 0)
    arose = "1 opportunity" if total == 1 else f"{count(total)} opportunities"
    start = f"{where}: {arose}, {count(free)} without a wish {act}"
    provoked = counts.get("provoked", 0)
    tail = f"; {count(provoked)} provoked by the very guarantee or defence" if provoked else ""
    if not tempted:
        return f"{start}{tail}."
    parts = [f"{count(counts.get(name, 0))} {CLASS_WORDS[name]}" for name in DETERRED if counts.get(name, 0)]
    held = sum(counts.get(name, 0) for name in DETERRED)
    share = f" ({percent(held / tempted)})" if tempted >= SMALL else ""
    by = f": {listed(parts)}" if parts else ""
    return f"{start}; of {count(tempted)} tempted {count(held)}{share} {_was(held)} deterred{by}{tail}."


def unidentified(guarantor: bool, moved: bool) -> str:
    """Return why it is unknown what the guarantee deterred in a place; empty where it is known.

    moved: whether taking it away, alone or with the defence, changed a choice under any bargain.
    """
    if not guarantor:
        return "Nobody stands behind the target here, so what a guarantee deters cannot be told."
    return "" if moved else "Taking the guarantee away changed no choice here, so what it deters cannot be told."


def held(bargain: str, kept: int, tempted: int) -> str:
    """Of those tempted in a place, how many were deterred; a share only where they are not few."""
    if not tempted:
        return f"{bargain}: nobody was tempted."
    share = f" ({percent(kept / tempted)})" if tempted >= SMALL else ""
    return f"{bargain}: of {count(tempted)} tempted {count(kept)}{share} {_was(kept)} deterred."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def belief_gap(observer: str, belief: Difference, model: Difference) -> str:
    """Return what an observer expects against what the model does, called a gap only where the intervals lie apart."""
    if belief.mean is None:
        return f"{observer}: no belief is known."
    text = f"{observer} expects {percent(belief.mean)}"
    if not model.pairs or model.mean is None:
        return f"{text}; no stored crisis put it to a test."
    if model.pairs < SMALL:
        return f"{text}; in the model {count(round(model.mean * model.pairs))} of {count(model.pairs)}."
    stood = f"in the model {percent(model.mean)} of {count(model.pairs)}"
    if None in (belief.low, belief.high, model.low, model.high) or _overlap(belief, model):
        return f"{text}; {stood}: no clear gap."
    return f"{text}, {'more' if belief.mean > model.mean else 'less'} than happens {stood}."


def _overlap(difference: Difference, other: Difference) -> bool:
    return not ((difference.low or 0.0) > (other.high or 0.0) or (difference.high or 0.0) < (other.low or 0.0))


def steps(mean: float, low: float, high: float) -> str:
    """Return a regret with its interval, in steps; the page's script writes the same."""
    return f"{steps_of_one(mean)} ({steps_of_one(max(0.0, low))} to {steps_of_one(high)})"


def steps_of_one(value: float) -> str:
    """Return a number of steps."""
    return f"{value:.3f}"


def least_regret(least: str, after: str, gap: Difference) -> str:
    """Return a sentence on which bargain has the least regret under the weights, if that is clear."""
    if gap.mean is None or not gap.pairs:
        return "Nothing that this state is judged by differs."
    if not gap.excludes_zero:
        return f"With these weights there is no clear difference in mean regret between {least} and {after}."
    return f"With these weights {least} gives least away on average; next is {after}."


def size_of_step(subject: Subject, size: float) -> str:
    """Return the size of one step of an end in its own unit."""
    how = measure(subject.unit)
    value = size * how.factor
    return f"{plain(value, decimals(value / 10))} {how.difference}"


def backtests(missed: int, hit: int) -> str:
    """Return a sentence on how many backtests are missed, then hit."""
    return f"{count(missed)} of {count(missed + hit)} {is_or_are(missed)} missed, {count(hit)} hit."


def record(ratio: float, coverage: float, backtests: int, far: int, rates: int) -> str:
    """Return a sentence on past starts and base rates beside the record.

    ratio: error over the best simple rule's; coverage: share of years in the 90 % band; far: rates outside every list.
    """
    side = "worse" if ratio > 1.0 else "better"
    return (
        f"Over {count(backtests)} starts of past years the error is {ratio:.2f} of the best simple rule's, which is "
        f"{side}, and {percent(coverage)} of observed years lie in the 90 % band. {count(far)} of "
        f"{counted(rates, 'rate')} of crises and wars {is_or_are(far)} outside what public lists allow."
    )


def published(missed: int, hit: int, none: int) -> str:
    """Return a sentence on how many published figures are missed, hit, or have no counterpart."""
    told = missed + hit
    tail = f"; {count(none)} more {'has' if none == 1 else 'have'} no counterpart" if none else ""
    start = f"{count(missed)} of {counted(told, 'published figure')} {is_or_are(missed)} missed, {count(hit)} hit"
    return f"{start}{tail}. Nothing was tuned to them."
