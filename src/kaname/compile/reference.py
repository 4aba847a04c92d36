"""The reference pages, made from the declarations: world, parameters, levers, outcomes, events, mechanisms, bargains.

Run by `make reference` as `python -m kaname.compile.reference`; a house test says that the pages are up to date.
Reads: the declarations and the evidence. Writes: docs/reference/*.md in the checkout it is run from.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from kaname.compile import (
    backtests_page,
    calibration_page,
    claims_page,
    glossary_page,
    lever_audit_page,
    mechanism_page,
    model_description_page,
    records_page,
    stories_page,
)
from kaname.compile.bargain_reference import FOLDER, bargain_pages, table
from kaname.evidence.load import load_evidence
from kaname.model.engine.catalogue import mechanisms
from kaname.words.events import KINDS
from kaname.words.fields import FIELDS
from kaname.words.levers import LEVERS
from kaname.words.outcomes import OUTCOMES
from kaname.words.params import BACKED

FOLDERS = ("mechanisms", FOLDER)
MADE = "<!-- Made by `make reference` from the declarations in the code; edits here are lost. -->\n\n"


def pages() -> dict[str, str]:
    """Return every reference page by its path under docs/reference."""
    found = {
        "world.md": _page("The world", _world()),
        "parameters.md": _page("Parameters", _parameters()),
        "levers.md": _page("Levers", _levers()),
        "outcomes.md": _page("Outcomes", _outcomes()),
        "events.md": _page("Events", _events()),
        "backtests.md": _page("Backtests", backtests_page.lines()),
        "calibration.md": _page("Calibration", calibration_page.page_lines()),
        "claims.md": _page("The claims of the texts", claims_page.page_lines()),
        "glossary.md": _page("Glossary", glossary_page.lines()),
        "lever-audit.md": _page("Audit of the levers", lever_audit_page.page_lines()),
        "model-description.md": _page("The model, described in full (ODD+D)", model_description_page.lines()),
        "records.md": _page("Records", records_page.page_lines()),
        "stories.md": _page("Stories", stories_page.lines()),
        "mechanisms.md": _page("Mechanisms, in the order of the day", _order()),
    }
    for mechanism in mechanisms():
        found[f"mechanisms/{mechanism.name}.md"] = _page(mechanism.name, mechanism_page.lines(mechanism))
    return found | {name: _page(title, lines) for name, (title, lines) in bargain_pages().items()}


def _page(title: str, lines: Iterable[str]) -> str:
    return f"# {title}\n\n{MADE}" + "\n".join(lines) + "\n"


def _world() -> list[str]:
    rows = [(f"`{f.name}`", " x ".join(f.dims), f.unit, f"{f.low:g}..{f.high:g}", f.sees, f.sentence) for f in FIELDS]
    return table(("variable", "axes", "unit", "range", "seen by", "what it is"), rows)


def _parameters() -> list[str]:
    evidence = load_evidence().figures
    rows = []
    for p in BACKED:
        figure = evidence.get(p.name)
        rows.append((f"`{p.name}`", " x ".join(p.dims), p.unit, figure.grade if figure else "", p.sentence))
    return table(("parameter", "axes", "unit", "grade", "what it is"), rows)


def _levers() -> list[str]:
    rows = [
        (f"`{x.name}`", x.owner, x.unit, f"{x.low:g}..{x.high:g}", ", ".join(x.consent).replace("_", " "),
         "lower chamber" if x.prevails else "", "yes" if x.promise else "", x.sentence)
        for x in LEVERS
    ]  # fmt: skip
    return table(("lever", "owner", "unit", "range", "consent", "whose vote prevails", "promise", "what it is"), rows)


def _outcomes() -> list[str]:
    good = {1: "higher", -1: "lower", 0: "none"}
    rows = [(f"`{o.name}`", " x ".join(o.dims), o.unit, o.role, good[o.good], o.sentence) for o in OUTCOMES]
    return table(("outcome", "axes", "unit", "role", "better", "what it is"), rows)


def _events() -> list[str]:
    rows = [(k.name, ", ".join(term for term in k.terms if term), "yes" if k.chain else "", k.sentence) for k in KINDS]
    return table(("event", "terms", "in failure chains", "sentence"), rows)


def _order() -> list[str]:
    rows = [
        (f"[{m.name}](mechanisms/{m.name}.md)", "core" if m.core else "", " ".join(m.systems), m.sentence)
        for m in mechanisms()
    ]
    return table(("mechanism", "preset", "systems", "idea"), rows)


def main() -> int:
    """Write all pages under docs/reference of the current folder; pages of what is gone are removed."""
    root = Path("docs/reference")
    if not root.is_dir():
        print("run this in the checkout: there is no docs/reference here", file=sys.stderr)
        return 2
    made = pages()
    for folder in FOLDERS:
        (root / folder).mkdir(exist_ok=True)
        for old in (root / folder).glob("*.md"):
            if f"{folder}/{old.name}" not in made:
                old.unlink()
    for name, text in made.items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(made)} reference pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
