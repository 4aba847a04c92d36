"""The guarantee of a run as a person sets it: as_is, none or sure, and from when (`none@2031Q2`).

Reads, writes: nothing. Errors: InputError with the words that are allowed, or with the dates. What the switch does
stands in model.crisis.guarantee.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kaname.core.errors import InputError, unknown_name
from kaname.scenarios.records import Start
from kaname.study.dates import quarter_at
from kaname.words.axes import GUARANTEE_AS_IS, GUARANTEE_SWITCH

AS_IS = GUARANTEE_SWITCH[GUARANTEE_AS_IS]
FLAG = "--guarantee"
FROM = "@"
MECHANISM = "crisis.guarantee"


def check_guarantee(text: str, frozen: Sequence[str] = ()) -> None:
    """Raise InputError for a word that the switch does not have, or where the mechanism that obeys it is frozen."""
    word, at, date = text.partition(FROM)
    if word not in GUARANTEE_SWITCH:
        raise unknown_name("a guarantee", word, GUARANTEE_SWITCH, path=FLAG)
    if at and (word == AS_IS or not date.strip()):
        raise InputError(f"{text!r} names no switch and date", path=FLAG, found=text,
                         hint="Write none@2031Q2 or sure@2031, or leave the date out.")  # fmt: skip
    if word != AS_IS and MECHANISM in frozen:
        raise InputError(f"{MECHANISM} is frozen, so the guarantee cannot be switched", path=FLAG, found=text,
                         hint="Take it out of --freeze.")  # fmt: skip


def guarantee_settings(text: str, start: Start, quarters: int) -> Mapping[str, float]:
    """Return the parameters that a guarantee sets, none where it is as it is; quarters: the length of the run."""
    check_guarantee(text)
    word, _, date = text.partition(FROM)
    if word == AS_IS:
        return {}
    since = quarter_at(start, quarters, date or None, FLAG)
    return {"guarantee": float(GUARANTEE_SWITCH.index(word)), "guarantee_from": float(since + 1)}
