"""`kaname crisis`: one injected crisis many times, and games in extensive form; a scenario is the default word.

`kaname crisis SCENARIO ...` injects (cli.crisis_inject); `kaname crisis solve FILE.efg` solves a game. A first word
that is no command of the group is a scenario.
Reads, writes, exit codes: as the command says.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from kaname.cli.crisis_inject import inject
from kaname.cli.crisis_solve import solve

DEFAULT = "SCENARIO"
"""How the default command is listed; nobody types it."""


class ScenarioFirst(TyperGroup):
    """A group in which a first word that is none of its commands is the default command's own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default command before the words that are its own."""
        help_options = self.get_help_option_names(ctx)
        if args and args[0] not in self.commands and args[0] not in help_options:
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command; the default one without its name, so that its usage reads as it is typed."""
        name, command, rest = super().resolve_command(ctx, args)
        return ("" if name == DEFAULT else name), command, rest


app = typer.Typer(
    cls=ScenarioFirst, no_args_is_help=True,
    help="Play one crisis many times, each side in its own picture; or solve a game in extensive form.",
)  # fmt: skip


@app.callback()
def _group() -> None:
    """Play one crisis many times, each side in its own picture; or solve a game in extensive form."""


app.command(DEFAULT)(inject)
app.command("solve")(solve)
