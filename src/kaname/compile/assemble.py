"""Assemble what is made from the order of the day and from what each file of the model declares.

Made here: the lists of state variables, parameters and outcomes that everyone reads without a compiler
(`words/collected`), the quarter and the measuring of outcomes (`model/engine/quarter.py` and `measure.py`), and the end
of the registry of chance (`core/slots.py`). Names that are already in a list keep their place, so that records
and chance stay what they were; new ones come at its end.

Run by `make order` as `python -m kaname.compile.assemble`; a house test says that what is made is up to date.
Reads: the sources of the model in the checkout it is run from. Writes: the files above, or nothing.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kaname.compile.declared import Kernel, MeasuredOutcome, Sources
from kaname.core.errors import InputError
from kaname.model.engine.order import AT_THE_DOORS, ORDER, OUTCOMES
from kaname.words.axes import FIXED_AXES
from kaname.words.declare import Field, Outcome, Param

MADE = "Made by `make order`: edits are lost."
COLLECTED = {"fields": Field, "params": Param, "outcomes": Outcome}
SIZES = {"actor": "w.gdp.shape[0]", "contingency": "w.territory.shape[0]", "cohort": "w.cohort_weight.shape[0]"}
INDEX = {"actor": "a", "contingency": "k"}
"""What a kernel calls the index of an axis; of any other axis, the axis itself."""
STEP = "    "


def made(package: Path) -> dict[Path, str]:
    """Return the text of every made file, by its path. Errors: InputError for a declaration that does not fit."""
    sources = Sources(package)
    outcomes = sources.outcomes([f"engine/outcomes/{file}" for file in OUTCOMES])
    rows: dict[str, list[Any]] = {
        "fields": sources.fields(), "params": sources.params(), "outcomes": [measured.outcome for measured in outcomes],
    }  # fmt: skip
    found = {}
    for name, kind in COLLECTED.items():
        path = package / "words" / "collected" / f"{name}.py"
        once(rows[name])
        kept = rows[name] if kind is Outcome else in_place(rows[name], names_in(path))
        found[path] = collected(name, kind, kept)
    engine = package / "model" / "engine"
    found[engine / "quarter.py"] = quarter([(name, sources.mechanism_kernel(name)) for name in ORDER])
    found[engine / "measure.py"] = measure(outcomes)
    slots = package / "core" / "slots.py"
    found[slots] = lengthened(slots.read_text(encoding="utf-8"), sources.slots())
    return found


def once(rows: Iterable[Any]) -> None:
    """Raise InputError where a name is declared twice."""
    seen = set()
    for row in rows:
        if row.name in seen:
            raise InputError("declared twice in the files of the model", path=row.name, hint="Take one of them out.")
        seen.add(row.name)


def names_in(path: Path) -> list[str]:
    """Return the names in a collected file, in its order; none where it is not there yet."""
    if not path.exists():
        return []
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    return [ast.literal_eval(call.args[0]) for call in calls]


def in_place(rows: Sequence[Any], before: Sequence[str]) -> list[Any]:
    """Return the rows in the order of the names that were there before, new ones behind them."""
    place = {name: number for number, name in enumerate(before)}
    return sorted(rows, key=lambda row: place.get(row.name, len(place)))


def collected(name: str, kind: type, rows: Sequence[Any]) -> str:
    """Return the text of a file under words/collected: one row a declaration."""
    lines = [
        f'"""Every {kind.__name__.lower()} that the files of the model declare. {MADE}"""', "",
        "from __future__ import annotations", "", f"from kaname.words.declare import {kind.__name__}", "",
        f"{name.upper()}: tuple[{kind.__name__}, ...] = (", *(f"{STEP}{row_text(row)}," for row in rows),
        ")  # fmt: skip",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def row_text(row: Field | Param | Outcome) -> str:
    """Return a declaration as it would be written, without what is as usual."""
    given = [
        (name, getattr(row, name)) for name, member in row.__dataclass_fields__.items()
        if getattr(row, name) != member.default
    ]  # fmt: skip
    name = given.pop(0)[1]
    return f"{type(row).__name__}({literal(name)}, {', '.join(f'{word}={literal(value)}' for word, value in given)})"


def literal(value: Any) -> str:
    """Return a plain value as source text in the house's form."""
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, tuple):
        return f"({', '.join(literal(member) for member in value)}{',' if len(value) == 1 else ''})"
    return repr(value)


