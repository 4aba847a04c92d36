"""The first screen: question, answer in sentences made from numbers, one picture, the bargains, what the model is for.

The sentences: whether anything matters; the largest gain and price of each side; how sure; what would change it; how
many wars no side wanted. The picture: paired differences to the reference, ends across, bargains down, for both sides.
Reads: View. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.analysis.paired import Verdict
from kaname.report import answers, sentences
from kaname.report.answers import Finding
from kaname.report.charts.dots import Column, Group, matrix, panel
from kaname.report.checks import Claim
from kaname.report.figure import figure
from kaname.report.markup import Safe, tag
from kaname.report.sections.fate import lines_of_bargains
from kaname.report.sections.matters import change_words, level_words, record_mark, size_of
from kaname.report.sections.rows import differences_table, dot, end_column
from kaname.report.view import View
from kaname.report.wording import listed

FIGURES, OTHERS = 2, 2
BEGUN, WRONG = "wars_begun", "tremble_wars"


def first(view: View) -> Safe:
    """Return the section."""
    return tag(
        "section",
        tag("p", _title(view), class_="eyebrow"),
        tag("h1", view.question),
        tag("ol", [tag("li", tag("b", head), " ", sentence) for head, sentence in answer(view)], class_="answer"),
        record_mark(view.say),
        _picture(view) if view.run.others and view.ends else None,
        lines_of_bargains(view) if view.run.others else None,
        tag("p", view.say("page-purpose"), class_="purpose"),
        tag("p", view.say("page-kept-in-english"), class_="purpose") if view.say.language != "en" else None,
        class_="first",
        id="first",
    )


def _title(view: View) -> str:
    """Return the scenario, and the stress where the run is one."""
    stress = view.summary.get("stress") or {}
    if not stress:
        return view.title
    return view.say("page-under-stress", title=view.title, stress=str(stress.get("sentence", stress.get("id", ""))))


def answer(view: View) -> list[tuple[str, str]]:
    """(heading, sentence) of the answer."""
    if not view.run.others:
        return [(view.say("page-answer"), view.say("page-only-reference", reference=view.reference))]
    said = [
        (view.say("page-in-short"), short(view)),
        *[(view.say("page-head", name=view.name("actor", s)), best(view, s)) for s in view.leading],
    ]
    errors = unwanted(view)
    return [
        *said,
        (view.say("page-how-sure"), sure(view)),
        (view.say("page-what-would-change"), change(view)),
        *([(view.say("page-unwanted-wars"), errors)] if errors else []),
    ]


def short(view: View) -> str:
    """Return whether anything matters."""
    sizes = [size for b, end in view.clear if (size := size_of(view, b, end)) is not None]
    return answers.in_short(view.say, sum(size >= 1.0 for size in sizes), len(sizes))


def best(view: View, state: str) -> str:
    """Return the largest gain and the largest price of a side."""
    return answers.for_whom(view.say, told(view, state), view.reference, _needed(view, state))


def told(view: View, state: str) -> list[Finding]:
    """Return the clear differences of a state, the largest by what matters first."""
    places = [(b, end) for b in view.run.others for end in view.judged_by(state) if view.verdict(b, end).clear]
    places.sort(key=lambda place: -(size_of(view, *place) or 0.0))
    return [_finding(view, state, bargain, end) for bargain, end in places]


def _finding(view: View, state: str, bargain: str, end: str) -> Finding:
    claim = view.checks.claim(bargain, state, end)
    stands, named = _stands(claim) if claim and view.checks.complete else (answers.NOT_ASKED, ())
    if stands == answers.HOLDS and not view.sure(bargain, end):
        stands = answers.BY_CHANCE
    return Finding(
        view.said_bargain(bargain), view.outcome(end), level_words(view, end), change_words(view, bargain, end),
        size_of(view, bargain, end), view.verdict(bargain, end) is Verdict.BETTER, stands,
        tuple(view.checks_named(named)), _turn_of(view, bargain, end),
    )  # fmt: skip


def _stands(claim: Claim) -> tuple[str, Sequence[str]]:
    """Return how a clear difference stands in the required checks, and in which it does not hold."""
    if claim.survives:
        return answers.HOLDS, ()
    return (answers.FAILS, claim.fails_in) if claim.fails_in else (answers.OPEN, claim.undecided)


def _turn_of(view: View, bargain: str, end: str) -> str:
    """Return what the sign of a difference turns on, by name; nothing where nothing is known to."""
    turns = view.influences.turns
    return next((view.influences.driver_name(t.driver) for b, e, t in turns if (b, e) == (bargain, end)), "")


def _needed(view: View, state: str) -> int | None:
    """Return how many futures the nearest unclear difference of a state would need."""
    open_ = [view.differences[b][end].needed for b in view.run.others for end in view.judged_by(state)
             if view.verdict(b, end) is Verdict.UNCLEAR]  # fmt: skip
    return min((number for number in open_ if number), default=None)


def sure(view: View) -> str:
    """Return the answer to how sure the run is."""
    asked = [view.verdict(bargain, end) for bargain in view.run.others for end in view.ends]
    pairs = min(gap.pairs for gaps in view.differences.values() for gap in gaps.values())
    same = sum(one in (Verdict.SAME, Verdict.NONE) for one in asked)
    clear = sum(one.clear for one in asked)
    once = {(claim.bargain, claim.column): claim for claim in view.checks.claims if claim.clear}
    stands = [_stands(claim)[0] for claim in once.values()] if view.checks.complete else []
    few = asked.count(Verdict.FEW)
    tail = view.say("page-few-more", few=few) if few else ""
    return answers.how_sure(view.say, len(asked), clear, same, pairs, stands) + tail


def change(view: View) -> str:
    """Return the answer to what would change it: what a difference turns on, or what moves it most; then where most of
    them fail.
    """
    if not view.clear:
        return sentences.nothing_clear(view.say, _nearest(view))
    return " ".join(part for part in (_turns(view) or _moves(view), _breaks(view)) if part)


def _moves(view: View) -> str:
    """Return what moves the first clear difference that was asked: two figures and a theory, by name."""
    bargain, end = view.influences.asked[0]
    clear = [driver for driver in view.influences.drivers(bargain, end) if driver.clear]
    figures = [driver for driver in clear if driver.member is None][:FIGURES]
    theories = [driver for driver in clear if driver.member is not None][:1]
    movers = [
        sentences.mover(view.say, view.influences.driver_name(driver), driver) for driver in (*figures, *theories)
    ]
    headline = sentences.headline(view.say, view.words(end), view.said_bargain(bargain))
    return sentences.nothing_turns(view.say, headline, listed(view.say, movers) if movers else None)


def _breaks(view: View) -> str | None:
    clear = {(claim.bargain, claim.column): claim for claim in view.checks.claims if claim.clear}
    fails = [name for one in clear.values() for name in view.checks_named(one.fails_in)]
    return answers.what_breaks(view.say, fails, len(clear))


def unwanted(view: View) -> str | None:
    """Return wars that the side that moved had itself valued below waiting; None where the run did not count them."""
    if not {BEGUN, WRONG} <= set(view.columns):
        return None
    counts = {bargain: _wars(view, bargain) for bargain in view.run.bargains}
    reference = view.run.reference
    others = [(view.said_bargain(b), *counts[b]) for b in view.run.others[:OTHERS]]
    return answers.unwanted(view.say, view.reference, *counts[reference], int(view.run.alive[reference].sum()), others)


def _wars(view: View, bargain: str) -> tuple[int, int]:
    """Return wars begun, and those of them that the mover's own picture valued below waiting, over all futures."""
    rows, alive = view.run.columns(bargain, [BEGUN, WRONG]), view.run.alive[bargain]
    return int(rows[BEGUN][alive].sum()), int(rows[WRONG][alive].sum())


