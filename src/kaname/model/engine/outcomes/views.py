"""What was judged with a view taken away; it holds 0 in the futures that are not judged."""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.words.declare import outcome


@outcome(unit="count", role="views")
@kernel
def deterrence_viewed(w) -> float:
    """1 where this future's opportunities were judged with a view taken away."""
    return w.deterrence_viewed


@outcome(dims=("contingency", "deterrence_class"), unit="crises", role="views")
@kernel
def deterrence(w, k: int, deterrence_class: int) -> float:
    """Viewed opportunities by place and class, for acting at all."""
    return w.deterrence_count[k, deterrence_class]


@outcome(dims=("contingency", "deterrence_class"), unit="crises", role="views")
@kernel
def deterrence_arms(w, k: int, deterrence_class: int) -> float:
    """Viewed opportunities by place and class, for using arms."""
    return w.deterrence_arms[k, deterrence_class]
