"""The first screen: question, answer in three sentences made from numbers, one picture, what the model is for.

The three sentences: which bargain holds best for whom; how sure; what would change it. The picture: paired differences
to the reference, ends across, bargains down, for the two sides of the alliance.
Reads: View. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.analysis.paired import Verdict
from kaname.report import answers, prose, sentences
from kaname.report.answers import Finding
from kaname.report.charts.dots import Column, Group, matrix, panel
from kaname.report.figure import figure
from kaname.report.markup import Safe, tag
from kaname.report.sections.matters import how_much, record_mark
from kaname.report.sections.rows import differences_table, dot, end_column
from kaname.report.view import View


def first(view: View) -> Safe:
    """The section."""
    question = str(view.summary.get("question") or view.summary.get("title") or view.summary["scenario"])
    much = how_much(view)
    said = [*([("How much.", much)] if much else []), *three(view)]
    return tag(
        "section",
        tag("p", _title(view), class_="eyebrow"),
        tag("h1", question),
        tag("ol", [tag("li", tag("b", head), " ", sentence) for head, sentence in said], class_="answer"),
        record_mark(),
        _picture(view) if view.run.others and view.ends else None,
        tag("p", prose.PURPOSE, class_="purpose"),
        class_="first",
        id="first",
    )


def _title(view: View) -> str:
    """The scenario, and the stress where the run is one."""
    stress = view.summary.get("stress") or {}
    name = str(view.summary.get("title", ""))
    return f"{name}. Under stress: {stress.get('sentence', stress.get('id', ''))}" if stress else name


def three(view: View) -> list[tuple[str, str]]:
    """(heading, sentence) of the three answers."""
    if not view.run.others:
        return [("Answer.", f"Only {view.reference} was run, so there is nothing to compare.")]
    return [("For whom.", best(view)), ("How sure.", sure(view)), ("What would change it.", change(view))]


def best(view: View) -> str:
    """Which bargain holds best for whom."""
    checked = view.checks.complete
    return " ".join(
        answers.for_whom(view.name("actor", state), told(view, state), view.reference, checked)
        for state in view.leading
    )


def told(view: View, state: str) -> list[Finding]:
    """What may be said of each bargain in each end of a state; bargains that another beats come last."""
    beaten = view.beaten[state]
    order = sorted(view.run.others, key=lambda bargain: bool(beaten[bargain]))
    return [_said(view, state, bargain, end) for bargain in order for end in [*view.ends_of(state), *view.shared_ends]]


def _said(view: View, state: str, bargain: str, end: str) -> Finding:
    gap, judged = view.differences[bargain][end], view.verdict(bargain, end)
    name, sized, gains = view.said_bargain(bargain), _sized(view, bargain, end), judged is Verdict.BETTER
    if not judged.clear:
        return Finding(name, sized, "open", needed=gap.needed if judged is Verdict.UNCLEAR else None)
    claim = view.checks.claim(bargain, state, end)
    if claim and claim.survives and view.sure(bargain, end):
        return Finding(name, sized, "better" if gains else "worse", gains)
    fails = view.checks.named(claim.fails_in) if claim else []
    return Finding(name, sized, "depends", gains, tuple(fails))


def _sized(view: View, bargain: str, end: str) -> str:
    """An end with the size of its difference: what is sure may still be small."""
    return f"{view.outcome(end)} ({sentences.short_amount(view.subject(end), view.differences[bargain][end])})"


def sure(view: View) -> str:
    """How sure."""
    asked = [view.verdict(bargain, end) for bargain in view.run.others for end in view.ends]
    pairs = min(gap.pairs for gaps in view.differences.values() for gap in gaps.values())
    same = sum(one in (Verdict.SAME, Verdict.NONE) for one in asked)
    clear = sum(one.clear for one in asked)
    firm = {(claim.bargain, claim.column) for claim in view.checks.claims if claim.survives}
    few = asked.count(Verdict.FEW)
    tail = f" {few} more rest on too few futures to tell." if few else ""
    return answers.how_sure(len(asked), clear, len(firm), same, pairs, view.checks.complete) + tail


def change(view: View) -> str:
    """What would change it: the check that takes most away, then the first difference that turns on something."""
    parts = [_breaks(view), _turns(view)]
    chosen = [part for part in parts if part]
    if chosen:
        return " ".join(chosen)
    if not view.clear:
        return sentences.nothing_clear(_nearest(view))
    bargain, end = view.influences.asked[0]
    movers = [driver for driver in view.influences.drivers(bargain, end) if driver.clear]
    mover = sentences.mover(view.influences.driver_name(movers[0]), movers[0]) if movers else None
    headline = f"the difference in {view.words(end)} under {view.said_bargain(bargain)}"
    return sentences.nothing_turns(headline, mover)


def _breaks(view: View) -> str | None:
    clear = {(claim.bargain, claim.column): claim for claim in view.checks.claims if claim.clear}
    fails = [name for one in clear.values() for name in view.checks.named(one.fails_in)]
    return answers.what_breaks(fails, len(clear))


def _turns(view: View) -> str | None:
    found = [
        sentences.turn(view.subject(e), view.said_bargain(b), view.influences.driver_name(t.driver), t)
        for b, e, t in view.influences.turns
    ]
    return sentences.it_turns(found) if found else None


def _nearest(view: View) -> str | None:
    asked = [(view.differences[b][end], b, end) for end in view.leading_ends for b in view.run.others]
    open_ = [one for one in asked if one[0].needed and view.verdict(one[1], one[2]) is Verdict.UNCLEAR]
    if not open_:
        return None
    gap, bargain, end = min(open_, key=lambda one: one[0].needed or 0)
    return sentences.nearest_sentence(view.subject(end), gap, view.said_bargain(bargain))


def _picture(view: View) -> Safe:
    bands = [_band(view, state, n) for n, state in enumerate(view.leading)] or [_only_shared(view)]
    alt = f"Paired differences to {view.reference} with 95 % intervals. {best(view)}"
    narrow = [_narrow(view, name, alt) for name in _ends_once(view)]
    sentence = prose.HEADLINE.format(reference=view.reference)
    pictures = [matrix(bands, view.palette, alt), tag("div", narrow, class_="panels narrow")]
    table = differences_table(view, view.leading_ends)
    return figure("ends-of-the-alliance", "Ends of the two sides", pictures, sentence, table, "headline")


def _band(view: View, state: str, place: int) -> tuple[str, list[Column], list[Group]]:
    """A state's own ends, and its part of the shared ones: each shared end is drawn once."""
    shared = [name for n, name in enumerate(view.shared_ends) if n % len(view.leading) == place]
    return _row_of(view, view.name("actor", state), [*view.ends_of(state), *shared])


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
