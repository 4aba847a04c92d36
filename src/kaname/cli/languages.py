"""The option --lang, one for all commands whose answer can be read in two languages.

Reads, writes: nothing.
"""

from __future__ import annotations

from typing import Annotated

import typer

LANGUAGE = Annotated[str, typer.Option("--lang", help="en or ja.")]
