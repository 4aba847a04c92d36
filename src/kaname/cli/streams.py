"""The terminal's streams: what they cannot show does not stop a command.

Reads and writes nothing itself.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper


def forgive_encodings() -> None:
    """A terminal that cannot show a letter shows a question mark instead of stopping the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
