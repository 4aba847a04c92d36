"""The command `kaname`: greet, find the command, run it, and answer for what goes wrong.

Results go to stdout; progress, notes and errors to stderr. Notes are messages of the logger `kaname`: level INFO and
above is shown, -v adds DEBUG, -q leaves warnings. Both may stand before or after the command's name.
Reads: the command line. Writes: nothing itself. Exit codes: see cli.trouble.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Annotated

import typer

from kaname import __version__
from kaname.cli.commands import LazyGroup, shipped_scenarios
from kaname.cli.streams import forgive_encodings
from kaname.cli.trouble import Stopped, explain, stopping_on_signals

GREETING = """\
Kaname {version}: turn an argument about an alliance into something that can be run.

  kaname compare {scenario}
                    which bargain holds best, for whom, how sure
  kaname trace {scenario} --bargain as_is --future 7
                    one of those futures as a story, with the reasons
  kaname scenario check FILE
                    your own scenario: is everything in it sound
  kaname evidence list
                    the figures it all rests on, with their doubts

`kaname --help` lists all commands; `kaname COMMAND --help` explains one.
"""
VERBOSITY = {"-v": logging.DEBUG, "--verbose": logging.DEBUG, "-q": logging.WARNING, "--quiet": logging.WARNING}

app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kaname {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def greet(
    ctx: typer.Context,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more on stderr.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only warnings and errors on stderr.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Compare bargains between allies over thousands of futures. Every figure has a source or a stated judgement."""
    # verbose and quiet stand here for the help page: `run` has taken them out of the words before.
    if ctx.invoked_subcommand is None:
        scenario = next(iter(shipped_scenarios()), "SCENARIO")
        typer.echo(GREETING.format(version=__version__, scenario=scenario), nl=False)


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its code; `cli.entry` hands it all words but a plain question."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    words, level = without_verbosity(words)
    start_log(level)
    forgive_encodings()
    keep_to_one_thread()
    try:
        with stopping_on_signals():
            app(words, prog_name="kaname")
    except (Exception, KeyboardInterrupt, Stopped) as trouble:
        sys.exit(explain(trouble))


def without_verbosity(words: list[str]) -> tuple[list[str], int]:
    """Take -v and -q out of the words, wherever they stand before a bare `--`; the words left and the log level."""
    end = words.index("--") if "--" in words else len(words)
    levels = [VERBOSITY[word] for word in words[:end] if word in VERBOSITY]
    left = [word for word in words[:end] if word not in VERBOSITY] + words[end:]
    return left, levels[-1] if levels else logging.INFO


def keep_to_one_thread() -> None:
    """Matrices here are small: threads of the linear algebra cost far more than they give, most where others work too.

    It reads the variable once, when it is loaded, which no command has done yet; who has set it is not overruled.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def start_log(level: int) -> None:
    """Show messages of the logger `kaname` from `level` up on stderr, bare; calling it again only sets the level."""
    log = logging.getLogger("kaname")
    log.setLevel(level)
    if not any(isinstance(handler, StderrOfTheMoment) for handler in log.handlers):
        log.addHandler(StderrOfTheMoment())


class StderrOfTheMoment(logging.Handler):
    """Writes to whatever sys.stderr is when the message comes: it may have been redirected since."""

    def emit(self, record: logging.LogRecord) -> None:
        print(record.getMessage(), file=sys.stderr, flush=True)


if __name__ == "__main__":
    run()
