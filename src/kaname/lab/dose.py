"""Dose: what a lever does at five places of its range, all else as set: the strip below a picture.

Idea: the outcome shown is the one that this lever moves most, on the futures of the first picture, so that a strip
costs a few pictures. Differences are those to things as they are, with their intervals.
Units: the lever's own across, the outcome's own up. Reads: a session. Writes: nothing. Errors: Cancelled where nobody
waits any more.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kaname.analysis.paired import Difference, difference_of
from kaname.lab.levers import level
from kaname.lab.setting import Setting, asked_levers
from kaname.report.markup import Safe, tag
from kaname.report.numbers import measure
from kaname.report.svg import Scale, breadth, line, picture, words
from kaname.words.catalogue import Catalogue
from kaname.words.levers import BY_NAME
from kaname.words.outcomes import BY_NAME as OUTCOMES
from kaname.words.outcomes import SMALLEST_EFFECT

if TYPE_CHECKING:
    from kaname.study.session import Answer, Session

PLACES = 5
WIDTH, HEIGHT, LEFT, TOP, BOTTOM, RIGHT, LETTERS = 560.0, 170.0, 64.0, 12.0, 28.0, 30.0, 11.0


@dataclass(frozen=True)
class Dose:
    """A lever at places of its range (its unit) and what it does there to an outcome; zone: what is too small."""

    lever: str
    column: str
    futures: int
    values: tuple[float, ...]
    gaps: tuple[Difference, ...]
    zone: float


def dose(
    session: Session, setting: Setting, lever: str, columns: Sequence[str], futures: int, stop: threading.Event
) -> Dose:  # fmt: skip
    """Return what a lever does at PLACES places from its lowest to its highest, all else as set.

    columns: those among which the one is shown that the lever moves most, in standard deviations of things as they are.
    """
    values = tuple(float(value) for value in np.linspace(BY_NAME[lever].low, BY_NAME[lever].high, PLACES))
    levers = asked_levers(setting.scenario, setting.mine)
    answers = [session.run({**levers, lever: value}, futures, stop) for value in values]
    column = max(columns, key=lambda name: _range(answers, name))
    place, alive = answers[0].columns.index(column), np.logical_and.reduce([answer.alive for answer in answers])
    now = answers[0].reference[alive, place]
    gaps = tuple(difference_of(answer.rows[alive, place] - now) for answer in answers)
    return Dose(lever, column, futures, values, gaps, SMALLEST_EFFECT * float(np.std(now)))


def _range(answers: Sequence[Answer], column: str) -> float:
    """Return how far apart an outcome's means lie, in standard deviations of things as they are."""
    place = answers[0].columns.index(column)
    spread = float(np.std(answers[0].reference[answers[0].alive, place]))
    means = [float(answer.rows[answer.alive, place].mean()) for answer in answers]
    return (max(means) - min(means)) / spread if spread else 0.0


def strip(say: Catalogue, made: Dose, here: float, alt: str) -> Safe:
    """Return the drawing of a strip; here: where the lever stands, which is marked."""
    factor = measure(OUTCOMES[made.column.partition(".")[0]].unit).factor
    ends = [bound * factor for gap in made.gaps for bound in (gap.low, gap.high) if bound is not None]
    reach = max([abs(value) for value in [*ends, made.zone * factor]] or [1.0]) or 1.0
    up = Scale(-reach, reach, HEIGHT - BOTTOM, TOP)
    across = Scale(made.values[0], made.values[-1], LEFT, WIDTH - RIGHT)
    upper, lower = up(made.zone * factor), up(-made.zone * factor)
    ground = [tag("rect", class_="zone", x=LEFT, y=upper, width=WIDTH - LEFT - RIGHT, height=lower - upper),
              line(LEFT, up(0.0), WIDTH - RIGHT, up(0.0), "zero"),
              tag("line", class_="here", x1=across(here), x2=across(here), y1=TOP, y2=HEIGHT - BOTTOM),
              *_scale(say, up, reach)]  # fmt: skip
    return picture(WIDTH, HEIGHT, [ground, _points(say, made, across, up, factor)], alt, "dose")


def _scale(say: Catalogue, up: Scale, reach: float) -> list[Safe]:
    places = max(0, int(np.ceil(-np.log10(reach))) + 1) if reach < 1 else 1 if reach < 10 else 0
    return [words(LEFT - 6, up(value) + 4, say.number(value, places, sign=True), "unit", "end")
            for value in (-reach, 0.0, reach)]  # fmt: skip


def _points(say: Catalogue, made: Dose, across: Scale, up: Scale, factor: float) -> Sequence[Safe]:
    drawn: list[Safe] = []
    for value, gap in zip(made.values, made.gaps, strict=True):
        x, label = across(value), level(say, BY_NAME[made.lever], value)
        half = breadth(label, LETTERS) / 2
        drawn.append(words(min(max(x, half), WIDTH - half), HEIGHT - 8, label, "unit", "middle"))
        mean, low, high = gap.mean or 0.0, gap.low or 0.0, gap.high or 0.0
        clear = low > 0.0 or high < 0.0
        css = "mark b1 full" if clear else "mark b1"
        drawn.append(tag("line", class_="bar b1", x1=x, x2=x, y1=up(low * factor), y2=up(high * factor)))
        drawn.append(tag("circle", class_=css, cx=x, cy=up(mean * factor), r=5))
    return drawn
