"""Fitted levels written into the evidence files: the number where the record identifies it, and a note with the
interval.

Idea: a fit must leave its trace in the figure that it touched. The YAML is edited in place, line by line, so that
comments and order stay; the file is read back through the guard, and where it is no longer what it was but for the
number and the note, nothing is kept. Reads, writes: the YAML files of a folder. Errors: InputError where a figure or
a number is not found there.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kaname.core.errors import InputError
from kaname.core.safe_yaml import read_yaml

WIDTH = 120
NOTE = re.compile(r"    note: (>-\n(      .*\n)+|[^>].*\n)")


def write_fitted(folder: Path, result: Mapping[str, Any]) -> list[Path]:
    """Write the levels of a calibration into the figures of a folder; return the files that changed.

    result: what `kaname calibrate` made. A level that was not identified keeps the value judged before.
    """
    changed = []
    for name in dict.fromkeys(level["figure"] for level in result["levels"]):
        levels = [level for level in result["levels"] if level["figure"] == name]
        path = _file_of(folder, name)
        before = path.read_text(encoding="utf-8")
        after = _edited(before, name, levels, note_of(result, levels), path)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            _must_read(path, before, name, levels)
            changed.append(path)
    return changed


def value_of(level: Mapping[str, Any]) -> float:
    """Return what the figure holds: the fitted value where the record identifies the level, else the judged one."""
    return float(level["fitted"] if level["identified"] else level["judged"])


def note_of(result: Mapping[str, Any], levels: Sequence[Mapping[str, Any]]) -> str:
    """Return the note of a figure: factors on the judged values with their 90 % intervals, and what was identified."""
    text = ", ".join(f"{level['place']} {_span(level['posterior'])}" for level in levels)
    sure = [level["place"] for level in levels if level["identified"]]
    kept = f"Identified and fitted: {', '.join(sure)}." if sure else "None is identified, so the judged values stand."
    low, _, high = levels[0]["prior"]
    return (
        f"Held against lists of crises, disputes and wars to {result['until']} (icb_v14, cow_mid_5) by "
        f"`{result['command']}`: factor on the judged value, {text}; before any count 90 % from {low:.2f} to "
        f"{high:.2f}. {kept}"
    )


def _span(ends: Sequence[float]) -> str:
    return f"{ends[1]:.2f} ({ends[0]:.2f} to {ends[2]:.2f})"


def _file_of(folder: Path, name: str) -> Path:
    for path in sorted(folder.glob("*.yaml")):
        if re.search(rf"^  {re.escape(name)}:$", path.read_text(encoding="utf-8"), re.M):
            return path
    raise InputError(f"no evidence file holds the figure {name}", path="--into", found=str(folder))


def _edited(text: str, name: str, levels: Sequence[Mapping[str, Any]], note: str, path: Path) -> str:
    begin = text.index(f"\n  {name}:\n") + 1
    end = re.search(r"^  \S", text[begin + len(name) + 3 :], re.M)
    stop = begin + len(name) + 3 + end.start() if end else len(text)
    block = text[begin:stop]
    for level in levels:
        number = re.compile(rf"^(      {re.escape(level['place'])}: )[-+.0-9e]+$", re.M)
        if len(number.findall(block)) != 1:
            raise InputError(f"the figure {name} has no number of its own line for {level['place']}", file=str(path))
        block = number.sub(rf"\g<1>{value_of(level):g}", block)
    lines = textwrap.wrap(note, WIDTH, initial_indent="      ", subsequent_indent="      ")
    entry = "    note: >-\n" + "\n".join(lines) + "\n"
    block = NOTE.sub(lambda _: entry, block) if NOTE.search(block) else block.rstrip("\n") + "\n" + entry
    return text[:begin] + block + text[stop:]


def _must_read(path: Path, before: str, name: str, levels: Sequence[Mapping[str, Any]]) -> None:
    try:
        figure = read_yaml(path).value["figures"][name]
        right = all(float(figure["values"][level["place"]]) == value_of(level) for level in levels)
    except (KeyError, TypeError, InputError):
        right = False
    if not right:
        path.write_text(before, encoding="utf-8", newline="\n")
        raise InputError(f"the figure {name} could not be written", file=str(path), hint="The file is as it was.")
