"""Make the shipped scenarios and bargains: data/scenarios/*.yaml and data/bargains/*.yaml, checked, as JSON.

Run by `make data` as `python -m kaname.scenarios.build`, after the evidence. Each file is written aside and renamed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kaname.core.errors import EXIT_BAD_INPUT, EXIT_DONE, Findings, InputError, InputErrors, KanameError
from kaname.core.hashing import file_digest
from kaname.core.safe_yaml import Document, read_yaml
from kaname.evidence.build import json_text, write_whole
from kaname.evidence.load import DATA, Evidence, load_evidence
from kaname.scenarios.bargains import check_bargain
from kaname.scenarios.check import check_scenario
from kaname.scenarios.load import BARGAINS, FORMAT, SCENARIOS, document_data, with_base


def shipped_json(kind: str, evidence: Evidence | None = None) -> str:
    """Return the text of data/<kind>.json for the YAML as it is now; InputError(s) when the YAML is not right."""
    known = evidence or load_evidence()
    findings = Findings()
    documents, files = {}, {}
    for path in sorted((DATA / kind).glob("*.yaml")):
        name = f"{kind}/{path.name}"
        try:
            document = read_yaml(path, name=name)
            _check(kind, document, known, path)
        except InputErrors as troubles:
            findings.errors += troubles.errors
            continue
        except InputError as trouble:
            findings.add(trouble)
            continue
        files[name] = file_digest(path)
        documents[path.stem] = document_data(document)
    findings.raise_if_any()
    return json_text({"format": FORMAT, "files": files, "documents": documents})


def _check(kind: str, document: Document, evidence: Evidence, path: Path) -> None:
    if kind == BARGAINS:
        identity = check_bargain(document, evidence).id
    else:
        identity = check_scenario(with_base(document, path.parent), evidence).id
    if identity != path.stem:
        raise document.error(("id",), f"the id is {identity}, the file is {path.name}", hint="Give both one name.")


def main() -> int:
    """Write data/scenarios.json and data/bargains.json; 2 and the errors when the YAML is not right."""
    try:
        texts = {kind: shipped_json(kind) for kind in (SCENARIOS, BARGAINS)}
    except KanameError as trouble:
        print(trouble, file=sys.stderr)
        return EXIT_BAD_INPUT
    for kind, text in texts.items():
        write_whole(DATA / f"{kind}.json", text)
        print(f"{kind}.json: {len(text):,} characters")
    return EXIT_DONE


if __name__ == "__main__":
    sys.exit(main())
