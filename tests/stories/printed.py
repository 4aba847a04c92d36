"""Commands as the product prints them: taken out of pages, reports and terminals, and typed again at a small size."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from glob import glob
from html import unescape
from pathlib import Path

import pytest

from kaname.cli.commands import load
from kaname.cli.main import run

FENCE = re.compile(r"```(?:sh)?\n(.*?)```", re.S)
INLINE = re.compile(r"`(kaname [^`\n]+)`")
CODE = re.compile(r"<code>(kaname [^<]*)</code>")
LAST_WINS = {
    "compare": ("--futures", "2", "--robustness", "2", "--years", "2", "--chunk", "2"),
    "trace": ("--years", "1"),
    "crisis": ("--runs", "6"),
    "campaign": ("--runs", "6"),
    "backtest": ("--futures", "2"),
    "calibrate": ("--points", "60", "--each", "1", "--waves", "1"),
}
"""What is added to a command so that it runs in seconds; a flag given twice is as it was given last."""


def on_page(page: Path) -> list[str]:
    """The commands in the fenced blocks of a page, without remarks and redirections."""
    lines = (line for block in FENCE.findall(page.read_text(encoding="utf-8")) for line in joined(block))
    return [re.split(r"\s+#|\s+>", line)[0].strip() for line in lines if line.startswith("kaname ")]


def in_sentences(text: str) -> list[str]:
    """The commands in the running text of a page or a string of the programme."""
    return INLINE.findall(text)


def in_report(page: Path) -> list[str]:
    """The commands that a page for a browser shows as code."""
    return [unescape(found) for found in CODE.findall(page.read_text(encoding="utf-8"))]


def joined(block: str) -> Iterator[str]:
    """The lines of a block, continued ones as one."""
    yield from (line.strip() for line in block.replace("\\\n", " ").splitlines())


def smaller(words: list[str]) -> list[str]:
    """The same command at a size for tests."""
    if "--check" in words or "--help" in words or "solve" in words[:2]:
        return words
    added = list(LAST_WINS.get(words[0], ()))
    if words[:2] == ["compare", "us-japan"] and not {"--bargains", "--budget"} & set(words):
        added += ["--bargains", "as_is,step_up"]
    if words[:2] in (["claims", "audit"], ["claims", "run"], ["claims", "clash"]):
        added += ["--futures", "20", *(["--quick"] if words[1] != "clash" else [])]
        added += ["--claims", "C34"] if words[1] == "audit" else []
    if words[:2] == ["levers", "audit"]:
        added += ["--futures", "2", *([] if "--levers" in words else ["--levers", "defence_share"])]
    if "--stress" in words:
        added += ["--years", "4"]
    if "--experiment" in words:
        added += ["--futures", "4", "--years", "1"]
    return [*words, *added]


def typed(command: str, capsys: pytest.CaptureFixture[str], small: bool = True) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a printed command, typed where the test stands."""
    words = [name for word in shlex.split(command) for name in (sorted(glob(word)) if "*" in word else []) or [word]]
    assert words[0] == "kaname"
    with pytest.raises(SystemExit) as end:
        run(["-q", *(smaller(words[1:]) if small else words[1:])])
    said = capsys.readouterr()
    return int(end.value.code or 0), said.out, said.err


def parsed(command: str) -> None:
    """Put a command before the real parser; a word in capitals stands for a name. Raises what the parser raises."""
    words = [word for word in shlex.split(command)[1:] if word not in ("-q", "-v")]
    name, rest = words[0], words[1:]
    found = load(name)
    while hasattr(found, "commands") and rest and rest[0].islower():
        context = found.make_context(name, list(rest))
        name, found, rest = found.resolve_command(context, [*context._protected_args, *context.args])
    if not hasattr(found, "commands") and "--help" not in rest:
        found.make_context(name, list(rest))
