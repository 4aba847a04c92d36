"""`kaname claims`: what authors claim, put as arms of paired futures; list, audit, clash, and claims of one's own.

Reads: claims, scenario, evidence. Writes: with --out, a folder of results. Exit codes: see cli.trouble; a claim that
fails is a finding and no fault (0).
"""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kaname.cli.json_text import json_text
from kaname.cli.seed import Seed
from kaname.core.errors import InputError, InputErrors, shown
from kaname.core.user_file import check_folder, new_file, output_file

if TYPE_CHECKING:
    from kaname.api.claims import Claims

WIDTH, FUTURES = 80, 2000
RESULT = r'\{\s*"format": 1,\s*"command": "kaname claims '
TABLE = r"\"?claim\"?,"
"""How files of results begin."""

Budget = Annotated[int, typer.Option(help="Budget of each arm, 20 to 100000; a settled claim stops.")]
Workers = Annotated[int, typer.Option(help="Threads.")]
Quick = Annotated[bool, typer.Option("--quick", help="Hold no mechanism and run no rival theory.")]
Levers = Annotated[
    list[str] | None, typer.Option("--set", help="Of the one claim: ARM.LEVER=VALUE, figure.NAME=VALUE, or years=N.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

app = typer.Typer(help="Run what authors claim: verdict, size and limits of each.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Run what authors claim: verdict, size and limits of each."""


@app.command("list")
def list_claims(as_json: AsJson = False) -> None:
    """List the claims of the package: id, author, what is claimed, how many lines judge it."""
    from kaname.scenarios.claims import shipped_claims

    claims = shipped_claims()
    if as_json:
        rows = [{"id": claim.id, "author": claim.author, "claim": claim.claim, "passage": claim.passage,
                 "lines": len(claim.lines), "cannot_run": claim.cannot_run} for claim in claims]  # fmt: skip
        typer.echo(json_text(rows))
        return
    lines = []
    for one in claims:
        lines += textwrap.wrap(f"{one.id} {one.claim} ({one.author})", WIDTH, subsequent_indent="    ")
        if one.cannot_run:
            lines += textwrap.wrap(f"cannot be run: {one.cannot_run}", WIDTH, initial_indent="    ",
                                   subsequent_indent="    ")  # fmt: skip
    typer.echo("\n".join([*lines, "", f"kaname claims audit {claims[0].scenario}"]))


@app.command()
def audit(
    scenario: Annotated[str, typer.Argument(help="Id of a scenario of the package, or a file.")],
    claims: Annotated[str, typer.Option(help="Only these, by commas: C01,C07.")] = "",
    futures: Budget = FUTURES,
    seed: Seed = 1,
    workers: Workers = 2,
    quick: Quick = False,
    out: Annotated[Path | None, typer.Option(help="Folder for results; a stopped audit goes on there.")] = None,
    levers: Levers = None,
    as_json: AsJson = False,
) -> None:
    """Run claims in paired futures until each is settled; verdicts, worst first, with sizes and shares of worlds."""
    from kaname.api.claims import claims as run_claims

    named = [name.strip() for name in claims.split(",") if name.strip()]
    if claims and not named:
        raise InputError("no claim is named", path="--claims", hint="Name at least one, or leave --claims out.")
    with _places_or_nothing(out):
        made = run_claims(scenario, named, futures=futures, seed=seed, quick=quick, out=out, workers=workers,
                          progress=True, levers=_levers(levers))  # fmt: skip
    show(made, out, as_json)


@app.command()
def new(
    file: Annotated[Path, typer.Argument(help="The file to begin, such as mine.yaml; it must not be there.")],
) -> None:
    """Begin a file for a claim of one's own: one claim that runs, every part of it explained in comments."""
    from kaname.scenarios.claims import TEMPLATE

    place = new_file(file, "FILE")
    place.write(TEMPLATE.read_text(encoding="utf-8"))
    typer.echo(f"kaname claims check {shlex.quote(str(file))}")


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A file of claims.")]) -> None:
    """Check a file of claims: its form, and every arm, place and outcome it names; nothing is run."""
    from kaname.api.claims import checked

    claims = checked(file)
    lines_of = sum(len(claim.lines) for claim in claims)
    typer.echo(f"{file}: {len(claims)} {'claim' if len(claims) == 1 else 'claims'}, {lines_of} lines; all can be run.")
    typer.echo(f"kaname claims run {shlex.quote(str(file))}")


@app.command("run")
def run_file(
    file: Annotated[Path, typer.Argument(help="A file of claims.")],
    futures: Budget = FUTURES,
    seed: Seed = 1,
    workers: Workers = 2,
    quick: Quick = False,
    out: Annotated[Path | None, typer.Option(help="Folder for results; a stopped run goes on there.")] = None,
    as_json: AsJson = False,
) -> None:
    """Run the claims of a file of one's own, as `kaname claims audit` runs those of the package."""
    from kaname.api.claims import claims as run_claims

    with _places_or_nothing(out):
        made = run_claims("", files=[file], futures=futures, seed=seed, quick=quick, out=out, workers=workers,
                      progress=True)  # fmt: skip
    show(made, out, as_json)


@app.command()
def clash(
    first: Annotated[str, typer.Argument(help="An author of claims, such as pollmann2019.")],
    second: Annotated[str, typer.Argument(help="Another author.")],
    scenario: Annotated[str, typer.Option(help="Id or file of a scenario; that of the claims where left out.")] = "",
    futures: Annotated[int, typer.Option(help="Futures of each arm, 20 to 100000.")] = 1000,
    seed: Seed = 1,
    workers: Workers = 2,
    as_json: AsJson = False,
) -> None:
    """Compare two authors where they disagree: who leads in which worlds, what explains it, what would settle it."""
    from kaname.api.clash import clash as clash_of_authors
    from kaname.api.progress import Progress

    made = clash_of_authors(scenario, first, second, futures=futures, seed=seed, workers=workers,
                            progress=Progress("clash"))  # fmt: skip
    data = made.as_data()
    if as_json:
        typer.echo(json_text(data))
        return
    for pair in data["clashes"]:
        for side in pair["claims"]:
            typer.echo(
                textwrap.fill(f"{side['id']} {side['claim']} ({side['author']})", WIDTH, subsequent_indent="    ")
            )
        for sentence in pair["sentences"]:
            typer.echo(textwrap.fill(sentence, WIDTH, initial_indent="  - ", subsequent_indent="    "))
        typer.echo("")


def show(made: Claims, out: Path | None, as_json: bool) -> None:
    """Print an audit, and write its files where a folder is named."""
    data = made.as_data()
    text = json_text(data)
    typer.echo(text if as_json else "\n".join(lines(data)))
    if out is None:
        return
    from kaname.report.claims.page import claims_page

    texts = {".json": text + "\n", ".csv": csv_text(made), ".html": claims_page(data)}
    for place in _places(out):
        place.write(texts[place.path.suffix])
    typer.echo(str(out / "claims.html"), err=as_json)


def _levers(words: list[str] | None) -> dict[str, float]:
    """Return the values of --set by name; InputError unless each is NAME=VALUE."""
    made: dict[str, float] = {}
    for word in words or ():
        name, equals, value = word.partition("=")
        try:
            made[name] = float(value if equals else "")
        except ValueError:
            raise InputError("it is no NAME=VALUE", path="--set", found=shown(word),
                             hint="Write --set used.coordination_use=0.5, or --set years=5.") from None  # fmt: skip
    return made


def csv_text(made: Claims) -> str:
    """Return the table of lines as CSV."""
    import csv
    import io

    table, told = made.table, io.StringIO()
    writer = csv.writer(told, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(zip(*(table[name].tolist() for name in table.columns), strict=True))
    return told.getvalue()


@contextmanager
def _places_or_nothing(out: Path | None) -> Iterator[None]:
    """Look at where the files go beforehand; a refusal leaves no empty folder behind that was made for them."""
    new_here = out is not None and not out.exists()
    _places(out)
    try:
        yield
    except (InputError, InputErrors):
        if new_here and out is not None:
            for folder in (out / "rows", out):
                if folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()
        raise


def _places(out: Path | None) -> list[Any]:
    """Return where the files go, checked before anything is run."""
    if out is None:
        return []
    check_folder(out, "--out")
    out.mkdir(parents=True, exist_ok=True)
    return [output_file(out / "claims.json", ".json", "--out", mark=RESULT),
            output_file(out / "claims.csv", ".csv", "--out", mark=TABLE),
            output_file(out / "claims.html", ".html", "--out")]  # fmt: skip


def lines(data: Mapping[str, Any]) -> list[str]:
    """Return an audit as lines of at most 80 characters, worst verdicts first."""
    order = list(data["verdicts"])
    told = []
    for one in sorted(data["claims"], key=lambda claim: (order.index(claim["verdict"]), claim["id"])):
        told += textwrap.wrap(f"{one['verdict'].upper()}  {one['id']} {one['claim']} ({one['author']})", WIDTH,
                              subsequent_indent="    ")  # fmt: skip
        if one["cannot_run"]:
            told += textwrap.wrap(one["cannot_run"], WIDTH, initial_indent="    ", subsequent_indent="    ")
        for line in one["lines"]:
            told += _line(line)
        told += _why(one["reasons"])
        told.append("")
    return [*told, "-" * WIDTH, *_tail(data)]


def _line(line: Mapping[str, Any]) -> list[str]:
    first = textwrap.wrap(f"{line['verdict']}: {line['sentence']}", WIDTH, initial_indent="    ",
                          subsequent_indent="      ")  # fmt: skip
    size = f", {line['size']:+.2g} of what matters" if line["matters"] else ""
    share = (
        "" if line["expect"] in ("open", "alike", "differs") else f", as claimed in {line['share'][0]:.0%} of worlds"
    )
    text = (f"{line['mean']:+.3g} {line['unit']} ({line['low']:+.3g} to {line['high']:+.3g}){size}{share}; "
             f"{line['pairs']} pairs")  # fmt: skip
    texts = [text, *([line["ends"]["sentence"]] if line.get("ends") else [])]
    return first + [row for words in texts for row in
                    textwrap.wrap(words, WIDTH, initial_indent="      ", subsequent_indent="      ")]  # fmt: skip


def _why(reasons: Mapping[str, Any] | None) -> list[str]:
    """Return where the claim fails, what it rests on and what would move it, one sentence each."""
    if reasons is None:
        return []
    boxes = [reasons[name]["sentence"] for name in ("fails", "holds") if reasons[name]]
    told = [
        *boxes[:1],
        *(one["sentence"] for one in (*reasons["figures"][:1], *reasons["mechanisms"][:2])),
        *(theory["sentence"] for theory in reasons["theories"]),
        *(move["sentence"] for move in reasons["moves"][:1]),
    ]
    return [line for text in told for line in
            textwrap.wrap(text, WIDTH, initial_indent="    - ", subsequent_indent="      ")]  # fmt: skip


def _tail(data: Mapping[str, Any]) -> Sequence[str]:
    texts = [f"{count:>3} {name}: {data['verdicts'][name]}" for name, count in data["counts"].items()]
    texts.append(
        f"m is the smallest effect that matters, stated for each line. Looks at {', '.join(map(str, data['looks']))} "
        f"futures an arm; intervals hold over all looks at {1 - data['level']:.0%}; false discovery rate over all "
        f"lines {data['false_discovery_rate']:.0%}. Authors are read from short texts: what is claimed is our reading."
    )
    return [line for text in texts for line in textwrap.wrap(text, WIDTH, subsequent_indent="    ")]
