"""The measured part of docs/explanation/what-moves-what.md: what was asked and missed, three worlds, levers and ends.

Run as `python -m validation what_moves`. Idea: every sentence and table between the marks is made here from numbers.
Reads: the measurements. Writes: the page, its picture, data/model_check.json.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kaname.study.contrasts import MISSED, NOTHING
from kaname.words.outcomes import SMALLEST_EFFECT
from validation.places import DOCS, tell, write_measured, write_results
from validation.what_moves.measured import FUTURES, WORLDS, Measured, alive, measure
from validation.what_moves.picture import chart

PAGE, PICTURE = DOCS / "explanation" / "what-moves-what.md", DOCS / "images" / "what-moves-what.svg"
RESULTS = "model_check.json"


def findings_table(findings: Iterable[Any]) -> list[str]:
    """Contrasts as a table, in the given order: misses stand first."""
    lines = ["| | contrast | asked | found |", "|---|---|---|---|"]
    for item in findings:
        mark = f"**{item.verdict}**" if item.verdict == MISSED else item.verdict
        way = f" On the way: {item.on_the_way}." if item.on_the_way else ""
        why = f" {item.reason}{way}" if item.reason else ""
        lines.append(f"| {mark} | {item.contrast.sentence}{why} | {item.asked} | {item.found} |")
    return lines


def worlds_table(worlds: Mapping[str, tuple[float, ...]]) -> list[str]:
    """Means of ends in the three worlds of the guarantee."""
    names = " | ".join(world.replace("_", " ") for world in WORLDS)
    lines = [f"| mean of | {names} |", "|---|" + "---|" * len(WORLDS)]
    return lines + [
        f"| `{end}` | " + " | ".join(f"{value:.3g}" for value in means) + " |" for end, means in worlds.items()
    ]


def levers_sentence(effects: Mapping[str, Mapping[str, float]]) -> str:
    """How many levers move an end by what matters, and which do not."""
    strong = [lever for lever, found in effects.items() if alive(found)]
    weak = sorted(set(effects) - set(strong))
    first = f"{len(strong)} of {len(effects)} levers move some end by {SMALLEST_EFFECT:g} standard deviations or more."
    if not weak:
        return first
    return f"{first} Too small to matter for every end: {', '.join(f'`{lever}`' for lever in weak)}."


def text(found: Measured) -> str:
    """Return what stands between the marks."""
    missed, extreme = (sum(item.verdict == MISSED for item in items) for items in (found.findings, found.extremes))
    nothing = sum(item.verdict == NOTHING for item in found.findings)
    lines = ["### What was asked beforehand", "",
             f"{missed} of {len(found.findings)} contrasts are missed and {nothing} change nothing, for the "
             f"reason beside them ({FUTURES} pairs; `kaname model check`).", "",
             *findings_table(found.findings), "", "### The guarantee's three worlds", "",
             "Each value is a mean over the same futures. Which of these differences are sure stands above.", "",
             *worlds_table(found.worlds), "", "### Levers against ends", "",
             "![Levers against ends](../images/what-moves-what.svg)", "", levers_sentence(found.effects), "",
             "### Extreme conditions", "",
             f"{extreme} of {len(found.extremes)} are missed (`kaname model check extremes`).", "",
             *findings_table(item for item in found.extremes if not item.met)]  # fmt: skip
    return "\n".join(lines).rstrip()


def main() -> int:
    """Measure, and write the page's measured part, its picture and the results."""
    tell("the model's contrasts, extremes and levers")
    found = measure()
    write_measured(PAGE, text(found))
    PICTURE.write_text(chart(found.ends, found.effects), encoding="utf-8", newline="\n")
    write_results(RESULTS, results(found))
    tell(f"wrote {PAGE.name}, {PICTURE.name} and {RESULTS}")
    return 0


def results(found: Measured) -> dict[str, Any]:
    """The measurements as plain data."""
    asked = {
        name: [{"id": item.contrast.id, "sentence": item.contrast.sentence, "asked": item.asked, "found": item.found,
                "met": item.met, "verdict": item.verdict} for item in items]
        for name, items in (("contrasts", found.findings), ("extremes", found.extremes))
    }  # fmt: skip
    worlds = {end: dict(zip(WORLDS, means, strict=True)) for end, means in found.worlds.items()}
    effects = {lever: {end: round(size, 4) for end, size in sizes.items()} for lever, sizes in found.effects.items()}
    return {"about": "Written by python -m validation what_moves.", "pairs": FUTURES, **asked, "worlds": worlds,
            "effects": effects}  # fmt: skip
