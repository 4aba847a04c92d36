"""Entry point of `kaname`: a plain question to the law is answered at once, everything else goes to the command line.

Idea: the library that reads a command line takes longer to load than a question of law to answer. Words that are
exactly `law ask` with its own options and values are read here; whatever else stands there (help, a slip, another
command) is read by `cli.main`, which says the same in every case that both can answer.

Reads: the command line. Writes: nothing itself. Exit codes: see cli.trouble.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

ASK = ["law", "ask"]
WITH_VALUE = ("--question", "--date", "--fact", "--situation", "--lang")


@dataclass
class Asked:
    """The options of `law ask` as typed."""

    values: dict[str, str] = field(default_factory=dict)
    facts: list[str] = field(default_factory=list)
    as_json: bool = False


def run(arguments: list[str] | None = None) -> None:
    """Answer, or hand the words to the command line; exits with the code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    asked = plain_question(words)
    if asked is None:
        from kaname.cli.main import run as run_all

        run_all(words)
    else:
        _answer(asked)


def plain_question(words: list[str]) -> Asked | None:
    """Return the options where the words are `law ask` with options and values that leave no doubt, else None."""
    if words[: len(ASK)] != ASK:
        return None
    asked, left = Asked(), words[len(ASK) :]
    while left:
        name, equals, value = left.pop(0).partition("=")
        if name == "--json" and not equals:
            asked.as_json = True
            continue
        if name not in WITH_VALUE or not (equals or left):
            return None
        value = value if equals else left.pop(0)
        if value.startswith("-") or (name != "--fact" and name in asked.values):
            return None
        if name == "--fact":
            asked.facts.append(value)
        else:
            asked.values[name] = value
    return asked if "--question" in asked.values else None


def _answer(asked: Asked) -> None:
    from kaname.cli.streams import forgive_encodings
    from kaname.cli.trouble import Stopped, explain, stopping_on_signals

    forgive_encodings()
    try:
        with stopping_on_signals():
            from kaname.cli.law_answer import answer

            file = asked.values.get("--situation")
            print(
                answer(
                    asked.values["--question"],
                    asked.values.get("--date"),
                    asked.facts,
                    Path(file) if file is not None else None,
                    asked.as_json,
                    asked.values.get("--lang", "en"),
                )
            )
    except (Exception, KeyboardInterrupt, Stopped) as trouble:
        sys.exit(explain(trouble))
