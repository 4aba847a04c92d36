"""The measured parts of two pages on the crisis: outputs and pictures of the tutorial, and the whole scorecard.

Run as `python -m validation crisis`. Idea: what a page shows of a command is what the command printed, and what
it says of an experiment is the tested sentence. Reads: scenario, evidence. Writes: docs/tutorials/one-senkaku-crisis.md
(between its commands), docs/reference/crisis-scorecard.md, docs/images/crisis-senkaku-*.svg.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from validation.crisis.scorecard import scorecard
from validation.places import DOCS, tell

TUTORIAL, SCORECARD = DOCS / "tutorials" / "one-senkaku-crisis.md", DOCS / "reference" / "crisis-scorecard.md"
STEP = re.compile(r"```sh\n(?P<command>kaname [^\n]*)\n```\n\n```text\n(?P<output>.*?)```", re.S)
PICTURES = {"picture-movers": "movers", "picture-challenger": "challenger", "clock": "clock"}


def output_of(command: str, folder: Path) -> str:
    """What a command of a page prints, run in a folder."""
    words = shlex.split(command)[1:]
    done = subprocess.run([sys.executable, "-m", "kaname", "-q", *words], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{command}: {done.stderr}")
    return done.stdout


def tutorial(text: str, folder: Path) -> str:
    """The tutorial with the outputs of its commands."""
    return STEP.sub(lambda m: f"```sh\n{m['command']}\n```\n\n```text\n{output_of(m['command'], folder)}```", text)


def main() -> int:
    """Write the outputs and pictures of the tutorial, and the scorecard."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        TUTORIAL.write_text(tutorial(TUTORIAL.read_text(encoding="utf-8"), folder), encoding="utf-8")
        output_of("kaname crisis us-japan --contingency senkaku --clock --out crisis-senkaku", folder)
        for file, short in PICTURES.items():
            svg = (folder / "crisis-senkaku" / f"{file}.svg").read_text(encoding="utf-8")
            (DOCS / "images" / f"crisis-senkaku-{short}.svg").write_text(svg, encoding="utf-8")
    SCORECARD.write_text(scorecard(), encoding="utf-8")
    tell(f"wrote {TUTORIAL.name} and {SCORECARD.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
