"""A mass loss of life that a run is given, as a person types it: `20@2031Q2`, `20@2031:absence`.

The number is in thousand people of the ally; the date says in which quarter, the word where the blame falls (enemy,
entanglement, absence), which is drawn where it is left out. Reads, writes: nothing. Errors: InputError with the words
and the dates that are allowed. What it does stands in model.politics.disaster.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kaname.core.errors import InputError, unknown_name
from kaname.core.number_text import number_from
from kaname.scenarios.records import Start
from kaname.study.dates import quarter_at
from kaname.words.axes import BLAMES
from kaname.words.structure import PARAMS

FLAG = "--disaster"
AT, BLAMED = "@", ":"
MECHANISM = "politics.disaster"
DRAWN = -1.0
PEOPLE = next(param for param in PARAMS if param.name == "disaster_people")


def check_disaster(text: str, frozen: Sequence[str] = ()) -> None:
    """Raise InputError for a text that names no loss and date, or where the mechanism that obeys it is frozen."""
    if not text:
        return
    people, at, rest = text.partition(AT)
    date, colon, blame = rest.partition(BLAMED)
    if not at or not date.strip() or (colon and not blame.strip()):
        raise InputError(f"{text!r} names no loss and date", path=FLAG, found=text,
                         hint="Write 20@2031Q2 or 20@2031Q2:absence, in thousand people.")  # fmt: skip
    number_from(people, low=PEOPLE.low, high=PEOPLE.high, whole=False, about="thousand people", path=FLAG)
    if blame and blame not in BLAMES:
        raise unknown_name("a place for blame", blame, BLAMES, path=FLAG)
    if MECHANISM in frozen:
        raise InputError(f"{MECHANISM} is frozen, so no disaster can be given", path=FLAG, found=text,
                         hint="Take it out of --freeze.")  # fmt: skip


def disaster_settings(text: str, start: Start, quarters: int) -> Mapping[str, float]:
    """Return the parameters that a disaster sets, none where there is none; quarters: the length of the run."""
    check_disaster(text)
    if not text:
        return {}
    people, _, rest = text.partition(AT)
    date, _, blame = rest.partition(BLAMED)
    return {
        "disaster_from": float(quarter_at(start, quarters, date, FLAG) + 1),
        "disaster_people": float(people),
        "disaster_blame": float(BLAMES.index(blame)) if blame else DRAWN,
    }
