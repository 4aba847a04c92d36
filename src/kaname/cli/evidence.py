"""`kaname evidence`: check figures and sources, list them, or print the works that a scenario rests on.

Reads: the package's evidence, the files named. Writes: nothing. Exit code 2 and every error when a file is not right.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kaname.cli.json_text import json_text
from kaname.cli.scenario import count, figures_line

if TYPE_CHECKING:
    from kaname.evidence.cite import Entry, Share
    from kaname.evidence.figures import Figure
    from kaname.evidence.load import Evidence

WIDTH = 80
COLUMNS = (("id", 30), ("grade", 5), ("value", 19), ("unit", 23))

app = typer.Typer(help="Check, list or cite the figures a scenario rests on.", no_args_is_help=True)


class Grade(StrEnum):
    """The grades of figures."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@app.command()
def check(
    files: Annotated[list[Path] | None, typer.Argument(help="Your own evidence files; none: the shipped ones.")] = None,
) -> None:
    """Check evidence: every number with unit, date, source or judgement, grade and doubt."""
    from kaname.evidence.load import FOLDER, load_evidence, read_shipped_yaml

    shipped = load_evidence()
    evidence = load_evidence(files) if files else read_shipped_yaml() if FOLDER.is_dir() else shipped
    own = [figure for name, figure in evidence.figures.items() if not files or name not in shipped.figures]
    sources = len(evidence.sources) - (len(shipped.sources) if files else 0)
    typer.echo(f"Sound: {figures_line(own)} and {count(sources, 'source')}.")


@app.command("list")
def list_figures(
    grade: Annotated[Grade | None, typer.Option(help="Only figures of this grade.", case_sensitive=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")] = False,
) -> None:
    """List figures: id, grade, value, unit. Grades: A measured, B literature, C carried over, D judgement."""
    from kaname.evidence.load import load_evidence

    figures = [figure for figure in load_evidence().figures.values() if grade is None or figure.grade == grade]
    if as_json:
        typer.echo(json_text([{"id": figure.id, **figure.as_data()} for figure in figures]))  # fmt: skip
    else:
        typer.echo("\n".join(table(figures, reasons=grade == Grade.D)))


@app.command()
def cite(
    scenario: Annotated[str | None, typer.Argument(help="A scenario by name or file; none: all evidence.")] = None,
) -> None:
    """Print the works behind a scenario's figures, and how many of its figures are judgements."""
    from kaname.evidence.cite import bibliography_of, share_read
    from kaname.evidence.load import load_evidence

    evidence = load_evidence()
    if scenario is None:
        figures, sources, keys = list(evidence.figures.values()), dict(evidence.sources), set(evidence.sources)
    else:
        figures, sources, keys = used_by(scenario, evidence)
    works = bibliography_of(figures, sources, keys)
    typer.echo("\n".join([*bibliography_lines(works, figures), share_line(share_read(figures, sources))]))


def used_by(name: str, evidence: Evidence) -> tuple[list[Figure], dict, set[str]]:
    """Return figures, sources and further cited keys behind a scenario: its own, its bargains', and the parameters'."""
    from kaname.scenarios.load import is_path, load_bargain, load_scenario
    from kaname.words.params import BACKED_BY_NAME as PARAMS

    scenario = load_scenario(name, evidence)
    folder = Path(name).parent if is_path(name) else None
    figures = dict(scenario.figures())
    sources = dict(scenario.sources)
    keys = {key for thing in scenario.as_is for key in thing.source}
    for identity in scenario.bargains:
        bargain = load_bargain(identity, evidence, folder)
        figures |= bargain.figures()
        sources |= bargain.sources
        keys |= {*bargain.source, *(key for lever in bargain.levers.values() for key in lever.source)}
    # A parameter that the scenario does not set takes the figure of its own name.
    defaults = {name for name in PARAMS if name not in scenario.parameters}
    figures |= {name: figure for name, figure in evidence.figures.items() if name in defaults}
    return list(figures.values()), sources, keys


def table(figures: Iterable[Figure], reasons: bool = False) -> list[str]:
    """Return the lines of at most 80 characters, one figure in each, and their number.

    reasons: below each figure its judgement and the doubt about it.
    """
    listed = list(figures)
    lines = [_row([name for name, _ in COLUMNS]), "-" * WIDTH]
    for figure in listed:
        lines.append(_row([figure.id, figure.grade, value_text(figure), figure.unit]))
        lines += reason_lines(figure) if reasons else []
    return [*lines, "-" * WIDTH, f"{figures_line(listed)}.", "--json tells sources, judgements and doubts."]


def reason_lines(figure: Figure) -> list[str]:
    """Return a figure's judgement and doubt, wrapped and indented."""
    said = [text for text in (figure.judgement, f"Doubt: {figure.doubt}" if figure.doubt else None) if text]
    wrapped = (textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ") for text in said)
    return [line for lines in wrapped for line in lines]


def value_text(figure: Figure) -> str:
    """Return the value, or the kind and bounds of a distribution, in few characters."""
    from kaname.evidence.figures import numbers

    if figure.distribution is not None and figure.distribution.kind == "switch":
        return "|".join(figure.distribution.names)
    if figure.distribution is not None:
        low, high = figure.distribution.support
        return f"{figure.distribution.median:.3g} ({low:.3g}-{high:.3g})"
    assert figure.value is not None
    values = numbers(figure.value)
    text = f"{values[0]:.6g}" if len(values) == 1 else f"{min(values):.3g} to {max(values):.3g}"
    return text + (" spread" if figure.spread is not None else "")


def bibliography_lines(entries: Iterable[Entry], figures: Iterable[Figure]) -> list[str]:
    """Return the works, wrapped, each with how surely it was read; then the number of judgements."""
    lines: list[str] = []
    for entry in entries:
        lines += textwrap.wrap(entry.text, WIDTH, subsequent_indent="    ", break_on_hyphens=False)
        if entry.url:
            lines.append(f"    {entry.url}")
        lines.append(f"    [{entry.key}; {entry.certainty}: {entry.certainty_words}; figures: {len(entry.figures)}]")
    listed = list(figures)
    judged = sum(figure.grade == "D" for figure in listed)
    return [*lines, "", f"{judged} of {len(listed)} figures are judgements (kaname evidence list --grade D)."]


def share_line(share: Share) -> str:
    """Return how many figures and numbers were read in a source rather than judged or recalled."""
    return (f"Read in a source: {share.figures} of {share.of_figures} figures, {share.numbers} of "
            f"{share.of_numbers} numbers.")  # fmt: skip


def _row(cells: list[str]) -> str:
    fitted = [_fit(cell, width) for cell, (_, width) in zip(cells, COLUMNS, strict=True)]
    return " ".join(fitted).rstrip()


def _fit(cell: str, width: int) -> str:
    return f"{cell if len(cell) <= width else cell[: width - 3] + '...':<{width}}"
