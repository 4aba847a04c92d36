"""The user's own files behind a comparison, as text, and laid out again elsewhere.

Idea: a run that keeps the text of the files it was made from can be repeated on another machine, in another folder, or
after they were edited. A scenario's file is kept with the bases beside it, a bargain's under its id; what comes with
the package is not kept, since its digest is. Reads: the user's files. Writes: only where they are laid out.
Errors: InputError as in loading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kaname.core.safe_text import file_bytes
from kaname.scenarios.load import document_of, is_path, load_bargain
from kaname.scenarios.overrides import is_override

SCENARIO, BARGAINS = "scenario", "bargains"


def own_files(scenario: str | Path, bargains: Sequence[str | Path]) -> dict[str, str]:
    """Return name (`scenario/FILE`, `bargains/ID.yaml`) -> text of each file of the user's own that was named."""
    found = {f"{SCENARIO}/{path.name}": _text(path) for path in _with_bases(scenario)}
    return found | {f"{BARGAINS}/{load_bargain(name).id}.yaml": _text(Path(name)) for name in bargains if is_path(name)}


def laid_out(
    files: Mapping[str, str], folder: Path, scenario: str, bargains: Sequence[tuple[str, str]]
) -> tuple[str, list[str]]:
    """Write kept files into a folder; the scenario and the bargains as they are named there.

    bargains: (id, as it was named). A name whose file was not kept stays as it is.
    """
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8"))
    mine = f"{SCENARIO}/{Path(scenario).name}"
    named = [
        str(folder / f"{BARGAINS}/{identity}.yaml") if f"{BARGAINS}/{identity}.yaml" in files else name
        for identity, name in bargains
    ]
    return str(folder / mine) if is_path(scenario) and mine in files else scenario, named


def _with_bases(scenario: str | Path) -> list[Path]:
    """Return the scenario's file and the bases that lie beside it; none where it comes with the package."""
    paths: list[Path] = []
    path = Path(scenario) if is_path(scenario) else None
    while path is not None and path.is_file() and path not in paths:
        paths.append(path)
        document = document_of(path)
        path = path.parent / f"{document.value['base']}.yaml" if is_override(document) else None
    return paths


def _text(path: Path) -> str:
    return file_bytes(path).decode("utf-8")
