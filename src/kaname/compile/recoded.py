"""A compiled comparison as another coder reads its bargains, without reading or compiling anything again.

Reads: Compiled. Writes: nothing. Errors: InputError where a bargain has no such coding.
"""

from __future__ import annotations

from dataclasses import replace

from kaname.compile.bargains import lay_bargain
from kaname.compile.compiled import Compiled
from kaname.compile.terms import terms_of


def recoded(compiled: Compiled, coding: str) -> Compiled:
    """The same comparison with the targets of another coding (first, between, or the name of a further one)."""
    terms = terms_of(compiled.bargains, coding, compiled.terms.reading)
    params = {
        name: lay_bargain(compiled.params[name], bargain, compiled.scenario, coding)
        for name, bargain in compiled.bargains.items()
    }
    return replace(compiled, params=params, terms=terms)
