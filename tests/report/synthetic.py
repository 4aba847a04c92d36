"""A run folder made of plausible random numbers, in the first format of docs/reference/dataset.md: to draw reports
without runs, and to see that runs of that format are still read.

Known truths are planted so that tests can ask for them: under `firm` the ally's casualties are lower (clear), the
ally's spending is higher (clear), the protector's territory is the same in every future, the theory
`credibility_theory` turns the sign of the ally's coerced crises, and `u.resolve` moves the ally's casualties more
than anything else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from kaname.store.form import key_of
from kaname.store.spans import Span
from kaname.store.tables import write_json, write_table
from kaname.study.summary import summarise
from kaname.words.axes import FIXED_AXES
from kaname.words.events import CHAIN_LENGTH
from kaname.words.outcomes import OUTCOMES
from kaname.words.outcomes import columns as columns_of

ACTORS = {"pro": "Protector", "ally": "Ally", "riv": "Rival", "par": "Partner"}
CONTINGENCIES = {"island": "The island", "strait": "The strait", "north": "Missiles from the north"}
BARGAINS = {"as_is": "As it is", "firm": "A firm promise", "own": "Own defence"}
MOVES = {
    "challenge": ["nothing", "probe", "press", "seize", "strike", "cyber"],
    "response": ["acquiesce", "appeal", "police_response", "military_response"],
    "guarantor": ["abstain", "speak", "support", "fight"],
    "host": ["refuse", "delay", "grant"],
    "response_again": ["stop", "hold", "escalate"],
    "ending": [
        "none",
        "status_quo",
        "concession",
        "fait_accompli",
        "settlement",
        "limited_war",
        "wide_war",
        "undecided",
    ],
}
KINDS = [
    "election",
    "opportunity",
    "challenge",
    "no_challenge",
    "response",
    "guarantor",
    "host",
    "ending",
    "battle",
    "nuclear_option",
]
YEARS, FIRST_YEAR = 15, 2026
CHUNK = 500


def write_run(
    folder: Path, futures: int = 200, bargains: Sequence[str] = tuple(BARGAINS), seed: int = 7, names: str = "",
    failed: int = 2, yearly: int = 2000, sampled: int = 24,
) -> Path:  # fmt: skip
    """Write a run folder and return it. names: text put into every name and sentence that a user can give."""
    columns = outcome_columns()
    uncertain = sampled_columns(futures, seed, sampled)
    files: dict[str, list[Path]] = {bargain: [] for bargain in bargains}
    chunks = []
    for number, bargain in enumerate(bargains):
        rows = outcome_rows(columns, uncertain, futures, seed, number)
        dead = np.full(futures, -1)
        dead[number : number + failed if number else 0] = 9
        for first in range(0, futures, CHUNK):
            span = Span(bargain, first, min(first + CHUNK, futures) - 1)
            part = slice(first, span.last + 1)
            file = f"outcomes/{span.name}"
            digest = write_table(folder / file, _rows(bargain, span, dead[part], rows, uncertain, part, seed), {})
            files[bargain].append(folder / file)
            entry = {"bargain": bargain, "first": first, "last": span.last, "file": file, "sha256": digest}
            if first < yearly:
                entry["yearly"] = f"yearly/{span.name}"
                entry["yearly_sha256"] = write_table(folder / entry["yearly"], _years(bargain, span, rows, part), {})
            chunks.append(entry)
    head = _head(futures, bargains, seed, names)
    write_json(folder / "summary.json", summarise(files, columns, bargains[0], head))
    write_json(folder / "manifest.json", _manifest(columns, uncertain, chunks, bargains, names, head))
    return folder


def outcome_columns() -> tuple[str, ...]:
    """The columns of the outcomes on the axes of this little world."""
    return columns_of({**FIXED_AXES, "actor": ACTORS, "contingency": CONTINGENCIES})


def sampled_columns(futures: int, seed: int, count: int) -> dict[str, np.ndarray]:
    """Uncertain figures: one that matters, one theory, and noise."""
    chance = np.random.default_rng(seed)
    named = {"u.resolve": chance.uniform(size=futures), "u.credibility_theory": chance.integers(0, 2, futures) * 1.0}
    return named | {f"u.figure_{n}": chance.lognormal(size=futures) for n in range(count)}


def outcome_rows(
    columns: Sequence[str], uncertain: Mapping[str, np.ndarray], futures: int, seed: int, number: int
) -> dict[str, np.ndarray]:
    """Outcomes of bargain `number`, on shocks that all bargains share."""
    shared, own = np.random.default_rng(seed + 1), np.random.default_rng(seed + 100 + number)
    rows = {}
    for column in columns:
        scale = {"bn USD 2023": 100.0, "thousand people": 5.0, "warheads": 600.0, "missiles": 300.0, "days": 12.0}
        unit = next(o.unit for o in OUTCOMES if o.name == column.split(".")[0])
        common = shared.beta(2, 3, futures)
        bump = 0.0 if number == 0 else own.normal(0.0, 0.05, futures)
        rows[column] = np.abs(common + bump) * scale.get(unit, 1.0)
        if unit in ("crises", "count"):
            rows[column] = np.floor(4 * np.abs(common + bump))
    _plant(rows, uncertain, number, own)
    return rows


def _plant(rows: dict[str, np.ndarray], uncertain: Mapping[str, np.ndarray], number: int, own: Any) -> None:
    futures = rows["nuclear_option"].size
    theory, resolve = uncertain["u.credibility_theory"], uncertain["u.resolve"]
    rows["territory.pro"] = np.ones(futures)
    rows["nuclear_option"] = (own.uniform(size=futures) < 0.02).astype(float)
    if number == 1:
        rows["casualties.ally"] = rows["casualties.ally"] - 2.0 * resolve
        rows["spending.ally"] = rows["spending.ally"] + 12.0
        rows["coerced.ally"] = rows["coerced.ally"] + np.where(theory > 0, 1.0, -1.0)
    for name in CONTINGENCIES:
        opportunities = rows[f"opportunities.{name}"] + 3.0
        rows[f"opportunities.{name}"] = opportunities
        for part in ("challenges", "seizures", "wars", "supported"):
            rows[f"{part}.{name}"] = np.minimum(rows[f"{part}.{name}"], opportunities)


def _rows(
    bargain: str, span: Span, dead: np.ndarray, rows: Mapping[str, np.ndarray], uncertain: Mapping[str, np.ndarray],
    part: slice, seed: int,
) -> dict[str, Any]:  # fmt: skip
    count = span.last - span.first + 1
    codes, quarters = _events(count, seed + span.first + 31 * len(bargain))
    table: dict[str, Any] = {
        "bargain": [bargain] * count,
        "future": np.arange(span.first, span.last + 1),
        "failed_field": ["trust" if one >= 0 else "" for one in dead],
        "failed_quarter": dead.astype(np.int64),
        "digest": np.zeros(count, np.int64),
    }
    table |= {f"event_{n + 1}": codes[:, n].astype(np.int32) for n in range(CHAIN_LENGTH)}
    table |= {f"quarter_{n + 1}": quarters[:, n].astype(np.int16) for n in range(CHAIN_LENGTH)}
    table |= {name: values[part] for name, values in rows.items()}
    return table | {name: values[part] for name, values in uncertain.items()}


def code_of(kind: str, place: int, detail: int) -> int:
    """An event's code as the store has it."""
    return (KINDS.index(kind) * 16 + place) * 16 + detail


