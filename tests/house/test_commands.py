"""What the pages say a person can type is what can be typed, and the other way round."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kaname.cli.commands import COMMANDS, load, shipped_scenarios
from kaname.cli.doctor import VARIABLES
from tests.house.sources import PACKAGE, ROOT, python_files
from tests.stories.printed import in_sentences, parsed

CODE = re.compile(r"```.*?```|``[^`]+``|`[^`\n]+`", re.S)
TYPED = re.compile(
    r"(?:^|[\s`$(/])kaname[ \t]+((?:-[a-z-]+[ \t]+)*)(?!as ka$)([a-z][a-z-]*)(?:[ \t]+([a-z][a-z-]*))?", re.M
)
"""The word `kaname` as a command: options, the command, perhaps a command of that command."""
DEFAULT_WORD = "SCENARIO"
"""The command of a command that is meant where a scenario is named in its place."""


def pages() -> list[Path]:
    """The pages a person reads to learn what to type."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def typed() -> set[tuple[str, str]]:
    """(command, next word) of every command line in the code of the pages."""
    text = "\n".join(code for page in pages() for code in CODE.findall(page.read_text(encoding="utf-8")))
    return {(command, rest) for _, command, rest in TYPED.findall(text)}


def subcommands(name: str) -> set[str]:
    """The commands of a command, empty for one that has none."""
    return set(getattr(load(name), "commands", {}))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_listed_command_can_be_called_and_explains_itself(name: str) -> None:
    command = load(name)
    assert command.name == name
    assert command.help


def test_every_command_is_on_a_page_and_every_command_on_a_page_exists() -> None:
    assert {command for command, _ in typed()} == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_a_command_is_on_a_page_and_exists(name: str) -> None:
    has = subcommands(name)
    said = {rest for command, rest in typed() if command == name and rest}
    if DEFAULT_WORD in has:
        said = {DEFAULT_WORD if rest in shipped_scenarios() else rest for rest in said}
    if has:
        assert said == has


def test_every_option_of_a_command_in_a_sentence_exists() -> None:
    """In pages and in the programme's own text; a command that is only named may leave its arguments out."""
    texts = [path.read_text(encoding="utf-8") for path in (*pages(), *python_files(PACKAGE))]
    found = {command for text in texts for command in in_sentences(text)}
    named = {command for command in found if command.split()[1] in COMMANDS and not re.search("[A-Z]{4}|{", command)}
    wrong = []
    for command in sorted(named):
        try:
            parsed(command)
        except Exception as trouble:
            if not str(trouble).startswith(("Missing parameter", "Option '--check' requires")):
                wrong.append(f"{command}: {trouble}")
    assert wrong == []
    assert len(named) > 40


def test_one_page_holds_every_variable_that_the_programme_reads() -> None:
    named = {page: set(re.findall(r"\b(?:KANAME_[A-Z]+|NO_COLOR)\b", page.read_text("utf-8"))) for page in pages()}
    assert set(VARIABLES) in named.values()
    assert set().union(*named.values()) == set(VARIABLES)


def test_a_command_line_in_a_page_is_found() -> None:
    text = (
        "Type `kaname -q compare us-japan`, or:\n```\n$ kaname scenario check x.yaml\n```\nThe word kaname is a rivet."
    )
    found = [match.groups()[1:] for code in CODE.findall(text) for match in TYPED.finditer(code)]
    assert found == [("compare", "us-japan"), ("scenario", "check")]


def test_numbers_with_a_fraction_are_read_by_our_own_reader() -> None:
    # The command line's own reader takes nan and inf.
    texts = {path.name: path.read_text(encoding="utf-8") for path in (PACKAGE / "cli").glob("*.py")}
    assert [name for name, text in texts.items() if re.search(r"Annotated\[\s*float", text)] == []
    assert "Annotated[\n" in texts["campaign.py"]
