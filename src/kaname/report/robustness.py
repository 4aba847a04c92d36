"""Sentences about what is shown beside the main run: checks, one lever in and out, window, cost, deterrence, beliefs.

Rules. The same as for the other sentences: a direction is told only of an interval without zero, small numbers are
counts, a share stands with the number it is of. Challenges are never told as a bare rate: what deterred is. Words stand
in the catalogue, in two languages. Reads: numbers. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kaname.analysis.paired import FEWEST_DIFFERING, FEWEST_PAIRS, Difference, verdict
from kaname.report.numbers import decimals, interval, percent, plain
from kaname.report.sentences import Subject, amount
from kaname.report.wording import estimated, listed, measured, word_of
from kaname.report.words import capital
from kaname.words.axes import DETERRED
from kaname.words.catalogue import Catalogue

TEMPTED = (*DETERRED, "failed")
CLASSES = (
    "not_tempted", "deterred_by_guarantee", "deterred_by_denial", "deterred_by_either", "deterred_by_both", "failed",
    "provoked",
)  # fmt: skip
"""The classes of deterrence (words.axes) in the order in which they are drawn."""
SMALL, NAMED, SLIGHT = 30, 3, 0.02


def class_words(say: Catalogue, name: str) -> str:
    """A class of deterrence in words."""
    return say(f"page-class-{name}")


def survival(say: Catalogue, clear: int, holds: int, fails: int, turned: int, futures: int) -> str:
    """Return a sentence on how many of a state's clear differences survive. turned: those whose sign is surely other in
    some arm.
    """
    if not clear:
        return say("page-survival-none")
    rest = clear - holds - fails
    text = say("page-survival", clear=clear, holds=holds)
    text += say("page-survival-fails", fails=fails) if fails else ""
    text += say("page-survival-rest", rest=rest) if rest else ""
    text += say("page-survival-turned", turned=turned) if turned else ""
    return text + say("page-survival-end", futures=futures)


def arm(say: Catalogue, holds: int, undecided: int, fails: int, turned: int) -> str:
    """Return a sentence on the clear differences in one arm. turned: of those that fail, the ones with the other
    sign.
    """
    asked = holds + undecided + fails
    if not asked:
        return say("page-arm-none")
    parts = [say("page-arm-holds", asked=asked, holds=holds)]
    parts += [say("page-arm-fails", fails=fails)] if fails else []
    parts += [say("page-arm-turned", turned=turned)] if turned else []
    parts += [say("page-arm-undecided", undecided=undecided)] if undecided else []
    return say("list-comma").join(parts) + say("page-stop")


def claim_rows(
    say: Catalogue, subject: Subject, bargain: str, survives: bool, fails_in: Sequence[str], open_in: Sequence[str]
) -> str:
    """Return a sentence on what a panel of arms shows."""
    slots = {"outcome": subject.words, "bargain": bargain}
    if survives:
        return say("page-rows-hold", **slots)
    if fails_in:
        return say("page-rows-fail", checks=listed(say, fails_in), **slots)
    if open_in:
        return say("page-rows-open", checks=listed(say, open_in), **slots)
    return say("page-rows-unasked", **slots)


def fair_difference(say: Catalogue, subject: Subject, gap: Difference) -> str:
    """Return a difference with its interval, or that it is not clear."""
    if gap.mean is None:
        return say("page-verdict-none")
    if gap.differing and (gap.pairs < FEWEST_PAIRS or gap.differing < FEWEST_DIFFERING):
        return say("page-fair-few", differing=gap.differing, pairs=gap.pairs)
    size = amount(say, subject, gap)
    return size if gap.excludes_zero or not gap.differing else say("page-fair-unclear", size=size)


def last_year(say: Catalogue, bargain: str, subject: Subject, year: int, gap: Difference) -> str:
    """Return a bargain's difference in the last year of a ribbon."""
    return say("page-last-year", year=str(year), bargain=bargain, difference=fair_difference(say, subject, gap))


def against(say: Catalogue, first: str, second: str, clear: Sequence[tuple[Subject, Difference]], moving: int) -> str:
    """Return a sentence on how two bargains differ: clear differences of the first less the second, of so many ends
    that move.
    """
    slots = {"first": first, "second": second, "moving": moving}
    if not moving:
        return say("page-against-same", **slots)
    if not clear:
        return say("page-against-none", **slots)
    parts = [
        say("page-against-end", outcome=subject.words, size=amount(say, subject, gap),
            word=word_of(say, verdict(gap, subject.good)))
        for subject, gap in clear
    ]  # fmt: skip
    return say("page-against-clear", clear=len(clear), ends=say("page-semicolon").join(parts), **slots)


