# make setup   install into .venv (again only when something changed)
# make run     build the sample case and print its report
# make test    the tests
# make check   format, lint, types, import contracts, tests
# make lock    write the lock files anew

PYTHON ?= python3.11
PYTHON := $(shell command -v $(PYTHON) >/dev/null 2>&1 && echo $(PYTHON) || echo python3)
BIN := .venv/bin
CASE ?= samples.case

.PHONY: setup setup-dev run test check lock clean

setup: .venv/.installed

setup-dev: .venv/.installed-dev

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "tripoint needs Python 3.11 or newer; $(PYTHON) is older: make setup PYTHON=/path/to/python3.11"; exit 2; }
	@echo "making .venv"
	@$(PYTHON) -m venv .venv

.venv/.installed: requirements.lock pyproject.toml | .venv/bin/python
	@echo "installing (a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

.venv/.installed-dev: requirements-dev.lock .venv/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

run: setup
	@$(BIN)/tripoint build samples/pages --manifest samples/pages.csv --case $(CASE)
	@echo
	@$(BIN)/tripoint show $(CASE) contradictions --limit 10
	@echo
	@echo "The case is in $(CURDIR)/$(CASE). Next:"
	@echo "  . .venv/bin/activate"
	@echo "  tripoint show $(CASE) events"
	@echo "  tripoint explain $(CASE) ID        (an id from the first column)"
	@echo "  tripoint build YOUR_PAGES --case your.case"

test: setup-dev
	@$(BIN)/python -m pytest

check: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest

lock: setup-dev
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --upgrade --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --constraint requirements.lock --quiet \
		--output-file requirements-dev.lock

clean:
	rm -rf .venv $(CASE) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
