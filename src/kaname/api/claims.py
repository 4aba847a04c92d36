"""The audit of claims from Python: what authors say, run in paired futures, with a verdict for each.

Reads: claims, scenario, evidence, the compiled kernels. Writes: with `out`, rows from which a stopped audit continues.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kaname.api.comparison import WORKERS
from kaname.api.progress import Told, progress_of
from kaname.api.table import Table
from kaname.compile.sampling import Sampled
from kaname.core.errors import InputError
from kaname.core.hashing import bytes_digest
from kaname.core.intervals import pairs_needed
from kaname.scenarios.claim_conditions import with_conditions
from kaname.scenarios.claims import Claim, chosen, load_claims, shipped_claims
from kaname.study.claims import told
from kaname.study.claims.audit import FUTURES, Audited, Laid, audited, check_futures, checked_rows, laid
from kaname.study.claims.boxes import Box
from kaname.study.claims.corners import drive
from kaname.study.claims.kept import Kept
from kaname.study.claims.reasons import Reasons, reasons_of
from kaname.study.claims.rule import LEVEL, looks_of
from kaname.study.claims.verdict import RATE, VERDICTS, Judged
from kaname.study.claims.words import arm_words, change_words, line_words, unit_of
from kaname.study.commands import claims_command

DIGITS = 4


@dataclass(frozen=True)
class Claims:
    """Claims with their verdicts. audited, reasons: see `kaname.study.claims.verdict.Audited` and `.reasons.Reasons`;
    laid: what gave their rows; named: the ids asked for, none where all were; levers: what was set of their arms."""

    scenario: str
    futures: int
    seed: int
    named: tuple[str, ...]
    files: tuple[str, ...]
    audited: tuple[Audited, ...]
    reasons: Mapping[str, Reasons]
    laid: Laid
    levers: Mapping[str, float] = field(default_factory=dict)

    def verdicts(self) -> dict[str, list[str]]:
        """Return the claims by verdict, worst verdict first."""
        found = {name: [one.claim.id for one in self.audited if one.verdict == name] for name in VERDICTS}
        return {name: ids for name, ids in found.items() if ids}

    @property
    def table(self) -> Table:
        """Return one row per line: claim, what is compared, effect with interval, its size, the share of worlds,
        verdicts.
        """
        return Table.of_rows([row for one in self.as_data()["claims"] for row in _rows(one)])

    def as_data(self) -> dict[str, Any]:
        """Return all of it as plain data, as it is stored and printed as JSON."""
        looks = looks_of(self.futures)
        command = claims_command(self.scenario, self.named, self.futures, self.seed, self.files, self.levers)
        return {
            "format": 1, "command": command,
            "scenario": self.scenario, "seed": self.seed, "budget": self.futures, "looks": list(looks),
            "model": self._model, "level": LEVEL, "false_discovery_rate": RATE, "verdicts": dict(VERDICTS), "counts": {
                name: len(ids) for name, ids in self.verdicts().items()
            },
            "claims": [self._claim(one) for one in self.audited],
        }  # fmt: skip

    @property
    def _model(self) -> str:
        """Return the digest of the model's sources and of the figures, by which an audit of an older model can be
        told.
        """
        digests: Mapping[str, Any] = next((rows.compiled.digests["sha256"] for rows in self.laid.settings.values()), {})
        return bytes_digest(json.dumps([digests.get("model"), digests.get("evidence")], sort_keys=True).encode())[:16]

    def _claim(self, one: Audited) -> dict[str, Any]:
        claim = one.claim
        return {
            "id": claim.id, "author": claim.author, "claim": claim.claim, "verdict": one.verdict,
            "futures": one.futures, "passage": claim.passage, "scope": claim.scope, "rival": claim.rival,
            "part": claim.part, "built_in": claim.built_in, "cannot_run": claim.cannot_run,
            "systems": list(claim.systems), "crisis": list(claim.crisis) if claim.crisis else None,
            "arms": {arm: change_words(change) for arm, change in claim.arms.items() if _used(claim, arm)},
            "lines": [self._line(claim, line) for line in one.lines], "reasons": self._reasons(one),
        }  # fmt: skip

    def _reasons(self, one: Audited) -> dict[str, Any] | None:
        """Return why a claim comes out as it does, in numbers and in sentences."""
        found = self.reasons.get(one.claim.id)
        if found is None:
            return None
        line = found.line.line
        rows, unit = self.laid.rows(one.claim, line), unit_of(line)
        figures = {item.column: item for item in rows.compiled.sampled}
        needed = pairs_needed(found.line.found.mean, found.line.found.error * math.sqrt(found.line.found.pairs))
        boxes = {"fails": found.fails, "holds": found.holds, "tree": found.tree}
        return {
            "line": one.lines.index(found.line), "note": found.note, "futures": found.futures,
            **{name: _box(box, "fails" if name == "tree" else name, figures) for name, box in boxes.items()},
            "figures": [{**_rounded(asdict(leaning)), "sentence": told.leaning_words(leaning, unit, figures)}
                        for leaning in found.leanings],
            "mechanisms": [{**_rounded(asdict(held)), "sentence": told.held_words(held)} for held in found.mechanisms],
            "theories": [{"name": under.theory.name, "mean": _number(under.found.mean),
                          "low": _number(under.found.interval(0.95)[0]),
                          "high": _number(under.found.interval(0.95)[1]), "pairs": under.found.pairs,
                          "sentence": told.theory_words(under, unit)} for under in found.theories],
            "moves": [{**_rounded(asdict(move)), "sentence": told.move_words(move, figures)} for move in found.moves],
            "unmoved": told.unmoved_words(found.moves, found.line.verdict, needed),
        }  # fmt: skip

    def _line(self, claim: Claim, one: Judged) -> dict[str, Any]:
        names = self._names(claim, one)
        line, found = one.line, one.found
        return {
            "sentence": line.sentence or line_words(line, names), "outcome": [list(pair) for pair in line.columns],
            "terms": [list(pair) for pair in line.terms], "expect": line.expect, "aside": line.aside,
            "unit": unit_of(line), "level": {arm_words(arm): _number(value) for arm, value in one.level.items()},
            "mean": _number(found.mean), "low": _number(one.low), "high": _number(one.high),
            "matters": line.matters, "why": line.why, "size": _number(one.size), "q": _number(one.q),
            "share": [_number(value) for value in one.share], "between": _number(found.between),
            "reliability": _number(found.reliability), "worlds": found.worlds, "pairs": found.pairs,
            "above": found.above, "below": found.below, "verdict": one.verdict,
            "ends": {**_rounded(asdict(one.driven)), "sentence": told.ends_words(one.driven)} if one.driven else None,
        }  # fmt: skip

    def _names(self, claim: Claim, one: Judged) -> dict[str, str]:
        names = self.laid.rows(claim, one.line).compiled.names
        return {**names["contingency"], **names["actor"]}


def _used(claim: Claim, arm: str) -> bool:
    return any(arm == name for line in claim.lines for name, _ in line.terms)


def _box(box: Box | None, what: str, figures: Mapping[str, Sampled]) -> dict[str, Any] | None:
    if box is None or not box.found:
        return None
    conditions = [
        {"column": one.column, "low": one.low if one.low > -math.inf else None,
         "high": one.high if one.high < math.inf else None, "sentence": told.condition_words(one, figures)}
        for one in box.conditions
    ]  # fmt: skip
    numbers = {name: _number(getattr(box, name)) for name in ("coverage", "density", "base")}
    return {"conditions": conditions, **numbers, "sentence": told.box_words(box, what, figures)}


def _rounded(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _number(value) if isinstance(value, float) else value for name, value in data.items()}


def _number(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def _rows(one: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a claim in the table; a claim that cannot be run has one without numbers."""
    names = ("mean", "low", "high", "matters", "size", "q")
    head = {"claim": one["id"], "author": one["author"], "verdict": one["verdict"], "futures": one["futures"]}
    none: dict[str, Any] = dict.fromkeys(("sentence", "unit", "line_verdict", *names, "share", "worlds"))
    if not one["lines"]:
        return [{**head, **none, "sentence": one["cannot_run"]}]
    return [
        {**head, **none, "sentence": line["sentence"], "unit": line["unit"], "line_verdict": line["verdict"],
         **{name: line[name] for name in names}, "share": line["share"][0], "worlds": line["worlds"]}
        for line in one["lines"]
    ]  # fmt: skip


