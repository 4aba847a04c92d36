"""`python -m kaname` is `kaname`."""

from kaname.cli.main import run

run()
