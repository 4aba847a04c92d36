"""A run as a replication package: what it was made from, by whom, what came out, and how to repeat it.

Files of a package: README.md (how to repeat it), manifest.json (inputs, key, command, versions, machine, digest of
every part), described.json (figures and sources, scenario and bargains in words), summary.json, report.html,
requirements.txt (every package with its version), inputs/ (the user's own files as text), SHA256SUMS; and the rows as
Parquet where they are asked for. The report is the one in the folder, drawn where there is none.
Reads: a run's folder. Writes: the zip file. Errors: InputError.
"""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree

from kaname.api.progress import Told
from kaname.api.run import Run
from kaname.core.errors import InputError
from kaname.core.temporary import temporary_folder
from kaname.store.manifest import DESCRIBED, NAME, SUMMARY, Manifest, read_manifest
from kaname.study.bundle_archive import SUMS, write_archive
from kaname.study.bundle_lock import requirements
from kaname.study.commands import found_folder
from kaname.study.repeat import Agreement
from kaname.verification.folder import check_folder

REPORT = "report.html"
README = """\
# Replication package of run {key}

    {command}

{title}: {bargains} in {futures:,} futures of {years} years, seed {seed}.

Repeat it with the versions that made it, in an environment of its own (Python {python}):

    python -m venv replication && . replication/bin/activate
    pip install -r requirements.txt
    kaname reproduce {name}.zip

(Kaname itself from its wheel, where your package index has none.) `kaname reproduce` runs the same futures from the
inputs kept here and says where they agree: to the bit, to 1e-9, or not. To the bit is promised for the same versions
on the same kind of processor; it was made on:

{machines}

| file | what it is |
|---|---|
| `manifest.json` | inputs with their digests, the command, versions and machine, the digest of every part of the rows |
| `described.json` | every figure with its source; scenario, bargains and model in words |
| `summary.json` | the numbers of the comparison |
| `report.html` | the report, to read |
| `requirements.txt` | packages and versions |
| `inputs/` | scenario and bargain files of one's own; none where all came with Kaname |
| `outcomes/`, `yearly/`, `sampled/`, `checks/` | the rows{rows} |
| `{sums}` | digest of every file: `sha256sum -c {sums}` |
"""


def bundle(folder: str | Path, out: str | Path | None = None, rows: bool = False) -> Path:
    """Return the zip file of a finished run that is right: `out`, or FOLDER-bundle.zip beside the run.

    rows: with the Parquet files, so that a repetition whose bits differ can be compared number by number. Raises
    InputError, with nothing written, where the run is damaged or not finished, or the file is there already.
    """
    place = found_folder(Path(folder))
    manifest = read_manifest(place)
    path = Path(out) if out is not None else place.with_name(f"{place.resolve().name}-bundle.zip")
    if path.exists():
        raise InputError("this file or folder exists already", file=str(path), path="--out", hint="Name a new file.")
    if not manifest.complete:
        raise InputError("the run is not finished", file=str(place), hint=f"Continue it: {manifest.command}")
    checked = check_folder(place)
    if checked.faults:
        raise InputError(f"the run is damaged: {checked.faults[0]} ({len(checked.faults)} faults)", file=str(place),
                         hint=f"Mend it: kaname repair {place}")  # fmt: skip
    aside = temporary_folder("bundle")
    try:
        report = place / REPORT if (place / REPORT).is_file() else Run(place).report(aside / REPORT)
        write_archive(path, path.stem, _files(manifest, report, path.stem, rows))
    finally:
        rmtree(aside, ignore_errors=True)
    return path


def reproduce(
    bundle: str | Path, out: str | Path | None = None, workers: int = 2, progress: Told | None = None
) -> Agreement:  # fmt: skip
    """Run the futures of a replication package again and return how far the two agree.

    bundle: zip file, or the folder of its files; out: new folder of the repetition, a temporary one where left out.
    Raises InputError for a package that is damaged, before anything is run.
    """
    from kaname.study.reproduction import reproduced

    place = Path(out) if out is not None else None
    if place is not None and place.exists() and any(place.iterdir()):
        raise InputError("the folder is not empty", file=str(place), path="--out", hint="Name a new folder.")
    return reproduced(Path(bundle), place, workers, progress)


def _files(manifest: Manifest, report: Path, name: str, rows: bool) -> dict[str, bytes | Path]:
    folder = manifest.folder
    found: dict[str, bytes | Path] = {
        "README.md": _readme(manifest, name, rows).encode("utf-8"), REPORT: report,
        "requirements.txt": requirements(manifest.makers[0].versions).encode("utf-8"),
    }  # fmt: skip
    found |= {one: folder / one for one in (NAME, DESCRIBED, SUMMARY)}
    found |= {f"inputs/{one}": text.encode("utf-8") for one, text in manifest.files.items()}
    if rows:
        found |= {one: folder / one for chunk in manifest.chunks.values() for one in chunk.files.values()}
    return found


def _readme(manifest: Manifest, name: str, rows: bool) -> str:
    inputs = manifest.inputs
    machines = [" ".join(str(said) for said in maker.machine.values()) for maker in manifest.makers]
    return README.format(
        key=manifest.key, command=manifest.command, title=inputs["scenario"], bargains=", ".join(manifest.bargains),
        futures=inputs["futures"], years=inputs["years"], seed=inputs["seed"], name=name, sums=SUMS,
        python=manifest.makers[0].versions.get("python", ""), machines="\n".join(f"    {one}" for one in machines),
        rows="" if rows else " (left out here; their digests are in `manifest.json`)",
    )  # fmt: skip
