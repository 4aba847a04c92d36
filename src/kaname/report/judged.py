"""A verdict in words, for the terminal and the page: what is clear, whether it stands in the checks, what it hangs on.

Rule: "better" and "worse" stand only beside a difference that is clear; one that does not survive says in which check
it fails, which cannot tell, or which was not run; what is reported beside (adopted, equal cost, a stress) is named
where the difference is clearly opposite there. Reads: verdicts. Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kaname.analysis.verdicts import BARGAIN, Judged
from kaname.report.numbers import about

BETTER, WORSE = "better", "worse"
UNCLEAR = "no clear difference"


def word(judged: Judged) -> str:
    """better, worse, or no clear difference."""
    if not judged.clear:
        return UNCLEAR
    return BETTER if judged.favours == BARGAIN else WORSE


def standing(judged: Judged, names: Mapping[str, str]) -> str:
    """Return whether a clear difference stands, as a clause. names: of the checks by id."""
    if not judged.clear:
        return ""
    beside = [name for name in judged.opposite if name not in judged.lost]
    tail = f"; clearly the other way round in: {_listed(beside, names)}" if beside else ""
    if judged.survives:
        return f"holds in every check{tail}"
    parts = [f"fails in: {_listed(judged.lost, names)}"] if judged.lost else []
    parts += [f"cannot be told in: {_listed(judged.undecided, names)}"] if judged.undecided else []
    parts += [f"not checked against: {_listed(judged.unasked, names)}"] if judged.unasked else []
    return "; ".join(parts) + tail


def needing(judged: Judged, pairs: int) -> str:
    """Return in words how many futures an unclear difference would need; empty where no number would do."""
    if judged.clear or judged.needed is None or judged.needed <= pairs:
        return ""
    return f"about {about(judged.needed)} futures needed"


def _listed(ids: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(one, one.replace("_", " ")).lower() for one in ids)