def attribution(say: Catalogue, whole: Difference, parts: Sequence[tuple[str, Difference, Difference]]) -> str:
    """Return a sentence on what paired bars show. whole: the bargain's difference; parts: (lever, one in, one out);
    slight ones are left.
    """
    up, least = (whole.mean or 0.0) > 0, SLIGHT * abs(whole.mean or 0.0)
    both = [part for part in parts if _tells(part[1], least) and _tells(part[2], least)]
    carry = [name for name, gain, loss in both if _up(gain) == _up(loss) == up]
    against = [name for name, gain, loss in both if _up(gain) == _up(loss) != up]
    named = {*carry, *against}
    alone = [n for n, gain, _ in parts if n not in named and _tells(gain, least) and _up(gain) == up]
    clauses = [
        say(f"page-lever-{what}", levers=_some(say, names), many=len(names))
        for what, names in (("carries", carry), ("alone", alone), ("against", against)) if names
    ]  # fmt: skip
    if not clauses:
        return say("page-lever-none")
    return capital(say("page-semicolon").join(clauses) + say("page-stop"))


def _tells(gap: Difference, least: float) -> bool:
    """Return whether a difference is clear, of enough futures, and not slight."""
    enough = gap.pairs >= FEWEST_PAIRS and gap.differing >= FEWEST_DIFFERING
    return enough and gap.excludes_zero and abs(gap.mean or 0.0) >= least


def _up(gap: Difference) -> bool:
    return (gap.mean or 0.0) > 0


def _some(say: Catalogue, names: Sequence[str]) -> str:
    left = len(names) - NAMED
    return listed(say, [*names[:NAMED], say("page-more", left=left)] if left > 0 else list(names))


def weak_years(rows: Sequence[Difference], good: int, least: float) -> list[int]:
    """Return the places of the years in which a bargain is clearly worse by at least `least`."""
    return [
        n
        for n, one in enumerate(rows)
        if one.excludes_zero and (one.mean or 0.0) * good < 0 and abs(one.mean or 0.0) >= least
    ]


def window(
    say: Catalogue, subject: Subject, bargain: str, years: Sequence[int], rows: Sequence[Difference],
    least: float = 0.0,
) -> str:  # fmt: skip
    """Return the window of weakness: years in which the bargain is clearly worse, and the deepest of them."""
    weak = weak_years(rows, subject.good, least)
    if not weak:
        slight = weak_years(rows, subject.good, 0.0)
        return say("page-window-none", bargain=bargain, slight="yes" if slight else "no")
    deep = max(weak, key=lambda n: abs(rows[n].mean or 0.0))
    size = amount(say, subject, rows[deep])
    return say("page-window-short", bargain=bargain, years=len(weak), deepest=str(years[deep]), size=size)


def windows(say: Catalogue, falling: Sequence[str], rest: Sequence[str], slight: bool) -> str:
    """Return the windows of one picture: those that fall short in a sentence each, the rest together."""
    none = say("page-windows-rest", slight="yes" if slight else "no", bargains=listed(say, rest)) if rest else ""
    return " ".join(one for one in (*falling, none) if one)


def present_cost(say: Catalogue, bargain: str, costs: Sequence[tuple[str, Difference]], unit: str) -> str:
    """Return a sentence on who pays how much more or less, by state, present value."""
    parts = []
    for state, gap in costs:
        if gap.mean is None or gap.low is None or gap.high is None:
            continue
        size = estimated(say, gap.mean, gap.low, gap.high)
        parts.append(f"{state} {size if gap.excludes_zero else say('page-fair-unclear', size=size)}")
    if not parts:
        return say("page-cost-none", bargain=bargain)
    return say("page-cost-by-state", bargain=bargain, costs=say("page-semicolon").join(parts), unit=unit)


def deterred(say: Catalogue, bargain: str, counts: Mapping[str, int], arms: bool) -> str:
    """Return a sentence on what deterred, in counts; a share of the tempted only where they are not few."""
    total = sum(counts.values())
    tempted = sum(counts.get(name, 0) for name in TEMPTED)
    if not total:
        return say("page-deterred-nothing", bargain=bargain)
    free = counts.get("not_tempted", 0)
    text = say("page-deterred-free", bargain=bargain, total=total, free=free, act="arms" if arms else "any")
    if tempted:
        parts = [
            say("page-deterred-part", number=counts.get(name, 0), how=class_words(say, name))
            for name in DETERRED if counts.get(name, 0)
        ]  # fmt: skip
        held = sum(counts.get(name, 0) for name in DETERRED)
        by = say("page-deterred-by", how=listed(say, parts)) if parts else ""
        text += say("page-deterred-tempted", tempted=tempted, held=held, share=_share(say, held, tempted), by=by)
    provoked = counts.get("provoked", 0)
    return text + (say("page-deterred-provoked", provoked=provoked) if provoked else "") + say("page-stop")


