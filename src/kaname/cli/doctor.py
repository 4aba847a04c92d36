"""`kaname doctor`: is this machine ready, and if not, what to do.

Idea: it shares no code with what it looks at, so that whatever is broken, it can say so. Every finding is one line
that says what was looked at, what was found and, where it is wanting, what to do.
Reads: installed versions, the cache folder, fonts, data files, KANAME_* variables. Writes: one file in the cache
folder, removed at once. Exit code 1 when something is wanting.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

from kaname import __version__
from kaname.core.errors import EXIT_FOUND_WANTING

PACKAGES = (
    *("numpy", "numba", "llvmlite", "scipy", "pyarrow", "ruamel.yaml", "platformdirs"),
    *("typer", "rich", "altair", "vl-convert-python", "jinja2"),
    *("segno", "starlette", "uvicorn", "fluent.runtime", "babel", "segno"),
)
VARIABLES = {
    "KANAME_CACHE": "folder of compiled kernels, fault reports and copies of runs in object stores",
    "KANAME_COMPILE": "plain: each kernel compiled by itself, slower, same results",
    "KANAME_JIT": "0: run the model as plain Python, slowly",
    "KANAME_DEBUG": "1: show tracebacks instead of writing a report",
    "NO_COLOR": "any value: no colours",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "C:/Windows/Fonts")
OWN_FONT_FOLDERS = (".fonts", ".local/share/fonts", "Library/Fonts")
FONT_FILES = {".ttf", ".otf", ".ttc", ".dfont"}
KANJI = re.compile(
    r"CJK|SourceHan|Hiragino|YuGoth|YuMin|meiryo|ms(gothic|mincho)|ipa(ex)?[gm]|Takao|VL-.*Gothic|"
    r"BIZ-?UD|MPLUS|Sawarabi|Unifont|DroidSansFallback|Kochi", re.I
)  # fmt: skip
"""Names of font files that hold kanji and kana."""
FREE_BYTES_WANTED = 500_000_000
SHIPPED = (
    "backtests.json", "bargains.json", "calibration.json", "claims_audit.json", "crisis.json", "evidence.json",
    "gray_zone.json", "law/law.json", "law/stories.json", "lever_audit.json", "map/coast.json", "map/places.json",
    "model_check.json", "published.json", "scenarios.json", "surrogate.json", "systems.json", "systems_tests.json",
)  # fmt: skip
"""The data files that come with the package; a test holds the list against the folder."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at: fine or not, and in words."""

    what: str
    fine: bool
    said: str


def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False) -> None:
    """Say whether this machine is ready to run: versions, cores, cache, disk, fonts, data, variables."""
    findings = list(examine())
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], indent=1, ensure_ascii=False))
    else:
        typer.echo("\n".join(_line(finding) for finding in findings))
        typer.echo(_verdict(findings))
    if not all(finding.fine for finding in findings):
        raise typer.Exit(EXIT_FOUND_WANTING)


def examine() -> Iterator[Finding]:
    """Everything there is to find, one thing after the other."""
    yield Finding("kaname", True, __version__)
    yield Finding("Python", True, f"{platform.python_version()} on {platform.platform(terse=True)}")
    yield from map(_package, PACKAGES)
    yield Finding("cores", True, f"{_cores()} to use of {os.cpu_count()}")
    yield _cache()
    yield _fonts()
    yield _kanji()
    yield from _data_files()
    yield from _variables()


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, "is not installed. Run `make env`, or install kaname again")


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _cache() -> Finding:
    import platformdirs

    wanted = Path(os.environ.get("KANAME_CACHE") or platformdirs.user_cache_dir("kaname"))
    try:
        wanted.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=wanted).close()
    except OSError:
        advice = "cannot be written: kernels are compiled anew each time. Set KANAME_CACHE to a folder of yours"
        return Finding("cache", False, f"{wanted} {advice}")
    free = _free_bytes(wanted)
    if free < FREE_BYTES_WANTED:
        return Finding("cache", False, f"{wanted} has only {free / 1e6:.0f} MB free. Make room, or set KANAME_CACHE")
    kept = sum(1 for _ in wanted.rglob("*.nbc"))
    return Finding("cache", True, f"{wanted} ({kept} compiled kernels; `kaname warm` compiles all)")


