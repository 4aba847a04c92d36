"""On what terms a run is run: by which engine, which share of it, under which label. No row depends on them.

Reads, writes: nothing. Errors: InputError for words that say none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kaname.core.errors import InputError
from kaname.store.spans import Span

LOCAL = "local"
MOST_TASKS = 100_000
_TASK = re.compile(r"(\d{1,6})/(\d{1,6})")


@dataclass(frozen=True)
class Task:
    """The share of one of `count` tasks, `number` from 1."""

    number: int
    count: int

    def share(self, spans: Sequence[Span], together: int) -> list[Span]:
        """Return the spans that are this task's; `together` spans of the same futures stay in one."""
        return [span for place, span in enumerate(spans) if (place // together) % self.count == self.number - 1]


@dataclass(frozen=True)
class Terms:
    """engine: see study.engines; task: a share alone; label: start a labelled run; fork: where that comes from."""

    engine: str = LOCAL
    task: Task | None = None
    label: str = ""
    fork: dict[str, Any] | None = None


def task_of(words: str) -> Task | None:
    """Return the task of words such as 3/16, none of no words.

    >>> task_of("3/16")
    Task(number=3, count=16)
    """
    if not words:
        return None
    match = _TASK.fullmatch(words)
    number, count = (int(match[1]), int(match[2])) if match else (0, 0)
    if not 1 <= number <= count <= MOST_TASKS:
        raise InputError(f"{words} is no share of tasks", path="--task", hint="Write 3/16 for the third of sixteen.")
    return Task(number, count)