def _share(say: Catalogue, part: int, whole: int) -> str:
    """A share in brackets; nothing where it is of few."""
    return say("page-in-brackets", words=percent(part / whole, say.language)) if whole >= SMALL else ""


def unidentified(say: Catalogue, guarantor: bool, moved: bool) -> str:
    """Return why it is unknown what the guarantee deterred in a place; empty where it is known.

    moved: whether taking it away, alone or with the defence, changed a choice under any bargain.
    """
    if not guarantor:
        return say("page-unidentified-nobody")
    return "" if moved else say("page-unidentified-unmoved")


def held(say: Catalogue, bargain: str, kept: int, tempted: int) -> str:
    """Of those tempted in a place, how many were deterred; a share only where they are not few."""
    if not tempted:
        return say("page-held-nobody", bargain=bargain)
    return say("page-held", bargain=bargain, tempted=tempted, kept=kept, share=_share(say, kept, tempted))


def belief_gap(say: Catalogue, observer: str, belief: Difference, model: Difference) -> str:
    """Return what an observer expects against what the model does, called a gap only where the intervals lie apart."""
    if belief.mean is None:
        return say("page-belief-none", observer=observer)
    slots = {"observer": observer, "belief": percent(belief.mean, say.language), "crises": model.pairs}
    if not model.pairs or model.mean is None:
        return say("page-belief-untested", **slots)
    if model.pairs < SMALL:
        return say("page-belief-few", fought=round(model.mean * model.pairs), **slots)
    slots["model"] = percent(model.mean, say.language)
    if None in (belief.low, belief.high, model.low, model.high) or _overlap(belief, model):
        return say("page-belief-no-gap", **slots)
    return say("page-belief-gap", way="more" if belief.mean > model.mean else "less", **slots)


def _overlap(difference: Difference, other: Difference) -> bool:
    return not ((difference.low or 0.0) > (other.high or 0.0) or (difference.high or 0.0) < (other.low or 0.0))


def steps(say: Catalogue, mean: float, low: float, high: float) -> str:
    """Return a regret with its interval, in steps; the page's script writes the same."""
    return interval(steps_of_one(mean), steps_of_one(max(0.0, low)), steps_of_one(high), say.language)


def steps_of_one(value: float) -> str:
    """Return a number of steps."""
    return f"{value:.3f}"


def least_regret(say: Catalogue, least: str, after: str, gap: Difference) -> str:
    """Return a sentence on which bargain has the least regret under the weights, if that is clear."""
    if gap.mean is None or not gap.pairs:
        return say("page-regret-nothing")
    return say("page-regret-least" if gap.excludes_zero else "page-regret-unclear", least=least, after=after)


def size_of_step(say: Catalogue, subject: Subject, size: float) -> str:
    """Return the size of one step of an end in its own unit."""
    how = measured(say, subject.unit)
    value = size * how.factor
    return f"{plain(value, decimals(value / 10))} {how.difference}"


def backtests(say: Catalogue, missed: int, hit: int) -> str:
    """Return a sentence on how many backtests are missed, then hit."""
    return say("page-backtests", missed=missed, all=missed + hit, hit=hit)


def record(say: Catalogue, ratio: float, coverage: float, backtests: int, far: int, rates: int) -> str:
    """Return a sentence on past starts and base rates beside the record.

    ratio: error over the best simple rule's; coverage: share of years in the 90 % band; far: rates outside every list.
    """
    return say(
        "page-record", backtests=backtests, ratio=f"{ratio:.2f}", side="worse" if ratio > 1.0 else "better",
        coverage=percent(coverage, say.language), far=far, rates=rates,
    )  # fmt: skip


def published(say: Catalogue, missed: int, hit: int, none: int) -> str:
    """Return a sentence on how many published figures are missed, hit, or have no counterpart."""
    tail = say("page-published-none", none=none) if none else ""
    return say("page-published", missed=missed, all=missed + hit, hit=hit, tail=tail)
