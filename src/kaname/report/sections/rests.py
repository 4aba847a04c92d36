"""Section on assumptions: assumption register sorted by influence, what is missing, bibliography.

Influence of a figure: the largest share of the variance of a clear difference (else of an end under the reference) that
its column explains by itself. Reads: View, evidence. Writes: nothing. Source: analysis.variance; evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

from kaname.analysis.variance import Share, by_grade, share
from kaname.evidence.cite import Entry
from kaname.evidence.figures import GRADES, Figure
from kaname.report import sentences
from kaname.report.evidence_used import EvidenceUsed
from kaname.report.figure import Cell, Table, csv_link
from kaname.report.markup import Child, Safe, joined, tag
from kaname.report.numbers import interval, percent
from kaname.report.sections.fold import fold, table
from kaname.report.sections.misses import misses
from kaname.report.sections.rows import slug
from kaname.report.view import View
from kaname.report.words import plain_name
from kaname.words.catalogue import Catalogue

NOTICED, TRACE = 0.01, 1e-9
"""A figure that was sampled and explains less than the first is told as under one percent."""
JUDGED = "D"
SHARES = 15


def rests(view: View, used: EvidenceUsed) -> Safe:
    """Return the section."""
    return fold(
        "rests",
        view.say("page-title-rests"),
        True,
        _grades(view.say, used),
        _judgement(view, used),
        misses(view.say),
        _register(view, used),
        _missing(view, used),
        _bibliography(view.say, used.works),
    )


def _grades(say: Catalogue, used: EvidenceUsed) -> Safe:
    counts = {grade: sum(figure.grade == grade for figure in used.figures.values()) for grade in GRADES}
    texts = [f"{counts[grade]} {grade} ({say(f'grade-{grade}')})" for grade in GRADES]
    return tag("p", say("page-graded", figures=len(used.figures), grades=say("list-comma").join(texts)))


def influences(view: View) -> dict[str, float]:
    """Return column -> the largest share of variance of a difference or an end that it explains by itself."""
    found: dict[str, float] = {}
    for _, squares, n in view.influences.explained:
        for column, r2 in squares.items():
            found[column] = max(found.get(column, 0.0), r2 - (1 - r2) / (n - 2))
    return found


def _judgement(view: View, used: EvidenceUsed) -> Safe | None:
    """Return how much of the main ends' variance figures of grade D explain."""
    grades = {column: str(entry.get("grade", "")) for column, entry in view.sampled.items()}
    rows, shown = [], []
    cells: list[list[Cell]] = []
    for words, squares, n in view.influences.explained:
        shares = by_grade(squares, grades, n)
        if JUDGED not in shares:
            continue
        rest = share({name: r2 for name, r2 in squares.items() if grades.get(name) != JUDGED}, n)
        rows.append([words, _share(view.say, shares[JUDGED]), _share(view.say, rest)])
        shown.append((words, shares[JUDGED].value))
        cells.append([words, *[part for one in (shares[JUDGED], rest) for part in _parts(one)]])
    if not rows:
        return None
    names = [f"{grade} {part}" for grade in ("D", "A to C") for part in ("share", "low", "high")]
    sentence = sentences.most_judged(view.say, shown)
    head = [view.say(f"page-column-{name}") for name in ("what", "judged", "read")]
    return tag(
        "div",
        tag("h3", view.say("page-judged-heading")),
        tag(
            "p",
            sentence,
            view.say("page-judgement"),
            csv_link("variance-by-grade", Table(["what", *names], cells), view.say),
        ),
        table(head, rows[:SHARES]),
        tag("details", tag("summary", view.say("page-more", left=len(rows) - SHARES)), table(head, rows[SHARES:]))
        if len(rows) > SHARES
        else None,
    )


def _share(say: Catalogue, one: Share) -> str:
    mean, low, high = (percent(part, say.language) for part in _parts(one))
    return interval(mean, low, high, say.language)


def _parts(one: Share) -> tuple[float, float, float]:
    return one.value, one.low, one.high


