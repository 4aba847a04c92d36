"""The sections of the crisis page, one a function: a picture, one sentence, the numbers behind it.

Reads: plain data of `kaname crisis`. Writes: nothing. Units: as the data says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kaname.analysis.paired import Verdict
from kaname.report.crisis import sentences
from kaname.report.crisis.bars import Bar, Dot, bars, dots
from kaname.report.crisis.clock import clock_picture, hours_words
from kaname.report.crisis.tree import MOVERS, plan_of, told, tree
from kaname.report.crisis.words import (
    CLASSES,
    ENDINGS,
    INFLUENCES,
    PARTS,
    STEPS,
    gap_words,
    move_words,
)
from kaname.report.figure import Table, figure
from kaname.report.markup import Child, Safe, tag
from kaname.report.numbers import count, estimate, percent, signed
from kaname.report.sections.fold import fold, table

Data = Mapping[str, Any]
CLOSING_SHOWN = ("acts", "answers_with_force", "fights", "supported", "yielded", "war")


def answer(data: Data) -> list[str]:
    """Return the three sentences on top."""
    said = [sentences.ends(data)]
    if data["divergences"]:
        said.append(sentences.divergence(data["divergences"][0], data["sides"]))
    return [*said, sentences.missed(data["clock"])]


def clock_answer(data: Data) -> list[str]:
    """Return the clock in two sentences."""
    return [sentences.missed(data["clock"]), sentences.shares(data["clock"])]


def ends(data: Data) -> Safe:
    """Return the section on how the crises end."""
    rows = [
        Bar(ENDINGS[name], ending["value"], ending["low"], ending["high"]) for name, ending in data["endings"].items()
    ]
    numbers = _shares_table("ending", data["endings"])
    alt = "Endings: " + ", ".join(f"{row.label} {percent(row.value)}" for row in rows)
    trust = "; ".join(f"{side}'s trust {_trust(one)}" for side, one in data["trust"].items())
    after = f"In the quarter after, beside the same worlds without a crisis: {trust}."
    drawn = figure("endings", "Share of runs by ending", _scroll(bars(rows, alt)), sentences.ends(data), numbers)
    return fold("ends", "How it ends", True, drawn, tag("p", after, class_="legend"))


def _shares_table(name: str, shares: Data) -> Table:
    rows = [(key, share["value"], share["low"], share["high"], share["count"]) for key, share in shares.items()]
    return Table((name, "share", "low", "high", "runs"), rows)


def _trust(entry: Mapping[str, float]) -> str:
    return f"{estimate(entry['mean'], entry['low'], entry['high'], 100.0)} points"


def pictures(data: Data) -> Safe:
    """Return the pictures of all sides, side by side."""
    plan = plan_of(data["pictures"])
    views = [MOVERS, *data["sides"]]
    panels = [_panel(data, plan, view) for view in views]
    columns = [f"{what}, {view}" for what in ("chance", "reach") for view in views]
    header = ("node", "way to it", "ending", *columns)
    rows = [_row(data, plan, node, views) for node in plan.nodes]
    sentence = (
        "Each tree is the crisis as one government sees it; the first takes every move from its own mover's rule. On "
        "an edge stands the chance of the move; in brackets the mover's own, where the picture is off by three points "
        "or more. Own moves are drawn in full, expected ones dashed; the wider an edge, the likelier the way there."
    )
    return fold("pictures", "The pictures, side by side", True,
                figure("trees", "", tag("div", panels, class_="trees"), sentence, Table(header, rows)))  # fmt: skip


def _panel(data: Data, plan: Any, view: str) -> Safe:
    name = "By each side's own rule" if view == MOVERS else f"As {data['sides'][view]} sees it"
    said = told(plan, data["pictures"], view)
    role = "" if view == MOVERS else f" ({view})"
    return tag("figure", tag("h4", name, role), _scroll(tree(plan, data["pictures"], view, said)),
               tag("details", tag("summary", "In words"), tag("p", said)))  # fmt: skip


def _row(data: Data, plan: Any, node: Mapping[str, Any], views: list[str]) -> list[Any]:
    way, n = [], node["node"]
    while n > 0:
        way.append(plan.nodes[n]["move"])
        n = plan.nodes[n]["parent"]
    told_views = data["pictures"]["views"]
    return [node["node"], " > ".join(reversed(way)), node.get("ending", ""),
            *(told_views[view]["chance"][node["node"]] for view in views),
            *(told_views[view]["reach"][node["node"]] for view in views)]  # fmt: skip


def apart(data: Data) -> Safe:
    """Return the section on where the pictures differ, by node and by gap index, and what closing a gap changes."""
    sides = data["sides"]
    nodes = [[" > ".join(map(move_words, row["way"])) or "the start", sides[row["mover"]], sides[row["onlooker"]],
              percent(row["reach"]), _moves_apart(row), f"{row['weighted']['mean'] * 100:.1f}"]
             for row in data["divergences"]]  # fmt: skip
    gaps = [[" and ".join(sides[role] for role in row["sides"]), PARTS[row["part"]], f"{row['mean']:.3f}",
             f"{row['low']:.3f} to {row['high']:.3f}"] for row in data["gaps"][:8]]  # fmt: skip
    lead = sentences.divergence(data["divergences"][0], sides) if data["divergences"] else "The pictures do not part."
    return fold(
        "apart", "Where the pictures part, and what that costs", True,
        tag("p", lead),
        table(("after", "mover", "onlooker", "reached", "own rule against expected", "apart (points)"), nodes),
        tag("p", "Apart: half the sum of the differences over the moves, run by run, weighted by the chance of getting "
            "there; differences that cancel between runs count.", class_="legend"),
        tag("div", tag("div", tag("h3", "Gap indices, widest first"),
                       table(("between", "part", "gap", "95 % interval"), gaps)),
            tag("div", tag("h3", "What a true picture would change"), _closing(data)), class_="two"),
        tag("p", "Each row replays the same runs with that part of the pictures made true; differences to the runs as "
            "they are, in percentage points. A dot: no clear difference. People's types and draws stay private.",
            class_="legend"),
    )  # fmt: skip


def _moves_apart(row: Mapping[str, Any]) -> list[Child]:
    texts = [f"{move_words(move)} {percent(one['own'])} against {percent(one['seen'])}"
            for move, one in row["moves"].items() if abs(one["own"] - one["seen"]) >= 0.005]  # fmt: skip
    return [tag("span", text, class_="line") for text in texts] or ["alike within half a point"]


def _closing(data: Data) -> Safe:
    shown = [name for name in CLOSING_SHOWN if name in data["closing"][0]["measures"]]
    heads = {"acts": "acts", "answers_with_force": "force", "fights": "fights", "supported": "supports",
             "yielded": "lost unfought", "war": "war"}  # fmt: skip
    rows = [[gap_words(one["which"], data["sides"]), *(_short(one["measures"][name]) for name in shown)]
            for one in data["closing"]]  # fmt: skip
    return table(("made true", *(heads[name] for name in shown)), rows)


def _short(data: Mapping[str, Any]) -> str:
    if not sentences.verdict_of(data).clear:
        return "\N{MIDDLE DOT}"
    points = 100.0 * data["mean"]
    return signed(points, 1) if abs(points) >= 0.05 else "below 0.1"


def clock(data: Data) -> Safe:
    """Decision time."""
    said, sides = data["clock"], data["sides"]
    alt = sentences.missed(said) + " " + sentences.shares(said)
    steps = [[STEPS[step["step"]], hours_words(step["days"]["mean"]),
              f"{hours_words(step['days']['q05'])} to {hours_words(step['days']['q95'])}",
              hours_words(step["law_days"]["mean"]), hours_words(step["added_days"]), _terms(step)]
             for step in said["steps"]]  # fmt: skip
    numbers = Table(("step", "mean days", "q05", "q95", "law's own days", "added days"),
                    [(s["step"], s["days"]["mean"], s["days"]["q05"], s["days"]["q95"], s["law_days"]["mean"],
                      s["added_days"]) for s in said["steps"]])  # fmt: skip
    return fold(
        "clock", "The clock", True,
        figure("days", "From the first act to a joint response", _scroll(clock_picture(said, sides, alt)),
               [sentences.missed(said), " ", sentences.shares(said)], numbers),
        tag("p", tag("span", class_="swatch law"), "law's own time", tag("span", class_="swatch added"),
            "added by politics, doubt and lack of habit; whiskers: 5 to 95 % of runs", class_="legend"),
        table(("step", "takes (mean)", "9 of 10 runs", "law's own", "added", "what law's time consists of"), steps),
        tag("h3", "What stretches or saves time"),
        table(("taken away alone", "days it adds", "windows it makes missed"), _influences(said)),
        _windows(data),
    )  # fmt: skip


def _terms(step: Mapping[str, Any]) -> list[Child]:
    return [tag("span", f"{term['what']}: {term['hours'][1]:g} h ({term['hours'][0]:g} to {term['hours'][2]:g}), grade "
                f"{term['grade']}", tag("br")) for term in step["terms"]]  # fmt: skip


def _influences(clock: Mapping[str, Any]) -> list[list[Child]]:
    rows: list[list[Child]] = []
    for influence in clock["influences"]:
        days, late = influence["days"], influence["missed"]
        if days["differing"] == 0:
            rows.append([INFLUENCES[influence["influence"]], "none at this date", "none"])
            continue
        rows.append([INFLUENCES[influence["influence"]], f"{estimate(days['mean'], days['low'], days['high'])} days",
                     f"{estimate(late['mean'], late['low'], late['high'], 100.0)} points"])  # fmt: skip
    return rows


def _windows(data: Data) -> Safe:
    windows, sides = data["clock"]["windows"], data["sides"]
    after = "; ".join(f"{STEPS[step]} {percent(late)}" for step, late in windows["missed_after_step"].items())
    expects = "; ".join(
        f"{sides[role]} {percent(window['missed']['mean'])}" for role, window in windows["expected"].items()
    )
    said = [f"Chance that a challenge is already a fait accompli when a step is done: {after}. "
            f"What each side expects at the end: {expects}."]  # fmt: skip
    if "host_answer_days" in windows:
        days = windows["host_answer_days"]["q50"]
        said.append(f" A host that delays its answer adds {days:.1f} days to the release, a refusal twice that.")
    open_ = data["clock"]["election_open"]
    said.append(f" An election window is open in {percent(open_['ally'])} of runs for the ally and "
                f"{percent(open_['protector'])} for the protector.")  # fmt: skip
    return tag("p", said)


def deterrence(data: Data) -> Safe:
    """Classes of deterrence on the same draw."""
    panels = []
    for what, words in (("acting", "act at all"), ("arms", "use arms")):
        said = data["deterrence"][what]
        rows = [Bar(CLASSES[name], o["value"], o["low"], o["high"]) for name, o in said["classes"].items()]
        alt = f"To {words}: " + ", ".join(f"{row.label} {percent(row.value)}" for row in rows)
        numbers = _shares_table("class", said["classes"])
        panels.append(figure(f"deterrence-{what}", f"Tempted to {words}?", _scroll(bars(rows, alt)),
                             sentences.deterrence(said, words), numbers))  # fmt: skip
    note = (
        "On one draw the challenger is asked as things are, without belief in the guarantee, without the target's own "
        "response, and without both."
    )
    return fold("deterrence", "What deterred", True, tag("div", panels, class_="two"), tag("p", note, class_="legend"))


def moves(data: Data) -> Safe:
    """Return the first move of each side, among the runs in which it moved."""
    rows = [[_mover(data, ply, one["role"]), count(one["asked"]),
             [tag("span", f"{move_words(move)} {percent(s['value'])} ({percent(s['low'])} to {percent(s['high'])})",
                  class_="line") for move, s in one["moves"].items()]]
            for ply, one in data["moves"].items()]  # fmt: skip
    return fold("moves", "What was done", True, table(("side", "runs in which it moved", "first move"), rows))


def _mover(data: Data, ply: str, role: str) -> str:
    again = ", again" if ply.endswith("_again") else ""
    return f"{data['sides'][role]} ({ply.removesuffix('_again')}){again}"


def question(data: Data) -> str:
    """Return an experiment's question."""
    return sentences.arms(data["experiment"], data["sides"], data.get("elsewhere_name", ""))[0]


