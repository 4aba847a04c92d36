"""Citations and bibliography: what a report prints for the figures it used.

Reads: Evidence. Writes: nothing. Source keys resolve in data/evidence/sources.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kaname.evidence.figures import CERTAINTIES, GRADES, Figure, Source, cells
from kaname.evidence.load import Evidence


@dataclass(frozen=True)
class Entry:
    """One work of the bibliography and the figures that rest on it."""

    key: str
    text: str
    url: str | None
    certainty: str
    certainty_words: str
    licence: str
    note: str | None
    figures: tuple[str, ...]


def cite(evidence: Evidence, ids: Iterable[str]) -> dict[str, str]:
    """Figure id -> short citation: authors and years, or the judgement, with the grade in words.

    InputError for an id that is not in the evidence.
    """
    return {identity: citation(evidence.figure(identity), evidence.sources) for identity in ids}


def citation(figure: Figure, sources: dict[str, Source]) -> str:
    """Return the short citation of one figure."""
    grade = f"{figure.grade}: {GRADES[figure.grade]}"
    if figure.judgement:
        return f"Judgement ({grade}): {figure.judgement}"
    named = "; ".join(f"{sources[key].author} ({sources[key].year})" for key in figure.source)
    return f"{named} [{grade}]"


@dataclass(frozen=True)
class Share:
    """Numbers of figures, and of their values, that were read in a source rather than judged or recalled."""

    figures: int
    of_figures: int
    numbers: int
    of_numbers: int


READ = "VRA"
"""Certainties of sources that were read, replicated from retrieved data, or derived exactly."""


def share_read(figures: Iterable[Figure], sources: dict[str, Source]) -> Share:
    """Return the share that was read: a number counts whose source was read; a figure counts when a number of it does.

    Of a figure with a source all numbers count, unless `read` names those that do.
    """
    listed = list(figures)
    counts = [(numbers_read(figure, sources), _size(figure)) for figure in listed]
    return Share(sum(read > 0 for read, _ in counts), len(listed), sum(read for read, _ in counts),
                 sum(size for _, size in counts))  # fmt: skip


def numbers_read(figure: Figure, sources: dict[str, Source]) -> int:
    """Return how many numbers of the figure rest on a source that was read."""
    if figure.read:
        return sum(_was_read(keys, sources) for keys in figure.read.values())
    return _size(figure) if _was_read(figure.source, sources) else 0


def _was_read(keys: Iterable[str], sources: dict[str, Source]) -> bool:
    return any(sources[key].certainty in READ for key in keys)


def _size(figure: Figure) -> int:
    return 1 if figure.value is None else len(cells(figure.value))


def bibliography(evidence: Evidence, ids: Iterable[str] | None = None) -> list[Entry]:
    """Return the works behind these figures (all figures when None), sorted by author, year and key."""
    wanted = evidence.figures if ids is None else ids
    return bibliography_of([evidence.figure(identity) for identity in wanted], evidence.sources)


def bibliography_of(figures: Iterable[Figure], sources: dict[str, Source], keys: Iterable[str] = ()) -> list[Entry]:
    """Return the works behind figures that need not be in the shipped evidence (a scenario's own), and behind further
    keys.
    """
    behind: dict[str, list[str]] = {key: [] for key in keys}
    for figure in figures:
        for key in figure.cited:
            behind.setdefault(key, []).append(figure.id)
    works = sorted(behind, key=lambda key: (sources[key].author.casefold(), sources[key].year, key))
    return [_entry(sources[key], tuple(behind[key])) for key in works]


def _entry(source: Source, figures: tuple[str, ...]) -> Entry:
    pages = f", {source.pages}" if source.pages else ""
    doi = f" doi:{source.doi}." if source.doi else ""
    text = f"{source.author} ({source.year}). {source.title.rstrip('.')}. {source.publisher.rstrip('.')}{pages}.{doi}"
    words = CERTAINTIES[source.certainty]
    return Entry(
        source.key, text, source.url, source.certainty, words, source.licence, source.note, tuple(sorted(set(figures)))
    )
