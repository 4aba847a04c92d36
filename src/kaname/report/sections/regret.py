"""Regret by state under weights that the reader sets on the page; without a script all weights are equal.

What stands on the page is of all stored futures. The page's script computes from whole parts of the same steps, which
lie in the table's own attributes, and those of the first futures alone where all would be too many.
Reads: View, analysis.regret. Writes: nothing.
"""

from __future__ import annotations

import base64

from kaname.analysis.regret import WORST, Packed, Steps, lead, packed, regrets, steps_of
from kaname.report import robustness
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Child, Safe, tag
from kaname.report.numbers import count, percent
from kaname.report.sections.fold import column_names, fold
from kaname.report.sections.rows import slug
from kaname.report.view import View

NUMBERS = 400_000
"""Steps of a state that the page carries for its sliders: 800 kB."""
STATES, FEWEST_ENDS = 6, 2
TOP, START = 10, 5
BAR = 100
HEAD = ("bargain", "regret", "", "worst", "free")


def regret(view: View) -> Safe | None:
    """Return the section."""
    if not view.run.others:
        return None
    found = {state: steps_for(view, state) for state in view.states}
    kept = [s for s in view.states if len(found[s].ends) >= FEWEST_ENDS and found[s].values.shape[1] > 1][:STATES]
    if not kept:
        return fold("regret", view.say("page-title-regret"), True, tag("p", view.say("page-no-regret")))
    blocks = [_block(view, state, found[state]) for state in kept]
    leading, rest = blocks[: len(view.leading)], blocks[len(view.leading) :]
    names = view.say("list-comma").join(view.name("actor", state) for state in kept[len(view.leading) :])
    return fold(
        "regret",
        view.say("page-title-regret"),
        True,
        tag(
            "p",
            view.say(
                "page-regret", futures=count(found[kept[0]].values.shape[1]), share=percent(WORST, view.say.language)
            ),
        ),
        leading,
        tag("details", tag("summary", view.say("page-others", states=names)), rest) if rest else None,
    )


def steps_for(view: View, state: str) -> Steps:
    """Return steps of the ends that a state is judged by, in all futures."""
    ends = view.judged_by(state)
    return steps_of(view.run, ends, {end: view.declared(end)["good"] for end in ends})


def _block(view: View, state: str, steps: Steps) -> Safe:
    """Sliders and table of one state."""
    identity = f"regret-{slug(state)}"
    weights = [1.0] * len(steps.ends)
    found = regrets(steps, weights)
    least, after, gap = lead(steps, weights)
    sentence = robustness.least_regret(view.say, view.said_bargain(least), view.said_bargain(after), gap)
    longest = max(one.mean for one in found.values()) or 1.0
    rows = [
        tag(
            "tr",
            tag("th", view.palette.key(b), tag("span", view.bargain(b), class_="who"), scope="row"),
            tag("td", robustness.steps(view.say, one.mean, one.low, one.high), class_="mean"),
            tag("td", _bar(view, b, one.mean / longest)),
            tag("td", robustness.steps_of_one(one.worst), class_="worst"),
            tag("td", view.say("page-of", part=one.free, all=one.futures), class_="free"),
        )
        for b, one in found.items()
    ]
    names = [view.say(f"page-column-{name}") if name else "" for name in HEAD]
    head = tag("thead", tag("tr", [tag("th", name, scope="col") for name in names]))
    inner = tag("table", head, tag("tbody", rows), class_="regrets", style=column_names(names))
    drawn = tag("div", inner, class_="scroll", tabindex=0,
                role="region", aria_label=view.say("page-regret-of", state=view.name("actor", state)))  # fmt: skip
    cells: list[list[Cell]] = [
        [view.bargain(b), one.mean, one.low, one.high, one.worst, one.free, one.futures] for b, one in found.items()
    ]
    data = Table(["bargain", "mean", "low", "high", "worst twentieth", "without regret", "futures"], cells)
    title = view.say("page-gives-away", state=view.name("actor", state))
    told = tag("span", sentence, class_="said", role="status")
    given = packed(steps, NUMBERS)
    body = tag(
        "div", _sliders(view, state, steps), drawn, class_="weigh", data_parts=_text(given),
        data_shape="x".join(map(str, given.parts.shape)), data_scales=" ".join(map(repr, given.scales)),
    )  # fmt: skip
    futures, moved = steps.values.shape[1], given.parts.shape[1]
    fewer = view.say("page-sliders", futures=count(moved)) if moved < futures else ""
    return figure(identity, title, body, [told, view.say("page-equal-data"), fewer], data, "beside", view.say)


def _bar(view: View, bargain: str, share: float) -> Safe:
    box = tag("rect", class_=f"fill {view.palette.css(bargain)} full", x=0, y=1, width=round(BAR * share, 2), height=9)
    return tag("svg", box, class_="bars", width=BAR, height=11, viewBox=f"0 0 {BAR} 11", aria_hidden="true")


def _sliders(view: View, state: str, steps: Steps) -> Safe:
    equal = percent(1 / len(steps.ends), view.say.language)
    items = [_slider(view, state, end, size, equal) for end, size in zip(steps.ends, steps.sizes, strict=True)]
    legend = view.say("page-weights-of", state=view.name("actor", state))
    reset = tag("button", view.say("page-equal-weights"), type="button", class_="reset")
    return tag("fieldset", tag("legend", legend), items, reset, class_="sliders")


def _slider(view: View, state: str, end: str, size: float, equal: str) -> Child:
    identity = f"weight-{slug(state)}-{slug(end)}"
    text = view.say("page-one-step", size=robustness.size_of_step(view.say, view.subject(end), size))
    return tag(
        "div",
        tag("label", view.outcome(end), " ", tag("span", text, class_="soft"), for_=identity),
        tag("input", type="range", id=identity, min=0, max=TOP, step=1, value=START, autocomplete="off"),
        tag("output", equal, for_=identity),
        class_="slider",
    )


def _text(given: Packed) -> str:
    """Return the whole parts, little-endian, by bargain, future and end, in base 64."""
    return base64.b64encode(given.parts.astype("<i2").tobytes()).decode("ascii")
