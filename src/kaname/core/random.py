"""Chance by name: the counter-based generator Threefry2x32-20 and exact draws built on it.

Idea: a draw is a function of names only. Key (seed, future), counter (time, slot and index): nothing depends on
what was drawn before, so any future can be re-run alone, bit for bit, and a new mechanism moves nobody's draw.
The bargain is not in the key: two bargains meet the same shocks.

Words are held in masked int64 (uint32 sums differ between compiled and plain code). `time` and `slot * 65536 +
index` must each fit 32 bits. Uniforms lie strictly inside (0, 1) on a grid of 2**-53.
Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011); constants of the
Random123 library. Normal quantile: Wichura, AS 241, Applied Statistics 37 (1988).
"""

from __future__ import annotations

import math

from kaname.core.kernel import kernel

MASK = 0xFFFFFFFF
PARITY = 0x1BD11BDA
SLOT_STRIDE = 65536
BINOMIAL_BLOCK = 40
POISSON_BLOCK = 12.0


@kernel
def _rotate(x: int, n: int) -> int:
    return ((x << n) | (x >> (32 - n))) & MASK


@kernel
def threefry(key0: int, key1: int, counter0: int, counter1: int) -> tuple[int, int]:
    """Threefry2x32 with 20 rounds: two 32-bit words for a 2-word key and a 2-word counter."""
    key2 = key0 ^ key1 ^ PARITY
    x0 = (counter0 + key0) & MASK
    x1 = (counter1 + key1) & MASK
    for group in range(5):
        if group % 2 == 0:
            r0, r1, r2, r3 = 13, 15, 26, 6
        else:
            r0, r1, r2, r3 = 17, 29, 16, 24
        x0 = (x0 + x1) & MASK
        x1 = _rotate(x1, r0) ^ x0
        x0 = (x0 + x1) & MASK
        x1 = _rotate(x1, r1) ^ x0
        x0 = (x0 + x1) & MASK
        x1 = _rotate(x1, r2) ^ x0
        x0 = (x0 + x1) & MASK
        x1 = _rotate(x1, r3) ^ x0
        step = group + 1
        if step % 3 == 0:
            a, b = key0, key1
        elif step % 3 == 1:
            a, b = key1, key2
        else:
            a, b = key2, key0
        x0 = (x0 + a) & MASK
        x1 = (x1 + b + step) & MASK
    return x0, x1


@kernel
def unit(seed: int, future: int, time: int, counter: int) -> float:
    """A uniform in (0, 1) with 53 random bits, for the named key and counter."""
    x0, x1 = threefry(seed, future, time, counter)
    return ((x0 >> 5) * 67108864.0 + (x1 >> 6) + 0.5) / 9007199254740992.0


@kernel
def normal_quantile(u: float) -> float:
    """Standard normal quantile at u in (0, 1), relative accuracy about 1e-16 (Wichura, AS 241, PPND16)."""
    q = u - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        top = (
            (
                (
                    (
                        ((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                        + 45921.953931549871457
                    )
                    * r
                    + 13731.693765509461125
                )
                * r
                + 1971.5909503065514427
            )
            * r
            + 133.14166789178437745
        ) * r + 3.387132872796366608
        low = (
            (
                (
                    (
                        ((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                        + 21213.794301586595867
                    )
                    * r
                    + 5394.1960214247511077
                )
                * r
                + 687.1870074920579083
            )
            * r
            + 42.313330701600911252
        ) * r + 1.0
        return q * top / low
    tail = u if q < 0.0 else 1.0 - u
    r = math.sqrt(-math.log(tail))
    if r <= 5.0:
        r -= 1.6
        top = (
            (
                (
                    (
                        ((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
                        + 1.27045825245236838258
                    )
                    * r
                    + 3.64784832476320460504
                )
                * r
                + 5.7694972214606914055
            )
            * r
            + 4.6303378461565452959
        ) * r + 1.42343711074968357734
        low = (
            (
                (
                    (
                        ((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
                        + 0.14810397642748007459
                    )
                    * r
                    + 0.68976733498510000455
                )
                * r
                + 1.6763848301838038494
            )
            * r
            + 2.05319162663775882187
        ) * r + 1.0
    else:
        r -= 5.0
        top = (
            (
                (
                    (
                        ((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r
                        + 0.026532189526576123093
                    )
                    * r
                    + 0.29656057182850489123
                )
                * r
                + 1.7848265399172913358
            )
            * r
            + 5.4637849111641143699
        ) * r + 6.6579046435011037772
        low = (
            (
                (
                    (
                        ((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
                        + 7.868691311456132591e-4
                    )
                    * r
                    + 0.0148753612908506148525
                )
                * r
                + 0.13692988092273580531
            )
            * r
            + 0.59983220655588793769
        ) * r + 1.0
    value = top / low
    return -value if q < 0.0 else value


@kernel
def binomial_block(n: int, p: float, u: float) -> int:
    """Binomial(n, p) by inversion for n <= BINOMIAL_BLOCK and p <= 1/2 (the start q**n cannot underflow)."""
    odds = p / (1.0 - p)
    chance = 1.0
    for _ in range(n):
        chance *= 1.0 - p
    total = chance
    k = 0
    while u > total and k < n:
        k += 1
        chance *= odds * (n - k + 1) / k
        total += chance
    return k


@kernel
def poisson_block(mean: float, u: float) -> int:
    """Poisson(mean) by inversion for mean <= POISSON_BLOCK."""
    chance = math.exp(-mean)
    total = chance
    k = 0
    while u > total and chance > 0.0:
        k += 1
        chance *= mean / k
        total += chance
    return k
