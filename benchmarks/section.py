"""One section of the page of measurements, and the goals that its figures are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A figure with its bound. at_most: whether the figure must stay below the bound; form: how both are printed."""

    what: str
    bound: float
    value: float
    unit: str = ""
    at_most: bool = True
    form: str = ".2f"
    aim: bool = False

    @property
    def kept(self) -> bool:
        return self.value <= self.bound if self.at_most else self.value >= self.bound

    def row(self) -> tuple[str, str, str, str]:
        """Cells of the table of goals: what, bound, figure, verdict."""
        way = "at most" if self.at_most else "at least"
        unit = f" {self.unit}" if self.unit else ""
        what = f"{self.what} (aim)" if self.aim else self.what
        bound = f"{self.bound:g}" if self.bound < 1000 else f"{self.bound:,.0f}"
        return what, f"{way} {bound}{unit}", f"{self.value:{self.form}}{unit}", "kept" if self.kept else "**missed**"


@dataclass(frozen=True)
class Section:
    """Title and text of a section (Markdown), with its goals."""

    title: str
    text: str
    goals: tuple[Goal, ...] = ()


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"
