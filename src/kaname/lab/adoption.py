"""Adoption: what becomes of the steps that a setting asks for: offered, agreed, in force at the end, lapsed.

Idea: what is asked is not what is had; drawn as the report draws it, by its own function.
Units: steps, means over futures. Reads: answers. Writes: nothing. Source: model.commitments.adoption for the states.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaname.report.charts.stacks import Part, Row, key, stacks
from kaname.report.markup import Safe
from kaname.report.sections.fate import STAGES, sizes_of
from kaname.words.catalogue import Catalogue
from kaname.words.outcomes import FATE

if TYPE_CHECKING:
    from kaname.study.session import Answer


@dataclass(frozen=True)
class Funnel:
    """A drawing of what becomes of the steps, what its parts mean, and the same in a sentence for each row."""

    drawn: Safe
    key: Safe
    sentences: tuple[str, ...]


def funnel(say: Catalogue, answer: Answer, pinned: Answer | None = None) -> Funnel | None:
    """Return what becomes of the steps of a setting, and of the pinned one; None where neither asks for a step."""
    shown = [(say(name), made) for name, made in (("column-mine", answer), ("row-pinned", pinned))
             if made is not None and made.levers]  # fmt: skip
    if not shown:
        return None
    sentences = tuple(_sentence(say, label if len(shown) > 1 else "", made) for label, made in shown)
    parts = [(css, letter, say(f"stage-{name.replace('_', '-')}")) for name, (css, letter) in STAGES.items()]
    rows = [Row(label, [Part(*part, round(size, 1)) for part, size in zip(parts, _sizes(made), strict=True)])
            for label, made in shown]  # fmt: skip
    return Funnel(stacks(rows, " ".join(sentences)), key(parts), sentences)


def _means(answer: Answer) -> list[float]:
    return [float(answer.column(name).mean()) for name in FATE]


def _sizes(answer: Answer) -> list[float]:
    sizes = sizes_of(len(answer.levers), *_means(answer))
    return [sizes[name] for name in STAGES]


def _sentence(say: Catalogue, label: str, answer: Answer) -> str:
    offered, agreed, in_force, lapsed = (say.number(mean, 1) for mean in _means(answer))
    told = say("funnel-line", asked=len(answer.levers), offered=offered, agreed=agreed, force=in_force, lapsed=lapsed)
    return f"{label}{say('colon')}{told}" if label else told
