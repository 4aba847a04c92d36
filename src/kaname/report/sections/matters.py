"""Section on what matters: clear differences against the smallest that matters, and the model's record.

Idea: a sure difference may be a trifle. Every end has a smallest difference that matters (data/smallest_effects.yaml);
the first screen says how many of the clear differences of the two sides are as large, and of each state its largest.
Beside it stands how often the model was wrong where it could be tried.
Reads: View, the shipped registers of misses. Writes: nothing. Units: those of the ends.
"""

from __future__ import annotations

from kaname.report.markup import Safe, tag
from kaname.report.numbers import MINUS, SHARES, places_for, signed, tidy
from kaname.report.sections.misses import record
from kaname.report.view import View
from kaname.report.wording import measured
from kaname.scenarios.smallest import smallest_of
from kaname.words.catalogue import Catalogue


def size_of(view: View, bargain: str, end: str) -> float | None:
    """Return how many times the smallest difference that matters; None where none is stated."""
    smallest, change = smallest_of(end), view.differences[bargain][end].mean
    return abs(change) / smallest.size if smallest is not None and change is not None else None


def level_words(view: View, end: str) -> str:
    """Return an end's mean under the reference; its unit stands with the difference, but for a percentage."""
    how = measured(view.say, view.declared(end)["unit"])
    level = float(view.summary["bargains"][view.run.reference]["outcomes"][end]["mean"])
    return f"{tidy(level * how.factor)} %" if how.factor != 1.0 else tidy(level)


def change_words(view: View, bargain: str, end: str) -> str:
    """Return a difference with its unit, and as a part of the level where that is no share itself."""
    unit, gap = view.declared(end)["unit"], view.differences[bargain][end]
    how = measured(view.say, unit)
    assert gap.mean is not None
    assert gap.low is not None
    assert gap.high is not None
    change = signed(gap.mean * how.factor, places_for(gap.low * how.factor, gap.high * how.factor))
    level = float(view.summary["bargains"][view.run.reference]["outcomes"][end]["mean"])
    if not level or how.factor != 1.0 or unit in SHARES:
        return f"{change} {how.difference}"
    part = f"{gap.mean / level * 100.0:+.1f}".replace("-", MINUS)
    return f"{change} {how.difference} ({part} %)"


def record_mark(say: Catalogue) -> Safe | None:
    """Return the model's record as a line that leads to the misses; None where no register is shipped."""
    missed = record(say)
    if not missed:
        return None
    words = [say("page-missed-of", wrong=wrong, tried=tried, what=what) for what, wrong, tried in missed]
    line = say("page-its-record", missed=say("list-comma").join(words))
    return tag("p", tag("a", line, href="#rests"), say("page-stop"), class_="purpose record")
