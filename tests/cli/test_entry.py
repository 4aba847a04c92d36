"""Where `kaname` begins: a plain question is answered at once, and as the command line would answer it."""

import subprocess
import sys

import pytest

from kaname.cli.entry import plain_question

ASK = ("law", "ask", "--question", "US.WPR", "--date", "2026-06-01")


@pytest.mark.parametrize(
    "words",
    [
        ("law",),
        ("law", "ask"),
        ("law", "ask", "--help"),
        ("law", "options", "--question", "US.WPR"),
        ("law", "ask", "--question"),
        (*ASK, "--question", "US.WPR"),
        (*ASK, "--fact", "--json"),
        (*ASK, "more"),
        (*ASK, "--json=yes"),
        ("-v", *ASK),
    ],
)
def test_words_that_leave_a_doubt_are_read_by_the_command_line(words):
    assert plain_question(list(words)) is None


def test_options_may_stand_in_any_order_and_form():
    asked = plain_question(
        ["law", "ask", "--json", "--fact=clock_days=61", "--fact", "ceasefire=no", "--question=US.WPR"]
    )
    assert (asked.facts, asked.as_json, asked.values) == (
        ["clock_days=61", "ceasefire=no"],
        True,
        {"--question": "US.WPR"},
    )


@pytest.mark.parametrize(
    "words",
    [
        (*ASK, "--fact", "clock_days=61"),
        (*ASK, "--json"),
        (*ASK, "--lang", "ja"),
        ("law", "ask", "--question", "US.WPP"),
        (*ASK, "--lang", "de"),
        (*ASK, "--fact", "clock_days=many"),
        (*ASK, "--situation", "nowhere.yaml"),
    ],
)
def test_both_ways_in_say_the_same(kaname, words):
    quick = kaname(*words)
    slow = subprocess.run(
        [sys.executable, "-c", "from kaname.cli.main import run; run()", *words],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (quick.stdout, quick.stderr, quick.returncode) == (slow.stdout, slow.stderr, slow.returncode)


def test_a_plain_question_loads_no_library_of_command_lines():
    script = (
        "import sys; from kaname.cli.entry import run; run(sys.argv[1:]);"
        "print(sorted({'typer', 'pydantic', 'click', 'numpy', 'ruamel'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script, *ASK], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
