"""The house of the law: rules are for the law, not for the exam; asking loads nothing heavy."""

import re
import subprocess
import sys

import pytest

from kaname.core.guarded_yaml import read_yaml
from kaname.law.book import load_book
from kaname.law.build import folder, sources

BOOK = load_book()
DAY = re.compile(r"\b(19|20)\d\d-\d\d-\d\d\b")


def law_days():
    """Days of law, treaty, decision or position: of regimes, events, instruments and their ends."""
    days = {one["from"] for one in BOOK.data["regimes"]} | {one["date"] for one in BOOK.data["events"]}
    days |= {BOOK.data["first_day"]}
    for one in BOOK.data["instruments"].values():
        days |= {one.get("from", ""), one.get("until", "")}
    return days


def test_no_rule_file_holds_a_day_that_is_not_one_of_the_law():
    known = law_days()
    for path in (folder() / "rules").glob("*.yaml"):
        found = {match.group(0) for match in DAY.finditer(path.read_text(encoding="utf-8"))}
        assert found <= known, (path.name, sorted(found - known))


def test_no_source_of_the_law_names_a_case(shared):
    cases = read_yaml(shared / "law" / "cases.yaml").value["cases"]
    names = {case["id"] for case in cases}
    for path in sources(folder()):
        words = set(re.findall(r"\b[A-H]\d\d[abc]?\b", path.read_text(encoding="utf-8")))
        assert not words & names, path.name


def test_asking_loads_no_yaml_no_array_library_and_no_compiler():
    code = (
        "import sys; from kaname.law.ask import ask; ask('US.WPR', '2020-01-01', {'clock_days': 61});"
        "heavy = {'ruamel', 'numba', 'pydantic', 'numpy', 'scipy'} & {name.split('.')[0] for name in sys.modules};"
        "print(','.join(sorted(heavy)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("name", sorted(BOOK.data["latencies"]))
def test_every_latency_has_a_range_a_grade_and_a_reason(name):
    for version in BOOK.data["latencies"][name]["versions"]:
        low, mode, high = version["hours"]
        assert 0 <= low <= mode <= high
        assert version["grade"] in ("B", "C", "D")
        assert version["reasoning"]
        assert version["grade"] == "D" or version.get("source")


def test_the_reference_page_is_what_the_rules_say(repo_root):
    from kaname.law.reference import renewed

    page = (repo_root / "docs" / "reference" / "law.md").read_text(encoding="utf-8")
    assert page == renewed(page, BOOK), "run python -m kaname.law.reference"
