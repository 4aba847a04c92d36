"""Graph: why an answer is what it is, drawn as answer, rules and facts with lines between them.

Idea: the explanation is a small graph: the answer rests on rules, each rule on facts. Drawn in three columns it shows
at a glance which fact carries which rule, and which facts are still open. State is shown in words and by colour.

Units: pixels. Reads: an answer, the facts given, the words of the law book. Writes nothing; the caller saves the text.
Source: this project's own; colours of Okabe and Ito (2008).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kaname.law.ask import Answer, RuleUse
from kaname.law.drawing import ANSWERS
from kaname.law.lines import shortened
from kaname.law.render import Wording
from kaname.law.svg import FAINT, INK, bar, line, svg, text

WIDE = 960
TOP = 44
RULE_ROW = 46
FACT_ROW = 40
COLUMNS = ((8, 170), (250, 310), (640, 312))
STATES = {"holds": "#0072B2", "fails": "#D55E00", "open": "#999999"}


def explanation(wording: Wording, answer: Answer, facts: Mapping[str, Any]) -> str:
    """Return the graph of an answer: the answer, the rules on which it rests, the facts on which they rest."""
    named = list(dict.fromkeys(fact for use in answer.rules for fact in use.facts))
    height = TOP + max(RULE_ROW * max(len(answer.rules), 1), FACT_ROW * len(named)) + 16
    rules = _places(len(answer.rules), height, RULE_ROW)
    told = dict(zip(named, _places(len(named), height, FACT_ROW), strict=True))
    middle = (TOP + height) / 2
    heads = ("answer", "rules", "facts")
    parts = [text(x, 22, wording.word(head), weight="bold") for (x, _), head in zip(COLUMNS, heads, strict=True)]
    parts += _lines(answer.rules, rules, told, middle)
    parts += _box(0, middle, ANSWERS[answer.answer], (wording.word(answer.answer), answer.date))
    for use, y in zip(answer.rules, rules, strict=True):
        words = (wording.of(use.reason), f"{use.id}: {wording.word(use.state)}, {use.certainty}")
        parts += _box(1, y, STATES[use.state], words)
    for fact, y in told.items():
        value = _told(wording, facts[fact]) if fact in facts else wording.word("not_told")
        parts += _box(2, y, INK if fact in facts else STATES["open"], (wording.of(wording.book.facts[fact]), value))
    return svg(wording.word("fonts"), height, wording.word("reasons"), parts, WIDE)


def _told(wording: Wording, value: Any) -> str:
    """Return the value of a fact in words; several side by side."""
    return " / ".join(wording.value(one) for one in (value if isinstance(value, (tuple, list)) else (value,)))


def _places(count: int, height: int, row: int) -> list[float]:
    """Heights of the middles of a column's boxes, centred."""
    start = (TOP + height) / 2 - row * (count - 1) / 2
    return [start + row * number for number in range(count)]


def _box(column: int, y: float, colour: str, words: tuple[str, str]) -> list[str]:
    """Return a box with a coloured edge, a line of words and a smaller one under it."""
    x, width = COLUMNS[column]
    letters = int(width / 6.4)
    return [
        bar(x, y - 17, width, 34, "#f7f7f7"),
        bar(x, y - 17, 4, 34, colour),
        text(x + 10, y - 3, shortened(words[0], letters)),
        text(x + 10, y + 12, shortened(words[1], letters)),
    ]


def _lines(uses: Sequence[RuleUse], rules: Sequence[float], data: Mapping[str, float], middle: float) -> list[str]:
    """Return lines from the answer to its rules and from each rule to its facts."""
    (first, wide), (second, broad), (third, _) = COLUMNS
    drawn = [line(first + wide, middle, second, y, FAINT) for y in rules]
    for use, y in zip(uses, rules, strict=True):
        drawn += [line(second + broad, y, third, data[fact], FAINT) for fact in use.facts]
    return drawn
