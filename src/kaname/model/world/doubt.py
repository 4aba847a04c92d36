"""The slope of a choice whose values nobody knows exactly.

slope = choice_precision / sqrt(1 + pi / 8 (choice_precision x value_doubt)**2)
Units: nat per stake. Source: MacKay 1992 (a logit averaged over a normal doubt).
"""

from __future__ import annotations

from math import pi, sqrt

from kaname.core.kernel import kernel

EIGHTH = 8.0
SHARPNESS = pi / EIGHTH


@kernel
def slope_of(precision: float, doubt: float) -> float:
    """Return the slope of a logit choice averaged over a normal doubt about the chooser's values."""
    blurred = precision * doubt
    return precision / sqrt(1.0 + SHARPNESS * blurred * blurred)
