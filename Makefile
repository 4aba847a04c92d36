# Everything a person types stands here; each recipe is what `make help` says it is.
# Needs python3.11 with pip, and make. A variable left over from another environment must not leak in.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
MAKEFLAGS += --no-print-directory
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP VIRTUAL_ENV

# Some systems package python without ensurepip: then the outer pip installs into the new environment.
PIP = $$(test -x $(BIN)/pip && echo "$(BIN)/python -m pip" || echo "$(PYTHON) -m pip --python $(BIN)/python")
INSTALL = $(PIP) install --quiet --no-compile --disable-pip-version-check
DEMO_FUTURES ?= 2000
DEMO_BARGAINS ?= as_is,unequal_by_design,firm_core_wider_ring
DEMO_CHECKS ?= 100
TESTS ?= tests
TEST_WORKERS ?= 2

.PHONY: help env env-dev demo test nightly soak check format types floors house wheel data data-current surrogate reference systems order backtests calibration lever-audit claims-audit validation bench docs release-check locks clean

help:
	@echo "make env     a private environment from the lock file, and the programme in it"
	@echo "make demo    compare three bargains in $(DEMO_FUTURES) futures; ends with the report to open"
	@echo "make test    the tests, two files at a time; make nightly: those that take long"
	@echo "make soak    malformed files, kills, a disk that forgets, flipped bits, one digest: some hours; SOAK=3000 a share"
	@echo "make check   format, lint, types, import floors, house tests, generated data up to date"
	@echo "make order   what follows from the order of the day and the declarations in the files of the model"
	@echo "make data    shipped data from its sources; make surrogate, make reference, make systems: other made parts"
	@echo "make backtests   earlier starts against what came, into the report and docs/reference/backtests.md"
	@echo "make calibration  levels fitted to counts of the past, into the evidence and docs/reference/calibration.md"
	@echo "make lever-audit what every lever moves, against what theory expects, into docs/reference/lever-audit.md"
	@echo "make claims-audit  every claim of the texts run, into the report and docs/reference/claims.md"
	@echo "make validation  published campaigns, the gray zone and the crisis scorecard, into the report and docs"
	@echo "make wheel   a wheel with compiled kernels in it, in dist/"
	@echo "make bench   speed and memory, as ratios; writes docs/reference/performance.md"
	@echo "make release-check   the list that is walked before a release: wheel, empty environments, list of parts"
	@echo "make docs    the documentation as a site, in docs/_build; a warning is an error"
	@echo "make locks   new lock files (needs uv); make clean: throw away what was built"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || $(PYTHON) -m venv --clear --without-pip $(VENV)

# One stamp per lock file; the development lock holds the other, at the same versions.
$(VENV)/.stamp-env: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) ..."
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.stamp-env-dev: requirements-dev.lock requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) with tests and checks ..."
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.stamp-env $@

env: $(VENV)/.stamp-env
env-dev: $(VENV)/.stamp-env-dev

demo: env
	@$(BIN)/kaname compare us-japan --futures $(DEMO_FUTURES) --bargains $(DEMO_BARGAINS) --robustness $(DEMO_CHECKS)

test: env-dev
	@$(BIN)/kaname warm
	@$(BIN)/python -m pytest -n $(TEST_WORKERS) --dist loadfile $(TESTS)

nightly: env-dev
	@$(BIN)/kaname warm
	@$(BIN)/python -m pytest -m nightly tests

# The trials of docs/reference/reliability.md: malformed files, kills, a disk that forgets, flipped bits, one digest.
SOAK ?= 300000
soak: env-dev
	@$(BIN)/python -m tests.soak.malformed_law --count $(SOAK)
	@$(BIN)/python -m tests.soak.malformed_files --count $(SOAK)
	@$(BIN)/python -m tests.soak.kills --count $$(($(SOAK) / 60))
	@$(BIN)/python -m tests.soak.cluster_kills --count $$(($(SOAK) / 1000))
	@$(BIN)/python -m tests.soak.stops --count $$(($(SOAK) / 6))
	@$(BIN)/python -m tests.soak.bits --count $$(($(SOAK) / 30))
	@$(BIN)/python -m tests.soak.one_digest --orders 50 --environments 20 --dask
	@$(BIN)/python -m tests.soak.million --futures $$(($(SOAK) * 3))