def _events(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    codes, quarters = np.zeros((count, CHAIN_LENGTH), np.int64), np.full((count, CHAIN_LENGTH), -1, np.int64)
    for n in range(count):
        row: list[tuple[int, int]] = []
        for _ in range(chance.integers(0, 4)):
            place, quarter = int(chance.integers(0, 3)), int(chance.integers(len(row) * 6, 60))
            move = int(chance.choice([1, 2, 3, 5], p=[0.4, 0.3, 0.2, 0.1]))
            answer, help_, end = chance.integers(0, 4), chance.integers(0, 4), chance.choice([1, 1, 2, 3, 4, 5, 6, 7])
            row += [(code_of("challenge", place, move), quarter), (code_of("response", place, int(answer)), quarter)]
            row += [(code_of("guarantor", place, int(help_)), quarter), (code_of("ending", place, int(end)), quarter)]
        for place, (code, quarter) in enumerate(row[:CHAIN_LENGTH]):
            codes[n, place], quarters[n, place] = code, quarter
    return codes, quarters


def _years(bargain: str, span: Span, rows: Mapping[str, np.ndarray], part: slice) -> dict[str, Any]:
    count = span.last - span.first + 1
    chance = np.random.default_rng(span.first + 5)
    table: dict[str, Any] = {
        "bargain": [bargain] * (count * YEARS),
        "future": np.repeat(np.arange(span.first, span.last + 1), YEARS),
        "year": np.tile(np.arange(FIRST_YEAR, FIRST_YEAR + YEARS), count),
    }
    fans = {o.name for o in OUTCOMES if o.fan}
    for name, values in rows.items():
        if name.split(".")[0] in fans:
            walk = np.cumsum(chance.normal(0, 0.03, (count, YEARS)), axis=1)
            table[name] = (values[part][:, None] * np.exp(walk)).reshape(-1)
    return table


def _head(futures: int, bargains: Sequence[str], seed: int, names: str) -> dict[str, Any]:
    outcomes = {
        o.name: {"unit": o.unit, "role": o.role, "good": o.good, "dims": list(o.dims), "fan": o.fan,
                 "sentence": o.sentence + names}
        for o in OUTCOMES
    }  # fmt: skip
    told = {"actor": ACTORS, "contingency": CONTINGENCIES, "bargain": {b: BARGAINS.get(b, b) for b in bargains}}
    return {
        "format": 1, "scenario": "made-up", "title": "A made-up world" + names,
        "question": "Does a firmer promise keep the island where it is?" + names, "seed": seed, "futures": futures,
        "quarters": YEARS * 4, "start": FIRST_YEAR, "reference": bargains[0], "preset": "full",
        "names": {axis: {key: name + names for key, name in entries.items()} for axis, entries in told.items()},
        "outcomes": outcomes,
    }  # fmt: skip


def _manifest(
    columns: Sequence[str], uncertain: Mapping[str, np.ndarray], chunks: list[dict[str, Any]],
    bargains: Sequence[str], names: str, head: Mapping[str, Any],
) -> dict[str, Any]:  # fmt: skip
    units = {name: head["outcomes"][name.split(".")[0]]["unit"] for name in columns}
    units |= {name: "switch" if "theory" in name else "factor" for name in uncertain}
    sha = {"scenario": "a" * 64, "evidence": "b" * 64, "model": "c" * 64, "bargains": dict.fromkeys(bargains, "d" * 64)}
    scenario = {
        "title": head["title"],
        "question": head["question"],
        "notes": {"The island": "Names are neutral." + names},
        "as_is": [{"what": "A law is in force." + names, "source": ["someone_2020"]}],
        "roles": {"pro": "protector", "ally": "ally", "riv": "rival", "par": "partner"},
    }
    scenario["contingencies"] = {
        key: {"challenger": "riv", "target": "ally", "guarantor": "pro", "host": None} for key in CONTINGENCIES
    }
    packages = {
        b: {"name": BARGAINS.get(b, b) + names, "summary": "In short." + names, "author": "A. Author" + names,
            "adds": ["A plain promise." + names], "levers": {"clarity": 0.9}}
        for b in bargains
    }  # fmt: skip
    inputs = {"scenario": "made-up", "seed": head["seed"], "futures": head["futures"], "bargains": list(bargains),
              "chunk": CHUNK, "preset": "full", "years": YEARS, "sha256": sha}  # fmt: skip
    return {
        "format": 1,
        "key": key_of(inputs),
        "command": f"kaname compare made-up --bargains {','.join(bargains)} --futures {head['futures']}" + names,
        "inputs": inputs,
        "versions": {"python": "3.11.2", "kaname": "0.1.0", "numpy": "2.4.6"},
        "machine": {"system": "Linux", "machine": "x86_64", "cpu": "generic", "cores": 2},
        "columns": units,
        "complete": True,
        "chunks": chunks,
        "model": _model(uncertain, names),
        "figures": _figures(uncertain, names),
        "sources": {"someone_2020": {"author": "Someone" + names, "title": "A work" + names, "year": "2020",
                                     "publisher": "A house", "certainty": "K", "licence": "cited"}},
        "scenario": scenario,
        "bargains": packages,
    }  # fmt: skip


def _figures(uncertain: Mapping[str, np.ndarray], names: str) -> dict[str, Any]:
    """Each sampled column's figure; by turns a judgement and a work's."""
    found: dict[str, Any] = {}
    for place, column in enumerate(uncertain):
        theory = "theory" in column
        doubt = {"switch": {"past_actions" + names: 0.5, "current_calculus" + names: 0.5}} if theory else None
        origin = {"judgement": "a guess of ours" + names} if place % 2 == 0 else {"source": ["someone_2020"]}
        found[column[2:] + "_figure"] = {
            "unit": "switch" if theory else "share", "date": "2026", "grade": "D" if place % 2 == 0 else "B",
            "distribution": doubt or {"uniform": [0.0, 1.0]}, "doubt": "nobody knows better" + names, **origin,
        }  # fmt: skip
    return found


def _model(uncertain: Mapping[str, np.ndarray], names: str) -> dict[str, Any]:
    rooms = ("politics", "perception", "economy", "forces", "crisis")
    mechanisms = [
        {
            "name": f"{rooms[n % 5]}.rule_{n}",
            "sentence": f"Rule {n} makes the next thing.{names}",
            "systems": [f"S{n:02d}"],
            "reads": [f"field_{n}", f"field_{(n * 3) % 10}"],
            "writes": [f"field_{(n + 1) % 10}"],
            "params": ["resolve" if n == 0 else f"figure_{n}"],
            "source": ["someone_2020"],
            "core": n < 6,
            "active": n != 7,
        }
        for n in range(10)
    ]
    events = [
        {"name": kind, "sentence": f"{{actor}} did {kind} in {{place}}.{names}", "terms": ["contingency"],
         "place": "" if kind == "nuclear_option" else "contingency", "chain": kind in MOVES}
        for kind in KINDS
    ]  # fmt: skip
    sampled = [
        {"column": column, "name": column[2:], "figure": column[2:] + "_figure", "unit": "switch" if "theory" in column
         else "share", "grade": "D" if place % 2 == 0 else "B"}
        for place, column in enumerate(uncertain)
    ]  # fmt: skip
    axes = {"actor": list(ACTORS), "contingency": list(CONTINGENCIES), "ending": MOVES["ending"]}
    return {"mechanisms": mechanisms, "events": events, "axes": axes, "sampled": sampled, "details": MOVES}
