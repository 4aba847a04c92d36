"""The list that is walked before a release: `make release-check`; each line says what was seen, the first failure last.

1 one version everywhere; 2 a heading of the changelog names it; 3 nothing is uncommitted; 4 sdist and wheel are built,
the wheel from the sdist; 5 each interpreter that is named installs the wheel into an empty environment, and there, cut
off from every network as far as Python can see, asks the law, lists the evidence and runs a comparison; 6 a list of
parts (CycloneDX) is written beside them; 7 `pipx run` answers from the wheel, where pipx is on the path. What is not
walked is printed: systems but this one, versions of Python that were not named, pipx where it is missing.
Reads: the checkout. Writes: dist/. Exit codes: 0 every line holds, 1 one does not.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import kaname

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
PIPX = shutil.which("pipx")
OFFLINE = """\
import socket
def refuse(*words, **options):
    raise OSError("this environment has no network")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
"""
"""Put into the new environment's start-up file, so that whatever asks for a network fails."""
TRIED = (
    ("law", "ask", "--date", "2026-04-21", "--question", "JP.USE_OF_FORCE", "--fact", "armed_attack_on_japan=no"),
    ("evidence", "list"),
    ("compare", "us-japan", "--bargains", "as_is,step_up", "--futures", "2", "--years", "1", "--robustness", "0"),
)


def main(words: Sequence[str] | None = None) -> int:
    """Walk the list; return 0 where every line holds."""
    asked = argparse.ArgumentParser(description="Walk the list before a release.")
    asked.add_argument("--python", action="append", default=[], help="An interpreter to install into; may be repeated.")
    interpreters = asked.parse_args(words).python or [sys.executable]
    steps: list[tuple[str, Callable[[], str]]] = [
        ("one version", one_version), ("changelog", changelog), ("nothing uncommitted", committed),
        ("sdist and wheel", built), ("list of parts", parts),
        *((f"empty environment of {name}", lambda name=name: empty_environment(name)) for name in interpreters),
    ]  # fmt: skip
    if PIPX:
        steps.append(("pipx run", piped))
    failed = 0
    for title, step in steps:
        try:
            print(f"holds  {title}: {step()}", flush=True)
        except (AssertionError, subprocess.CalledProcessError) as trouble:
            failed += 1
            told = getattr(trouble, "stderr", "") or str(trouble)
            print(f"FAILS  {title}: {told.strip()[-600:]}", flush=True)
    print(f"not walked: any system but this one ({platform.system()} {platform.machine()})")
    print(f"not walked: any Python but {', '.join(interpreters)}")
    if not PIPX:
        print("not walked: pipx run (pipx is not on the path)")
    return 1 if failed else 0


def one_version() -> str:
    """Return the version that package, project file and citation agree on."""
    project = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    cited = re.search(r'^version: "?([^"\n]+)', (ROOT / "CITATION.cff").read_text("utf-8"), re.M)
    seen = {"package": kaname.__version__, "project": project and project[1], "citation": cited and cited[1]}
    assert len(set(seen.values())) == 1, str(seen)
    return kaname.__version__


def changelog() -> str:
    """Return the heading of the changelog that names the version, and no other may stand above it."""
    heading = next(line for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith("## "))
    assert kaname.__version__ in heading, heading
    assert "Unreleased" not in heading, f"{heading}: give it the day of the release"
    return heading.removeprefix("## ")


def committed() -> str:
    """Return the commit, with nothing beside it."""
    assert not run("git", "status", "--porcelain"), "there are changes that are not committed"
    return run("git", "rev-parse", "--short", "HEAD").strip()


def built() -> str:
    """Return the names of the sdist and of the wheel that is built from it."""
    for old in (*DIST.glob("kaname-*.whl"), *DIST.glob("kaname-*.tar.gz")):
        old.unlink()
    run(sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", str(DIST))
    (sdist,) = DIST.glob("kaname-*.tar.gz")
    with tempfile.TemporaryDirectory() as folder:
        run("tar", "-xzf", str(sdist), "-C", folder)
        (unpacked,) = Path(folder).iterdir()
        run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(DIST), cwd=unpacked)
    (wheel,) = DIST.glob("kaname-*.whl")
    return f"{sdist.name}, {wheel.name}"


def parts() -> str:
    """Return the name of the list of parts: every locked package that the programme needs, in CycloneDX."""
    path = DIST / "kaname.cdx.json"
    lock = str(ROOT / "requirements.lock")
    run(
        sys.executable,
        "-m",
        "cyclonedx_py",
        "requirements",
        lock,
        "--output-format",
        "JSON",
        "--output-file",
        str(path),
    )
    return path.name


def empty_environment(interpreter: str) -> str:
    """Return the version of an interpreter in whose new environment the wheel was installed and ran offline."""
    (wheel,) = DIST.glob("kaname-*.whl")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "env"
        run(interpreter, "-m", "venv", str(place))
        python = place / "bin" / "python"
        run(str(python), "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check", str(wheel))
        (site,) = place.glob("lib/python3*/site-packages")
        (site / "sitecustomize.py").write_text(OFFLINE, encoding="utf-8")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KANAME"))}
        alone = {**kept, "KANAME_CACHE": str(Path(folder) / "cache")}
        for words in TRIED:
            run(str(python), "-m", "kaname", *words, cwd=Path(folder), env=alone)
        return run(str(python), "--version").strip()


def piped() -> str:
    """Return the last line of an answer of law that pipx got from the wheel in an environment of its own."""
    (wheel,) = DIST.glob("kaname-*.whl")
    with tempfile.TemporaryDirectory() as folder:
        alone = {**os.environ, "PIPX_HOME": folder, "PIPX_BIN_DIR": str(Path(folder) / "bin")}
        answer = run(str(PIPX), "run", "--spec", str(wheel), "kaname", *TRIED[0], cwd=Path(folder), env=alone)
    return answer.strip().splitlines()[-1]


def run(*words: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """Return what a command prints; CalledProcessError with its stderr where it fails."""
    return subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
