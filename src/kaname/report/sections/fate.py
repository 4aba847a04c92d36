"""Section on the steps of a bargain: a line per bargain for the first screen, and the funnel with its numbers.

Idea: what is asked is not what is had. Steps are put on the table, agreed to, in force at the end, or lapsed; their
counts over futures stand in the rows. A run of an older form holds those in force alone, and only they are shown.
Units: steps. Reads: View, manifest `bargains`. Writes: nothing. Source: model.commitments.adoption for the states.
"""

from __future__ import annotations

import re

from kaname.analysis.paired import Difference, difference_of
from kaname.report import answers
from kaname.report.charts.stacks import Part, Row, key, stacks
from kaname.report.figure import Cell, Table, figure
from kaname.report.markup import Safe, in_kanji, tag
from kaname.report.numbers import count
from kaname.report.sections.fold import fold
from kaname.report.view import View
from kaname.words.outcomes import FATE

OPENED = 3
"""So many bargains stand on the first screen; more stand folded."""
LONGEST = 120
"""Letters of a bargain's line there."""
STAGES = {
    "in_force": ("c3", "F"),
    "lapsed": ("c2", "L"),
    "agreed": ("c1", "A"),
    "offered": ("held", "T"),
    "asked": ("c6", "N"),
}


def lines_of_bargains(view: View) -> Safe:
    """Return a line a bargain: what it is, and what becomes of its steps."""
    lines = [_line(view, bargain) for bargain in view.run.others]
    listed = tag("ul", lines, class_="bargains")
    if len(lines) <= OPENED:
        return listed
    return tag("details", tag("summary", view.say("page-lines")), listed, class_="bargains")


def _line(view: View, bargain: str) -> Safe:
    summary = view.summary_of(bargain)
    told = sentence(view, bargain)
    name = tag("b", view.bargain(bargain))
    return tag(
        "li", view.palette.key(bargain), name, view.say("colon"), _first_clause(summary), f" {told}" if told else None
    )


def _first_clause(text: str) -> str:
    """Return the first clause of a summary, with a full stop; a long one is cut at a comma."""
    clause = re.split(r"[.;](?:\s|$)|[\u3002\uff1b]", text, maxsplit=1)[0].strip()
    if len(clause) > LONGEST:
        return clause[: clause.rfind(",", 0, LONGEST) + 1 or LONGEST].rstrip(",") + " \N{HORIZONTAL ELLIPSIS}"
    end = "\N{IDEOGRAPHIC FULL STOP}" if in_kanji(clause) else "."
    return f"{clause}{end}" if clause else ""


def sentence(view: View, bargain: str) -> str:
    """Return a sentence on the steps of a bargain; empty where the rows do not say."""
    means = [gap.mean for gap in stages(view, bargain)]
    if not means or any(mean is None for mean in means):
        return ""
    return answers.fate(view.say, asked(view, bargain), *[mean for mean in means if mean is not None])


def asked(view: View, bargain: str) -> int:
    """Return how many steps a bargain asks for."""
    return len(view.run.manifest.get("bargains", {}).get(bargain, {}).get("levers", {}))


def stages(view: View, bargain: str) -> list[Difference]:
    """Return steps offered, agreed, in force and lapsed at the end, with intervals; empty where the rows do not say."""
    if not set(FATE) <= set(view.columns):
        return []
    rows, alive = view.run.columns(bargain, FATE), view.run.alive[bargain]
    return [difference_of(rows[name][alive]) for name in FATE]


def fate(view: View) -> Safe | None:
    """Return the section; nothing where the rows do not say, or no bargain asks for a step."""
    having = [b for b in view.run.others if asked(view, b) and stages(view, b)]
    if not having:
        return None
    rows = [_row(view, bargain) for bargain in having]
    said = " ".join(f"{view.said_bargain(b)}{view.say('colon')}{sentence(view, b)}" for b in having)
    cells: list[list[Cell]] = [
        [
            view.bargain(b),
            asked(view, b),
            *[value for gap in stages(view, b) for value in (gap.mean, gap.low, gap.high)],
        ]
        for b in having
    ]
    names = [f"{name.removeprefix('levers_')}{end}" for name in FATE for end in ("", " low", " high")]
    futures = min(int(view.run.alive[b].sum()) for b in having)
    drawn = tag("div", stacks(rows, said), class_="scroll", tabindex=0)
    data = Table(["bargain", "asked", *names], cells)
    return fold(
        "fate",
        view.say("page-title-fate"),
        True,
        tag("p", view.say("page-fate", futures=count(futures))),
        key([(*STAGES[stage], stage_words(view, stage)) for stage in STAGES]),
        figure("fate-of-steps", view.say("page-fate-heading"), drawn, said, data, say=view.say),
    )


def _row(view: View, bargain: str) -> Row:
    sizes = sizes_of(asked(view, bargain), *(gap.mean or 0.0 for gap in stages(view, bargain)))
    return Row(
        view.bargain(bargain),
        [Part(*STAGES[name], stage_words(view, name), round(size, 1)) for name, size in sizes.items()],
    )


def stage_words(view: View, stage: str) -> str:
    """A stage of a step in words."""
    return view.say(f"stage-{stage.replace('_', '-')}")


def sizes_of(asked: float, offered: float, agreed: float, in_force: float, lapsed: float) -> dict[str, float]:
    """Return how many steps stand at each of the STAGES, of those asked for; arguments: means over futures."""
    return {"in_force": in_force, "lapsed": lapsed, "agreed": agreed - in_force - lapsed, "offered": offered - agreed,
            "asked": asked - offered}  # fmt: skip
