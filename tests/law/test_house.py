"""The house of the law: asking loads nothing heavy; durations and the reference page are what the data say."""

import subprocess
import sys

import pytest

from kaname.law.book import load_book

BOOK = load_book()


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