def _free_bytes(folder: Path) -> int:
    import shutil

    return shutil.disk_usage(folder).free


def _fonts() -> Finding:
    count = sum(1 for _ in _font_files())
    if count:
        return Finding("fonts", True, f"{count} font files for the charts")
    return Finding(
        "fonts", False, "none found: texts in charts may be missing. Install one family, e.g. DejaVu or Noto"
    )


def _kanji() -> Finding:
    """Return whether a name in kanji or kana can be drawn: a note and no fault, since most runs have none."""
    found = next((file.name for file in _font_files() if KANJI.search(file.name)), None)
    if found:
        return Finding("kanji and kana", True, f"{found} has them")
    advice = "no font has them: such names are boxes in pictures here. Install one, e.g. Noto Sans CJK"
    return Finding("kanji and kana", True, advice)


def _font_files() -> Iterator[Path]:
    folders = [Path(folder) for folder in FONT_FOLDERS] + [Path.home() / folder for folder in OWN_FONT_FOLDERS]
    for folder in folders:
        yield from (file for file in _files_under(folder) if file.suffix.lower() in FONT_FILES)


def _files_under(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names)


def _data_files() -> Iterator[Finding]:
    root = Path(str(files("kaname") / "data"))
    wanting = [f"{name} {line}" for name in SHIPPED if (line := _wrong_with(root / name, root))]
    for line in wanting:
        yield Finding("data", False, f"{line}. Run `make data`, or install kaname again")
    if not wanting:
        yield Finding("data", True, f"{len(SHIPPED)} files, each as made from its sources")


def _wrong_with(made: Path, root: Path) -> str | None:
    """Return what is wrong with a shipped data file, in words; None where nothing is."""
    try:
        stale = older_than(made, root)
    except FileNotFoundError:
        return "is missing"
    except (OSError, ValueError, AttributeError, TypeError):
        return "cannot be read"
    return f"is older than {stale[0]}" if stale else None


def older_than(made: Path, root: Path | None = None) -> list[str]:
    """Sources of a shipped JSON file that changed since it was made.

    It names them with their SHA-256 under `files` (from the data folder on) or `digests` (from its own folder on).
    """
    content: Any = json.loads(made.read_text(encoding="utf-8"))
    folder = root or Path(str(files("kaname") / "data"))
    if not isinstance(content, dict):
        return []
    named = {folder / name: digest for name, digest in (content.get("files") or {}).items()}
    named |= {made.parent / name: digest for name, digest in (content.get("digests") or {}).items()}
    return [place.relative_to(folder).as_posix() for place, digest in named.items() if _digest_now(place) != digest]


def _digest_now(source: Path) -> str | None:
    return hashlib.sha256(source.read_bytes()).hexdigest() if source.is_file() else None


def _variables() -> Iterator[Finding]:
    for name, meaning in VARIABLES.items():
        value = os.environ.get(name)
        yield Finding(name, True, f"{value} ({meaning})" if value else f"not set ({meaning})")
    for name in sorted(set(os.environ) - set(VARIABLES)):
        if name.startswith("KANAME_"):
            yield Finding(name, False, f"is no variable of ours. Allowed: {', '.join(VARIABLES)}")


def _line(finding: Finding) -> str:
    return f"{'  ' if finding.fine else '! '}{finding.what:<18} {finding.said}"


def _verdict(findings: list[Finding]) -> str:
    wanting = sum(not finding.fine for finding in findings)
    if not wanting:
        return f"All is well. Next: kaname compare {_first_scenario()}"
    return f"{wanting} thing{'s' if wanting > 1 else ''} wanting, marked with !"


def _first_scenario() -> str:
    folder = Path(str(files("kaname") / "data" / "scenarios"))
    return next((path.stem for path in sorted(folder.glob("*.yaml"), key=lambda path: path.stem)), "SCENARIO")