check: format types floors house data-current

format: env-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: env-dev
	$(BIN)/mypy

floors: env-dev
	$(BIN)/lint-imports

house: env-dev
	$(BIN)/python -m pytest -q tests/house

# The wheel carries kernels compiled for any x86-64-v2 processor: who installs it compiles nothing.
wheel: env-dev
	rm -rf src/kaname/kernels
	$(BIN)/kaname warm --into src/kaname/kernels us-japan
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .
	rm -rf src/kaname/kernels

data: env
	$(BIN)/python -m kaname.evidence.build
	$(BIN)/python -m kaname.law.build
	$(BIN)/python -m kaname.scenarios.build
	$(BIN)/python -m kaname.compile.crisis_build
	$(BIN)/python -m kaname.cli.systems_build

# What is shipped was made from what is written: building again must change nothing.
DATA_SUM = find src/kaname/data -name '*.json' ! -name 'systems_tests.json' | LC_ALL=C sort | xargs cksum
data-current: env
	@before="$$($(DATA_SUM))"; $(MAKE) --silent data >&2 || exit 1; after="$$($(DATA_SUM))"; \
	if [ "$$before" != "$$after" ]; then \
	  echo "Shipped data was older than its sources; it has now been rebuilt: look at it and commit it." >&2; exit 1; fi

order: env
	$(BIN)/python -m kaname.compile.assemble

surrogate: env
	$(BIN)/python -m kaname.compile.fit_surrogate

reference: env
	$(BIN)/python -m kaname.compile.reference
	$(BIN)/python -m kaname.law.reference
	$(BIN)/python -m kaname.law.exam_page

backtests: env
	$(BIN)/kaname backtest us-japan --out src/kaname/data/backtests.json
	$(BIN)/python -m kaname.compile.reference

calibration: env
	$(BIN)/kaname calibrate us-japan --out src/kaname/data/calibration.json --into src/kaname/data/evidence
	$(MAKE) data
	$(BIN)/python -m kaname.compile.reference

lever-audit: env
	$(BIN)/kaname levers audit us-japan --out src/kaname/data/lever_audit.json
	$(BIN)/python -m kaname.compile.reference

# A stopped audit goes on where it was; CLAIMS is its folder.
CLAIMS ?= runs/claims
claims-audit: env
	$(BIN)/kaname claims audit us-japan --out $(CLAIMS)
	cp $(CLAIMS)/claims.json src/kaname/data/claims_audit.json
	$(BIN)/python -m kaname.compile.reference

validation: env-dev
	$(BIN)/python -m validation

systems: env-dev
	$(BIN)/python tests/house/collect_systems.py

bench: env-dev
	$(BIN)/python -m benchmarks

# NOTEBOOKS=cache runs the notebooks into the site (some minutes); off leaves them as they are written.
NOTEBOOKS ?= off
docs: env-dev
	$(BIN)/python -m sphinx -b html -q -W --keep-going -D nb_execution_mode=$(NOTEBOOKS) docs docs/_build
	@echo docs/_build/index.html

# INTERPRETERS="python3.11 python3.12": what the wheel is installed into, each in an empty environment.
INTERPRETERS ?= $(PYTHON)
release-check: env-dev
	$(BIN)/python -m tests.packaging.checklist $(foreach each,$(INTERPRETERS),--python $(each))

UV ?= uv
LOCK = $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet
locks:
	$(LOCK) pyproject.toml requirements.in --output-file requirements.lock
	$(LOCK) pyproject.toml requirements.in requirements-dev.in --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
