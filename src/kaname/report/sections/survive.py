"""Does it survive? Each clear difference of the two sides beside its arms: adopted, no reaction, both theories, core.

Offered is the main run. A mark says whether a difference holds in an arm; its shape carries the sense, not its colour.
Reads: View. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.analysis.paired import Verdict, verdict
from kaname.report import robustness
from kaname.report.charts.dots import Dot, Group, panel
from kaname.report.checks import SIGNS, CheckResult, Claim, Mark
from kaname.report.figure import Cell, Table, csv_link, figure
from kaname.report.markup import Child, Safe, joined, tag
from kaname.report.sections.fold import fold, table
from kaname.report.sections.rows import end_column, slug
from kaname.report.sentences import short_amount
from kaname.report.view import View
from kaname.report.wording import word_of

PANELS, ROWS = 6, 12


def survive(view: View) -> Safe | None:
    """Return the section."""
    if not view.run.others:
        return None
    if not view.checks.arms:
        return fold("survive", view.say("page-title-survive"), True, tag("p", view.say("page-no-checks")))
    claims = [one for one in _ordered(view) if one.clear]
    once = list({(claim.bargain, claim.column): claim for claim in claims}.values())
    return fold(
        "survive",
        view.say("page-title-survive"),
        True,
        tag("p", view.say("page-survive", reference=view.reference)),
        _arms(view, list(once)),
        tag("div", [_panel(view, one) for one in once[:PANELS]], class_="grid"),
        [_state(view, state, [one for one in claims if one.state == state]) for state in view.leading],
    )


def _ordered(view: View) -> list[Claim]:
    """Claims of the two sides: those that survive first, then the clearest."""
    mine = [claim for claim in view.checks.claims if claim.state in view.leading]
    return sorted(mine, key=lambda one: (not one.survives, -_strength(one)))


def _strength(claim: Claim) -> float:
    if claim.gap.mean is None or claim.gap.low is None or claim.gap.high is None:
        return 0.0
    return abs(claim.gap.mean) / (claim.gap.high - claim.gap.low) if claim.gap.high > claim.gap.low else 0.0


def _arms(view: View, claims: Sequence[Claim]) -> Safe:
    """Return what each arm changes, whether it is required, and what becomes of the clear differences in it."""
    items = [_arm(view, arm, [_mark(arm, claim) for claim in claims]) for arm in view.checks.arms]
    marks = joined([[tag("b", SIGNS[mark]), f" {mark_words(view, mark)}"] for mark in Mark], view.say("list-comma"))
    return tag("div", tag("ul", items), tag("p", view.say("page-marks"), marks, view.say("page-stop"), class_="soft"))


def _arm(view: View, arm: CheckResult, marks: Sequence[Mark]) -> Safe:
    turned = marks.count(Mark.TURNS)
    fails = marks.count(Mark.FAILS) + turned
    told = robustness.arm(view.say, marks.count(Mark.HOLDS), marks.count(Mark.OPEN), fails, turned)
    no_word = "" if arm.required else view.say("page-takes-nothing")
    what = f"{view.say('colon')}{view.check(arm.id, arm.sentence, '.sentence')} {told}"
    return tag("li", tag("b", view.check(arm.id, arm.name)), what, tag("span", no_word, class_="soft"))


def _panel(view: View, claim: Claim) -> Safe:
    """Return one difference in every arm, a row each."""
    column, subject = end_column(view, claim.column), view.subject(claim.column)
    good = view.declared(claim.column)["good"]
    rows = [(view.say("page-as-run"), claim.gap)] + [
        (view.check(arm.id, arm.name), gap)
        for arm in view.checks.arms
        if (gap := arm.gap(claim.bargain, claim.column)) is not None
    ]
    dots = [
        Dot(
            name,
            claim.bargain,
            gap,
            verdict(gap, good),
            f"{name}: {robustness.fair_difference(view.say, subject, gap)}",
        )
        for name, gap in rows
    ]
    fails, undecided = view.checks_named(claim.fails_in), view.checks_named(claim.undecided)
    sentence = robustness.claim_rows(
        view.say, subject, view.said_bargain(claim.bargain), claim.survives, fails, undecided
    )
    alt = " ".join([sentence, *[dot.tip for dot in dots]])
    title = [view.palette.key(claim.bargain), f" {view.bargain(claim.bargain)}: {subject.words}"]
    cells: list[list[Cell]] = [[name, gap.mean, gap.low, gap.high, subject.unit, gap.pairs] for name, gap in rows]
    data = Table(["arm", "mean", "low", "high", "unit", "pairs"], cells)
    identity = f"survive-{slug(claim.bargain)}-{slug(claim.column)}"
    return figure(identity, title, panel(column, [Group("", dots)], view.palette, alt, 130.0), sentence, data,
                  say=view.say)  # fmt: skip


def _state(view: View, state: str, claims: Sequence[Claim]) -> Safe:
    """Return all clear differences of a state as a table of marks."""
    arms = view.checks.arms
    holds, fails = sum(one.survives for one in claims), sum(bool(one.fails_in) for one in claims)
    turned = sum(any(_mark(arm, one) is Mark.TURNS for arm in arms) for one in claims)
    sentence = robustness.survival(view.say, len(claims), holds, fails, turned, max(one.futures for one in arms))
    say, names = view.say, [view.check(one.id, one.name) for one in arms]
    head = [say("page-column-difference"), say("page-column-main"), *names, say("page-column-required")]
    rows = [_row(view, claim, arms) for claim in claims]
    data = Table(
        ["bargain", "end", "mean", "low", "high", *[one.name for one in arms], "required checks"],
        [_cells(view, one, arms) for one in claims],
    )
    more = rows[ROWS:]
    return tag(
        "div",
        tag("h3", view.name("actor", state)),
        tag("p", sentence, " ", csv_link(f"survive-{slug(state)}", data, view.say)),
        table(head, rows[:ROWS], "marks") if rows else None,
        tag("details", tag("summary", view.say("page-more", left=len(more))), table(head, more, "marks"))
        if more
        else None,
    )


def mark_words(view: View, mark: Mark) -> str:
    """How a difference stands in an arm, in words."""
    return view.say(f"page-mark-{mark.name.lower()}")


def _mark(arm: CheckResult, claim: Claim) -> Mark:
    return arm.mark(claim.bargain, claim.column, claim.mean)


def _row(view: View, claim: Claim, arms: Sequence[CheckResult]) -> list[Child]:
    subject = view.subject(claim.column)
    judged = verdict(claim.gap, subject.good)
    name = tag("td", view.palette.key(claim.bargain), f"{view.bargain(claim.bargain)}: {subject.outcome}")
    word = word_of(view.say, judged) if judged is not Verdict.UNCLEAR else view.say("page-not-clear")
    main = f"{short_amount(view.say, subject, claim.gap)}{view.say('list-comma')}{word}"
    marks = [_cell(view, arm, claim) for arm in arms]
    return [name, main, *marks, _word(view, claim)]


def _word(view: View, claim: Claim) -> str:
    """Return whether a difference holds in the required checks, and where it does not."""
    if claim.survives:
        return view.say("page-mark-holds")
    named = view.checks_named(claim.fails_in or claim.undecided)
    if not named:
        return view.say("page-not-all-asked")
    word = view.say("page-word-fails" if claim.fails_in else "page-mark-open")
    return f"{word}{view.say('colon')}{view.say('list-comma').join(named)}"


def _cell(view: View, arm: CheckResult, claim: Claim) -> Safe:
    mark, gap = _mark(arm, claim), arm.gap(claim.bargain, claim.column)
    text = short_amount(view.say, view.subject(claim.column), gap) if gap else ""
    sign = tag("span", SIGNS[mark], class_=f"sign {mark.name.lower()}", role="img", aria_label=mark_words(view, mark))
    return tag("td", sign, f" {text.split(' ')[0]}", title=f"{mark_words(view, mark)}{view.say('colon')}{text}")


def _cells(view: View, claim: Claim, arms: Sequence[CheckResult]) -> list[Cell]:
    marks = [_mark(arm, claim).value for arm in arms]
    gap, end = claim.gap, view.words(claim.column)
    return [view.bargain(claim.bargain), end, gap.mean, gap.low, gap.high, *marks, _word(view, claim)]
