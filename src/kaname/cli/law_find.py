"""`kaname law find`: which question to ask and which facts to tell, from words in English or Japanese.

Reads: the shipped law book. Writes nothing. Exit codes: 0 something found, 1 nothing found, 2 bad input.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from kaname.cli.json_text import json_text


def find(
    words: Annotated[list[str], typer.Argument(help='Words such as "shoot down balloon" or 防衛出動.')],
    most: Annotated[int, typer.Option("--most", min=1, max=100, help="How many to list.")] = 12,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="en or ja.")] = "en",
) -> None:
    """Find what to ask and what to tell: questions, facts, articles, clocks and stories, in both languages."""
    from kaname.law.book import load_book
    from kaname.law.find import find as found_for
    from kaname.law.find_text import found_text
    from kaname.law.render import Wording

    wording = Wording(load_book(), lang)
    found = found_for(wording.book, " ".join(words), most)
    made = json_text([asdict(one) for one in found])
    typer.echo(made if json_ else found_text(wording, found))
    if not found:
        raise typer.Exit(1)
