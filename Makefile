# `make demo` and `make test` need Python 3.11 or newer and nothing else: each makes its own environment in .venv.
.DEFAULT_GOAL := help
.PHONY: help demo test check format docs clean

VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

# The first of these that is new enough. PYTHON=... chooses another.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

demo: $(VENV)/run.stamp ## build the graph of the sample articles into output/
	$(BIN)/graphbuild build --samples --output output/

test: check ## check the code, then run the whole test suite
	$(BIN)/pytest -n $(JOBS) --dist loadfile

check: $(VENV)/dev.stamp ## check format, style and types
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

format: $(VENV)/dev.stamp ## format the code and mend what can be mended
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

docs: $(VENV)/dev.stamp ## write the pages that are made from tables
	$(BIN)/python docs/generate.py

clean: ## remove what was made, the environment included
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf $(filter-out output/README.md,$(wildcard output/*))
	find graphbuild $(wildcard tests training benchmarks) -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/run.stamp: pyproject.toml
	@test -n "$(PYTHON)" || { echo "graphbuild needs Python 3.11 or newer; say where it is: make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Installing graphbuild into $(VENV); the first time takes a few minutes."
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

# Groups of dependencies (PEP 735) need the pip that was installed above.
$(VENV)/dev.stamp: $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
