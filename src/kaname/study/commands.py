"""Commands that repeat a run or tell one of its futures, and the way back from a stored command to its design.

Idea: a command is made from the design's own options, never by hand, and names scenario and bargains as the person
named them, so that it runs where the first one ran. Reads: a design, or a manifest. Writes: nothing.
Errors: InputError where a manifest does not say how its run was made.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kaname.core.errors import InputError
from kaname.store.objects import address_of
from kaname.store.remote import remote_run
from kaname.study.design import AUTOMATIC, Design
from kaname.study.guarantee import AS_IS
from kaname.study.options import words_of

RUNS = Path("runs")
"""The folder of runs, in the folder where the command is typed."""
EARLIER_NAMES = {"beside": "robustness"}
"""Fields of a design as earlier versions named them in a manifest, and their names now."""


def compare_command(design: Design, names: Sequence[str], out: Path | None = None) -> str:
    """Return the command that repeats a run. names: its bargains as they were named."""
    words = ["kaname", "compare", design.scenario, "--bargains", ",".join(names), *words_of(design)]
    return shlex.join([*words, *(["--out", address_of(out) or str(out)] if out else [])])


def trace_command(design: Design, bargain: str, future: int) -> str:
    """Return the command that tells a future of a design quarter by quarter. bargain: as it was named."""
    words = ["kaname", "trace", design.scenario, "--bargain", bargain, "--future", str(future)]
    return shlex.join([*words, *words_of(design, of_future=True)])


def check_command(folder: str | Path) -> str:
    """Return the command that repeats the run in a folder and says how far the two agree."""
    return shlex.join(["kaname", "compare", "--check", str(folder)])


def crisis_command(
    scenario: str, contingency: str, date: str | None, set: Sequence[str], runs: int, seed: int, bargain: str,
    guarantee: str = AS_IS,
) -> str:  # fmt: skip
    """Return the command that repeats one injected crisis. set: its settings as NAME=VALUE; bargain: as it was named.

    guarantee: as it was typed.
    """
    words = ["kaname", "crisis", scenario, "--contingency", contingency, *(["--date", date] if date else [])]
    for one in set:
        words += ["--set", one]
    words += ["--bargain", bargain] if bargain != "as_is" else []
    words += ["--guarantee", guarantee] if guarantee != AS_IS else []
    return shlex.join([*words, "--runs", str(runs), "--seed", str(seed)])


def backtest_command(scenario: str, start: str, futures: int, seed: int) -> str:
    """Return the command that runs the backtests of a scenario again, of one start or of all."""
    begun = ["--start", start] if start else []
    return shlex.join(["kaname", "backtest", scenario, *begun, "--futures", str(futures), "--seed", str(seed)])


def calibrate_command(scenario: str, points: int, each: int, waves: int, seed: int) -> str:
    """Return the command that repeats a fit of levels from nothing."""
    numbers = {"points": points, "each": each, "waves": waves, "seed": seed}
    words = [word for name, value in numbers.items() for word in (f"--{name}", str(value))]
    return shlex.join(["kaname", "calibrate", scenario, *words])


def audit_command(scenario: str, bargain: str, pairs: int, seed: int, levers: Sequence[str] = ()) -> str:
    """Return the command that audits the levers of a scenario again, those named or all."""
    words = ["kaname", "levers", "audit", scenario, *(["--bargain", bargain] if bargain != "as_is" else [])]
    words += ["--levers", ",".join(levers)] if levers else []
    return shlex.join([*words, "--futures", str(pairs), "--seed", str(seed)])


def claims_command(
    scenario: str, claims: Sequence[str], futures: int, seed: int, files: Sequence[str] = (),
    levers: Mapping[str, float] = MappingProxyType({}),
) -> str:  # fmt: skip
    """Return the command that audits claims again, those named or all.

    files: a file of one's own in their place; levers: what was set of their arms, `arm.lever` -> value.
    """
    named = ["--claims", ",".join(claims)] if claims else []
    words = ["run", *files] if files else ["audit", scenario, *named]
    moved = [word for name, value in levers.items() for word in ("--set", f"{name}={value:.12g}")]
    return shlex.join(["kaname", "claims", *words, "--futures", str(futures), "--seed", str(seed), *moved])


def folder_name(scenario: str, key: str) -> Path:
    """Return the folder of a run for which none is named."""
    return RUNS / f"{scenario}-{key}"


def found_folder(folder: Path, anew: bool = False) -> Path:
    """Return the folder of a run as it was named, or the one of this name among the runs.

    What lies in an object store is brought into its working copy on this machine, which is that folder; anew: all of
    it, whatever is there. InputError where no run lies at the address.
    """
    remote = remote_run(folder)
    if remote is None:
        return folder if folder.exists() or not (RUNS / folder).is_dir() else RUNS / folder
    if not remote.fetch(anew):
        raise InputError("there is no run at this address", file=remote.address, hint="Name the place of a run.")
    return remote.folder


def in_present_words(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the inputs of a run under the names that a design's fields have now."""
    return {EARLIER_NAMES.get(name, name): value for name, value in inputs.items()}


def design_of(manifest: Mapping[str, Any], folder: Path) -> tuple[Design, list[str]]:
    """Return the design of a manifest, and its bargains as they were named."""
    inputs = in_present_words(manifest["inputs"])
    try:
        words = shlex.split(manifest["command"])
        scenario, names = words[2], words[words.index("--bargains") + 1].split(",")
        given = {field.name: inputs[field.name] for field in fields(Design) if field.name in inputs}
        given |= {name: tuple(value) for name, value in given.items() if isinstance(value, list)}
        design = replace(Design(**given), scenario=scenario, chunk=manifest.get("chunk", given.get("chunk", AUTOMATIC)))
        if len(names) != len(design.bargains):
            raise ValueError("the command names other bargains")
    except (KeyError, IndexError, ValueError, TypeError, AttributeError):
        raise InputError("the manifest does not say how the run was made", file=str(folder / "manifest.json"),
                         hint="It was written by another version: repeat its command by hand.") from None  # fmt: skip
    return design, names


def folder_of(manifest: Mapping[str, Any]) -> Path:
    """Return the folder that the run was written into, as it was named; the one that its key gives where none was."""
    words = _split(str(manifest.get("command", "")))
    if "--out" in words[:-1]:
        return Path(words[words.index("--out") + 1])
    return folder_name(str(manifest["inputs"]["scenario"]), str(manifest.get("key", "")))


def _split(command: str) -> list[str]:
    """Return the words of a command, none where it is no command line."""
    try:
        return shlex.split(command)
    except ValueError:
        return []
