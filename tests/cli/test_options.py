"""An option of a command is a field of the design: a new one needs no line in the command."""

from __future__ import annotations

import typer
from typer.main import get_command

from kaname.cli.options import design_values, with_options
from kaname.study.design import Design
from kaname.study.options import options_of
from tests.study.test_commands import Wider


def command_of(design: type[Design], of_future: bool, seen: dict[str, object]) -> object:
    """A command that notes the values it is given."""

    @with_options(design, of_future)
    def note(scenario: str, **options: object) -> None:
        seen.update(design_values(design, options))

    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(note)
    return get_command(app)


def test_a_new_field_with_metadata_is_in_the_help_and_reaches_the_design() -> None:
    for of_future in (False, True):
        seen: dict[str, object] = {}
        command = command_of(Wider, of_future, seen)
        text = command.get_help(command.make_context("note", ["s"]))  # type: ignore[attr-defined]
        assert "--tide" in text
        assert "Height of the tide." in text
        command.main(["s", "--tide", "7"], standalone_mode=False)  # type: ignore[attr-defined]
        assert seen["tide"] == 7
        assert set(seen) == set(options_of(Wider, of_future))


def test_flags_stand_for_what_they_mean_and_lists_are_parted_by_commas() -> None:
    seen: dict[str, object] = {}
    command = command_of(Design, False, seen)
    command.main(["s"], standalone_mode=False)  # type: ignore[attr-defined]
    assert Design("s", ("a",), **seen) == Design("s", ("a",))  # type: ignore[arg-type]
    words = ["s", "--adopted", "--no-reaction", "--deterrence", "--freeze", "a,b,"]
    command.main(words, standalone_mode=False)  # type: ignore[attr-defined]
    assert [seen[name] for name in ("adoption", "reaction", "views", "frozen")] == ["adopted", False, True, ("a", "b")]
