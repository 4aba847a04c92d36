"""Findings of a check of a run's folder: faults by file, and how much was looked at.

Reads, writes: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """Something that is not as the page of the format asks: the file, relative to the folder, and what is wrong."""

    file: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.what}"


@dataclass
class Checked:
    """Result of a check. files, rows, numbers: how many were looked at; notes: what is no fault and worth knowing."""

    key: str = ""
    files: int = 0
    rows: int = 0
    numbers: int = 0
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def wrong(self, file: str, what: str) -> None:
        """Add a fault."""
        self.faults.append(Fault(file, what))
