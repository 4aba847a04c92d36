"""Whether anything matters: the largest clear differences against the smallest that matters, and the model's record.

Idea: a sure difference may be a trifle. Every end has a smallest difference that matters (data/smallest_effects.yaml);
the first screen says how many of the clear differences of the two sides are as large, and the level, change and size
of the largest. Beside it stands how often the model was wrong where it could be tried.
Reads: View, the shipped registers of misses. Writes: nothing. Units: those of the ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from kaname.report.markup import Safe, tag
from kaname.report.numbers import MINUS, tidy
from kaname.report.sections.misses import record
from kaname.report.view import View
from kaname.report.words import counted
from kaname.scenarios.smallest import smallest_of


@dataclass(frozen=True)
class Sized:
    """A clear difference of a bargain in an end: level under the reference, change, smallest that matters."""

    bargain: str
    end: str
    level: float
    change: float
    matters: float

    @property
    def size(self) -> float:
        """How many times the smallest difference that matters."""
        return abs(self.change) / self.matters


def sized(view: View) -> list[Sized]:
    """Return the clear differences of the two sides whose end has a smallest difference, the largest first."""
    levels = view.summary["bargains"][view.run.reference]["outcomes"]
    rows = []
    for bargain, end in view.clear:
        smallest, change = smallest_of(end), view.differences[bargain][end].mean
        if smallest is not None and change is not None:
            rows.append(Sized(bargain, end, float(levels[end]["mean"]), change, smallest.size))
    return sorted(rows, key=lambda row: -row.size)


def how_much(view: View) -> str | None:
    """Return whether the clear differences matter, and the largest: level, change, size; None where none is clear."""
    rows = sized(view)
    if not rows:
        return None
    large, largest = sum(row.size >= 1.0 for row in rows), rows[0]
    clear = f"{counted(len(rows), 'clear difference')} of the two sides"
    begins = f"No bargain changes much: none of {clear} is large enough to matter"
    if large:
        begins = f"{large} of {clear} {'is' if large == 1 else 'are'} large enough to matter"
    unit = view.declared(largest.end)["unit"]
    part = f" ({largest.change / largest.level:+.1%})".replace("-", MINUS) if largest.level else ""
    change = f"+{tidy(largest.change)}" if largest.change > 0.0 else tidy(largest.change)
    return (
        f"{begins}. The largest, {view.words(largest.end)} under {view.said_bargain(largest.bargain)}: "
        f"{tidy(largest.level)} {unit} under {view.reference}, {change}{part}, "
        f"{largest.size:.2g} times what matters ({tidy(largest.matters)} {unit})."
    )


def record_mark() -> Safe | None:
    """Return the model's record as a line that leads to the misses; None where no register is shipped."""
    missed = record()
    if not missed:
        return None
    words = ", ".join(f"{wrong} of {tried} {what}" for what, wrong, tried in missed)
    return tag("p", tag("a", f"Its record: missed {words}", href="#rests"), ".", class_="purpose record")
