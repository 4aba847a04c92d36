"""Strategic probit: utilities of a crisis game estimated from who challenged, who gave way and who fought.

The first side keeps the status quo (u11) or challenges; the second gives way (worth u13 to the first, 0 to itself) or
resists (u14, u24). Each utility is an offset plus regressors times coefficients, and so is log s.
    P(resists) = P4 = Phi(a), a = u24 / (s sqrt 2)
    P(challenges)   = Phi(b), b = (P4 u14 + (1 - P4) u13 - u11) / (s w)
    w = sqrt 2 (agent error), sqrt(P3^2 + P4^2 + 1) (private information about outcomes)
Maximum likelihood by BFGS with the analytic gradient, from statistical backward induction: a probit of the second
side's choice among the challenged, then one of the first side's at the chances that the first one gave.
Clock: none. Units: utilities in standard deviations of a disturbance. Reads, writes: nothing. Errors: InputError.
Source: Signorino 1999; Signorino and Yilmaz 2003 (regressor by regressor); Kenkel and Signorino 2014 (start, checks).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_ndtr, ndtr

from kaname.core.errors import InputError, unknown_name

Array = NDArray[Any]
STATUS_QUO, CAPITULATION, WAR = range(3)
PARTS = ("u11", "u13", "u14", "u24", "log_s")
ERRORS = ("agent", "private")
ROOT_TWO = math.sqrt(2)
LOG_ROOT_TWO_PI = math.log(2 * math.pi) / 2
GRADIENT_WITHIN, SEARCHED_TO = 1e-5, 1e-7
STEP = 1e-5
FLATTEST = 1e-10
MOST_TURNS = 2000
RESTARTS = 3
FAR, FARTHEST, LEAST_FALL = 5.0, 1e5, 0.5
"""Five standard errors out a likelihood with a peak has fallen by 12.5; by less than a half where it has none."""
ADVICE = "Leave out regressors that tell the same, or that tell an outcome for sure."


@dataclass(frozen=True)
class Part:
    """One utility, or the log of the spread: `offset` + `regressors` [case, coefficient] times coefficients."""

    regressors: Array
    offset: float = 0.0

    def at(self, coefficients: Array) -> Array:
        """Return its value in every case."""
        return np.asarray(self.offset + self.regressors @ coefficients)


@dataclass(frozen=True)
class Cases:
    """Observed cases (outcome: 0 status quo, 1 capitulation, 2 war) and the covariates of the five utilities."""

    outcome: Array
    parts: tuple[Part, ...]
    errors: str = "agent"

    def split(self, theta: Array) -> list[Array]:
        """Return the coefficients of each part."""
        return np.split(theta, np.cumsum([part.regressors.shape[1] for part in self.parts])[:-1])


@dataclass(frozen=True)
class Fit:
    """Coefficients by part, their standard errors by the curvature of the likelihood, and the log likelihood."""

    coefficients: dict[str, list[float]]
    standard_errors: dict[str, list[float]]
    log_likelihood: float


def cases(outcome: Sequence[int] | Array, errors: str = "agent", **parts: Part) -> Cases:
    """Cases with the parts that are named (u11, u13, u14, u24, log_s); a part that is not is 0 throughout."""
    happened = np.asarray(outcome, dtype=int)
    if errors not in ERRORS:
        raise unknown_name("a structure of errors", errors, ERRORS)
    if not len(happened) or not np.isin(happened, (STATUS_QUO, CAPITULATION, WAR)).all():
        raise InputError("outcomes are 0 status quo, 1 capitulation, 2 war, one a case, and there is at least one")
    none = Part(np.zeros((len(happened), 0)))
    for name, part in parts.items():
        if name not in PARTS:
            raise unknown_name("a part of the game", name, PARTS)
        if part.regressors.shape[:1] != happened.shape or not np.isfinite(part.regressors).all():
            raise InputError(f"{name} needs a row of finite numbers for each of the {len(happened)} cases")
    return Cases(happened, tuple(parts.get(name, none) for name in PARTS), errors)


def fit(data: Cases) -> Fit:
    """Maximum likelihood; InputError where the likelihood has no peak (say, where a regressor separates outcomes)."""
    theta = _started(data)
    for _ in range(RESTARTS):
        found = minimize(lambda t: _negative(data, t), theta, jac=True, method="BFGS",
                         options={"gtol": SEARCHED_TO, "maxiter": MOST_TURNS})  # fmt: skip
        theta = found.x
    worth, slope = log_likelihood(data, theta)
    if not len(theta):
        raise InputError("no coefficient is to be estimated", hint="Give at least one part a regressor.")
    curvature = _curvature(data, theta)
    _check_peak(data, theta, worth, curvature)
    if np.abs(slope).max() >= GRADIENT_WITHIN * len(data.outcome):
        raise InputError("the search did not settle on a peak of the likelihood", hint=ADVICE)
    errors = np.sqrt(np.diag(np.linalg.inv(curvature)))
    return Fit(_named(data, theta), _named(data, errors), worth)


def _check_peak(data: Cases, theta: Array, worth: float, curvature: Array) -> None:
    """Raise InputError where the likelihood hardly falls, or rises, far out in some direction: no peak, or a flat
    top.
    """
    bends, ways = np.linalg.eigh(curvature)
    for bend, way in zip(bends, ways.T, strict=True):
        far = FAR * min(1.0 / math.sqrt(max(bend, FLATTEST)), FARTHEST)
        fall = [worth + _negative(data, theta + sign * far * way)[0] for sign in (1.0, -1.0)]
        if min(fall) < LEAST_FALL:
            names = [f"{name}[{n}]" for name, one in _named(data, theta).items() for n in range(len(one))]
            part = names[int(np.abs(way).argmax())]
            if max(fall) < LEAST_FALL:
                raise InputError(f"the likelihood does not tell {part} from the others: they fit alike", hint=ADVICE)
            raise InputError(f"the likelihood has no peak: it rises without end with {part}", hint=ADVICE)


def _named(data: Cases, theta: Array) -> dict[str, list[float]]:
    return {name: one.tolist() for name, one in zip(PARTS, data.split(theta), strict=True)}


def chances(data: Cases, theta: Array) -> Array:
    """[case, outcome] chances at these coefficients."""
    a, b, *_ = _inside(data, theta)
    challenge, resist = ndtr(b), ndtr(a)
    return np.stack([ndtr(-b), challenge * ndtr(-a), challenge * resist], axis=1)


def log_likelihood(data: Cases, theta: Array) -> tuple[float, Array]:
    """Return its value and its gradient at these coefficients (the parts' one after the other)."""
    a, b, p4, scale, width, (u13, u14) = _inside(data, theta)
    happened = data.outcome
    quiet, fought = happened == STATUS_QUO, happened == WAR
    worth = np.where(quiet, log_ndtr(-b), log_ndtr(b) + np.where(fought, log_ndtr(a), log_ndtr(-a)))
    by_b = np.where(quiet, -_mills(-b), _mills(b))
    own_a = np.where(quiet, 0.0, np.where(fought, _mills(a), -_mills(-a)))
    widens = (2 * p4 - 1) / width if data.errors == "private" else 0.0
    b_by_a = np.exp(-(a**2) / 2 - LOG_ROOT_TWO_PI) * ((u14 - u13) / (scale * width) - b * widens / width)
    by_a = own_a + by_b * b_by_a
    outer = by_b / (scale * width)
    slopes = (-outer, outer * (1 - p4), outer * p4, by_a / (scale * ROOT_TWO), -by_b * b - by_a * a)
    gradient = [part.regressors.T @ slope for part, slope in zip(data.parts, slopes, strict=True)]
    return float(worth.sum()), np.concatenate(gradient)


def _inside(data: Cases, theta: Array) -> tuple[Array, Array, Array, Array, Array, tuple[Array, Array]]:
    u11, u13, u14, u24, log_s = (part.at(one) for part, one in zip(data.parts, data.split(theta), strict=True))
    scale = np.exp(log_s)
    a = u24 / (scale * ROOT_TWO)
    p4 = ndtr(a)
    private = data.errors == "private"
    width = np.sqrt((1 - p4) ** 2 + p4**2 + 1) if private else np.full(len(p4), ROOT_TWO)
    b = (p4 * u14 + (1 - p4) * u13 - u11) / (scale * width)
    return a, b, p4, scale, width, (u13, u14)


def _mills(x: Array) -> Array:
    """Normal density over distribution, without underflow."""
    return np.asarray(np.exp(-(x**2) / 2 - LOG_ROOT_TWO_PI - log_ndtr(x)))


def _negative(data: Cases, theta: Array) -> tuple[float, Array]:
    with np.errstate(over="ignore", invalid="ignore"):
        worth, slope = log_likelihood(data, theta)
    return (-worth, -slope) if math.isfinite(worth) else (math.inf, np.zeros(len(theta)))


def _curvature(data: Cases, theta: Array) -> Array:
    """Second derivatives of the negative log likelihood, from the analytic gradient."""
    rows = [
        (log_likelihood(data, theta - move)[1] - log_likelihood(data, theta + move)[1]) / (2 * STEP)
        for move in np.eye(len(theta)) * STEP
    ]
    found = np.array(rows).reshape(len(theta), len(theta))
    return (found + found.T) / 2


def _started(data: Cases) -> Array:
    """Return the coefficients by statistical backward induction: two probits, one after the other; the log spread
    starts at 0.
    """
    u11, u13, u14, u24, log_s = data.parts
    met = data.outcome != STATUS_QUO
    resist = _probit(u24.regressors[met] / ROOT_TWO, data.outcome[met] == WAR, u24.offset / ROOT_TWO)
    p4 = ndtr(u24.at(resist) / ROOT_TWO)[:, None]
    shares = np.hstack([-u11.regressors, (1 - p4) * u13.regressors, p4 * u14.regressors]) / ROOT_TWO
    base = (p4[:, 0] * u14.offset + (1 - p4[:, 0]) * u13.offset - u11.offset) / ROOT_TWO
    first = _probit(shares, met, base)
    return np.concatenate([first, resist, np.zeros(log_s.regressors.shape[1])])


def _probit(regressors: Array, yes: Array, base: Array | float) -> Array:
    """Return the coefficients of an ordinary probit of `yes` with a fixed part."""
    sign = np.where(yes, 1.0, -1.0)

    def negative(theta: Array) -> tuple[float, Array]:
        x = sign * (base + regressors @ theta)
        return float(-log_ndtr(x).sum()), -(regressors.T @ (sign * _mills(x)))

    search: Callable[..., Any] = minimize
    start = np.zeros(regressors.shape[1])
    return np.asarray(search(negative, start, jac=True, method="BFGS").x) if len(start) else start
