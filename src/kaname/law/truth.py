"""Three-valued truth: no, yes and open, with Kleene's strong connectives.

Idea: an unknown fact is neither true nor false; a conjunction is false as soon as one part is, a disjunction true as
soon as one part is, and otherwise an open part leaves the whole open. The numbers are those of the tables:
0 no, 1 yes, 2 undetermined.

Formula: and = no if any no, else open if any open, else yes; or = yes if any yes, else open if any open, else no;
not swaps yes and no and keeps open.
Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64.
"""

from __future__ import annotations

from collections.abc import Iterable

NO = 0
YES = 1
OPEN = 2

WORDS = ("no", "yes", "undetermined")


def negate(value: int) -> int:
    """Swap yes and no, keep open.

    >>> negate(OPEN) == OPEN
    True
    """
    return value if value == OPEN else YES - value


def all_of(values: Iterable[int]) -> int:
    """Conjunction; an empty one is yes."""
    result = YES
    for value in values:
        if value == NO:
            return NO
        if value == OPEN:
            result = OPEN
    return result


def any_of(values: Iterable[int]) -> int:
    """Disjunction; an empty one is no."""
    result = NO
    for value in values:
        if value == YES:
            return YES
        if value == OPEN:
            result = OPEN
    return result
