#!/usr/bin/env bash
# Package: pygambit==17.0.0b2 (PyPI)
#
# A game in extensive form that another programme writes for Gambit meets rules that one would not guess.
# In a quoted string one escape is undone, \" for a quote; a backslash is no escape for a backslash. So a string that ends
# in a backslash cannot be written (the file breaks there), and two backslashes in a row come back as three.
# Labels of nodes are refused where two nodes have the same, where a blank stands at the end, or two blanks in a row;
# the title of the game may hold all of these.
#
# Seen on 2026-11-30:
#   one backslash 'a\\b', two backslashes 'a\\\\\\b' (three), a backslash at the end ValueError, a quote 'a "b" c',
#   two nodes of one label ValueError, a blank at the end ValueError, two blanks ValueError, title ' a  b ' kept
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/ask.py" <<'PY'
import io

import pygambit

BASE = 'EFG 2 R "{t}" {{ "A" "B" }}\n""\n\np "{a}" 1 1 "" {{ "l" "r" }} 0\nt "{b}" 1 "" {{ 1, -1 }}\nt "" 2 "" {{ 2, -2 }}\n'


def read(**words):
    try:
        game = pygambit.read_efg(io.StringIO(BASE.format(**{"t": "t", "a": "", "b": "", **words})))
    except Exception as trouble:
        return type(trouble).__name__
    return game.title


found = {
    "one backslash": read(t="a\\b"), "two backslashes": read(t="a\\\\b"), "a backslash at the end": read(t="a\\"),
    "a quote": read(t='a \\"b\\" c'), "two nodes of one label": read(a="x", b="x"), "a blank at the end": read(a="x "),
    "two blanks": read(a="x  y"), "blanks in the title": read(t=" a  b "),
}
for name, answer in found.items():
    print(f"{pygambit.__version__:>9}  {name:<24} {answer!r}")
assert found["one backslash"] == "a\\b", found
assert found["two backslashes"] == "a\\\\\\b", found
assert found["a backslash at the end"] == "ValueError", found
assert found["a quote"] == 'a "b" c', found
assert found["blanks in the title"] == " a  b ", found
for name in ("two nodes of one label", "a blank at the end", "two blanks"):
    assert found[name] == "ValueError", (name, found)
PY
python3 -m venv "$work/env"
"$work/env/bin/pip" install -q --disable-pip-version-check --only-binary :all: pygambit==17.0.0b2
"$work/env/bin/python" "$work/ask.py"
echo "unchanged: one escape is undone, two backslashes become three, labels of nodes stand once and without extra blanks"
