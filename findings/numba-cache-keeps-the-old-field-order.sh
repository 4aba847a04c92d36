#!/usr/bin/env bash
# Package: numba==0.62.1 (PyPI), numpy==2.3.4
#
# A simulation kernel cached on disk (cache=True) takes a NamedTuple whose class stands in another module. Two fields of
# one type change places there, as when somebody sorts them. One would expect the kernel to be compiled again, since a
# field's place is compiled into it. It is not: the cache looks at the kernel's own file and at the types of the
# arguments, and two named tuples of the same name and the same types of fields are one type to it. The next process
# reads the other field, without a word. The same holds for a function of another module that the kernel calls: after an
# edit there the old result comes back. And a process started with NUMBA_BOUNDSCHECK=1 gets the unchecked code of an
# earlier one: an index past the end returns a number instead of IndexError.
#
# Seen on 2026-11-30:
#   first process            rate 0.5, then the fields change places: rate 100.0 (expected 0.5)
#   callee edited            2.0, then 2.0 (expected 3.0)
#   NUMBA_BOUNDSCHECK=1      with an empty cache IndexError; with a warm one no error
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install -q --disable-pip-version-check numba==0.62.1 numpy==2.3.4
cd "$work"
export NUMBA_CACHE_DIR="$work/cache" PYTHONDONTWRITEBYTECODE=1
python="$work/env/bin/python"
fields() { printf 'from typing import NamedTuple\n\n\nclass Step(NamedTuple):\n    %s: float\n    %s: float\n' "$1" "$2" > step.py; }
callee() { printf 'from numba import njit\n\n\n@njit\ndef factor():\n    return %s\n' "$1" > rate.py; }
cat > kernel.py <<'PY'
import numpy as np
from numba import njit

from rate import factor


@njit(cache=True)
def rate_of(step):
    return step.rate


@njit(cache=True)
def scaled():
    return factor()


@njit(cache=True)
def last(values, place):
    return values[place]
PY
cat > ask.py <<'PY'
import sys

import numpy as np
from kernel import last, rate_of, scaled
from step import Step

if sys.argv[1] == "rate":
    print(rate_of(Step(rate=0.5, stock=100.0)))
elif sys.argv[1] == "scaled":
    print(scaled())
else:
    try:
        last(np.ones(3)[:2], 2)
        print("no error")
    except IndexError:
        print("IndexError")
PY
fields rate stock; callee 2.0
first=$("$python" ask.py rate); one=$("$python" ask.py scaled)
sleep 1; fields stock rate; callee 3.0
second=$("$python" ask.py rate); two=$("$python" ask.py scaled)
checked=$(NUMBA_BOUNDSCHECK=1 NUMBA_CACHE_DIR="$work/empty" "$python" ask.py index)
"$python" ask.py index > /dev/null
warm=$(NUMBA_BOUNDSCHECK=1 "$python" ask.py index)
printf 'fields change places: %s, then %s\ncallee edited: %s, then %s\nbounds: %s with an empty cache, %s with a warm one\n' \
  "$first" "$second" "$one" "$two" "$checked" "$warm"
[[ $first == 0.5 && $second == 100.0 && $one == 2.0 && $two == 2.0 && $checked == IndexError && $warm == "no error" ]]
echo "unchanged: a cached kernel sees neither another class, nor another function, nor another flag"
