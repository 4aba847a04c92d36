"""The outcomes: each a small kernel with its declaration; `make order` collects them and writes what calls them all.

A kernel takes what it needs of the last world `w`, the parameters `p`, `quarters` (how many were run, at least 1) and
the index of each of its dims: `a` an actor, `k` a contingency, else the name of the axis. It returns the value of one
column.
"""