def _register(view: View, used: EvidenceUsed) -> Safe:
    strength = influences(view)
    by_figure: dict[str, float] = {}
    for column, entry in view.sampled.items():
        identity = str(entry.get("figure", ""))
        by_figure[identity] = max(by_figure.get(identity, 0.0), strength.get(column, 0.0))
    ordered = sorted(used.figures.values(), key=lambda one: (-round(by_figure.get(one.id, -1.0), 4), one.id))
    rows = [_figure_row(view.say, one, by_figure, used) for one in ordered]
    known = [row for row in rows if row is not None]
    names = ("figure", "value", "grade", "doubt", "source", "influence")
    header = [view.say(f"page-column-{name}") for name in names]
    cells = [[f.id, used.value(f), f.date, f.grade, f.doubt or "", used.cited(f), by_figure.get(f.id)] for f in ordered]
    data = Table(["figure", "value", "date", "grade", "doubt", "source", "influence"], cells)
    return tag(
        "details",
        tag("summary", tag("h3", view.say("page-register-heading", figures=len(known)))),
        tag("p", view.say("page-register"), csv_link("assumptions", data, view.say)),
        table(header, known, "register"),
        class_="appendix",
    )


def _figure_row(say: Catalogue, figure: Figure, strength: dict[str, float], used: EvidenceUsed) -> list[Child]:
    share = strength.get(figure.id)
    text = say("page-not-sampled") if share is None else percent(share if share >= NOTICED else TRACE, say.language)
    links = [tag("a", key, href=f"#source-{slug(key)}") for key in figure.source]
    source: Child = joined(links, ", ") if links else say("page-judgement-of", judgement=str(figure.judgement))
    name = [plain_name(figure.id), tag("span", f" {figure.date}", class_="soft")]
    grade = tag("span", figure.grade, class_=f"badge grade-{figure.grade.lower()}", title=say(f"grade-{figure.grade}"))
    first = tag("td", name, id=f"figure-{slug(figure.id)}")
    return [first, used.value(figure), grade, figure.doubt or "", source, text]


def _missing(view: View, used: EvidenceUsed) -> Safe:
    items: list[str] = []
    idle = [
        mechanism["name"] for mechanism in view.run.model.get("mechanisms", []) if not mechanism.get("active", True)
    ]
    if idle:
        items.append(view.say("page-idle", names=", ".join(idle)))
    carried = {
        system
        for one in view.run.model.get("mechanisms", [])
        if one.get("active", True)
        for system in one.get("systems", ())
    }
    left = [f"{key} {view.say.named('system', key, name)}" for key, name in used.systems.items() if key not in carried]
    if used.unknown:
        items.append(view.say("page-unknown-figures", names=", ".join(used.unknown)))
    items += [view.say("page-missing-nuclear"), view.say("page-missing-rates")]
    systems = _folded(view.say("page-systems-left", left=len(left), all=len(used.systems)), left)
    return tag(
        "div", tag("h3", view.say("page-missing-heading")), tag("ul", [tag("li", item) for item in items]), systems
    )


def _folded(heading: str, items: Sequence[str]) -> Child:
    return tag("details", tag("summary", heading), tag("ul", [tag("li", item) for item in items])) if items else None


def _bibliography(say: Catalogue, works: Sequence[Entry]) -> Safe:
    entries = [tag("li", _work(say, work), id=f"source-{slug(work.key)}") for work in works]
    return tag(
        "details",
        tag("summary", tag("h3", say("page-bibliography", works=len(works)))),
        tag("ol", entries, class_="works"),
        class_="appendix",
    )


def _work(say: Catalogue, entry: Entry) -> Child:
    link = (
        tag("a", entry.url, href=entry.url, rel="noreferrer")
        if entry.url and entry.url.startswith(("https://", "http://"))
        else None
    )
    figures = say("page-figures-count", count=len(entry.figures))
    tail = f" [{entry.key}; {entry.certainty}: {entry.certainty_words}; {figures}]"
    return [entry.text, " ", link, tag("span", tail, class_="soft")]
