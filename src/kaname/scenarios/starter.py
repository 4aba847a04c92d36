"""A starter bargain: a commented file that is sound as it stands, empty or with the levers of another bargain.

Idea: what is written by hand is only what is asked for and why; lags and prices come from the lists. Every number is a
judgement to be replaced. Reads: Bargain. Writes: nothing; the text is the caller's to write.
Source: the format described in docs/reference/files.md.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from kaname.core.errors import InputError, shown
from kaname.core.schema import IDENTIFIER
from kaname.evidence.figures import Figure
from kaname.scenarios.records import Bargain, LeverChange
from kaname.words.levers import BY_NAME as LEVERS
from kaname.words.levers import Lever

WIDTH = 110
RESERVED = ("as_is",)
HEAD = """\
# A bargain: levers that the two sides agree to move, and why. Check it with: kaname bargain check {file}
# What may stand here is told in docs/reference/files.md; the levers in docs/reference/levers.md.
id: {id}
name: {name}
# author: A. Author              # with source: [key] in place of judgement, and sources: below
judgement: Our own proposal; say here in a sentence where it comes from.
summary: >-
{summary}
adds:                            # what it still adds at the start, in words
{adds}
# own_start: {{year: 2026, quarter: 1}}   # the year in which its author wrote; tells what has been done since
levers:
"""
TAIL = """\
# codings:                       # how another person reads the same words; kaname compare --coding second
#   second:
#     coder: Second reader
#     levers:
#       {lever}:
#         to: {{value: {value:g}, unit: {unit}, date: 2026, grade: D,
#              judgement: as the second reader sees it, doubt: this is one reader only}}
"""
FIRST_COMMENTS = {
    "to": "what the lever is to be, in its unit",
    "asks": "more, less (what is done is not taken back) or level",
    "judgement": "why; or source: [key]",
}
ADOPT = """\
    # adopt:                     # left out: lag, price and consent are those of the lists
    #   lag_quarters: {value: 8, unit: quarters, date: 2026, grade: D,
    #                  judgement: two years of talks and works, doubt: this may take longer}
    #   consent: [ally_cabinet]
    #   cost:
    #     ally: {value: 0.1, unit: bn USD 2023 per year, date: 2026, grade: D,
    #            judgement: a round guess of ours, doubt: this may be double}
"""


def starter(identity: str, file: str, base: Bargain | None = None) -> str:
    """Return the text of a new bargain. Errors: InputError for an id that cannot be a bargain's."""
    if not re.fullmatch(IDENTIFIER, identity) or identity in RESERVED:
        allowed = "lower-case letters, digits, _ and -, beginning with a letter; not as_is"
        raise InputError(f"{shown(identity)!r} cannot name a bargain", found=identity, allowed=allowed, path="NAME",
                         hint="For example my_bargain.")  # fmt: skip
    asked: Mapping[str, float | LeverChange] = base.levers if base and base.levers else {"clarity": 0.8}
    lines = [_lever(LEVERS[name], change, number == 0)
             for number, (name, change) in enumerate(asked.items()) if name in LEVERS]  # fmt: skip
    lever = next(iter(asked))
    change = asked[lever]
    value = change.to.central if isinstance(change, LeverChange) else change
    summary = base.summary if base and base.levers else "One or two sentences of your own: who promises what to whom."
    adds = base.adds if base and base.adds else ("One thing that is new at the start, in a sentence.",)
    head = HEAD.format(
        id=identity,
        file=file,
        name=_quoted(f"{base.name}, changed" if base else identity.replace("_", " ").capitalize()),
        summary=_folded(summary, 2),
        adds="\n".join(f"  - {_quoted(text)}" for text in adds),
    )
    return head + "".join(lines) + TAIL.format(lever=lever, value=value, unit=LEVERS[lever].unit)


def _lever(declared: Lever, change: float | LeverChange, first: bool) -> str:
    comments = FIRST_COMMENTS if first else dict.fromkeys(FIRST_COMMENTS, "")
    sentence = declared.sentence.strip()
    span = f"{declared.low:g}..{declared.high:g}"
    lines = [f"  {declared.name}:{_comment(f'{sentence} {span} ({declared.unit})')}"]
    if isinstance(change, LeverChange):
        lines += _figure(change.to, comments["to"])
        lines += [f"    asks: {change.asks}{_comment(comments['asks'])}"]
    else:
        lines += [f"    to:{_comment(comments['to'])}", f"      value: {change:g}", f"      unit: {declared.unit}",
                  "      date: 2026", "      judgement: Say here why this much and not more.", "      grade: D",
                  "      doubt: Say here what may be wrong with it.",
                  f"    asks: more{_comment(comments['asks'])}"]  # fmt: skip
    lines += [f"    judgement: Our own reading of what is needed.{_comment(comments['judgement'])}"]
    return "\n".join(lines) + "\n" + (ADOPT if first else "")


def _figure(figure: Figure, comment: str) -> list[str]:
    said = figure.as_data()
    given = f"value: {figure.value:g}" if "value" in said else f"distribution: {_flow(said['distribution'])}"
    judgement = figure.judgement or "Taken over from a figure with a source."
    doubt = figure.doubt or "Say here what may be wrong with it."
    lines = [f"    to:{_comment(comment)}", f"      {given}", f"      unit: {figure.unit}"]
    lines += [f"      date: {_quoted(figure.date)}", f"      judgement: {_quoted(judgement)}"]
    return [*lines, "      grade: D", f"      doubt: {_quoted(doubt)}"]


def _flow(distribution: Mapping[str, object]) -> str:
    [(kind, args)] = distribution.items()
    return f"{{{kind}: {args}}}"


def _quoted(text: str) -> str:
    """Return the text in double quotes, which may hold anything that a checked file can say."""
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _folded(text: str, indent: int) -> str:
    pad = " " * indent
    return "\n".join(textwrap.wrap(" ".join(text.split()), WIDTH, initial_indent=pad, subsequent_indent=pad))


def _comment(text: str) -> str:
    return f"   # {text}" if text else ""
