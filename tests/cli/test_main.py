"""The command `kaname`: what it says, how soon, and with which exit code."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from kaname import __version__
from kaname.cli.commands import COMMANDS, shipped_scenarios
from kaname.cli.main import run, without_verbosity

Call = Callable[..., subprocess.CompletedProcess[str]]
HEAVY = ("numpy", "numba", "pyarrow", "pydantic", "scipy", "rich", "ruamel.yaml", "altair", "kaname.cli.systems")


def answer(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the command line, run in this process."""
    with pytest.raises(SystemExit) as end:
        run(list(words))
    said = capsys.readouterr()
    return int(end.value.code or 0), said.out, said.err


def test_alone_it_greets_with_four_things_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys=capsys)
    assert (code, err) == (0, "")
    assert out.count("\n  kaname ") == 4
    assert max(map(len, out.splitlines())) <= 80
    for name in shipped_scenarios()[:1]:
        assert f"kaname compare {name}\n" in out


def test_help_lists_every_command_with_one_line_within_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer("--help", capsys=capsys)
    assert code == 0
    assert [name for name, place in COMMANDS.items() if f"  {name}" not in out or place.help not in out] == []
    assert max(map(len, out.splitlines())) <= 80


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\nfrom kaname.cli.main import run\n"
        "try: run(['--help'])\nexcept SystemExit: pass\n"
        f"print('HEAVY', *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].split() == ["HEAVY"]


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer("--version", capsys=capsys) == (0, f"kaname {__version__}\n", "")


def test_a_misspelt_command_is_bad_input_with_the_nearest_name(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer("compre", capsys=capsys)
    assert (code, out) == (2, "")
    assert "'compare'" in err


def test_an_unknown_option_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = answer("doctor", "--jsno", capsys=capsys)
    assert code == 2
    assert "--jsno" in err


def test_verbosity_may_stand_anywhere_before_a_bare_double_dash() -> None:
    assert without_verbosity(["compare", "x", "-q"]) == (["compare", "x"], logging.WARNING)
    assert without_verbosity(["-v", "compare", "--", "-q"]) == (["compare", "--", "-q"], logging.DEBUG)
    assert without_verbosity(["compare"]) == (["compare"], logging.INFO)


def test_the_module_is_the_command(kaname: Call) -> None:
    done = kaname("--version")
    assert (done.returncode, done.stdout) == (0, f"kaname {__version__}\n")


def test_a_terminal_that_cannot_show_a_letter_shows_a_question_mark() -> None:
    script = "from kaname.cli.streams import forgive_encodings as f; f(); print(chr(0x8981))"
    env = {**os.environ, "PYTHONIOENCODING": "ascii:strict"}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "?\n"), done.stderr


def test_completion_offers_commands_without_importing_them(kaname: Call) -> None:
    words = {"_KANAME_COMPLETE": "complete_bash", "COMP_WORDS": "kaname co", "COMP_CWORD": "1"}
    assert kaname(env=words).stdout.split() == ["compare"]
