"""Output of `kaname crisis`: endings, moves, where pictures part, the clock, what deterred, an experiment.

Every line fits 80 columns.
Reads: plain data of study.crises.summary. Writes: nothing. Units: shares in percent, hours and days.
"""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap
from typing import Any

from kaname.report.crisis import sentences
from kaname.report.crisis.clock import hours_words
from kaname.report.crisis.words import CLASSES, ENDINGS, INFLUENCES, STEPS, gap_words, move_words
from kaname.report.numbers import percent, signed

Data = Mapping[str, Any]
WIDTH = 80
CHANGED = ("acts", "answers_with_force", "fights", "yielded", "war")
HEADS = ("acts", "force", "fights", "lost", "war")


def crises_text(data: Data) -> list[str]:
    """Return the whole answer."""
    return [
        *_head(data), *_wrapped(sentences.ends(data)), "", *_endings(data), "", *_moves(data), "", *_apart(data), "",
        *_closing(data), "", *_wrapped(sentences.missed(data["clock"])), *_wrapped(sentences.shares(data["clock"])), "",
        *_wrapped(sentences.deterrence(data["deterrence"]["acting"], "act at all")),
        *_wrapped(sentences.deterrence(data["deterrence"]["arms"], "use arms")), *_classes(data),
    ]  # fmt: skip


def _head(data: Data) -> list[str]:
    sides = ", ".join(f"{role} {name}" for role, name in data["sides"].items())
    said = [f"{data['name']}, {data['date']}, {data['bargain_name']!r}: {data['runs']:,} runs", *_wrapped(sides)]
    said += [f"set: {one['name']} = {one['value']:g} ({one['when']})" for one in data["set"]]
    return [*said, ""]


def _wrapped(text: str) -> list[str]:
    return wrap(text, WIDTH)


def _share(entry: Mapping[str, float]) -> str:
    return f"{percent(entry['value'])} ({percent(entry['low'])} to {percent(entry['high'])})"


def _endings(data: Data) -> list[str]:
    return [
        f"{'ending':<22}share of runs",
        *(f"{ENDINGS[n]:<22}{_share(ending)}" for n, ending in data["endings"].items()),
    ]


def _moves(data: Data) -> list[str]:
    lines = [f"{'first moves':<36}where it moved"]
    for ply, one in data["moves"].items():
        again = " again" if ply.endswith("_again") else ""
        lines.append(f"{data['sides'][one['role']]}{again} ({one['asked']} runs)")
        lines += [f"  {move_words(move):<34}{_share(share)}" for move, share in one["moves"].items()]
    return lines


def _apart(data: Data) -> list[str]:
    lines = ["where the pictures part most"]
    for row in data["divergences"][:3]:
        lines += wrap(sentences.divergence(row, data["sides"]), WIDTH - 2, initial_indent="  ", subsequent_indent="  ")
    return lines


def _closing(data: Data) -> list[str]:
    lines = ["what a true picture would change, in points (. no clear difference)",
             f"{'made true':<32}" + "".join(f"{head:>9}" for head in HEADS)]  # fmt: skip
    for one in data["closing"]:
        cells = "".join(f"{_cell(one['measures'].get(name)):>9}" for name in CHANGED)
        lines.append(f"{gap_words(one['which'], data['sides']):<32}{cells}")
    return lines


def _cell(data: Mapping[str, Any] | None) -> str:
    if data is None:
        return "-"
    if not sentences.verdict_of(data).clear:
        return "."
    points = 100.0 * data["mean"]
    return signed(points, 1) if abs(points) >= 0.05 else "<0.1"


def _classes(data: Data) -> list[str]:
    lines = ["", f"{'seen on the same draw':<30}{'to act at all':>18}{'to use arms':>18}"]
    acting, arms = data["deterrence"]["acting"]["classes"], data["deterrence"]["arms"]["classes"]
    for name, one in acting.items():
        lines.append(f"{CLASSES[name]:<30}{percent(one['value']):>18}{percent(arms[name]['value']):>18}")
    return lines


def clock_text(data: Data) -> list[str]:
    """Return the clock alone."""
    clock = data["clock"]
    lines = [*_head(data), *_wrapped(sentences.missed(clock)), *_wrapped(sentences.shares(clock)), ""]
    lines.append(f"{'step':<24}{'takes':>8}{'9 of 10 runs':>20}{'law':>8}{'added':>9}")
    for step in clock["steps"]:
        spread = f"{hours_words(step['days']['q05'])} to {hours_words(step['days']['q95'])}"
        lines.append(f"{STEPS[step['step']]:<24}{hours_words(step['days']['mean']):>8}{spread:>20}"
                     f"{hours_words(step['law_days']['mean']):>8}{hours_words(step['added_days']):>9}")  # fmt: skip
    lines += ["", f"{'what it adds (taken away alone)':<46}{'time':>10}{'windows missed':>18}"]
    lines += [_influence(influence) for influence in clock["influences"]]
    return [*lines, "", *_windows(data)]


def _influence(entry: Mapping[str, Any]) -> str:
    name = INFLUENCES[entry["influence"]]
    if entry["days"]["differing"] == 0:
        return f"{name:<46}{'none at this date':>28}"
    points = f"{signed(100.0 * entry['missed']['mean'], 1)} points"
    return f"{name:<46}{hours_words(entry['days']['mean']):>10}{points:>18}"


def _windows(data: Data) -> list[str]:
    windows = data["clock"]["windows"]
    lines = ["chance that the challenge is already a fait accompli"]
    lines += [f"  after: {STEPS[n]:<28}{percent(late):>10}" for n, late in windows["missed_after_step"].items()]
    lines += [f"  as {data['sides'][role]} expects{'':<{max(1, 23 - len(data['sides'][role]))}}"
              f"{percent(window['missed']['mean']):>10}" for role, window in windows["expected"].items()]  # fmt: skip
    return lines


def experiment_text(data: Data) -> list[str]:
    """Return an experiment: question, finding, every measure."""
    question, _, _ = sentences.arms(data["experiment"], data["sides"], data.get("elsewhere_name", ""))
    lines = [*_head(data), *_wrapped(question), *_wrapped(sentences.finding(data)), "", "all measures"]
    for name, opportunities in data["measures"].items():
        lines += _listed(sentences.effect(name, opportunities, data["sides"]))
    if "opportunities" in data:
        opportunities = data["opportunities"]
        lines += ["", f"the same opportunities in futures of {opportunities['years']} years"]
        for name, opportunity in opportunities["measures"].items():
            lines += _listed(sentences.effect(name, opportunity, data["sides"], futures=True))
    return lines


def _listed(text: str) -> list[str]:
    return wrap(text, WIDTH - 2, initial_indent="- ", subsequent_indent="  ")
