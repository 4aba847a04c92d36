"""Whether a world lies in its declared ranges, and a digest of its bytes, both over the record seen as 8-byte words."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from kaname.core.kernel import kernel
from kaname.words.fields import FIELDS

SLACK = 1e-9
PRIME = 16777619
BASIS = 2166136261
LOW_WORD = 0xFFFFFFFF


class Frame(NamedTuple):
    """Per 8-byte word of the record: real (1) or whole (0), low, high, and the field's place in FIELDS."""

    real: np.ndarray
    low: np.ndarray
    high: np.ndarray
    field: np.ndarray


class Words(NamedTuple):
    """One world's bytes seen as float64 and as int64; both views share the record's memory."""

    reals: np.ndarray
    wholes: np.ndarray


class Rows(NamedTuple):
    """What a chunk keeps: outcomes[n, column], yearly[m, year, column] (m = 0 beyond the fans), failed[n] (word or -1),
    digest[n], chain_code[n, 8], chain_quarter[n, 8]."""

    outcomes: np.ndarray
    yearly: np.ndarray
    failed: np.ndarray
    digest: np.ndarray
    chain_code: np.ndarray
    chain_quarter: np.ndarray


def frame_of(dtype: np.dtype) -> Frame:
    """The ranges of a world's record type, word by word."""
    count = dtype.itemsize // 8
    real, place = np.zeros(count, np.int8), np.zeros(count, np.int64)
    low, high = np.zeros(count), np.zeros(count)
    for number, item in enumerate(FIELDS):
        base, offset = dtype.fields[item.name][:2]  # type: ignore[index]
        here = slice(offset // 8, (offset + base.itemsize) // 8)
        real[here], place[here] = item.kind == "real", number
        low[here], high[here] = item.low, item.high
    return Frame(real, low, high, place)


def words_of(world: np.ndarray) -> Words:
    """The two views of a record array of length 1."""
    raw = world.view(np.uint8)
    return Words(raw.view(np.float64).reshape(-1), raw.view(np.int64).reshape(-1))


@kernel
def first_outside(words: Words, frame: Frame) -> int:
    """The first word that is NaN or outside its range, or -1."""
    for i in range(frame.real.shape[0]):
        value = words.reals[i] if frame.real[i] == 1 else float(words.wholes[i])
        slack = SLACK * max(1.0, abs(frame.high[i]))
        if math.isnan(value) or value < frame.low[i] - slack or value > frame.high[i] + slack:
            return i
    return -1


@kernel
def digest(words: Words) -> int:
    """FNV-1a, two lanes of 32 bits, over the record's 8-byte words: equal digests mean equal final worlds."""
    low, high = BASIS, BASIS ^ 1
    for i in range(words.wholes.shape[0]):
        word = words.wholes[i]
        low = ((low ^ (word & LOW_WORD)) * PRIME) & LOW_WORD
        high = ((high ^ ((word >> 32) & LOW_WORD)) * PRIME) & LOW_WORD
    return (high >> 1) << 32 | low