def quarter(day: Sequence[tuple[str, Kernel]]) -> str:
    """Return the text of the quarter: each mechanism behind its switch, those of the doors through the doors."""
    running = [(place, name, kernel) for place, (name, kernel) in enumerate(day) if len(kernel.arguments) == len("wpt")]
    lines = [
        '"""One quarter: the mechanisms in the order of the day, each behind its switch.', "", MADE, "",
        "A frozen mechanism (`Tables.active` 0) leaves its fields at the start value; that is how presets, ablations",
        "and the cut-a-link test work. Crises and campaigns, and what is asked within them, are opened by the doors.",
        '"""',
        "", "from __future__ import annotations", "",
    ]  # fmt: skip
    imports = [
        "from kaname.core.kernel import shared_kernel",
        "from kaname.model.engine.doors import clear_quarter, open_crises",
    ]
    imports += [f"from {kernel.module} import {imported(kernel, running)}" for _, _, kernel in running]
    lines += [*sorted(imports), "", "", "@shared_kernel", "def quarter(w, p, turn) -> None:"]
    lines += [f'{STEP}"""Run one quarter of the world `w` in place."""', f"{STEP}on = turn.tables.active"]
    for place, name, kernel in running:
        call = imported(kernel, running).split(" as ")[-1]
        doors = name == AT_THE_DOORS
        lines += [f"{STEP}clear_quarter(w)"] * doors
        lines += [f"{STEP}if on[{place}] == 1:", f"{STEP}{STEP}{call}(w, p, turn)"]
        lines += [f"{STEP}open_crises(w, p, turn)"] * doors
    return "\n".join(lines) + "\n"


def imported(kernel: Kernel, running: Sequence[tuple[int, str, Kernel]]) -> str:
    """Return a kernel's name, by another where two mechanisms use the same."""
    if sum(other.name == kernel.name for _, _, other in running) == 1:
        return kernel.name
    return f"{kernel.name} as {kernel.module.split('.')[-2]}_{kernel.name}"


def measure(outcomes: Sequence[MeasuredOutcome]) -> str:
    """Return the text of the kernel that writes every outcome into its columns, in the order of the list."""
    by_module: dict[str, list[str]] = {}
    for measured in outcomes:
        by_module.setdefault(measured.kernel.module, []).append(measured.kernel.name)
    lines = [
        '"""Every outcome of a future, written into its columns in the order of words.outcomes.', "", MADE, '"""', "",
        "from __future__ import annotations", "", "from kaname.core.kernel import kernel",
        *(f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(by_module.items())),
        "", "", "@kernel", "def measure(w, p, quarters: float, out) -> None:",
        f'{STEP}"""Write all outcomes of the world after `quarters` quarters into out[:]."""',
        f"{STEP}quarters = max(quarters, 1.0)", f"{STEP}column = 0",
    ]  # fmt: skip
    for measured in outcomes:
        lines += _measured(measured)
    return wrapped("\n".join(lines) + "\n")


def _measured(measured: MeasuredOutcome) -> list[str]:
    lines, indent = [], STEP
    for dim in measured.outcome.dims:
        size = SIZES[dim] if dim in SIZES else len(FIXED_AXES[dim])
        lines.append(f"{indent}for {INDEX.get(dim, dim)} in range({size}):")
        indent += STEP
    call = f"{measured.kernel.name}({', '.join(measured.kernel.arguments)})"
    return [*lines, f"{indent}out[column] = {call}", f"{indent}column += 1"]


def wrapped(text: str) -> str:
    """Return the text with long lists of imported names in brackets, one a line."""

    def brackets(match: re.Match[str]) -> str:
        names = "".join(f"{STEP}{name},\n" for name in match[2].split(", "))
        return match[0] if len(match[0]) <= 120 else f"{match[1]}(\n{names})"

    return re.sub(r"^(from \S+ import )(.*)$", brackets, text, flags=re.M)


def lengthened(text: str, names: Sequence[str]) -> str:
    """Return the registry of chance with names that it does not hold yet at its end."""
    head, tail = text.split("\n)\n", 1)
    there = set(re.findall(r'^    "(\w+)",$', head, flags=re.M))
    return head + "".join(f'\n{STEP}"{name}",' for name in names if name not in there) + "\n)\n" + tail


def main() -> int:
    """Write every made file of the checkout that is not as it would be made, and name it."""
    package = Path("src/kaname")
    if not (package / "model").is_dir():
        print("run this in the checkout: there is no src/kaname/model here", file=sys.stderr)
        return 2
    changed = {p: text for p, text in made(package).items() if not p.exists() or p.read_text(encoding="utf-8") != text}
    for path, text in changed.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except InputError as trouble:
        print(trouble, file=sys.stderr)
        sys.exit(2)
