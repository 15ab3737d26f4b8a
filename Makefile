# make          the example site: catalogs and localized pages
# make check    what is stale, missing or damaged in it
# make test     the tests, as CI runs them
# make lint     style and types, as CI runs them
# make bench    how fast it is

PYTHON ?= python3
BIN := .venv/bin
PIP_INSTALL := pip install -qq --disable-pip-version-check --constraint constraints.txt

.PHONY: run check test lint bench renderers

run: .venv/.ready
	@$(BIN)/translate run
	@$(BIN)/translate --quiet report
	@echo
	@echo "The Dutch pages are in build/nl/, the German ones in build/de/; build/report.html shows how far they are."
	@echo "What wants a look:  $(BIN)/translate check"

check: .venv/.ready
	@$(BIN)/translate check

test: .venv/.ready .venv-toolkit/.ready renderers
	$(BIN)/pytest --numprocesses auto -rs

lint: .venv/.ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# The programs that render pages, which judge what we build; without Node the tests that need them are skipped.
ifneq ($(shell command -v node),)
renderers: tests/renderers/node_modules/.ready
else
renderers: ; @echo "no Node: the tests that need the real renderers are skipped"
endif

bench: .venv/.ready
	$(BIN)/python benchmarks/bench.py

.venv/.ready: pyproject.toml constraints.txt
	@echo "setting up .venv, once"
	@$(PYTHON) -m venv .venv
	@$(BIN)/$(PIP_INSTALL) --editable '.[dev]'
	@touch $@

# Its package is called translate, as ours is: the two cannot live in one place.
.venv-toolkit/.ready: constraints.txt
	@echo "setting up .venv-toolkit, once"
	@$(PYTHON) -m venv .venv-toolkit
	@.venv-toolkit/bin/$(PIP_INSTALL) translate-toolkit && touch $@ \
	    || echo "no translate-toolkit: the tests that need it are skipped"

tests/renderers/node_modules/.ready: tests/renderers/package-lock.json
	@echo "setting up tests/renderers, once"
	@cd tests/renderers && npm ci --silent --no-audit --no-fund && touch node_modules/.ready \
	    || echo "no renderers: the tests that need them are skipped"