def read_claims(files: Sequence[str | Path] = (), ids: Sequence[str] = ()) -> tuple[Claim, ...]:
    """Return claims of files, the package's own where none is named, those of these ids where some are named."""
    claims = tuple(one for file in files for one in load_claims(file)) if files else shipped_claims()
    return chosen(claims, tuple(ids))


def checked(file: str | Path) -> tuple[Claim, ...]:
    """Return the claims of a file, every arm, place and outcome of them checked; InputError or InputErrors else."""
    claims = load_claims(file)
    checked_rows(claims)
    return claims


def claims(
    scenario: str | Path, ids: Sequence[str] = (), *, files: Sequence[str | Path] = (),
    futures: int = FUTURES, seed: int = 1, quick: bool = False, out: str | Path | None = None, workers: int = WORKERS,
    progress: bool | Told = False, levers: Mapping[str, float] | None = None,
) -> Claims:  # fmt: skip
    """Return the audit of claims: paired arms, as many futures as each needs, verdicts with numeric definitions.

    scenario: id or file, that of each claim where it is empty; ids: claims of the package (or of `files`), all where
    none is named; futures: the budget of each arm, 20 to 100,000; quick: no mechanisms held, no rival theories
    run and no figures driven to their ends;
    out: a folder in which rows are kept, so that a stopped audit continues; progress: True, or a function called with
    (steps done, steps in all); levers: other conditions of the one claim asked for, `arm.lever` or `figure.NAME` ->
    value in its unit, `years` -> whole years. Raises InputError or InputErrors before anything is run.

    >>> made = claims("us-japan", ["C34"], futures=20)
    >>> [one.claim.id for one in made.audited]
    ['C34']
    """
    asked = _under(read_claims(files, ids), levers or {})
    check_futures(futures)
    store = Kept.under(Path(out)) if out is not None else None
    ready = laid(asked, seed, workers, store, str(scenario))
    found = audited(ready.claims, ready.rows, futures, progress_of(progress, "claims"))
    if not quick:
        found = drive(found, ready.rows, progress_of(progress, "ends of figures"))
    reasons = reasons_of(found, ready.rows, looks_of(futures), progress_of(progress, "reasons"), not quick)
    named = str(scenario) or ready.claims[0].scenario
    return Claims(named, futures, seed, tuple(ids), tuple(map(str, files)), found, reasons, ready, dict(levers or {}))


def _under(asked: tuple[Claim, ...], levers: Mapping[str, float]) -> tuple[Claim, ...]:
    """Return the claims asked for, the one with levers of its arms set where some are."""
    if levers and len(asked) != 1:
        raise InputError(f"levers of arms are set for one claim, and {len(asked)} are asked for", path="--set",
                         hint="Name one claim, such as --claims C34.")  # fmt: skip
    return tuple(with_conditions(claim, levers) for claim in asked) if levers else asked
