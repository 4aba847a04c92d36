"""`python -m kaname` is `kaname`."""

from kaname.cli.entry import run

run()