def experiment_answer(data: Data) -> list[str]:
    """Return what the experiment found, and over which crises."""
    return [sentences.finding(data)]


def experiment(data: Data) -> list[Safe]:
    """Return all measures in identical crises, then in futures where the arms differ from the start."""
    _, reference, other = sentences.arms(data["experiment"], data["sides"], data.get("elsewhere_name", ""))
    drawn = [_effects(data, data["measures"], "crises", f"Identical crises: {other}, less {reference}", False)]
    if "opportunities" in data:
        opportunities = data["opportunities"]
        size = f"Futures of {opportunities['years']} years, {opportunities['futures']:,} pairs"
        title = f"{size}: the same opportunities in both arms"
        drawn.append(_effects(data, opportunities["measures"], "futures", title, True))
    return drawn


def _effects(data: Data, measures: Mapping[str, Any], identity: str, title: str, futures: bool) -> Safe:
    shares = {n: m for n, m in measures.items() if sentences.measure_of(n, futures).unit != "people"}
    rows = []
    for name, share in shares.items():
        factor = sentences.measure_of(name, futures).factor
        clear = sentences.verdict_of(share) in (Verdict.HIGHER, Verdict.LOWER)
        rows.append(Dot(_label(name), share["mean"] * factor, share["low"] * factor, share["high"] * factor, clear))
    lines = [sentences.effect(name, measure, data["sides"], futures) + "." for name, measure in measures.items()]
    numbers = Table(("measure", "reference", "other", "difference", "low", "high", "pairs"),
                    [(n, m["reference"], m["other"], m["mean"], m["low"], m["high"], m["pairs"])
                     for n, m in measures.items()])  # fmt: skip
    unit = "difference, per future" if futures else "difference, percentage points"
    listed = tag("ul", [tag("li", line[:1].upper() + line[1:]) for line in lines])
    return fold(identity, title, True, figure(identity + "-dots", "", _scroll(dots(rows, unit, " ".join(lines))),
                "A filled dot is a clear difference; the bar is the 95 % interval of the paired differences.", numbers),
                listed)  # fmt: skip


def _label(name: str) -> str:
    short = {"acts": "challenger acts", "answers_with_force": "target answers with force", "fights": "guarantor fights",
             "supported": "guarantor supports or fights", "yielded": "lost without a fight", "war": "war",
             "tremble": "tremble wars"}  # fmt: skip
    return short.get(name, name)


def repeat(data: Data, command: str) -> Safe:
    """Return the section on how to repeat the run."""
    digests = data["digests"]
    told = {"scenario": digests["scenario"], "evidence": digests["evidence"], "bargain": data["bargain"]}
    rows = [(tag("dt", name), tag("dd", tag("code", str(value)))) for name, value in told.items()]
    return fold("repeat", "Repeat it", True, tag("pre", tag("code", command)),
                tag("p", "The same command on the same inputs gives the same numbers."), tag("dl", rows))  # fmt: skip


def _scroll(drawing: Safe) -> Safe:
    return tag("div", drawing, class_="scroll", tabindex=0, role="region", aria_label="Picture")