def _turns(view: View) -> str | None:
    found = [
        sentences.turn(view.say, view.subject(e), view.said_bargain(b), view.influences.driver_name(t.driver), t)
        for b, e, t in view.influences.turns
    ]
    return sentences.it_turns(view.say, found) if found else None


def _nearest(view: View) -> str | None:
    asked = [(view.differences[b][end], b, end) for end in view.leading_ends for b in view.run.others]
    open_ = [one for one in asked if one[0].needed and view.verdict(one[1], one[2]) is Verdict.UNCLEAR]
    if not open_:
        return None
    gap, bargain, end = min(open_, key=lambda one: one[0].needed or 0)
    return sentences.nearest_sentence(view.say, view.subject(end), gap, view.said_bargain(bargain))


def _picture(view: View) -> Safe:
    bands = [_band(view, state, n) for n, state in enumerate(view.leading)] or [_only_shared(view)]
    said = " ".join(f"{view.name('actor', state)}{view.say('colon')}{best(view, state)}" for state in view.leading)
    alt = view.say("page-picture", reference=view.reference, answers=said)
    narrow = [_narrow(view, name, alt) for name in _ends_once(view)]
    sentence = view.say("page-headline", reference=view.reference)
    pictures = [matrix(bands, view.palette, alt), tag("div", narrow, class_="panels narrow")]
    table = differences_table(view, view.leading_ends)
    return figure("ends-of-the-alliance", view.say("page-ends-of-sides"), pictures, sentence, table, "headline",
                  view.say)  # fmt: skip


def _band(view: View, state: str, place: int) -> tuple[str, list[Column], list[Group]]:
    """Return a state's own ends that move, and its part of the shared ones: each shared end is drawn once."""
    shared = [name for n, name in enumerate(view.shared_ends) if n % len(view.leading) == place]
    mine = [*view.ends_of(state), *shared]
    moving = [end for end in mine if any(view.differences[b][end].differing for b in view.run.others)]
    return _row_of(view, view.name("actor", state), moving or mine)


def _only_shared(view: View) -> tuple[str, list[Column], list[Group]]:
    return _row_of(view, "", view.shared_ends)


def _row_of(view: View, heading: str, names: Sequence[str]) -> tuple[str, list[Column], list[Group]]:
    columns = [end_column(view, name) for name in names]
    groups = [Group("", [dot(view, b, name, view.bargain(b)) for b in view.run.others]) for name in names]
    return heading, columns, groups


def _ends_once(view: View) -> list[str]:
    found: dict[str, None] = {}
    for state in view.leading:
        found |= dict.fromkeys(name.split(".")[0] for name in view.ends_of(state))
    return [*found, *view.shared_ends]


def _narrow(view: View, end: str, alt: str) -> Safe:
    if end in view.shared_ends:
        groups = [Group("", [dot(view, b, end, view.bargain(b)) for b in view.run.others])]
    else:
        groups = [
            Group(view.name("actor", state), [dot(view, b, f"{end}.{state}", view.bargain(b)) for b in view.run.others])
            for state in view.leading
            if f"{end}.{state}" in view.ends
        ]
    name = end if end in view.shared_ends else next(n for n in view.ends if n.split(".")[0] == end)
    column = end_column(view, name)
    title = tag("h4", column.title)
    return tag("div", title, panel(column, groups, view.palette, f"{column.title}. {alt}"), class_="panel")
